import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { Failure, type Rescue } from "../model/index.ts";
import { takeReady } from "./exchange.ts";
import { type FileState, readState, type TableRoot, writeState } from "./file-state.ts";
import { copyWhole, moveDatabase, removeDatabase, settleFolder } from "./files.ts";
import { MIGRATIONS } from "./migrations.ts";
import { createIndexing } from "./reindex.ts";
import { salvage } from "./salvage.ts";
import { brokenTable, columnsOf, createSealing, keepSeals, ownTables } from "./seals.ts";
import { searchTable } from "./search.ts";
import { rollBack } from "./together.ts";

/** How long a write waits for a reader of the same file, milliseconds (guess: longer than any read of ours). */
const BUSY = 5000;

/** Largest file that is checked at each opening, bytes: some 80 ms (measured: 10 ms a megabyte). */
const ALWAYS = 8_000_000;
/** Largest file that is checked before it is used when there is a reason to, bytes: some 0.6 s. A larger one is checked meanwhile. */
const AT_ONCE = 64_000_000;
/** How long a check holds, milliseconds: a week. */
const HOLDS = 7 * 24 * 3_600_000;
/** How many copies from before a migration are kept. */
const COPIES = 2;

/** SQLite's own words, and zlib's, for what is not, or no longer, what was written. */
const DAMAGED =
  /malformed|not a database|corrupt|unsupported file format|incorrect (?:data|header) check|invalid (?:stored|distance|block|code|literal)/i;

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGE_CODES: ReadonlySet<unknown> = new Set([11, 26]);

/** Whether an error says that the file is damaged. */
export const isDamage = (thrown: unknown): boolean =>
  thrown instanceof Error && (DAMAGED.test(thrown.message) || ("errcode" in thrown && DAMAGE_CODES.has(Number(thrown.errcode) & 0xff)));

/** An open library file of the newest version. */
export interface OpenFile {
  readonly database: DatabaseSyncInstance;
  /** Where a damaged one was set aside, null: it was whole. */
  readonly setAside: string | null;
  /** What was rescued of it, null: nothing. */
  readonly rescue: Rescue | null;
  /** Whether all of it should be checked soon. */
  readonly isDoubtful: boolean;
}

const versionOf = (database: DatabaseSyncInstance): number =>
  Number((database.prepare("PRAGMA user_version").get() as { readonly user_version: number }).user_version);

