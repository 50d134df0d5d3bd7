import { closeSync, copyFileSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import type { FileState } from "./file-state.ts";
import { hasRoom } from "./files.ts";
import { type FoundRow, readableRows } from "./rows.ts";
import { columnsOf } from "./seals.ts";

/** A damaged library, as far as it can be read. */
export interface DamagedFile {
  /** A table's columns; none where it has no such table. */
  columns(table: string): readonly string[];
  rows(table: string): Generator<FoundRow>;
  /** Whether some of the rows that were asked for could not be reached. */
  hasGaps(): boolean;
  /** How many rows a table had, by whichever of its trees can still be counted; null: by none. */
  count(table: string): number | null;
  close(): void;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A database whose tables have their own names (`stored` null) or, of a file whose beginning was made anew, other columns. */
function reading(database: DatabaseSyncInstance, state: FileState, stored: boolean, close: () => void): DamagedFile {
  const columns = (table: string): readonly string[] => (stored ? (state.tables[table]?.columns ?? []) : columnsOf(database, table));
  let gaps = false;
  const onGap = (): void => {
    gaps = true;
  };
  return {
    columns,
    hasGaps: () => gaps,
    *rows(table) {
      try {
        const names = columns(table);
        if (names.length > 0) yield* readableRows(database, table, stored ? names.map((_, index) => `c${index}`) : names, onGap);
      } catch {
        // Not even the table's beginning can be read.
        gaps = true;
      }
    },
    count(table) {
      for (const how of ["", " NOT INDEXED"]) {
        try {
          return Number(
            (database.prepare(`SELECT count(*) AS count FROM ${quoted(table)}${how}`).get() as { readonly count: number }).count,
          );
        } catch {
          // This tree is damaged too.
        }
      }
      return null;
    },
    close,
  };
}

/** The file as it is; null when its beginning is damaged. */
function asIs(file: string, state: FileState): DamagedFile | null {
  let database: DatabaseSyncInstance | null = null;
  try {
    const opened = new DatabaseSync(file, { readOnly: true });
    database = opened;
    const roots = new Map(
      (
        opened.prepare("SELECT name, rootpage AS page FROM sqlite_schema WHERE type = 'table'").all() as {
          readonly name: string;
          readonly page: number;
        }[]
      ).map(({ name, page }) => [name, page]),
    );
    const known = Object.entries(state.tables);
    const isRight = known.length > 0 ? known.every(([name, { page }]) => roots.get(name) === page) : roots.has("setting");
    if (!isRight || known.some(([name]) => columnsOf(opened, name).length === 0)) throw new Error("The schema is damaged");
    return reading(opened, state, false, () => opened.close());
  } catch {
    database?.close();
    return null;
  }
}

/** A first page that leads to the tables where they are. */
function firstPage(file: string, state: FileState): Buffer {
  const plan = `${file}.plan`;
  rmSync(plan, { force: true });
  const database = new DatabaseSync(plan, { defensive: false });
  try {
    database.exec(`PRAGMA page_size = ${state.pageSize}; PRAGMA journal_mode = OFF`);
    for (const [name, { columns, key }] of Object.entries(state.tables))
      database.exec(
        `CREATE TABLE ${quoted(name)} (${columns.map((column, index) => `c${index}${column === key ? " INTEGER PRIMARY KEY" : ""}`).join(", ")})`,
      );
    database.exec("PRAGMA writable_schema = ON");
    const move = database.prepare("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?");
    for (const [name, { page }] of Object.entries(state.tables)) move.run(page, name);
  } finally {
    database.close();
  }
  const page = Buffer.alloc(state.pageSize);
  const handle = openSync(plan, "r");
  readSync(handle, page, 0, state.pageSize, 0);
  closeSync(handle);
  rmSync(plan, { force: true });
  return page;
}

/**
 * A copy of the file with a new beginning, by what was noted of it. Offsets: SQLite's file format, 1.3, "The Database Header".
 */
function withNewBeginning(file: string, state: FileState): DamagedFile | null {
  const copy = `${file}.reading`;
  const { size } = statSync(file);
  if (Object.keys(state.tables).length === 0 || !hasRoom(file, size)) return null;
  let database: DatabaseSyncInstance | null = null;
  const end = (): void => {
    database?.close();
    for (const part of ["", "-journal", "-wal", "-shm"]) rmSync(copy + part, { force: true });
  };
  try {
    const page = firstPage(file, state);
    page.writeUInt8(1, 18);
    page.writeUInt8(1, 19);
    page.writeUInt32BE(Math.floor(size / state.pageSize), 28);
    // Nothing is free, and no page says whose it is: nothing of that is needed to read.
    page.fill(0, 32, 40);
    page.fill(0, 52, 56);
    page.writeUInt32BE(page.readUInt32BE(24), 92);
    copyFileSync(file, copy);
    const handle = openSync(copy, "r+");
    writeSync(handle, page, 0, page.length, 0);
    closeSync(handle);
    const opened = new DatabaseSync(copy, { readOnly: true });
    database = opened;
    opened.prepare("SELECT count(*) FROM sqlite_schema").get();
    return reading(opened, state, true, end);
  } catch {
    end();
    return null;
  }
}

/** Opens a damaged library for reading; null when there is no way into it. */
export const openDamaged = (file: string, state: FileState): DamagedFile | null => asIs(file, state) ?? withNewBeginning(file, state);
