import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { importDefault, packageFolder } from "./packages.ts";

/** What is used of the package's file system. */
interface Files {
  readdir(path: string): readonly string[];
  stat(path: string): { readonly mode: number };
  isDir(mode: number): boolean;
  readFile(path: string): Uint8Array;
}

/** Where eSpeak NG's data lies in the package. */
const INSIDE = "/usr/share/espeak-ng-data";

/**
 * Puts eSpeak NG's data into a folder where it is not there yet, whole or not at all: neural voices ask it how words sound. It comes out
 * of the package that the eSpeak NG voices use too (24 MB, 0.4 s, measured).
 */
export async function ensureEspeakData(folder: string, packages: string | null): Promise<void> {
  if (existsSync(folder)) return;
  const load = (await importDefault(join(packageFolder("@echogarden/espeak-ng-emscripten", packages), "espeak-ng.js"))) as (
    options: object,
  ) => Promise<{ readonly FS: Files }>;
  const { FS } = await load(await espeakOptions(packages));
  const aside = `${folder}.part-${process.pid}`;
  const copy = async (from: string, to: string): Promise<void> => {
    await mkdir(to, { recursive: true });
    for (const name of FS.readdir(from)) {
      if (name === "." || name === "..") continue;
      const path = `${from}/${name}`;
      if (FS.isDir(FS.stat(path).mode)) await copy(path, join(to, name));
      else await writeFile(join(to, name), FS.readFile(path));
    }
  };
  try {
    await mkdir(dirname(folder), { recursive: true });
    await copy(INSIDE, aside);
    await rename(aside, folder).catch((thrown: unknown) => {
      // Another process was quicker.
      if (!existsSync(folder)) throw thrown;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** The options with which the package loads: it would look for its data itself, but not in a path with a `#`. */
async function espeakOptions(packages: string | null): Promise<object> {
  const data = await readFile(join(packageFolder("@echogarden/espeak-ng-emscripten", packages), "espeak-ng.data"));
  return { getPreloadedPackage: (): ArrayBufferLike => data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) };
}
