// `npm run bench [-- SECTION … --corpus DIR --clock CLOCK]`: speed and memory, each beside a peer in the same run. `--corpus`: real pages for extract.
// `--clock processor`: the library by time on the processor, for a machine that others use meanwhile.
// Medians; these are figures, not tests.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { benchExport } from "./bench/export.mjs";
import { benchExtract } from "./bench/extract.mjs";
import { benchLibrary } from "./bench/library.mjs";
import { benchVoice } from "./bench/voice.mjs";
import { benchWav } from "./bench/wav.mjs";
import { benchWindow } from "./bench/window.mjs";
import { FOR_TESTS, hasDebian } from "./debian-packages.mjs";
import { ensureDisplay } from "./display.mjs";
import { setUp } from "./setup.mjs";

const SECTIONS = {
  window: benchWindow,
  voice: benchVoice,
  wav: benchWav,
  export: benchExport,
  extract: benchExtract,
  library: benchLibrary,
};
/** The sections that need a display. */
const SHOWN = new Set(["window", "voice", "export", "library"]);

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { corpus: { type: "string" }, clock: { type: "string" } },
});
const unknown = asked.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) {
  console.error(`There is no section ${unknown}. There are: ${Object.keys(SECTIONS).join(", ")}.`);
  process.exit(2);
}
const names = Object.keys(SECTIONS).filter((name) => asked.length === 0 || asked.includes(name));
await setUp({ say: (line) => console.log(line), electron: names.some((name) => SHOWN.has(name)), debian: hasDebian() ? FOR_TESTS : [] });
const closeDisplay = names.some((name) => SHOWN.has(name)) ? await ensureDisplay() : async () => {};
try {
  for (const name of names) await SECTIONS[name]({ root, ...values });
} catch (error) {
  // At once: closing the display may wait for ever where what was measured left something open.
  console.error(error);
  process.exit(1);
} finally {
  await closeDisplay();
}
