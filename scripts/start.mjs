// `npm start [-- ADDRESS]`: does the set-up there is and opens Lectern. Without a display it reads in the terminal.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT, SetupError, setUp } from "./setup.mjs";
import { WORDS } from "./words.mjs";

/**
 * What was typed, with paths resolved against the folder where it was typed: npm changes to the project's.
 * @param {readonly string[]} typed
 * @param {string} folder
 */
export const resolveAddresses = (typed, folder) =>
  typed.map((argument) => (/^-|^[a-z][a-z0-9+.-]+:/i.test(argument) || argument === "" ? argument : resolve(folder, argument)));

/** Whether windows can be shown. */
export const hasDisplay = (env = process.env, platform = process.platform) =>
  platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** Runs a program in this one's place: its terminal, its signals, its exit code. */
function become(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((done, reject) => {
    child.on("error", reject);
    child.on("close", (code) => done(code ?? 1));
  });
}

async function start() {
  const say = (line) => console.log(line);
  const addresses = resolveAddresses(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const window = hasDisplay();
  const runtime = await setUp({ say, electron: window });
  if (runtime === null) {
    say(WORDS.noDisplay);
    return become(process.execPath, [join(ROOT, "out/cli.js"), "read", ...addresses]);
  }
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  if (asRoot) say(WORDS.asRoot);
  say(WORDS.opening);
  // Chromium's own chatter (no system bus, no GPU) says nothing to a person: only what ends it is shown.
  return become(runtime.executable, [...(asRoot ? ["--no-sandbox"] : []), "--log-level=3", ROOT, ...addresses]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await start();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : (error?.message ?? error));
    process.exitCode = 1;
  }
}
