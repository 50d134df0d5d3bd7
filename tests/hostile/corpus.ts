import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** What a folder of hostile things has: markup to be put into a page or feed, and whole documents. */
export interface Corpus {
  readonly vectors: readonly string[];
  readonly documents: readonly string[];
}

const DOCUMENTS: ReadonlySet<string> = new Set([".xml", ".xsl", ".opml", ".rss", ".atom", ".pls", ".html", ".xhtml"]);
/** Larger files are no vectors, bytes (guess). */
const LARGEST = 2_000_000;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() && statSync(path).size <= LARGEST ? [path] : [];
  });
}

/** The texts called `payload` anywhere in a value, and a list's own texts. */
function payloadsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => (typeof item === "string" ? [item] : payloadsIn(item)));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => (name === "payload" && typeof item === "string" ? [item] : payloadsIn(item)));
}

/** As UTF-8 where it is that, else a character a byte: nothing of it is lost. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}

/** Reads folders, separated as paths are: JSON lists of vectors (`payload`), text files of a vector a line, documents. */
export function readCorpus(folders: readonly string[]): Corpus {
  const files = folders.flatMap(filesIn);
  const texts = (wanted: (extension: string) => boolean): readonly string[] =>
    files.filter((file) => wanted(extname(file).toLowerCase())).map((file) => textOf(readFileSync(file)));
  const vectors = [
    ...files.filter((file) => file.endsWith(".json")).flatMap((file) => payloadsIn(JSON.parse(readFileSync(file, "utf8")))),
    ...texts((extension) => extension === ".txt").flatMap((text) => text.split("\n").filter((line) => line.includes("<"))),
  ];
  return { vectors, documents: texts((extension) => DOCUMENTS.has(extension)) };
}
