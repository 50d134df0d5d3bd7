import { Failure, type Source } from "../../model/index.ts";
import { readPartialDate } from "../dates.ts";
import { type DocumentWork, runJob } from "../documents/run.ts";
import { type Draft, type DraftBlock, emptyDraft, type Left } from "../draft.ts";
import { languageTag } from "../language.ts";
import { takeTitle } from "../page/whole.ts";
import { compareTexts } from "../same-text.ts";
import { endsSentence } from "../text.ts";
import { furnitureOf } from "./furniture.ts";
import { linesOfPage } from "./lines.ts";
import type { PdfHead, PdfPage } from "./model.ts";
import { blocksOf, bodySize, createJoiner, notesOf, paragraphsOf } from "./paragraphs.ts";
import { isWellTagged, taggedBlocks } from "./tagged.ts";

/** Fewest letters a page, on average, of a document that has text: fewer are stamps on pictures of pages (guess). */
const FEWEST_LETTERS = 20;

/**
 * A PDF with text as an article. Where it is tagged, its tags say what is a heading, a list, a table; else its looks do: columns are read
 * one after the other, lines become paragraphs, larger ones headings; what repeats on each page is left out. When it takes too long, the
 * pages that are there are read, and the audit says which are missing.
 * @throws Failure `locked`, `damaged`, `no-text` for pictures of pages, `too-large`; the signal's reason
 */
export async function readPdf(source: Source, work: DocumentWork): Promise<Draft> {
  const { head, pages, missing } = await parse(source, work);
  const letters = pages.flatMap(({ items }) => items).reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  if (letters < FEWEST_LETTERS * Math.min(pages.length, 5))
    throw new Failure(
      "no-text",
      "This PDF has only pictures of its pages (a scan), and no text. Have its text recognised first (OCR), for example when you scan it, and open that file.",
    );
  const left: Left[] = [];
  const read = isWellTagged(pages) ? readTagged(pages, left) : readLooks(pages, head, left);
  const { title, blocks } = titleOf(read, head);
  if (missing !== null) left.push({ text: missing, reason: "missing-part" });
  return {
    ...emptyDraft(source.address),
    title,
    byline: authorOf(head.author),
    published: readPartialDate(head.created ?? ""),
    modified: readPartialDate(head.modified ?? ""),
    lang: languageTag(head.lang),
    blocks,
    left,
  };
}

async function parse(
  source: Source,
  work: DocumentWork,
): Promise<{ readonly head: PdfHead; readonly pages: readonly PdfPage[]; readonly missing: string | null }> {
  let head: PdfHead | null = null;
  const pages: PdfPage[] = [];
  let missing: string | null = null;
  try {
    for await (const part of runJob({ kind: "pdf", bytes: source.bytes }, work)) {
      if (part.kind === "pdf-head") head = part.head;
      else if (part.kind === "pdf-page") pages.push(part.page);
    }
  } catch (thrown) {
    // What was read until then is worth more than nothing.
    const isPart = thrown instanceof Failure && head !== null && pages.some(({ items }) => items.length > 0);
    if (!isPart || head === null) throw thrown;
    missing = pages.length + 1 < head.pages ? `${pages.length + 1}–${head.pages}` : `${head.pages}`;
  }
  if (head === null) throw new Failure("no-text", "There are no pages in this PDF.");
  return { head, pages, missing };
}

function readTagged(pages: readonly PdfPage[], left: Left[]): readonly DraftBlock[] {
  const joiner = createJoiner(pages.flatMap(({ items }) => items));
  const blocks: DraftBlock[] = [];
  for (const page of pages) {
    const own = taggedBlocks(page, joiner, left);
    own.forEach((block, n) => {
      // A paragraph over two pages is one.
      const at = n === 0 ? blocks.findLastIndex(({ kind }) => kind !== "footnote" && kind !== "figure") : -1;
      const before = blocks[at];
      if (
        before &&
        before.kind === block.kind &&
        (block.kind === "paragraph" || block.kind === "quote") &&
        before.kind !== "table" &&
        !endsSentence(before.text) &&
        !/^\p{Lu}.*:$/u.test(before.text)
      )
        blocks[at] = { ...before, text: joiner.join([before.text, block.text]) };
      else blocks.push(block);
    });
  }
  return blocks;
}