/** Opens a connection as ours are. A new file shrinks when something is deleted. */
function connect(path: string): DatabaseSyncInstance {
  const database = new DatabaseSync(path);
  try {
    database.exec(
      `PRAGMA busy_timeout = ${BUSY}; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`,
    );
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Looks whether the file is what it should be: its schema always, all of its pages where asked for. @throws what `isDamage` knows */
function look(database: DatabaseSyncInstance, state: FileState, all: boolean): void {
  const damage = (what: string): Error => new Error(`database disk image is malformed: ${what}`);
  const version = versionOf(database);
  // The number stands in the file's first bytes, and a wrong one would look like a newer Lectern's, or migrate anew.
  if (version < 0 || (state.version !== null && state.version !== version)) throw damage("its version");
  for (const [table, { columns }] of version > 0 ? Object.entries(state.tables) : []) {
    const found = columnsOf(database, table);
    if (columns.some((column) => !found.includes(column))) throw damage(`the table ${table}`);
  }
  if (!all) return;
  const found = database.prepare("PRAGMA quick_check").get() as { readonly quick_check?: unknown } | undefined;
  if (found?.quick_check !== "ok") throw damage(String(found?.quick_check));
  const broken = brokenTable(database);
  if (broken !== null) throw damage(`a row of ${broken}`);
}

/** Brings the file to the newest version, each step whole or not at all. */
function migrate(database: DatabaseSyncInstance): void {
  const before = versionOf(database);
  for (let step = before; step < MIGRATIONS.length; step += 1) {
    database.exec("BEGIN IMMEDIATE");
    try {
      if (versionOf(database) === step) database.exec(`${MIGRATIONS[step]}; PRAGMA user_version = ${step + 1};`);
      // Rows that a step changed were changed beside their seals.
      if (step + 1 >= FIRST_SEALED) database.exec("DELETE FROM seal");
      database.exec("COMMIT");
    } catch (thrown) {
      rollBack(database);
      throw thrown;
    }
  }
}

/** The version that has seals first. */
const FIRST_SEALED = MIGRATIONS.findIndex((step) => step.includes("CREATE TABLE seal")) + 1;

/** Copies the library as it is before it is changed, and keeps the last copies. @throws Failure `no-room` */
function copyBefore(path: string, version: number): void {
  copyWhole(path, `${path}.before-${version}`);
  const folder = dirname(path);
  const name = `${basename(path)}.before-`;
  const copies = readdirSync(folder)
    .filter((file) => file.startsWith(name) && /^\d+$/.test(file.slice(name.length)))
    .sort((one, other) => Number(other.slice(name.length)) - Number(one.slice(name.length)));
  for (const old of copies.slice(COPIES)) rmSync(join(folder, old), { force: true });
}

function rootsOf(database: DatabaseSyncInstance): Readonly<Record<string, TableRoot>> {
  const page = database.prepare("SELECT rootpage AS page FROM sqlite_schema WHERE type = 'table' AND name = ?");
  const key = database.prepare("SELECT name FROM pragma_table_info(?) WHERE pk = 1 AND type = 'INTEGER'");
  return Object.fromEntries(
    [...ownTables(database), "seal"].map((table) => [
      table,
      {
        page: (page.get(table) as { readonly page: number }).page,
        columns: columnsOf(database, table),
        key: (key.get(table) as { readonly name: string } | undefined)?.name ?? null,
      },
    ]),
  );
}

/** Opens a file that is whole. @throws what `isDamage` knows for one that is not; Failure `newer`, `no-room` */
function openWhole(path: string, state: FileState, all: boolean): DatabaseSyncInstance {
  let database = connect(path);
  try {
    look(database, state, all);
    const version = versionOf(database);
    if (version > MIGRATIONS.length)
      throw new Failure("newer", "The library was written by a newer Lectern. Install that one, or choose another folder.");
    if (version > 0 && version < MIGRATIONS.length) {
      // Closed: to copy a file that is open would end the system's locks on it.
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      database.close();
      copyBefore(path, version);
      // Whoever is killed between the last step and the note of it finds a version that nobody noted, and no damage.
      writeState(path, { version: null });
      database = connect(path);
    }
    migrate(database);
    return database;
  } catch (thrown) {
    if (database.isOpen) database.close();
    throw thrown;
  }
}

/** The name that a damaged file gets. */
function asideName(path: string): string {
  const stamp = statSync(path).mtime.toISOString().replace(/[:.]/g, "-");
  let name = `${path}.damaged-${stamp}`;
  for (let count = 2; existsSync(name); count += 1) name = `${path}.damaged-${stamp}-${count}`;
  return name;
}

/**
 * Makes a new library of what can be read of a damaged one, and puts it in its place only when it is whole: whoever is killed meanwhile
 * begins again.
 */
function rebuild(path: string, state: FileState): { readonly setAside: string; readonly rescue: Rescue | null } {
  const fresh = `${path}.rescued`;
  const setAside = asideName(path);
  removeDatabase(fresh);
  const database = connect(fresh);
  let rescue: Rescue | null = null;
  try {
    // Nothing counts before the end.
    database.exec("PRAGMA synchronous = OFF");
    migrate(database);
    keepSeals(database);
    rescue = salvage(path, state, database);
    database.exec("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    database.close();
  }
  // Reading left a journal where there was none.
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0)
    for (const part of ["-wal", "-shm"]) rmSync(path + part, { force: true });
  moveDatabase(path, setAside);
  moveDatabase(fresh, path);
  settleFolder(path);
  return { setAside, rescue: rescue === null ? null : { ...rescue, file: setAside } };
}

/** Steps of taking texts into the index that an opening waits for: some 2,000 texts, two seconds. The others follow when it is quiet. */
const AT_OPENING = 100;

/**
 * Opens the library's file, made when it is not there. One of an older version is copied, then brought to the newest; of a damaged one
 * all that can be read is taken over into a new one, and it is set aside. `unclean`: the last owner did not let it go.
 * @throws Failure `newer`, `no-room`
 */
export function openFile(path: string, unclean: boolean, now: Date): OpenFile {
  takeReady(path);
  const fresh = `${path}.rescued`;
  // A rescue that was whole, and was ended before its last step; one that was not is begun again.
  if (!existsSync(path) && existsSync(fresh)) moveDatabase(fresh, path);
  else removeDatabase(fresh);
  const state = readState(path);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const isOld = state.checked === null || Math.abs(now.getTime() - Date.parse(state.checked)) > HOLDS;
  const isDoubtful = size > 0 && (unclean || isOld);
  const all = size > 0 && (size <= ALWAYS || (isDoubtful && size <= AT_ONCE));
  let database: DatabaseSyncInstance;
  let damage: ReturnType<typeof rebuild> | null = null;
  try {
    if (state.damaged && size > 0) throw new Error("The library was found malformed");
    database = openWhole(path, state, all);
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown;
    damage = rebuild(path, state);
    database = openWhole(path, readState(""), true);
  }
  try {
    keepSeals(database);
    const isNew = size === 0 || damage !== null;
    writeState(path, { ...(all || isNew ? { checked: now.toISOString() } : {}), damaged: false, ...shapeOf(database) });
    if (damage !== null) {
      const index = createIndexing(database, searchTable(database));
      for (let step = 0; step < AT_OPENING && index(); step += 1);
    }
    return {
      database,
      setAside: damage?.setAside ?? null,
      rescue: damage?.rescue ?? null,
      isDoubtful: isDoubtful && !all && damage === null,
    };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function shapeOf(database: DatabaseSyncInstance): Pick<FileState, "version" | "pageSize" | "tables"> {
  const { page_size: pageSize } = database.prepare("PRAGMA page_size").get() as { readonly page_size: number };
  return { version: versionOf(database), pageSize, tables: rootsOf(database) };
}

/** A library that is kept nowhere. */
export function openNowhere(): DatabaseSyncInstance {
  const database = connect(":memory:");
  migrate(database);
  keepSeals(database);
  return database;
}

/** What an idle moment can do for the file: each call is one small step, and answers with whether there may be more. */
export function createRepairs(database: DatabaseSyncInstance): () => boolean {
  const seal = createSealing(database);
  const index = createIndexing(database, searchTable(database));
  return () => seal() || index();
}
