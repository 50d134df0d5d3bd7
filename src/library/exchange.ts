import { existsSync, renameSync, rmSync } from "node:fs";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { type BackupSummary, Failure } from "../model/index.ts";
import { copyOut, readManifest, summaryOf } from "./backup-file.ts";
import { forgetState } from "./file-state.ts";
import { moveDatabase, removeDatabase, settleFolder } from "./files.ts";
import { MIGRATIONS } from "./migrations.ts";

/** Largest library that is checked page by page beside its checksum, bytes: half a second. */
const CHECKED = 64_000_000;

/** The library that takes the place of the present one at the next opening; and the one whose place was taken last. */
const readyPath = (library: string): string => `${library}.ready`;
const formerPath = (library: string): string => `${library}.former`;

/** Where the library goes whose place another takes, and whether one waits to take it at the next opening. */
export const exchangeOf = (library: string): { readonly former: string; readonly waits: boolean } => ({
  former: formerPath(library),
  waits: existsSync(readyPath(library)),
});

/** What a backup says of itself. @throws Failure `no-file`, `closed-file`, `unsupported`, `damaged`, `newer` */
export const inspectBackup = async (from: string): Promise<BackupSummary> => summaryOf(await readManifest(from, MIGRATIONS.length));

/** What a database does by itself: each trigger and view, as it was written. */
const deedsOf = (database: DatabaseSyncInstance): ReadonlySet<string> =>
  new Set(
    database
      .prepare("SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
      .all()
      .map((row) => JSON.stringify(row)),
  );

/**
 * Whether a library does what one of its version does, and nothing else: a stranger's could delete or change what it is not asked to.
 * @param version steps of the store's history
 */
function doesAsOurs(database: DatabaseSyncInstance, version: number): boolean {
  const ours = new DatabaseSync(":memory:");
  try {
    for (const step of MIGRATIONS.slice(0, version)) ours.exec(step);
    const [expected, found] = [deedsOf(ours), deedsOf(database)];
    return expected.size === found.size && [...found].every((deed) => expected.has(deed));
  } finally {
    ours.close();
  }
}

/**
 * Makes the library in a backup ready to take the place of the present one at its next opening. It is checked first; nothing changes
 * when anything is wrong with it.
 * @throws Failure as `inspectBackup`, `storage`; the signal's reason when aborted
 */
export async function prepareRestore(
  library: string,
  from: string,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<BackupSummary> {
  const manifest = await readManifest(from, MIGRATIONS.length);
  const aside = `${readyPath(library)}.new`;
  removeDatabase(aside);
  await copyOut(from, manifest, aside, signal, onProgress);
  try {
    const database = new DatabaseSync(aside, { readOnly: true });
    try {
      const { user_version: version } = database.prepare("PRAGMA user_version").get() as { readonly user_version: number };
      if (version !== manifest.version) throw new Error("it has another version than it says");
      if (!doesAsOurs(database, version)) throw new Error("it has triggers or views that are not Lectern's");
      const { quick_check: check } =
        manifest.bytes > CHECKED ? { quick_check: "ok" } : (database.prepare("PRAGMA quick_check").get() ?? {});
      if (check !== "ok") throw new Error(String(check));
    } finally {
      database.close();
    }
    for (const part of ["-wal", "-shm"]) rmSync(aside + part, { force: true });
    signal.throwIfAborted();
    renameSync(aside, readyPath(library));
    settleFolder(library);
  } catch (thrown) {
    removeDatabase(aside);
    signal.throwIfAborted();
    throw new Failure("damaged", `The library in the backup can't be used: ${String(thrown)}`, { cause: thrown });
  }
  return summaryOf(manifest);
}

/** Whether there is a library whose place was taken. */
export const hasFormer = (library: string): boolean => existsSync(formerPath(library));

/** Makes the library whose place was taken ready to take it back at the next opening. @throws Failure `not-found` */
export function prepareUndo(library: string): void {
  if (!hasFormer(library)) throw new Failure("not-found", "There is no former library.");
  moveDatabase(formerPath(library), readyPath(library));
}

/** Before the library is opened: puts one that is ready in its place, and keeps the one that was there. Can be cut off at any moment. */
export function takeReady(library: string): void {
  const ready = readyPath(library);
  removeDatabase(`${ready}.new`);
  if (!existsSync(ready)) return;
  forgetState(library);
  if (existsSync(library)) moveDatabase(library, formerPath(library));
  moveDatabase(ready, library);
  settleFolder(library);
}
