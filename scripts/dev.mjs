// `npm run dev [-- ADDRESS]`: builds with source maps, opens Lectern, and does both again whenever a source changes. It opens where it
// was: the library keeps the article and the place.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { ROOT, run, setUp } from "./setup.mjs";
import { resolveAddresses } from "./start.mjs";

/** Editors write a file in several steps: what changes within this belongs together, milliseconds. */
const SETTLE = 200;

const addresses = resolveAddresses(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
const runtime = await setUp({ say: (line) => console.log(line), electron: true });
if (runtime === null) throw new Error("A window is needed");
const switches = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
let window = null;

async function restart() {
  const { code } = await run(process.execPath, [join(ROOT, "scripts/build.mjs"), "--dev"]);
  if (code !== 0) return;
  const old = window;
  if (old?.exitCode === null) {
    const closed = new Promise((resolve) => old.once("close", resolve));
    old.removeAllListeners("exit");
    old.kill();
    await closed;
  }
  window = spawn(runtime.executable, [...switches, "--log-level=3", ROOT, ...(old ? [] : addresses)], { cwd: ROOT, stdio: "inherit" });
  // The person closed the window.
  window.on("exit", () => process.exit(0));
}

let timer = null;
let running = restart();
watch(join(ROOT, "src"), { recursive: true }, () => {
  if (timer) clearTimeout(timer);
  timer = setTimeout(() => {
    running = running.then(restart);
  }, SETTLE);
});
