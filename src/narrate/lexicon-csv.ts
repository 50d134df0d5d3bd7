import { Failure, type LexiconEntry } from "../model/index.ts";
import { believed, checkSize, type ImportedLexicon } from "./lexicon-entry.ts";

const COLUMNS = ["written", "spoken", "match", "lang", "site", "voice", "ignoreCase"] as const;

interface Row {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** The rows of a CSV file (RFC 4180; a line feed alone ends a row too). @throws Failure `bad-input` for a quote that is not closed */
function readCsvRows(text: string): readonly Row[] {
  const rows: Row[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y;
  let row: string[] = [];
  let line = 1;
  let begins = 1;
  field.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Failure("bad-input", `Line ${line} has a quotation mark in the wrong place.`);
    line += found[0].match(/\r?\n|\r/g)?.length ?? 0;
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === ",") {
      // A comma at the very end is followed by one empty field.
      if (field.lastIndex === text.length) row.push("");
      else continue;
    }
    rows.push({ line: begins, fields: row });
    row = [];
    begins = line;
  }
  if (row.length > 0) rows.push({ line: begins, fields: row });
  return rows;
}

/**
 * A lexicon from a CSV file: with a row of names in any order, or without one `written,spoken`.
 * @throws Failure `bad-input`, `too-large`
 */
export function readCsv(text: string): ImportedLexicon {
  checkSize(text);
  const rows = readCsvRows(text).filter(({ fields }) => fields.some((field) => field.trim() !== ""));
  const names = (rows[0]?.fields ?? []).map((name) => name.trim().toLowerCase());
  const named = names.includes("written") && names.includes("spoken");
  const columns = named ? names : COLUMNS.map((name) => name.toLowerCase());
  return believed(
    rows.slice(named ? 1 : 0).map(({ line, fields }) => {
      const of = (name: (typeof COLUMNS)[number]): string => fields[columns.indexOf(name.toLowerCase())] ?? "";
      return {
        line,
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
