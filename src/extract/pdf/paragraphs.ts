import type { DraftBlock } from "../draft.ts";
import { MARKER } from "../plain/lines.ts";
import { comparable } from "../same-text.ts";
import { endsSentence } from "../text.ts";
import type { PdfLine } from "./lines.ts";

/** A paragraph, or a heading, of lines that belong together. */
export interface PdfParagraph {
  readonly text: string;
  readonly size: number;
  readonly page: number;
  /** Whether it stands at the foot of its page. */
  readonly isNote: boolean;
}

/** Joins words that the end of a line has parted. */
export interface Joiner {
  /** The text of lines, as one. */
  join(lines: readonly string[]): string;
}

/** Ideographs need no space where lines meet. */
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Longest part of a word that is looked for at the end of a line, UTF-16 code units. */
const LONGEST_PART = 60;

/** Knows the words of a document: a word that it has whole is written so where a line parts it. */
export function createJoiner(lines: readonly { readonly text: string }[]): Joiner {
  const words = new Set<string>();
  for (const { text } of lines) for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}'’-]*\p{L}/gu)) words.add(word.toLowerCase());
  /** What of the line stays, with what stands between it and the next. */
  const before = (line: string, next: string): string => {
    if (line.endsWith("\u00ad")) return line.slice(0, -1);
    const first = /(\p{L}[\p{L}\p{M}'’-]*)[-‐]$/u.exec(line.slice(-LONGEST_PART))?.[1]?.toLowerCase();
    const second = /^\p{Ll}[\p{L}\p{M}'’]*/u.exec(next)?.[0].toLowerCase();
    if (first !== undefined && second !== undefined) {
      const keeps = words.has(`${first}-${second}`) && !words.has(first + second);
      return keeps ? line : line.slice(0, -1);
    }
    return IDEOGRAPHS.test(line.slice(-1)) && IDEOGRAPHS.test(next.charAt(0)) ? line : `${line} `;
  };
  // Joined once: a paragraph can be a whole book.
  return { join: (texts) => texts.map((line, n) => (n === texts.length - 1 ? line : before(line, texts[n + 1] ?? ""))).join("") };
}

const mode = (counts: ReadonlyMap<number, number>): number =>
  [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
const rounded = (size: number): number => Math.round(size * 2) / 2;

/** The size that most of a document's letters have. */
export function bodySize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) counts.set(rounded(size), (counts.get(rounded(size)) ?? 0) + text.length);
  return mode(counts);
}

/** How far lines of a size stand from each other, as most of them do; times the size. */
function pitches(lines: readonly PdfLine[]): (size: number) => number {
  const counts = new Map<number, Map<number, number>>();
  for (let n = 1; n < lines.length; n++) {
    const [before, line] = [lines[n - 1], lines[n]];
    if (!before || !line || before.column !== line.column || !alike(before, line)) continue;
    const step = Math.round(((line.y - before.y) / Math.max(line.size, 1)) * 20) / 20;
    const known = counts.get(rounded(line.size)) ?? new Map<number, number>();
    counts.set(rounded(line.size), known.set(step, (known.get(step) ?? 0) + 1));
  }
  const USUAL = 1.2;
  const ENOUGH = 3;
  return (size) => {
    const known = [...(counts.get(rounded(size)) ?? [])].filter(([, count]) => count >= ENOUGH);
    return (mode(new Map(known)) || USUAL) * size;
  };
}

const alike = (a: PdfLine, b: PdfLine): boolean => Math.abs(a.size - b.size) <= 0.07 * Math.max(a.size, b.size);

/** More than the usual step from line to line parts paragraphs, times the step. */
const WIDER = 1.28;
/** How far a first line is set in, times the size. */
const INDENT = { least: 0.8, most: 6 };
/** A sentence that ends before this share of the column ends its paragraph. */
const SHORT = 0.8;

/** Joins lines to paragraphs, over columns and pages too. */
export function paragraphsOf(lines: readonly PdfLine[], joiner: Joiner, isNote = false): readonly PdfParagraph[] {
  const stepOf = pitches(lines);
  const found: PdfParagraph[] = [];
  let open: PdfLine[] | null = null;
  const close = (): void => {
    const first = open?.[0];
    if (open && first) found.push({ text: joiner.join(open.map(({ text }) => text)), size: first.size, page: first.page, isNote });
    open = null;
  };
  for (const line of lines) {
    const before: PdfLine | undefined = open?.at(-1);
    if (open && before && goesOn(open, before, line, stepOf, isNote)) open.push(line);
    else {
      close();
      open = [line];
    }
  }
  close();
  return found;
}

function goesOn(paragraph: readonly PdfLine[], before: PdfLine, line: PdfLine, stepOf: (size: number) => number, isNote: boolean): boolean {
  if (!alike(before, line) || MARKER.test(line.text) || (isNote && NOTE.test(line.text))) return false;
  const ends = endsSentence(before.text);
  if (before.column !== line.column) {
    // Over columns and pages a sentence goes on, and a word.
    const isFull = before.right >= before.column.left + SHORT * (before.column.right - before.column.left);
    return !ends && (/[-‐\u00ad]$/.test(before.text) || /^\p{Ll}/u.test(line.text) || (isFull && paragraph.length > 1));
  }
  const step = line.y - before.y;
  if (step <= 0 || step > stepOf(line.size) * WIDER) return false;
  const first = paragraph[0];
  const isItem = first !== undefined && MARKER.test(first.text);
  const inset = (line.x - before.x) / line.size;
  if (
    !isItem &&
    inset >= INDENT.least &&
    inset <= INDENT.most &&
    (ends || before.x <= before.column.left + line.size / 2) &&
    paragraph.length > 1
  )
    return false;
  if (!isItem && inset >= INDENT.least && inset <= INDENT.most && ends) return false;
  // An item's own lines are set in; what is set out again is the next paragraph.
  if (isItem && paragraph.length > 1 && inset <= -INDENT.least) return false;
  return !(ends && before.right < before.column.left + SHORT * (before.column.right - before.column.left));
}

const NOTE = /^[[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?[.\s]?\s*(?=\S)/u;
/** Largest size of a note under the text, times the text's. */
const SMALLER = 0.93;

/** The notes at the foot of columns: they stand between a sentence and its end on the next page. */
export function notesOf(lines: readonly PdfLine[], body: number): ReadonlySet<PdfLine> {
  const notes = new Set<PdfLine>();
  const columns = new Map<PdfLine["column"], PdfLine[]>();
  for (const line of lines) {
    const known = columns.get(line.column);
    if (known) known.push(line);
    else columns.set(line.column, [line]);
  }
  for (const column of columns.values()) {
    const last = column.findLastIndex(({ size }) => size >= body * SMALLER);
    const small = column.slice(last + 1);
    const first = small.findIndex(({ text }) => NOTE.test(text));
    if (last >= 0 && first >= 0) for (const line of small.slice(first)) notes.add(line);
  }
  return notes;
}

/** Least size of a heading, times the text's; longest heading, UTF-16 code units. */
export const LARGER = 1.12;
const LONGEST_HEADING = 250;

/** Says what each paragraph is: the larger ones, and those that the bookmarks name, are headings. */
export function blocksOf(paragraphs: readonly PdfParagraph[], body: number, outline: readonly string[]): readonly DraftBlock[] {
  const named = new Set(outline.map(comparable).filter((name) => name !== ""));
  const isHeading = ({ text, size }: PdfParagraph): boolean =>
    text.length <= LONGEST_HEADING && /\p{L}/u.test(text) && (size >= body * LARGER || named.has(comparable(text)));
  const sizes = [...new Set(paragraphs.filter(isHeading).map(({ size }) => rounded(size)))].sort((a, b) => b - a);
  const LEVELS = [1, 2, 3, 4, 5, 6] as const;
  return paragraphs.map((paragraph): DraftBlock => {
    const { text, size } = paragraph;
    const plain = { lang: null, spans: [] } as const;
    if (isHeading(paragraph)) return { kind: "heading", level: LEVELS[sizes.indexOf(rounded(size))] ?? 6, text, ...plain };
    if (paragraph.isNote) return { kind: "footnote", text: text.replace(NOTE, ""), ...plain };
    const marker = MARKER.exec(text);
    if (marker) {
      const ordinal = marker[2] === undefined ? null : Number(marker[2]);
      return { kind: "item", depth: 0, ordinal, text: text.slice(marker[0].length), ...plain };
    }
    return { kind: "paragraph", text, ...plain };
  });
}
