import { Failure, type LexiconEntry } from "../model/index.ts";
import { believed, checkSize, type ImportedLexicon } from "./lexicon-entry.ts";

const COLUMNS = ["written", "spoken", "match", "lang", "site", "voice", "ignoreCase"] as const;

/** The rows of a CSV file (RFC 4180; a line feed alone ends a row too). @throws Failure `bad-input` for a quote that is not closed */
export function readCsvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y;
  let row: string[] = [];
  field.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Failure("bad-input", `Row ${rows.length + 1} has a quotation mark in the wrong place.`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === ",") {
      // A comma at the very end is followed by one empty field.
      if (field.lastIndex === text.length) row.push("");
      else continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/**
 * A lexicon from a CSV file: with a row of names in any order, or without one `written,spoken`.
 * @throws Failure `bad-input`, `too-large`
 */
export function readCsv(text: string): ImportedLexicon {
  checkSize(text);
  const rows = readCsvRows(text).filter((row) => row.some((field) => field.trim() !== ""));
  const names = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const named = names.includes("written") && names.includes("spoken");
  const columns = named ? names : COLUMNS.map((name) => name.toLowerCase());
  return believed(
    rows.slice(named ? 1 : 0).map((row) => {
      const of = (name: (typeof COLUMNS)[number]): string => row[columns.indexOf(name.toLowerCase())] ?? "";
      return {
        written: of("written"),
        spoken: of("spoken"),
        match: of("match"),
        lang: of("lang"),
        site: of("site"),
        voice: of("voice"),
        ignoreCase: of("ignoreCase"),
      };
    }),
  );
}

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** A lexicon as a CSV file with a row of names. Read again it is the same. */
export const writeCsv = (entries: readonly LexiconEntry[]): string =>
  [COLUMNS, ...entries.map((entry) => COLUMNS.map((name) => String(entry[name] ?? "")))]
    .map((row) => `${row.map(quoted).join(",")}\r\n`)
    .join("");
