import { closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "../model/index.ts";

/** A database in files: the file itself, its journal, and the journal's index. */
const PARTS = ["", "-wal", "-shm"] as const;

/** Makes sure that what was written is on the disk. */
export function settle(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes sure that a folder's list of names is on the disk, where the system lets one. */
export function settleFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Writes a file as a whole, or leaves it as it is. */
export function writeWhole(path: string, text: string): void {
  const aside = `${path}.new`;
  try {
    writeFileSync(aside, text, { flush: true });
    renameSync(aside, path);
  } catch (thrown) {
    rmSync(aside, { force: true });
    throw thrown;
  }
}

/** Room that is left on a disk beside what is asked for, bytes: so that the next write does not fail (guess). */
const MARGIN = 8_000_000;

/** Whether so many bytes more fit beside a file. True where the system does not say. */
export function hasRoom(path: string, bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize > bytes + MARGIN;
  } catch {
    return true;
  }
}

/** Copies a file as a whole or not at all. @throws Failure `no-room` */
export function copyWhole(from: string, to: string): void {
  const { size } = statSync(from);
  const noRoom = (cause?: unknown): Failure =>
    new Failure(
      "no-room",
      `The disk has no room for a copy of the library: ${Math.ceil(size / 1_000_000)} MB are needed in ${dirname(to)}.`,
      {
        cause,
      },
    );
  if (!hasRoom(to, size)) throw noRoom();
  const aside = `${to}.new`;
  try {
    copyFileSync(from, aside, constants.COPYFILE_FICLONE);
    settle(aside);
    renameSync(aside, to);
    settleFolder(to);
  } catch (thrown) {
    rmSync(aside, { force: true });
    if (["ENOSPC", "EDQUOT"].includes((thrown as NodeJS.ErrnoException).code ?? "")) throw noRoom(thrown);
    throw thrown;
  }
}

/** Moves a database with all of its parts; what is there already goes. */
export function moveDatabase(from: string, to: string): void {
  for (const part of PARTS) {
    rmSync(to + part, { force: true });
    try {
      renameSync(from + part, to + part);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "ENOENT") throw thrown;
    }
  }
}

/** Deletes a database with all of its parts. */
export function removeDatabase(path: string): void {
  for (const part of PARTS) rmSync(path + part, { force: true });
}

/** Makes a folder and those above it. Node's own `recursive` never ends where a folder's parent is there and refuses it as missing. */
export async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(path).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== "EEXIST" || !statSync(path).isDirectory()) throw thrown;
    });
  try {
    await make();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ENOENT" || dirname(path) === path) throw thrown;
    await makeFolder(dirname(path));
    await make();
  }
}
