import { renameSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { Failure, type LexiconEntry, type Settings } from "../model/index.ts";
import { createLexiconStore } from "./lexicon.ts";
import { type Library, libraryIn } from "./library.ts";
import { MIGRATIONS } from "./migrations.ts";
import { claimLibrary, type OwnerKind } from "./owner.ts";
import { settingTable } from "./settings.ts";
import { storage } from "./storage.ts";

/** How long a write waits for a reader of the same file, milliseconds (guess: longer than any read of ours). */
const BUSY = 5000;

function openDatabase(path: string): DatabaseSyncInstance {
  const database = new DatabaseSync(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`);
    const found = database.prepare("PRAGMA quick_check").get() as { readonly quick_check?: unknown } | undefined;
    if (found?.quick_check !== "ok") throw new Error("database disk image is malformed");
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** SQLite's own words for a file that is not, or no longer, a database. */
const DAMAGED = /malformed|not a database|corrupt/i;

/** Brings the file to the newest version, each step whole or not at all. @throws Failure `newer` for a file of a newer Lectern */
function migrate(database: DatabaseSyncInstance): void {
  const version = (): number => Number((database.prepare("PRAGMA user_version").get() as { readonly user_version: number }).user_version);
  if (version() > MIGRATIONS.length)
    throw new Failure("newer", "The library was written by a newer Lectern. Install that one, or choose another folder.");
  for (let step = version(); step < MIGRATIONS.length; step += 1) {
    database.exec("BEGIN IMMEDIATE");
    try {
      if (version() === step) database.exec(`${MIGRATIONS[step]}; PRAGMA user_version = ${step + 1};`);
      database.exec("COMMIT");
    } catch (thrown) {
      database.exec("ROLLBACK");
      throw thrown;
    }
  }
}

const inMemory = (path: string): boolean => path === ":memory:";

/**
 * Opens the library in a file for this process alone, made with its folder when it is not there; `:memory:` keeps nothing. A damaged file
 * is set aside beside it, and an empty library begins. `kind`: what others are told of who has it.
 * @throws Failure `in-use` when another has it, `newer` for a file of a newer Lectern, `storage` when the file can't be opened or made
 */
export async function openLibrary(path: string, kind: OwnerKind = "command"): Promise<Library> {
  if (!inMemory(path)) {
    await makeFolder(dirname(path)).catch((thrown: unknown) => {
      throw new Failure("storage", `The folder ${dirname(path)} can't be made: ${String(thrown)}`, { cause: thrown });
    });
  }
  const claim = inMemory(path) ? null : await claimLibrary(path, kind);
  let setAside: string | null = null;
  let database: DatabaseSyncInstance | null = null;
  try {
    return storage(() => {
      try {
        database = openDatabase(path);
      } catch (thrown) {
        if (inMemory(path) || !(thrown instanceof Error) || !DAMAGED.test(thrown.message)) throw thrown;
        setAside = aside(path);
        database = openDatabase(path);
      }
      migrate(database);
      return libraryIn(database, setAside, () => claim?.release());
    });
  } catch (thrown) {
    (database as DatabaseSyncInstance | null)?.close();
    claim?.release();
    throw thrown;
  }
}

/**
 * What a listener has of settings and words, read beside whoever has the library. Changes nothing.
 * @throws Failure `storage` when the file can't be read
 */
export function readTaste(path: string): { readonly settings: Settings; readonly entries: readonly LexiconEntry[] } {
  return storage(() => {
    const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY });
    try {
      return {
        settings: settingTable(database).all(),
        entries: createLexiconStore(database)
          .all()
          .map(({ entry }) => entry),
      };
    } finally {
      database.close();
    }
  });
}

/** Makes a folder and those above it. Node's own `recursive` never ends where a folder's parent is there and refuses it as missing. */
async function makeFolder(path: string): Promise<void> {
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

/** Moves a damaged file and what belongs to it out of the way; answers with its new name. */
function aside(path: string): string {
  const stamp = statSync(path).mtime.toISOString().replace(/[:.]/g, "-");
  const name = `${path}.damaged-${stamp}`;
  for (const suffix of ["", "-wal", "-shm"]) {
    try {
      renameSync(path + suffix, name + suffix);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "ENOENT") throw thrown;
    }
  }
  return name;
}
