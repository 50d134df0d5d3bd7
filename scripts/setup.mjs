// What must be there before Lectern or its tests can run: packages, a build, an Electron, and what Electron needs from the system.
// Needs nothing but Node. Each step does nothing when there is nothing to do.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDebianPackages, FOR_ELECTRON, FOR_READING, hasDebian, missingLibraries } from "./debian-packages.mjs";
import { electronRuntime } from "./electron-runtime.mjs";
import { isBuilt } from "./stamp.mjs";
import { WORDS } from "./words.mjs";

/** The checkout. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A step that can't be done; its message has been said or says all. */
export class SetupError extends Error {}

/**
 * Runs a program and waits for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions & { keep?: boolean, limit?: number }} [options] `keep`: what it says is kept, not shown;
 *   `limit`: the last characters that are kept
 * @returns {Promise<{ code: number, said: string }>}
 */
export function run(command, args, { keep = false, limit = 100_000, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      stdio: keep ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      cwd: ROOT,
      ...options,
    });
    let said = "";
    const take = (chunk) => {
      said = (said + chunk).slice(-limit);
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), said }));
  });
}

/** Whether one version is as new as another: "20.18.1" and "20.18". */
export function isAtLeast(found, wanted) {
  const numbers = (version) => version.replace(/^\D*/, "").split(".").map(Number);
  const [a, b] = [numbers(found), numbers(wanted)];
  for (let n = 0; n < Math.max(a.length, b.length); n++) if ((a[n] ?? 0) !== (b[n] ?? 0)) return (a[n] ?? 0) > (b[n] ?? 0);
  return true;
}

/**
 * Whether what is installed is what the lock file says. Compared by content: times change with a checkout.
 * @param {string} [root]
 */
export function packagesFit(root = ROOT) {
  try {
    const read = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;
    const locked = read("package-lock.json");
    const installed = read("node_modules/.package-lock.json");
    for (const [place, { version, integrity }] of Object.entries(installed))
      if (locked[place]?.version !== version || locked[place]?.integrity !== integrity) return false;
    // Optional packages are for other systems, and stay away.
    return Object.entries(locked).every(
      ([place, { optional, devOptional }]) => place === "" || place in installed || optional || devOptional,
    );
  } catch {
    return false;
  }
}

function checkNode() {
  const wanted = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).engines.node.replace(">=", "");
  if (!isAtLeast(process.versions.node, wanted)) throw new SetupError(WORDS.nodeTooOld(process.versions.node, wanted));
}

async function ensurePackages(say) {
  if (packagesFit()) return;
  say(WORDS.installingPackages);
  const { code, said } = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    keep: true,
    shell: process.platform === "win32",
  });
  if (code === 0) return;
  const offline = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(said);
  say(offline ? WORDS.offline : said.trim());
  throw new SetupError(WORDS.packagesFailed);
}

async function ensureBuild(say) {
  if (isBuilt()) return;
  say(WORDS.building);
  const { code } = await run(process.execPath, [join(ROOT, "scripts/build.mjs")]);
  if (code !== 0) throw new SetupError(WORDS.buildFailed);
}

async function ensureElectron(say) {
  const runtime = await electronRuntime({ say });
  const lacking = missingLibraries(runtime.executable);
  if (lacking.length > 0 && !hasDebian()) throw new SetupError(WORDS.librariesLack(lacking.join(", ")));
  if (lacking.length > 0 && !ensureDebianPackages(FOR_ELECTRON, say)) throw new SetupError(WORDS.electronCantRun);
  const still = lacking.length > 0 ? missingLibraries(runtime.executable) : [];
  if (still.length > 0) throw new SetupError(WORDS.librariesLack(still.join(", ")));
  return runtime;
}

/**
 * Does what there is to do.
 * @param {{ say: (line: string) => void, electron: boolean, debian?: readonly { name: string, or?: string }[] }} options
 *   `electron`: whether a window is wanted; `debian`: further packages
 * @returns {Promise<import("./electron-runtime.mjs").Runtime | null>}
 * @throws SetupError
 */
export async function setUp({ say, electron, debian = [] }) {
  checkNode();
  await ensurePackages(say);
  await ensureBuild(say);
  if (!electron) return null;
  const runtime = await ensureElectron(say);
  const further = [...(existsSync("/usr/share/fonts/truetype") ? [] : FOR_READING), ...debian];
  if (further.length > 0 && hasDebian() && !ensureDebianPackages(further, say) && debian.length > 0)
    throw new SetupError(WORDS.testsCantRun);
  return runtime;
}
