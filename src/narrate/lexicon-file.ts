import { Failure, type LexiconEntry, type LexiconFormat } from "../model/index.ts";
import { readCsv, writeCsv } from "./lexicon-csv.ts";
import type { ImportedLexicon } from "./lexicon-entry.ts";
import { readPls, writePls } from "./lexicon-pls.ts";

/** What no list of words has: control characters, and what stands for bytes that are no text. */
const NO_TEXT = /(?![\t\n\r\f])\p{Cc}|\uFFFD/u;

/**
 * A lexicon from a file of either kind: what begins with a tag is PLS, else it is CSV.
 * @param format what the file's name says that it is, null: nothing
 * @throws Failure `bad-input`, `too-large`
 */
export function readLexicon(text: string, format: LexiconFormat | null = null): ImportedLexicon {
  const marked = /^\uFEFF?\s*</.test(text);
  if (format === "pls" && !marked)
    throw new Failure(
      "bad-input",
      "This is no PLS file (pronunciation lexicon): it does not begin with a tag. Export it again as PLS, or as CSV with the ending .csv.",
    );
  if (marked) return readPls(text);
  if (NO_TEXT.test(text))
    throw new Failure(
      "bad-input",
      "This is no list of words: it has characters that are no text. In a spreadsheet, save it as CSV UTF-8, and import that.",
    );
  return readCsv(text);
}

/** A lexicon as a file. */
export const writeLexicon = (entries: readonly LexiconEntry[], format: LexiconFormat): string =>
  format === "pls" ? writePls(entries) : writeCsv(entries);
