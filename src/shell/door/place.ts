import { createHash, randomBytes } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What the one who has the library leaves for those who come to its door. Only its own user can read it. */
export interface DoorNote {
  /** The path of a socket, or the name of a pipe. */
  readonly address: string;
  /** Said by whoever comes: who can read the note is the user. */
  readonly token: string;
  readonly version: string;
  readonly pid: number;
}

/** Longest path of a socket, bytes: macOS has 104 with the zero at its end (sys/un.h), Linux 108. */
const LONGEST_PATH = 100;

const isOwn = (path: string, wantsFolder: boolean): boolean => {
  const found = lstatSync(path);
  if (wantsFolder ? !found.isDirectory() : !found.isFile()) return false;
  // Windows keeps a user's own folders to the user; its files have no such marks.
  if (process.platform === "win32") return true;
  return found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
};

/** A folder that is only its user's, made where it is missing. @throws Error where it is somebody else's */
function ownFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (lstatSync(path).isDirectory() && lstatSync(path).uid === process.getuid?.()) chmodSync(path, 0o700);
  if (!isOwn(path, true)) throw new Error(`The folder ${path} is not only ours.`);
  return path;
}

const doorFolder = (library: string): string => join(dirname(library), "door");
const notePath = (library: string): string => join(doorFolder(library), "note.json");

/** Where the socket of a library may be, the best first: beside it, or in the temporary folder where that path would be too long. */
export function socketPlaces(library: string, platform: NodeJS.Platform = process.platform): readonly string[] {
  if (platform === "win32") return [`\\\\.\\pipe\\lectern-${randomBytes(12).toString("hex")}`];
  const short = createHash("sha256").update(library).digest("hex").slice(0, 16);
  const folder = process.env.XDG_RUNTIME_DIR || tmpdir();
  return [join(doorFolder(library), "socket"), join(folder, `lectern-door-${process.getuid?.() ?? "user"}`, short)].filter(
    (path) => Buffer.byteLength(path) <= LONGEST_PATH,
  );
}

/** Makes a socket's place ready: its folder is ours, and nothing is left of one that was killed. Only for whoever has the library. */
export async function clearPlace(address: string): Promise<void> {
  if (process.platform === "win32") return;
  ownFolder(dirname(address));
  await rm(address, { force: true });
}

/** Leaves the note, whole or not at all. */
export async function writeNote(library: string, note: DoorNote): Promise<void> {
  ownFolder(doorFolder(library));
  const path = notePath(library);
  await writeFile(`${path}.new`, JSON.stringify(note), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** The note of whoever has the library, null: there is none that can be believed. */
export async function readNote(library: string): Promise<DoorNote | null> {
  try {
    const path = notePath(library);
    if (!isOwn(doorFolder(library), true) || !isOwn(path, false)) return null;
    const { address, token, version, pid } = JSON.parse(await readFile(path, "utf8")) as Readonly<Record<string, unknown>>;
    if (typeof address !== "string" || typeof token !== "string" || typeof version !== "string" || typeof pid !== "number") return null;
    if (process.platform !== "win32" && !isOwn(dirname(address), true)) return null;
    return { address, token, version, pid };
  } catch {
    return null;
  }
}

/** Takes the note and the socket away. */
export async function removeNote(library: string, address: string): Promise<void> {
  await rm(notePath(library), { force: true }).catch(() => {});
  if (process.platform !== "win32") await rm(address, { force: true }).catch(() => {});
}
