import { Failure, type Source } from "../../model/index.ts";
import type { Archive } from "../archive.ts";
import { readPartialDate } from "../dates.ts";
import { decodeText } from "../decode-text.ts";
import { type Draft, type DraftBlock, emptyDraft, type Left, type Merged } from "../draft.ts";
import type { Resolve } from "../page/addresses.ts";
import { readWhole, takeTitle } from "../page/whole.ts";
import { INSIDE, keepPictures } from "../pictures.ts";
import { comparable } from "../same-text.ts";
import { readContents } from "./contents.ts";
import { type BookItem, isPage, pathIn, readPackage } from "./package.ts";
import { refuseLocked } from "./protection.ts";

/** Schemes of addresses that lead out of a book. */
const WEB = ["http:", "https:"];
/** Most text of a book, UTF-16 code units: ten long novels (guess). What comes after is said to be missing. */
const LONGEST = 30_000_000;

/**
 * A book as one article: its chapters in the order of reading, each with a heading, so that chapters are sections. Chapters that are
 * missing or damaged are named in the audit; the others are read.
 * @throws Failure `locked`, `damaged`, `no-text`, `too-large`; the signal's reason
 */
export async function readEpub(archive: Archive, source: Source, signal?: AbortSignal): Promise<Draft> {
  const book = await readPackage(archive);
  await refuseLocked(
    archive,
    book.spine.map(({ path }) => path),
  );
  const contents = await readContents(archive, book.contents);
  const chapters: { readonly blocks: readonly DraftBlock[]; readonly name: string | null }[] = [];
  const merged: Merged[] = [];
  const left: Left[] = [];
  let length = 0;
  let dir: Draft["dir"] = null;
  for (const item of book.spine) {
    signal?.throwIfAborted();
    const name = contents.get(item.path) ?? item.path.split("/").at(-1) ?? item.path;
    const html = length > LONGEST ? null : await readChapter(archive, item);
    if (html === null) {
      left.push({ text: name, reason: "missing-part" });
      continue;
    }
    length += html.length;
    const page = readWhole(html, { resolve: resolveIn(archive, item.path), strict: true });
    if (item === book.contents) {
      left.push({ text: [...contents.values()].join(", ") || name, reason: "navigation" });
      continue;
    }
    dir ??= page.dir;
    merged.push(...page.merged);
    left.push(...page.left);
    const lang = page.lang;
    const own = lang === null ? page.blocks : page.blocks.map((block) => ({ ...block, lang: block.lang ?? lang }));
    for (const block of own)
      if (isPlayedInside(block)) left.push({ text: block.title ?? block.source.split("/").at(-1) ?? "", reason: "missing-part" });
    chapters.push({ blocks: own.filter((block) => !isPlayedInside(block)), name: contents.get(item.path) ?? null });
  }
  const level = chapterLevel(chapters.map((chapter) => chapter.blocks));
  const blocks = chapters.flatMap((chapter) => withHeading(chapter.blocks, level, chapter.name, book.title));
  if (!blocks.some(({ text }) => text !== ""))
    throw new Failure("no-text", "There is no text in this book: its pages are pictures, or they are missing.");
  const titled = takeTitle(blocks, book.title ?? "");
  const { blocks: kept, pictures } = await keepPictures(titled.blocks, (path) => archive.read(path));
  return {
    ...emptyDraft(source.address),
    title: book.title,
    byline: book.creators.join(", ") || null,
    site: book.publisher,
    published: book.published && readPartialDate(book.published),
    modified: book.modified && readPartialDate(book.modified),
    lang: book.lang,
    dir,
    blocks: kept,
    merged,
    left,
    pictures,
  };
}

/** The text of a page of a book; null where it is missing, damaged or no page. */
async function readChapter(archive: Archive, item: BookItem): Promise<string | null> {
  if (!isPage(item)) return null;
  try {
    const bytes = await archive.read(item.path);
    return bytes && decodeText({ bytes, mediaType: "application/xhtml+xml", charset: null, address: "", lang: null });
  } catch (thrown) {
    // What unpacks to more than a book has is refused as a whole.
    if (thrown instanceof Failure && (thrown.code === "unsupported" || thrown.code === "damaged")) return null;
    throw thrown;
  }
}

/** Pictures are looked for in the archive; links lead out of it or nowhere. */
const resolveIn =
  (archive: Archive, from: string): Resolve =>
  (address, schemes) => {
    if (address === null) return null;
    const path = pathIn(from, address);
    if (path !== null) return schemes === undefined && archive.has(path) ? INSIDE + path : null;
    const url = URL.canParse(address) ? new URL(address) : null;
    return url && (schemes ?? WEB).includes(url.protocol) ? url.href : null;
  };

/** Among how many blocks at its start a chapter's heading is looked for. */
const START = 4;
/** Least text of a chapter that is given a heading, UTF-16 code units: covers and title pages need none (guess). */
const LEAST = 200;

const isPlayedInside = (block: DraftBlock): block is Extract<DraftBlock, { kind: "media" | "embed" }> =>
  (block.kind === "media" || block.kind === "embed") && block.source.startsWith(INSIDE);

/** The level of the headings that chapters begin with. */
function chapterLevel(chapters: readonly (readonly DraftBlock[])[]): 1 | 2 | 3 | 4 | 5 | 6 {
  const levels = chapters.slice(1).flatMap((blocks) => {
    const found = blocks.slice(0, START).find((block) => block.kind === "heading");
    return found?.kind === "heading" ? [found.level] : [];
  });
  return levels.sort((a, b) => a - b)[0] ?? 2;
}

/** Gives a chapter the heading that the list of contents has for it, where it has none of its own: sections are what a listener skips by. */
function withHeading(
  blocks: readonly DraftBlock[],
  level: 1 | 2 | 3 | 4 | 5 | 6,
  name: string | null,
  title: string | null,
): readonly DraftBlock[] {
  const start = blocks.slice(0, START);
  if (name === null || start.some(({ kind }) => kind === "heading")) return blocks;
  const wanted = comparable(name);
  if (wanted === "" || (title !== null && comparable(title) === wanted)) return blocks;
  const same = start.find((block) => block.kind === "paragraph" && comparable(block.text) === wanted);
  if (same) {
    const { text, lang, spans } = same;
    return blocks.map((block) => (block === same ? { kind: "heading", level, text, lang, spans } : block));
  }
  const letters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < LEAST) return blocks;
  return [{ kind: "heading", level, text: name, lang: null, spans: [] }, ...blocks];
}
