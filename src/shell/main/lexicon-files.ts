import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type BrowserWindow, dialog, type FileFilter } from "electron";
import type { ReadText } from "../../contract/index.ts";
import { type FailureCode, LEXICON_FORMATS, type LexiconFormat } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { decodeLexicon } from "../lexicon-text.ts";

/** Largest file that is read, bytes: four for each character that a lexicon's file may have. */
const LARGEST = 32_000_000;

/** The kinds of files, the wanted one first. */
const filters = (first: LexiconFormat): FileFilter[] =>
  [first, ...LEXICON_FORMATS.filter((format) => format !== first)].map((format) => ({
    name: words(`choose.lexicon.${format}`),
    extensions: [format],
  }));

/** Why a file can't be had. */
const codeOf = (thrown: unknown): FailureCode => ((thrown as NodeJS.ErrnoException).code === "ENOENT" ? "not-found" : "storage");

/** Lets the person choose a lexicon's file, and reads it; its content is parsed elsewhere. */
export async function readLexicon(window: BrowserWindow): Promise<ReadText | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words("choose.lexicon.title"),
    properties: ["openFile"],
    filters: [
      { name: words("choose.lexicon.all"), extensions: [...LEXICON_FORMATS] },
      { name: words("choose.all"), extensions: ["*"] },
    ],
  });
  const path = filePaths[0];
  if (path === undefined) return null;
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) return { kind: "failed", name, code: "bad-input" };
    if (found.size > LARGEST) return { kind: "failed", name, code: "too-large" };
    return { kind: "text", name, text: decodeLexicon(await readFile(path)) };
  } catch (thrown) {
    return { kind: "failed", name, code: codeOf(thrown) };
  }
}

/** What the page may ask to be written. */
export const isLexiconFile = (file: unknown): file is { readonly format: LexiconFormat; readonly text: string } =>
  typeof file === "object" &&
  file !== null &&
  "text" in file &&
  typeof file.text === "string" &&
  "format" in file &&
  LEXICON_FORMATS.some((format) => format === file.format);

/** Lets the person say where a lexicon's file goes, and writes it there: beside it first, so that a full disk costs nothing. */
export async function saveLexicon(
  window: BrowserWindow,
  { format, text }: { readonly format: LexiconFormat; readonly text: string },
): Promise<"saved" | "cancelled" | FailureCode> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: words("choose.lexicon.save"),
    defaultPath: `lectern-pronunciations.${format}`,
    filters: filters(format),
  });
  if (!filePath) return "cancelled";
  const aside = `${filePath}.part-${process.pid}`;
  try {
    await writeFile(aside, text, { flush: true });
    await rename(aside, filePath);
    return "saved";
  } catch (thrown) {
    await rm(aside, { force: true }).catch(() => {});
    return codeOf(thrown);
  }
}
