// `npm run bench [-- SECTION …]`: speed and memory, each beside a peer in the same run. Medians; these are figures, not tests.
import { fileURLToPath } from "node:url";
import { benchWav } from "./bench/wav.mjs";
import { benchWindow } from "./bench/window.mjs";
import { ensureDisplay } from "./display.mjs";

const SECTIONS = { window: benchWindow, wav: benchWav };

const root = fileURLToPath(new URL("..", import.meta.url));
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) {
  console.error(`There is no section ${unknown}. There are: ${Object.keys(SECTIONS).join(", ")}.`);
  process.exit(2);
}
const closeDisplay = await ensureDisplay();
try {
  for (const [name, run] of Object.entries(SECTIONS)) if (asked.length === 0 || asked.includes(name)) await run({ root });
} finally {
  await closeDisplay();
}
