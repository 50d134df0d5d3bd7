import { constants } from "node:fs";
import { type FileHandle, link, open, readFile, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Failure } from "../../model/index.ts";

/** How much is gathered before it is written, bytes: many small writes would be slow on slow disks (guess). */
const WRITE_SIZE = 1 << 20;

/**
 * Writes a file so that it only appears whole: aside, onto the disk, then under its name.
 * @param parts each need only hold until the next is asked for
 * @param aside where it is written: the same for the same file, so that what a killed process left is written over
 * @param replace whether a file of the name is replaced; else it is refused, also where it came meanwhile
 * @param options `mode`: who may read it, as systems count that; not said: as of any file. `written`: is waited for when all of it is on
 * the disk, and has no name yet
 */
export async function writeWhole(
  path: string,
  aside: string,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  replace: boolean,
  options: { readonly mode?: number; readonly written?: (file: FileHandle, bytes: number) => Promise<void> } = {},
): Promise<number> {
  // A link that somebody laid there would have another file written.
  await rm(aside, { force: true });
  const file: FileHandle = await open(aside, "wx", options.mode);
  let size = 0;
  try {
    let gathered: Buffer | null = null;
    let waiting = 0;
    const flush = async (): Promise<void> => {
      if (gathered) await file.appendFile(gathered.subarray(0, waiting));
      waiting = 0;
    };
    for await (const part of parts) {
      size += part.length;
      if (waiting + part.length > WRITE_SIZE) await flush();
      if (part.length > WRITE_SIZE) {
        await file.appendFile(part);
        continue;
      }
      // One room for all that is gathered: a new one each time would lie about until it is collected.
      gathered ??= Buffer.allocUnsafeSlow(WRITE_SIZE);
      gathered.set(part, waiting);
      waiting += part.length;
    }
    await flush();
    await file.sync();
    await options.written?.(file, size);
    await file.close();
    if (replace) await rename(aside, path);
    else await appear(aside, path);
    return size;
  } catch (thrown) {
    await file.close().catch(() => {});
    await rm(aside, { force: true });
    throw thrown;
  }
}

/** Gives a file its name, unless there is one of this name. @throws Failure `bad-input` where there is */
export async function appear(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
    await rm(aside, { force: true });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EEXIST") throw existing(path);
    // Sticks and network drives know no links.
    if (await stat(path).catch(() => null)) throw existing(path);
    await rename(aside, path);
  }
}

/** The failure of a name that is taken. */
export const existing = (path: string): Failure =>
  new Failure("bad-input", `${path} is there already. Give another name, or --force to replace it.`);

/**
 * Opens what is a file by itself: no link is followed, and no pipe waited for.
 * @throws Failure `bad-input` where it is something else; a system's error
 */
export async function openOrdinary(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new Failure("bad-input", `${path} is no ordinary file.`);
}

/** A file of ours, null where there is none or it is no JSON. */
export async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch {
    return null;
  }
}

/** What a system's error means to a person. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "There is no such folder.",
  ENOTDIR: "There is no such folder.",
  EEXIST: "There is a file of this name.",
  EISDIR: "It is a folder. Give the name of a file in it.",
  ENOSPC: "The disk is full.",
  EDQUOT: "The disk is full.",
  EACCES: "You may not write there.",
  EPERM: "You may not write there.",
  EROFS: "You may not write there.",
};

/** A failure to write, in words. @param path what was to be written; where the system names another folder, that is said */
export function storageFailure(thrown: unknown, path: string): unknown {
  const { code, message, path: refused } = (thrown ?? {}) as NodeJS.ErrnoException;
  if (thrown instanceof Failure || typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return thrown;
  const folder = typeof refused === "string" ? dirname(resolve(refused)) : null;
  const isElsewhere = folder !== null && folder !== dirname(resolve(path)) && resolve(refused ?? "") !== dirname(resolve(path));
  return new Failure("storage", `${isElsewhere ? folder : path} can't be written. ${REASONS[code] ?? message}`, { cause: thrown });
}

/** What is left free for others, bytes, and at the most as a part of a disk: a stick is there to be filled (guess). */
const SPARE = { bytes: 64 << 20, part: 0.05 } as const;

const sizeWords = (bytes: number, round: (size: number) => number): string =>
  bytes < 1e6 ? `${round(bytes / 1e3)} kB` : `${round(bytes / 1e6)} MB`;

/** @throws Failure `storage` where the disk of a folder has not so much room; a disk that does not tell has */
export async function needRoom(folder: string, bytes: number): Promise<void> {
  const disk = await statfs(folder).catch(() => null);
  if (!disk) return;
  const free = disk.bavail * disk.bsize;
  const spare = Math.min(SPARE.bytes, disk.blocks * disk.bsize * SPARE.part);
  if (free >= bytes + spare) return;
  throw new Failure(
    "storage",
    `The edition needs about ${sizeWords(bytes, Math.ceil)} in ${folder}. ${sizeWords(free, Math.floor)} are free there, and ${sizeWords(spare, Math.ceil)} stay free for other programs. Make room, or take fewer articles or another format.`,
  );
}

/** Writes an empty file and deletes it. @throws a system's error where its folder can't be written to */
export async function probe(path: string): Promise<void> {
  await writeFile(path, "");
  await rm(path, { force: true });
}

/** The folder that a file lies in. */
export const folderOf = dirname;
