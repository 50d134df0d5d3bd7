import type { BrowserWindow, FileFilter } from "electron";
import type { ReadText } from "../../contract/index.ts";
import { type FailureCode, LEXICON_FORMATS, type LexiconFormat } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { decodeLexicon } from "../lexicon-text.ts";
import { readTextFile, saveTextFile } from "./text-files.ts";

/** The kinds of files, the wanted one first. */
const filters = (first: LexiconFormat): FileFilter[] =>
  [first, ...LEXICON_FORMATS.filter((format) => format !== first)].map((format) => ({
    name: words(`choose.lexicon.${format}`),
    extensions: [format],
  }));

/** Lets the person choose a lexicon's file, and reads it; its content is parsed elsewhere. */
export const readLexicon = (window: BrowserWindow): Promise<ReadText | null> =>
  readTextFile(window, {
    title: words("choose.lexicon.title"),
    filters: [
      { name: words("choose.lexicon.all"), extensions: [...LEXICON_FORMATS] },
      { name: words("choose.all"), extensions: ["*"] },
    ],
    decode: decodeLexicon,
  });

/** What the page may ask to be written. */
export const isLexiconFile = (file: unknown): file is { readonly format: LexiconFormat; readonly text: string } =>
  typeof file === "object" &&
  file !== null &&
  "text" in file &&
  typeof file.text === "string" &&
  "format" in file &&
  LEXICON_FORMATS.some((format) => format === file.format);

/** Lets the person say where a lexicon's file goes, and writes it there. */
export const saveLexicon = (
  window: BrowserWindow,
  { format, text }: { readonly format: LexiconFormat; readonly text: string },
): Promise<"saved" | "cancelled" | FailureCode> =>
  saveTextFile(window, { title: words("choose.lexicon.save"), name: `lectern-pronunciations.${format}`, filters: filters(format), text });
