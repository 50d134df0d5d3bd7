import { crc32 } from "node:zlib";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";

/** A value as the driver takes and gives it. */
export type Value = string | number | bigint | null | Uint8Array;

/** How many tables a row's number in `seal` has room for. */
const TABLES = 4096;

/** The number under which a row's seal is kept: the row's own and its table's. */
export const sealId = (table: string, row: number): number => row * TABLES + (crc32(table) % TABLES);

const add = (sum: number, value: Value): number =>
  value instanceof Uint8Array
    ? crc32(value, crc32("b", sum))
    : crc32(value === null ? "n" : `${typeof value === "string" ? "s" : "d"}${value}`, sum);

/** A checksum of a row's values, in the order of its table's columns. */
export const sealOf = (values: readonly Value[]): number => values.reduce(add, 0);

/** Whether a row's values are those that were sealed; its table may have got more columns since. */
export function isSealed(values: readonly Value[], seal: number): boolean {
  let sum = 0;
  return values.some((value) => {
    sum = add(sum, value);
    return sum === seal;
  });
}

/** What is rebuilt from other tables, or is SQLite's own: nothing to seal, nothing to rescue. */
const DERIVED = /^(sqlite_.*|search(_.*)?|searched|seal|ready)$/;

/** The tables that hold what nothing else holds. */
export const ownTables = (database: DatabaseSyncInstance): readonly string[] =>
  (database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { readonly name: string }[])
    .map(({ name }) => name)
    .filter((name) => !DERIVED.test(name));

/** A table's columns, in order. */
export const columnsOf = (database: DatabaseSyncInstance, table: string): readonly string[] =>
  (database.prepare("SELECT name FROM pragma_table_info(?)").all(table) as { readonly name: string }[]).map(({ name }) => name);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const teachSeals = (database: DatabaseSyncInstance): void =>
  database.function("seal_of", { varargs: true, deterministic: true }, (...values: Value[]) => sealOf(values));

/** More wrong seals than this share of a table's: then it is the seals that are wrong. */
const MOST_WRONG = 0.5;

/** A table with a row that is not what was written, null: every row that has a seal is. It takes 20 µs a row. */
export function brokenTable(database: DatabaseSyncInstance): string | null {
  const tables = ownTables(database);
  if (columnsOf(database, "seal").length === 0) return null;
  teachSeals(database);
  return (
    tables.find((table) => {
      const columns = columnsOf(database, table)
        .map((column) => `own.${quoted(column)}`)
        .join(", ");
      const { all, wrong } = database
        .prepare(
          `SELECT count(*) AS "all", coalesce(sum(seal.sum <> seal_of(${columns})), 0) AS wrong
           FROM ${quoted(table)} AS own NOT INDEXED JOIN seal ON seal.id = own.rowid * ${TABLES} + ${crc32(table) % TABLES}`,
        )
        .get() as { readonly all: number; readonly wrong: number };
      return wrong > 0 && wrong <= all * MOST_WRONG;
    }) ?? null
  );
}

/**
 * Lets every row that this connection writes have its checksum beside it, so that what is rescued from a damaged file is known to be
 * true. Temporary triggers: what others write to the file has none, and is told by its looks.
 */
export function keepSeals(database: DatabaseSyncInstance): void {
  teachSeals(database);
  // Replaced rows are deleted ones to a trigger only so.
  database.exec("PRAGMA recursive_triggers = ON");
  for (const table of ownTables(database)) {
    const number = crc32(table) % TABLES;
    const sum = `seal_of(${columnsOf(database, table)
      .map((column) => `new.${quoted(column)}`)
      .join(", ")})`;
    // No `OR REPLACE`: in a trigger, the way of the statement that set it off would count instead.
    const write = `INSERT INTO seal (id, sum) VALUES (new.rowid * ${TABLES} + ${number}, ${sum})
      ON CONFLICT (id) DO UPDATE SET sum = excluded.sum;`;
    database.exec(
      `CREATE TEMP TRIGGER ${quoted(`seal_add_${table}`)} AFTER INSERT ON main.${quoted(table)} BEGIN ${write} END;
       CREATE TEMP TRIGGER ${quoted(`seal_change_${table}`)} AFTER UPDATE ON main.${quoted(table)} BEGIN ${write} END;
       CREATE TEMP TRIGGER ${quoted(`seal_drop_${table}`)} AFTER DELETE ON main.${quoted(table)} BEGIN
         DELETE FROM seal WHERE id = old.rowid * ${TABLES} + ${number};
       END;`,
    );
  }
}

/** Rows that are sealed in one step: some 10 ms (measured: 18 µs a row, and their reading). */
const STEP = 200;

/**
 * Seals rows that have none, a few at a time: after a migration, which changes rows beside the seals. Answers with whether there may be
 * more; call it again then. Begins anew for each opening.
 */
export function createSealing(database: DatabaseSyncInstance): () => boolean {
  const tables = [...ownTables(database)];
  let last = -1;
  const starts = database.prepare("SELECT 1 FROM seal LIMIT 1");
  let isNeeded = starts.get() === undefined;
  return () => {
    const table = isNeeded ? tables.at(-1) : undefined;
    if (table === undefined) return false;
    const columns = columnsOf(database, table).map(quoted).join(", ");
    const next = database.prepare(`SELECT rowid AS row FROM ${quoted(table)} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT 1 OFFSET ?`);
    const end = (next.get(last, STEP) as { readonly row: number } | undefined)?.row ?? Number.MAX_SAFE_INTEGER;
    database
      .prepare(
        `INSERT OR IGNORE INTO seal (id, sum) SELECT rowid * ${TABLES} + ${crc32(table) % TABLES}, seal_of(${columns})
         FROM ${quoted(table)} NOT INDEXED WHERE rowid > ? AND rowid < ?`,
      )
      .run(last, end);
    last = end - 1;
    if (end === Number.MAX_SAFE_INTEGER) {
      tables.pop();
      last = -1;
    }
    isNeeded = tables.length > 0;
    return isNeeded;
  };
}