function readLooks(pages: readonly PdfPage[], head: PdfHead, left: Left[]): readonly DraftBlock[] {
  const all = pages.flatMap(linesOfPage);
  const furniture = furnitureOf(pages, all);
  const texts = new Set([...furniture].map(({ text }) => text.replace(/\d+/g, "").trim()).filter((text) => text !== ""));
  if (furniture.size > 0)
    left.push({ text: [...texts].join(", ") || [...furniture].map(({ text }) => text).join(" "), reason: "page-number" });
  const lines = all.filter((line) => !furniture.has(line));
  const body = bodySize(lines);
  const notes = notesOf(lines, body);
  const joiner = createJoiner(lines);
  const paragraphs = [
    ...paragraphsOf(
      lines.filter((line) => !notes.has(line)),
      joiner,
    ).map((paragraph) => ({ paragraph, order: 0 })),
    ...paragraphsOf([...notes], joiner, true).map((paragraph) => ({ paragraph, order: 1 })),
  ];
  const inOrder = paragraphs.toSorted((a, b) => a.paragraph.page - b.paragraph.page || a.order - b.order).map(({ paragraph }) => paragraph);
  return blocksOf(inOrder, body, head.outline);
}

/** Names of files and of the programs that make them are no titles. */
const NO_TITLE =
  /^(?:untitled.*|microsoft word -.*|document\d*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|odt|rtf|html?|xlsx?|pptx?)|https?:\S+|\d+|[\w-]+_[\w-]+)$/i;
/** Among how many blocks the title is looked for, and its longest, UTF-16 code units. */
const START = 8;
const LONGEST_TITLE = 250;

/** The title as the first page shows it, else as the document's data says it. */
function titleOf(blocks: readonly DraftBlock[], head: PdfHead): { readonly title: string | null; readonly blocks: readonly DraftBlock[] } {
  const said = head.title !== null && !NO_TITLE.test(head.title.trim()) ? head.title.trim() : null;
  const start = blocks.slice(0, START);
  const same = said === null ? undefined : start.find(({ text }) => text !== "" && compareTexts(text, said) !== "different");
  const headings = start.filter((block) => block.kind === "heading" && block.text.length <= LONGEST_TITLE);
  const highest = Math.min(...headings.map((block) => (block.kind === "heading" ? block.level : 6)));
  const isOneOfSeveral = (text: string): boolean => {
    const numbered = withoutNumbers(text);
    return blocks.filter((block) => block.kind === "heading" && withoutNumbers(block.text) === numbered).length > 1;
  };
  // The first of several chapters is no title.
  const shown = headings.find(
    (block) => block.kind === "heading" && block.level === highest && highest === 1 && !isOneOfSeveral(block.text),
  );
  const title = same ?? shown;
  if (!title) return { title: said, blocks: takeTitle(blocks, said ?? "").blocks };
  const rest = takeTitle(
    blocks.filter((block) => block !== title),
    "",
  );
  return { title: title.text, blocks: rest.blocks };
}

const withoutNumbers = (text: string): string => text.toLowerCase().replace(/\d+|\b[ivxlc]+$/g, "#");

/** Who wrote it, where the document names people and not a program or an account. */
function authorOf(author: string | null): string | null {
  if (
    author === null ||
    /^(?:admin(?:istrator)?|user|owner|unknown|root|scanner|anonymous|microsoft.*|adobe.*|[\w.-]+@[\w.-]+|\S*\d\S*)$/i.test(author)
  )
    return null;
  const LONGEST = 300;
  return author
    .slice(0, LONGEST)
    .split(/\s*;\s*/)
    .join(", ");
}
