import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Rescue, Rescued } from "../model/index.ts";
import { contentText } from "./article-text.ts";
import { openDamaged } from "./damaged-file.ts";
import type { FileState } from "./file-state.ts";
import { isPlausible } from "./plausible.ts";
import { rowsOnPages } from "./raw-pages.ts";
import type { FoundRow } from "./rows.ts";
import { columnsOf, isSealed, ownTables, sealId, type Value } from "./seals.ts";

/** Rows that are written in one step: as many as cost little when one of them is refused (guess). */
const STEP = 500;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

interface Reference {
  readonly column: string;
  readonly table: string;
  readonly to: string;
  readonly isNeeded: boolean;
}

/** What a table's rows refer to. */
function referencesOf(database: DatabaseSyncInstance, table: string): readonly Reference[] {
  const needed = new Set(
    (database.prepare('SELECT name FROM pragma_table_info(?) WHERE "notnull" = 1 OR pk > 0').all(table) as { readonly name: string }[]).map(
      ({ name }) => name,
    ),
  );
  const found = database.prepare('SELECT "from" AS "column", "table", "to" FROM pragma_foreign_key_list(?)').all(table);
  return (found as unknown as readonly { readonly column: string; readonly table: string; readonly to: string | null }[]).map(
    ({ column, table: parent, to }) => ({ column, table: parent, to: to ?? "rowid", isNeeded: needed.has(column) }),
  );
}

/** The tables, those that others refer to first. */
function inOrder(database: DatabaseSyncInstance): readonly string[] {
  const done: string[] = [];
  const add = (table: string, above: readonly string[]): void => {
    if (done.includes(table) || above.includes(table)) return;
    for (const { table: parent } of referencesOf(database, table)) add(parent, [...above, table]);
    done.push(table);
  };
  for (const table of ownTables(database)) add(table, []);
  return done;
}

/** What a table's columns are when nobody says it: a row from before a column was added has nothing there. */
const defaultsOf = (database: DatabaseSyncInstance, table: string): ReadonlyMap<string, Value> =>
  new Map(
    (
      database
        .prepare('SELECT name, dflt_value AS text FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NOT NULL')
        .all(table) as {
        readonly name: string;
        readonly text: string;
      }[]
    ).map(({ name, text }) => [name, (database.prepare(`SELECT ${text} AS value`).get() as { readonly value: Value }).value]),
  );

