// Makes the home of a listener who has chosen a voice: `HOME VOICE`. The window offers no voice of tones, and the bench listens to one.
// Bundled with the app's own sources by the bench.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openLibrary } from "../../src/library/index.ts";

const [home, voice] = process.argv.slice(2);
await mkdir(home, { recursive: true });
const library = await openLibrary(join(home, "library.sqlite"));
library.changeSettings({ voice, voiceMode: "app" });
library.close();
