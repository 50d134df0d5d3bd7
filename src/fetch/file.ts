import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Failure } from "../model/index.ts";
import { tooLarge } from "./decode-body.ts";

/** The path that a `file:` address names. @throws Failure `bad-input` */
export function pathOfAddress(address: string): string {
  try {
    return fileURLToPath(address);
  } catch (error) {
    throw new Failure("bad-input", "This file address does not name a file of this computer.", { cause: error });
  }
}

const FAILURES: Readonly<Record<string, readonly ["no-file" | "closed-file" | "bad-input", string]>> = {
  ENOENT: ["no-file", "There is no such file."],
  ENOTDIR: ["no-file", "There is no such file."],
  ENAMETOOLONG: ["no-file", "There is no such file: the name is too long."],
  EACCES: ["closed-file", "This file may not be read."],
  EPERM: ["closed-file", "This file may not be read."],
  ELOOP: ["bad-input", "This link leads to itself."],
};

function describe(error: unknown): unknown {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const known = FAILURES[code];
  return known ? new Failure(known[0], known[1], { cause: error }) : error;
}

/**
 * The bytes of a regular file. `limitOf`: the most bytes of one that begins like this.
 * @throws Failure `no-file`, `closed-file` when it may not be read, `bad-input` for a folder or a device, `too-large`
 */
export async function readRegularFile(
  path: string,
  limitOf: (head: Uint8Array) => number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (path.includes("\0")) throw new Failure("bad-input", "This is not the name of a file.");
  let file: FileHandle | null = null;
  try {
    // Looked at before it is opened, because opening a device can do something, and again after, because it can have been exchanged.
    refuseIrregular(await stat(path));
    signal?.throwIfAborted();
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    refuseIrregular(await file.stat());
    return await readUpTo(file, limitOf, signal);
  } catch (error) {
    throw describe(error);
  } finally {
    await file?.close();
  }
}

function refuseIrregular(found: { isFile(): boolean; isDirectory(): boolean }): void {
  if (found.isDirectory()) throw new Failure("bad-input", "This is a folder, not a file.");
  if (!found.isFile()) throw new Failure("bad-input", "This is a device, not a file.");
}

/** Counts what it reads: the size that a file says can be wrong or grow. */
async function readUpTo(file: FileHandle, limitOf: (head: Uint8Array) => number, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const STEP = 1 << 18;
  const parts: Buffer[] = [];
  let length = 0;
  let limit: number | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead, buffer } = await file.read(Buffer.alloc(STEP), 0, STEP);
    if (bytesRead === 0) return new Uint8Array(Buffer.concat(parts));
    length += bytesRead;
    limit ??= limitOf(buffer.subarray(0, bytesRead));
    if (length > limit) throw tooLarge(limit);
    parts.push(buffer.subarray(0, bytesRead));
  }
}
