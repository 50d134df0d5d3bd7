import { Failure, type LexiconEntry } from "../model/index.ts";
import { believed, checkSize, type ImportedLexicon } from "./lexicon-entry.ts";

const COLUMNS = ["written", "spoken", "match", "lang", "site", "voice", "ignoreCase"] as const;

interface Row {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** What parts columns: a comma (RFC 4180); a semicolon, as spreadsheets write where the comma is in numbers; a tab, as they copy. */
const SEPARATORS = [",", ";", "\t"] as const;
type Separator = (typeof SEPARATORS)[number];

/** The rows of a file (RFC 4180; a line feed alone ends a row too), and the line with a quotation mark in the wrong place, if any. */
function readRows(text: string, separator: Separator): { readonly rows: readonly Row[]; readonly broken: number | null } {
  const rows: Row[] = [];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r|$)`, "y");
  let row: string[] = [];
  let line = 1;
  let begins = 1;
  field.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) return { rows, broken: line };
    line += found[0].match(/\r?\n|\r/g)?.length ?? 0;
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === separator) {
      // A separator at the very end is followed by one empty field.
      if (field.lastIndex === text.length) row.push("");
      else continue;
    }
    rows.push({ line: begins, fields: row });
    row = [];
    begins = line;
  }
  if (row.length > 0) rows.push({ line: begins, fields: row });
  return { rows, broken: null };
}

const hasNames = (row: Row | undefined): boolean => {
  const names = (row?.fields ?? []).map((name) => name.trim().toLowerCase());
  return names.includes("written") && names.includes("spoken");
};

/** As much of a file as tells what parts its columns, UTF-16 code units (guess). */
const LOOKED_AT = 20_000;

/** What parts the columns: what the names of the columns say, else what most rows have, else what comes first. */
function separatorOf(text: string): Separator {
  const start = text.slice(0, LOOKED_AT);
  const first = (separator: Separator): number => (start.includes(separator) ? start.indexOf(separator) : start.length);
  let best: Separator = ",";
  let most = -1;
  for (const separator of [...SEPARATORS].sort((a, b) => first(a) - first(b))) {
    const { rows } = readRows(start, separator);
    if (hasNames(rows[0])) return separator;
    const parted = rows.filter(({ fields }) => fields.length > 1).length;
    if (parted > most) {
      best = separator;
      most = parted;
    }
  }
  return best;
}

/** Why a row has no entry; null when it may have one. Silence is only for who names a way to find the word. */
function faultOf(written: string, spoken: string, match: string): string | null {
  if (written.trim() === "" || spoken.trim() !== "" || match.trim() !== "") return null;
  return `“${written.trim().slice(0, SHOWN)}” has no second column. Write how to say it behind a comma, a semicolon or a tab. To say nothing, name the columns written, spoken and match, and write skip under match.`;
}

/** As much of a row as a message shows. */
const SHOWN = 40;

/**
 * A lexicon from a CSV file, its columns parted by commas, semicolons or tabs: with a row of names in any order, or without one
 * `written,spoken`. A row without words to say is left out unless it says how the word is found.
 * @throws Failure `bad-input`, `too-large`
 */
export function readCsv(text: string): ImportedLexicon {
  checkSize(text);
  const { rows: all, broken } = readRows(text, separatorOf(text));
  if (broken !== null) throw new Failure("bad-input", `Line ${broken} has a quotation mark in the wrong place.`);
  const rows = all.filter(({ fields }) => fields.some((field) => field.trim() !== ""));
  const named = hasNames(rows[0]);
  const names = (rows[0]?.fields ?? []).map((name) => name.trim().toLowerCase());
  const columns = named ? names : COLUMNS.map((name) => name.toLowerCase());
  return believed(
    rows.slice(named ? 1 : 0).map(({ line, fields }) => {
      const of = (name: (typeof COLUMNS)[number]): string => unguarded(fields[columns.indexOf(name.toLowerCase())] ?? "");
      const fault = faultOf(of("written"), of("spoken"), of("match"));
      return {
        line,
        ...(fault === null ? {} : { fault }),
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

/** A spreadsheet takes what begins so for a formula, and works it out. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** The same behind an apostrophe, with which spreadsheets mark what is text. */
const guarded = (field: string): string => (FORMULA.test(field) ? `'${field}` : field);
const unguarded = (field: string): string => (field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field);

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** A lexicon as a CSV file with a row of names, without formulas for a spreadsheet. Read again it is the same. */
export const writeCsv = (entries: readonly LexiconEntry[]): string =>
  [COLUMNS, ...entries.map((entry) => COLUMNS.map((name) => guarded(String(entry[name] ?? ""))))]
    .map((row) => `${row.map(quoted).join(",")}\r\n`)
    .join("");
