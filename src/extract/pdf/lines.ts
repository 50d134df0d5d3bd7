import type { PdfItem, PdfPage } from "./model.ts";

/** A line of text in its column, in the order of reading. Points. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The column that it stands in: lines of one are beside each other in the list. */
  readonly column: Column;
}

/** A column of a page. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** What lies on one line without a wide gap. */
interface Segment {
  readonly items: readonly PdfItem[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Farthest that letters of one line stand from it, times the size: raised and lowered ones do. */
const OFF_LINE = 0.4;
/** Least gap that can part columns, times the size: the gaps of justified lines are smaller (guess, of newspapers and papers). */
const GUTTER = 1.1;
/** Least gap between two words that are drawn apart, times the size. */
const WORD_GAP = 0.18;
/** Fewest lines of a column, and least width of half of them, times the size: less is a table's. */
const FEWEST_LINES = 3;
const NARROWEST = 9;
/** From this share of the page's text on, a line stands over all columns. */
const WIDE = 0.62;
/** Most columns beside columns that are looked for. */
const DEEPEST = 4;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** The lines of a page, column by column. What the document calls no content is not among them. */
export function linesOfPage(page: PdfPage): readonly PdfLine[] {
  const segments = segmentsOf(page.items.filter(({ artifact }) => !artifact));
  const isRtl = page.items.filter(({ rtl }) => rtl).length > page.items.length / 2;
  return order(segments, isRtl, 0).flatMap((column) => linesOf(column, page.number));
}

function segmentsOf(items: readonly PdfItem[]): readonly Segment[] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  const drawn = items.filter(({ text }) => text.trim() !== "").toSorted((a, b) => a.y - b.y || a.x - b.x);
  for (const item of drawn) {
    // Raised letters come before their line.
    const row = rows.at(-1);
    const near = row && Math.abs(row.y - item.y) <= OFF_LINE * Math.max(row.size, item.size);
    if (!row || !near) rows.push({ y: item.y, size: item.size, items: [item] });
    else {
      row.items.push(item);
      if (item.size > row.size) {
        row.y = item.y;
        row.size = item.size;
      }
    }
  }
  return rows.flatMap((row) => {
    const segments: Segment[] = [];
    let open: PdfItem[] = [];
    let right = Number.NEGATIVE_INFINITY;
    const close = (): void => {
      const [first] = open;
      if (first) segments.push({ items: open, x: first.x, right, y: row.y, size: Math.max(...open.map(({ size }) => size)) });
      open = [];
    };
    for (const item of row.items.toSorted((a, b) => a.x - b.x)) {
      if (open.length > 0 && item.x - right > GUTTER * Math.max(item.size, 1)) {
        close();
        right = Number.NEGATIVE_INFINITY;
      }
      open.push(item);
      right = Math.max(right, item.x + item.width);
    }
    close();
    return segments;
  });
}

/** Parts a region into columns, in the order of reading. */
function order(segments: readonly Segment[], isRtl: boolean, depth: number): readonly (readonly Segment[])[] {
  const gutter = depth < DEEPEST ? gutterOf(segments) : null;
  if (gutter === null) return segments.length === 0 ? [] : [segments];
  const columns: (readonly Segment[])[] = [];
  let band: Segment[] = [];
  const closeBand = (): void => {
    const left = band.filter(({ right }) => right <= gutter);
    const right = band.filter(({ x }) => x >= gutter);
    for (const side of isRtl ? [right, left] : [left, right]) columns.push(...order(side, isRtl, depth + 1));
    band = [];
  };
  let across: Segment[] = [];
  for (const segment of segments) {
    const isAcross = segment.x < gutter && segment.right > gutter;
    if (isAcross) {
      if (band.length > 0) closeBand();
      across.push(segment);
    } else {
      if (across.length > 0) columns.push(across);
      across = [];
      band.push(segment);
    }
  }
  if (across.length > 0) columns.push(across);
  if (band.length > 0) closeBand();
  return columns;
}

/** Where columns part, null where there is one: a gap that no line but the widest crosses, with lines of prose on both sides. */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length < 2 * FEWEST_LINES) return null;
  const left = Math.min(...segments.map(({ x }) => x));
  const right = Math.max(...segments.map((segment) => segment.right));
  const narrow = segments.filter((segment) => segment.right - segment.x < WIDE * (right - left)).toSorted((a, b) => a.x - b.x);
  const size = median(segments.map((segment) => segment.size));
  const isProse = (side: readonly Segment[]): boolean =>
    side.length >= FEWEST_LINES && median(side.map((segment) => segment.right - segment.x)) >= NARROWEST * size;
  let best: { at: number; gap: number } | null = null;
  let end = narrow[0]?.right ?? 0;
  for (const segment of narrow) {
    const gap = segment.x - end;
    const at = end + gap / 2;
    if (gap >= GUTTER * size && gap > (best?.gap ?? 0)) {
      const sides = [narrow.filter((one) => one.right <= at), narrow.filter((one) => one.x >= at)] as const;
      if (isProse(sides[0]) && isProse(sides[1])) best = { at, gap };
    }
    end = Math.max(end, segment.right);
  }
  return best?.at ?? null;
}

function linesOf(segments: readonly Segment[], page: number): readonly PdfLine[] {
  const column: Column = { left: Math.min(...segments.map(({ x }) => x)), right: Math.max(...segments.map(({ right }) => right)) };
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row?.[0] && row[0].y === segment.y) row.push(segment);
    else rows.push([segment]);
  }
  return rows.flatMap((row) => {
    const items = row.flatMap((segment) => segment.items);
    const size = sizeOf(items);
    const text = lineText(items, size);
    const x = Math.min(...row.map((segment) => segment.x));
    return text === "" ? [] : [{ text, page, x, right: Math.max(...row.map(({ right }) => right)), y: row[0]?.y ?? 0, size, column }];
  });
}

/** The size that most letters of a line have. */
function sizeOf(items: readonly PdfItem[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of items) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
}

/** Raised numbers and signs point to a note. */
const NOTE_SIGN = /^\s*[[(]?(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[*†‡§]{1,3})[\])]?\s*$/;
const SMALL = 0.8;

/** The text of one line: spaces where its words are drawn apart, raised numbers of notes left out. */
export function lineText(items: readonly PdfItem[], size: number): string {
  const base = Math.max(...items.filter((item) => item.size >= size * SMALL).map(({ y }) => y));
  const isNote = (item: PdfItem): boolean => item.size < size * SMALL && item.y < base - size / 8 && NOTE_SIGN.test(item.text);
  const isRtl = items.filter(({ rtl }) => rtl).length > items.length / 2;
  const inOrder = items.toSorted((a, b) => (isRtl ? b.x + b.width - (a.x + a.width) : a.x - b.x));
  let text = "";
  let end: number | null = null;
  for (const item of inOrder) {
    const start: number = isRtl ? item.x + item.width : item.x;
    const gap: number = end === null ? 0 : isRtl ? end - start : start - end;
    // A note's number at the start of a line is the note's own.
    if (isNote(item) && text.trim() !== "") {
      end = isRtl ? item.x : item.x + item.width;
      continue;
    }
    if (gap > WORD_GAP * size && !/\s$/.test(text) && !/^\s/.test(item.text)) text += " ";
    text += item.text;
    end = isRtl ? item.x : item.x + item.width;
  }
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}
