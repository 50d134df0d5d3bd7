import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Value } from "./seals.ts";

/** A row of a damaged table. */
export interface FoundRow {
  readonly row: number;
  readonly values: readonly Value[];
}

/** Rows that are read at once while all is well. */
const BATCH = 100;
/** Numbers of rows that are looked through one by one, in a gap and in all gaps: a look that fails takes some 100 µs. */
const WIDEST = 500;
const MOST_LOOKS = 5_000;
/** Doublings of the way on: beyond any number that a row has. */
const FARTHEST = 40;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * The rows of a table that can be read, by their numbers, around what is damaged: where a row can't be read, the next one is looked for
 * farther and farther on, and what lies between is looked through row by row, as far as that takes little time. `onGap` is told when
 * there was such a place. Ends, whatever the file holds.
 */
export function* readableRows(
  database: DatabaseSyncInstance,
  table: string,
  columns: readonly string[],
  onGap: () => void,
): Generator<FoundRow> {
  // The table's own tree, no index: an index may be whole where the table is not, and the other way round.
  const list = columns.map(quoted).join(", ");
  const next = database.prepare(`SELECT rowid, ${list} FROM ${quoted(table)} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?`);
  const one = database.prepare(`SELECT rowid, ${list} FROM ${quoted(table)} NOT INDEXED WHERE rowid = ?`);
  for (const statement of [next, one]) statement.setReturnArrays(true);
  const found = (given: unknown, after: number): FoundRow | null => {
    const [row, ...values] = given as unknown as readonly Value[];
    return typeof row === "number" && row > after ? { row, values } : null;
  };
  /** Those after a number; null where they can't be read. */
  const after = (last: number, count: number): readonly FoundRow[] | null => {
    try {
      const rows: FoundRow[] = [];
      let previous = last;
      for (const given of next.all(last, count)) {
        const row = found(given, previous);
        // A tree whose numbers do not rise is damaged.
        if (row === null) return null;
        rows.push(row);
        previous = row.row;
      }
      return rows;
    } catch {
      return null;
    }
  };
  const at = (number: number): FoundRow | null => {
    try {
      const given = one.get(number);
      return given === undefined ? null : found(given, number - 1);
    } catch {
      return null;
    }
  };
  let last = -1;
  let looks = 0;
  for (;;) {
    const rows = after(last, BATCH) ?? after(last, 1);
    if (rows !== null) {
      if (rows.length === 0) return;
      yield* rows;
      last = rows.at(-1)?.row ?? last;
      continue;
    }
    onGap();
    let beyond: number | null = null;
    let isEnd = false;
    for (let step = 0; step <= FARTHEST && beyond === null; step += 1) {
      const there = after(last + 2 ** step, 1);
      if (there === null) continue;
      isEnd = there.length === 0;
      beyond = isEnd ? last + 2 ** step + 1 : (there[0]?.row ?? null);
    }
    const until = Math.min(beyond ?? Number.POSITIVE_INFINITY, last + WIDEST);
    for (let number = last + 1; number < until && looks < MOST_LOOKS; number += 1) {
      looks += 1;
      const row = at(number);
      if (row !== null) yield row;
    }
    if (beyond === null || isEnd) return;
    last = beyond - 1;
  }
}
