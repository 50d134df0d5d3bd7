import type { LexiconEntry, LexiconFormat } from "../model/index.ts";
import { readCsv, writeCsv } from "./lexicon-csv.ts";
import type { ImportedLexicon } from "./lexicon-entry.ts";
import { readPls, writePls } from "./lexicon-pls.ts";

/** A lexicon from a file of either kind: what begins with a tag is PLS, else it is CSV. @throws Failure `bad-input`, `too-large` */
export const readLexicon = (text: string): ImportedLexicon => (/^\uFEFF?\s*</.test(text) ? readPls(text) : readCsv(text));

/** A lexicon as a file. */
export const writeLexicon = (entries: readonly LexiconEntry[], format: LexiconFormat): string =>
  format === "pls" ? writePls(entries) : writeCsv(entries);
