// Finds an Electron to run on. `node scripts/electron-runtime.mjs --print` prints the path of its program.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { REGISTRY_ELECTRON, registryElectron } from "./electron/registry.mjs";
import { WORDS } from "./words.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** How long a mirror may take to accept a connection, milliseconds: five times a slow satellite line (guess). */
const CONNECT_LIMIT = 5_000;
/** How long the whole release may take, milliseconds: 120 MB at 200 kB/s. */
const DOWNLOAD_LIMIT = 600_000;

/**
 * @typedef {object} Runtime
 * @property {string} executable the program's path
 * @property {string} folder what holds it (on macOS: the folder of Electron.app)
 * @property {string} version
 * @property {"override" | "release" | "registry"} origin
 * @property {boolean} pinned whether it is the version that Lectern ships with
 */

/** The program's place in an Electron folder. */
export function programOf(folder, platform = process.platform) {
  if (platform === "darwin") return join(folder, "Electron.app/Contents/MacOS/Electron");
  return join(folder, platform === "win32" ? "electron.exe" : "electron");
}

/** Where Electrons are kept, outside of any checkout: they are large and the same for all. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.LECTERN_CACHE) return join(env.LECTERN_CACHE, "electron");
  if (platform === "darwin") return join(home, "Library/Caches/lectern/electron");
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData/Local"), "lectern/Cache/electron");
  return join(env.XDG_CACHE_HOME || join(home, ".cache"), "lectern/electron");
}

/** The mirror that Electron's own installer would ask: the same variables in the same order as @electron/get 5. */
export function releaseMirror(env = process.env) {
  return (
    env.npm_config_electron_mirror ||
    env.NPM_CONFIG_ELECTRON_MIRROR ||
    env.npm_package_config_electron_mirror ||
    env.ELECTRON_MIRROR ||
    "https://github.com/electron/electron/releases/download/"
  );
}

/** Whether a proxy stands between us and a mirror: then only the installer itself can tell whether it is reachable. */
const hasProxy = (env) => Object.keys(env).some((name) => /^(https?|all|global_agent_https?)_proxy$/i.test(name) && env[name]);

/** Resolves with null when an address accepts connections, else with the reason. */
export function unreachable(address, limit = CONNECT_LIMIT) {
  const { hostname, port, protocol } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || (protocol === "http:" ? 80 : 443) });
    const end = (reason) => {
      socket.destroy();
      resolve(reason);
    };
    socket.setTimeout(limit, () => end(WORDS.noAnswer(hostname)));
    socket.on("connect", () => end(null));
    socket.on("error", () => end(WORDS.noConnection(hostname)));
  });
}

function readVersion(folder) {
  try {
    return readFileSync(join(folder, "version"), "utf8").trim().replace(/^v/, "");
  } catch {
    return "";
  }
}

/** Runs Electron's own installer, which checks the release against the checksums in its package. */
function install(electronPackage, env) {
  return new Promise((resolve) => {
    // Its parts are ES modules that it requires: Node 20.17 to 20.18 do that only when they are told to.
    const flags = process.features.require_module ? [] : ["--experimental-require-module"];
    const child = spawn(process.execPath, [...flags, "--no-warnings", join(electronPackage, "install.js")], {
      env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: "" },
      stdio: ["ignore", "inherit", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-20_000);
    });
    const limit = setTimeout(() => child.kill(), DOWNLOAD_LIMIT);
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => {
      clearTimeout(limit);
      if (code === 0) return resolve(null);
      const line = said.split("\n").find((text) => /error/i.test(text));
      resolve((line ?? said.split("\n")[0] ?? "").replace(/^\w*Error:\s*/, "").trim() || WORDS.installerEnded(code));
    });
  });
}

/**
 * The pinned release: as it was installed, or fetched now. Answers the reason when it can't be had.
 * @param {{ electronPackage: string, version: string, env?: NodeJS.ProcessEnv, say?: (line: string) => void }} options
 * @returns {Promise<{ folder: string } | { reason: string }>}
 */
export async function releaseElectron({ electronPackage, version, env = process.env, say = () => {} }) {
  const folder = join(electronPackage, "dist");
  const there = () => readVersion(folder) === version && existsSync(programOf(folder));
  if (there()) return { folder };
  if (!existsSync(join(electronPackage, "install.js"))) return { reason: WORDS.noElectronPackage };
  if (!hasProxy(env)) {
    const reason = await unreachable(releaseMirror(env));
    if (reason) return { reason };
  }
  say(WORDS.fetchingRelease(version));
  const reason = await install(electronPackage, env);
  if (reason === null && there()) return { folder };
  return { reason: reason ?? WORDS.installerLeftNothing };
}

/**
 * Finds an Electron: the one that ELECTRON_OVERRIDE_DIST_PATH names; else the pinned release; else, for development and tests on Linux
 * x64, the one in a package registry. `say` gets a line for each step worth knowing.
 * @param {{ say?: (line: string) => void, env?: NodeJS.ProcessEnv, root?: string }} [options]
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime({ say = () => {}, env = process.env, root = ROOT } = {}) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const version = manifest.devDependencies.electron;
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const executable = programOf(override);
    if (!existsSync(executable)) throw new Error(WORDS.noOverride(override));
    const found = readVersion(override);
    return { executable, folder: override, version: found, origin: "override", pinned: found === version };
  }
  const release = await releaseElectron({
    electronPackage: join(root, "node_modules/electron"),
    version,
    env,
    say,
  });
  if ("folder" in release) {
    return { executable: programOf(release.folder), folder: release.folder, version, origin: "release", pinned: true };
  }
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error(WORDS.noRelease(version, release.reason));
  say(WORDS.registryElectron(version, release.reason, REGISTRY_ELECTRON.electron));
  const folder = await registryElectron(cacheFolder(env), say);
  return { executable: programOf(folder), folder, version: REGISTRY_ELECTRON.electron, origin: "registry", pinned: false };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const runtime = await electronRuntime({ say: (line) => console.error(line) });
    console.log(process.argv.includes("--print") ? runtime.executable : JSON.stringify(runtime, null, 2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