/** Puts the rows of a table into the new library; answers with how many it took. */
function refill(
  fresh: DatabaseSyncInstance,
  table: string,
  columns: readonly string[],
  rows: Iterable<FoundRow>,
  isTrue: (row: FoundRow) => boolean,
): number {
  const known = columnsOf(fresh, table);
  const shared = columns.filter((column) => known.includes(column));
  const own = fresh.prepare("SELECT name FROM pragma_table_info(?) WHERE pk = 1 AND type = 'INTEGER'").get(table) as
    | { readonly name: string }
    | undefined;
  const names = own ? shared : ["rowid", ...shared];
  const insert = fresh.prepare(
    `INSERT OR IGNORE INTO ${quoted(table)} (${names.map((name) => (name === "rowid" ? name : quoted(name))).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  );
  const references = referencesOf(fresh, table).map((reference) => ({
    ...reference,
    exists: fresh.prepare(`SELECT 1 FROM ${quoted(reference.table)} WHERE ${quoted(reference.to)} = ?`),
  }));
  const defaults = defaultsOf(fresh, table);
  let kept = 0;
  const put = (found: FoundRow): void => {
    if (!isTrue(found)) return;
    const row = named(columns, found.values);
    for (const { column, exists, isNeeded } of references) {
      const value = row[column];
      if (value === undefined || value === null || exists.get(value)) continue;
      if (isNeeded) return;
      row[column] = null;
    }
    try {
      kept += Number(
        insert.run(...(own ? [] : [found.row]), ...shared.map((column) => row[column] ?? defaults.get(column) ?? null)).changes,
      );
    } catch {
      // A value of the wrong kind: the row was overwritten.
    }
  };
  let waiting = 0;
  fresh.exec("BEGIN IMMEDIATE");
  for (const row of rows) {
    put(row);
    waiting += 1;
    if (waiting % STEP === 0) fresh.exec("COMMIT; BEGIN IMMEDIATE");
  }
  fresh.exec("COMMIT");
  return kept;
}

/** Rows that are looked at to tell whether a table's seals are to be trusted. */
const SAMPLE = 1000;

/** Whether seals and rows agree mostly: else it is the seals that are wrong, and nothing is refused by them. */
function areTrue(table: string, rows: Iterable<FoundRow>, seals: ReadonlyMap<number, number>): boolean {
  let right = 0;
  let wrong = 0;
  for (const { row, values } of rows) {
    const sum = seals.get(sealId(table, row));
    if (sum === undefined) continue;
    if (isSealed(values, sum)) right += 1;
    else wrong += 1;
    if (right + wrong >= SAMPLE) break;
  }
  return right >= wrong;
}

/** The seals that stand on pages which no way leads to any more, beside those that were found. */
function looseSeals(file: string, state: FileState, seals: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const all = new Map(seals);
  const doubtful = new Set<number>();
  for (const { row, values } of rowsOnPages(file, state.pageSize)) {
    const [own, sum] = values;
    if (values.length !== 2 || own !== null || typeof sum !== "number" || seals.has(row) || doubtful.has(row)) continue;
    // An old one beside the last: nobody can say which.
    if (all.has(row) && all.get(row) !== sum) {
      doubtful.add(row);
      all.delete(row);
    } else all.set(row, sum);
  }
  return all;
}

/** The rows that stand on any page and have their seal, by table. */
function strayRows(file: string, state: FileState, seals: ReadonlyMap<number, number>): (table: string) => Generator<FoundRow> {
  return function* (table) {
    const root = state.tables[table];
    if (root === undefined) return;
    const key = root.key === null ? -1 : root.columns.indexOf(root.key);
    for (const { row, values } of rowsOnPages(file, state.pageSize)) {
      const sum = seals.get(sealId(table, row));
      if (sum === undefined || values.length > root.columns.length) continue;
      const own = values.map((value, index) => (index === key && value === null ? row : value));
      if (isSealed(own, sum)) yield { row, values: own };
    }
  };
}

const NOTHING: Rescued = { kept: 0, all: null };

/**
 * Puts all that can be read of a damaged library into an empty one of the newest version: row by row around what is damaged. A row with
 * a seal is taken when the seal is right; one without when it looks like one of ours. Null: nothing could be read. The damaged file
 * stays as it is. What is found by words is indexed anew by whoever calls.
 */
export function salvage(file: string, state: FileState, fresh: DatabaseSyncInstance): Rescue | null {
  const damaged = openDamaged(file, state);
  if (damaged === null) return null;
  try {
    const seals = new Map<number, number>();
    for (const { row, values } of damaged.rows("seal")) {
      const sum = values.at(-1);
      if (typeof sum === "number") seals.set(row, sum);
    }
    const found = new Map<string, Rescued>();
    const loose = damaged.hasGaps() ? looseSeals(file, state, seals) : seals;
    const content = fresh.prepare("SELECT content, packed FROM article WHERE id = ?");
    /** Whether a place is one of its article: its words are there. */
    const isInArticle = ({ article, quote }: Readonly<Record<string, Value>>): boolean => {
      const kept = content.get(article ?? null) as { readonly content: string; readonly packed: Uint8Array | null } | undefined;
      return kept !== undefined && typeof quote === "string" && contentText(kept.content, kept.packed).includes(quote);
    };
    const take = (table: string, columns: readonly string[], rows: () => Iterable<FoundRow>): void => {
      const trusted = areTrue(table, rows(), seals);
      const isTrue = ({ row: number, values }: FoundRow): boolean => {
        const sum = !trusted ? undefined : seals.get(sealId(table, number));
        if (sum !== undefined) return isSealed(values, sum);
        const other = loose.get(sealId(table, number));
        if (other !== undefined && isSealed(values, other)) return true;
        const row = named(columns, values);
        return isPlausible(table, row) && (table !== "place" || isInArticle(row));
      };
      const kept = (found.get(table)?.kept ?? 0) + refill(fresh, table, columns, rows(), isTrue);
      const all = damaged.count(table);
      found.set(table, { kept, all: all === null ? null : Math.max(all, kept) });
    };
    const order = inOrder(fresh).filter((table) => damaged.columns(table).length > 0);
    for (const table of order) take(table, damaged.columns(table), () => damaged.rows(table));
    // Rows that no way leads to any more still stand on their pages, and only a seal tells them from deleted ones.
    if (damaged.hasGaps()) {
      const stray = strayRows(file, state, loose);
      for (const table of order) take(table, damaged.columns(table), () => stray(table));
    }
    if ([...found.values()].every(({ kept }) => kept === 0)) return null;
    const of = (table: string): Rescued => found.get(table) ?? NOTHING;
    return { file, articles: of("article"), feeds: of("feed"), items: of("item"), settings: of("setting"), entries: of("lexicon") };
  } finally {
    damaged.close();
  }
}

const named = (columns: readonly string[], values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]));
