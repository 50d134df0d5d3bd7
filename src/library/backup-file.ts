import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { appendFile, type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { backup, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { type BackupSummary, Failure } from "../model/index.ts";
import { hasRoom, settleFolder } from "./files.ts";

/** What stands before the summary at a backup's end. Before it the file is the library itself, as any SQLite reads it. */
const MARK = "\nLECTERN-LIBRARY ";
const FORMAT = 1;
/** Longest end of a backup, bytes. */
const LONGEST_END = 4096;
/** Pages that are copied in one step: some 5 ms, so that others are answered in between (measured: 20 µs a page). */
const PAGES = 256;
/** Bytes that are read at once. */
const CHUNK = 1_000_000;

/** What stands at a backup's end. */
export interface Manifest extends BackupSummary {
  readonly format: number;
  /** The library's version. */
  readonly version: number;
  readonly sha256: string;
}

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

function manifestIn(end: string): Manifest | null {
  const at = end.lastIndexOf(MARK);
  if (at < 0) return null;
  try {
    const given: unknown = JSON.parse(end.slice(at + MARK.length));
    if (typeof given !== "object" || given === null) return null;
    const { format, version, made, articles, feeds, items, bytes, sha256 } = given as Record<string, unknown>;
    if (![format, version, articles, feeds, items, bytes].every(isCount)) return null;
    if (typeof made !== "string" || Number.isNaN(Date.parse(made)) || typeof sha256 !== "string" || !/^[\da-f]{64}$/.test(sha256))
      return null;
    return { format, version, made, articles, feeds, items, bytes, sha256 } as Manifest;
  } catch {
    return null;
  }
}

const codeOf = (thrown: unknown): string => (thrown as NodeJS.ErrnoException).code ?? "";

/**
 * What a backup says of itself; nothing of it is checked yet.
 * @throws Failure `no-file`, `closed-file`, `unsupported` for what is no backup, `damaged` for one that is cut off, `newer`
 */
export async function readManifest(path: string, newest: number): Promise<Manifest> {
  let file: FileHandle | null = null;
  try {
    // Nobody may ever write into a pipe.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await file.stat();
    if (!found.isFile()) throw new Failure("unsupported", "This is no ordinary file.");
    const { size } = found;
    const length = Math.min(size, LONGEST_END);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const manifest = manifestIn(buffer.toString());
    if (manifest === null) {
      const { buffer: head } = await file.read(Buffer.alloc(16), 0, 16, 0);
      if (head.toString("latin1").startsWith("SQLite format 3")) throw new Failure("damaged", "The end of the backup is missing.");
      throw new Failure("unsupported", "This is no backup of a library.");
    }
    if (manifest.format > FORMAT || manifest.version > newest) throw new Failure("newer", "The backup was made by a newer Lectern.");
    if (size < manifest.bytes) throw new Failure("damaged", "A part of the backup is missing.");
    return manifest;
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    const code = codeOf(thrown);
    if (code === "ENOENT") throw new Failure("no-file", "There is no such file.", { cause: thrown });
    if (code === "EISDIR") throw new Failure("unsupported", "This is a folder.", { cause: thrown });
    throw new Failure(code === "EACCES" || code === "EPERM" ? "closed-file" : "storage", `The backup can't be read: ${String(thrown)}`, {
      cause: thrown,
    });
  } finally {
    await file?.close();
  }
}

async function hashOf(path: string, bytes: number, signal: AbortSignal, onBytes: (done: number) => void): Promise<string> {
  const hash = createHash("sha256");
  let done = 0;
  for await (const chunk of createReadStream(path, { end: bytes - 1, highWaterMark: CHUNK, signal })) {
    hash.update(chunk as Buffer);
    done += (chunk as Buffer).length;
    onBytes(done);
  }
  return hash.digest("hex");
}

/** What is written about a library that is backed up. */
export type Counts = Pick<Manifest, "version" | "made" | "articles" | "feeds" | "items">;

/** What is in an open library. */
export const countsOf = (database: DatabaseSyncInstance): Omit<Counts, "made"> =>
  database
    .prepare(
      `SELECT (SELECT user_version FROM pragma_user_version()) AS version, (SELECT count(*) FROM article) AS articles,
         (SELECT count(*) FROM feed WHERE removed IS NULL) AS feeds, (SELECT count(*) FROM item) AS items`,
    )
    .get() as unknown as Omit<Counts, "made">;

/**
 * Writes all of an open library into one file, as it is at one moment: whole or not at all, and another file of that name stays until
 * then. Others can write to the library meanwhile.
 * @throws Failure `bad-input` for the library's own file, `storage`; the signal's reason when aborted
 */
export async function writeBackup(
  database: DatabaseSyncInstance,
  to: string,
  counts: Counts,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<BackupSummary> {
  const own = database.location();
  if (own !== null && resolve(to).startsWith(resolve(own))) throw new Failure("bad-input", "The library can't be backed up into itself.");
  const aside = `${to}.part-${process.pid}`;
  const { size } = database.prepare("SELECT page_count * page_size AS size FROM pragma_page_count(), pragma_page_size()").get() as {
    readonly size: number;
  };
  if (!hasRoom(to, size))
    throw new Failure("storage", `The disk has no room for the backup: ${Math.ceil(size / 1_000_000)} MB are needed.`);
  try {
    signal.throwIfAborted();
    await backup(database, aside, {
      rate: PAGES,
      progress({ totalPages, remainingPages }) {
        signal.throwIfAborted();
        onProgress(totalPages === 0 ? 0 : (0.7 * (totalPages - remainingPages)) / totalPages);
      },
    });
    const { size: bytes } = await stat(aside);
    const sha256 = await hashOf(aside, bytes, signal, (done) => onProgress(0.7 + (0.3 * done) / bytes));
    const manifest: Manifest = { format: FORMAT, ...counts, bytes, sha256 };
    await appendFile(aside, `${MARK}${JSON.stringify(manifest)}\n`);
    const file = await open(aside, "r+");
    await file.sync().finally(() => file.close());
    signal.throwIfAborted();
    await rename(aside, to);
    settleFolder(to);
    return summaryOf(manifest);
  } catch (thrown) {
    for (const part of ["", "-journal", "-wal", "-shm"]) await rm(aside + part, { force: true });
    signal.throwIfAborted();
    if (thrown instanceof Failure) throw thrown;
    throw new Failure("storage", `The backup can't be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
      cause: thrown,
    });
  }
}

/** What a person is told of a backup. */
export const summaryOf = ({ made, articles, feeds, items, bytes }: BackupSummary): BackupSummary => ({
  made,
  articles,
  feeds,
  items,
  bytes,
});

/**
 * Copies the library out of a backup into a file of ours, checked byte by byte: whole or not at all.
 * @throws Failure `damaged`, `storage`; the signal's reason when aborted
 */
export async function copyOut(
  from: string,
  manifest: Manifest,
  to: string,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<void> {
  if (!hasRoom(to, manifest.bytes))
    throw new Failure("storage", `The disk has no room for the library: ${Math.ceil(manifest.bytes / 1_000_000)} MB are needed.`);
  const out = await open(to, "w").catch((thrown: unknown) => {
    throw new Failure("storage", `The library's folder can't be written to: ${String(thrown)}`, { cause: thrown });
  });
  try {
    const hash = createHash("sha256");
    let done = 0;
    for await (const chunk of createReadStream(from, { end: manifest.bytes - 1, highWaterMark: CHUNK, signal })) {
      hash.update(chunk as Buffer);
      await out.write(chunk as Buffer);
      done += (chunk as Buffer).length;
      onProgress(done / manifest.bytes);
    }
    if (done !== manifest.bytes || hash.digest("hex") !== manifest.sha256)
      throw new Failure("damaged", "The backup is not as it was written.");
    await out.sync();
    await out.close();
  } catch (thrown) {
    await out.close().catch(() => {});
    await rm(to, { force: true });
    signal.throwIfAborted();
    if (thrown instanceof Failure) throw thrown;
    throw new Failure("storage", `The library can't be taken out of the backup: ${String(thrown)}`, { cause: thrown });
  }
}
