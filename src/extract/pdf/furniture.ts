import type { PdfLine } from "./lines.ts";
import type { PdfPage } from "./model.ts";
import { bodySize, LARGER } from "./paragraphs.ts";

/** The share of a page at its top and bottom in which running heads and page numbers stand. */
const EDGE = 0.13;
/** Most lines at an edge that are looked at. */
const MOST_LINES = 3;
/** From how many pages on a line repeats; where there are fewer pages, two. */
const FEWEST_PAGES = 3;

const NUMBER =
  /^(?:(?:page|seite|p(?:á|a)gina|pag\.?|p\.|s\.|стр\.?|страница)\s*)?[-–—|\s]*(\d{1,4})[-–—|\s]*(?:(?:\/|of|von|de|sur|di|из)\s*\d{1,4})?[-–—|\s]*$/iu;
const ROMAN = /^[ivxlc]{1,7}$/i;

/** The lines that are no text but stand on every page: running heads, feet, page numbers. */
export function furnitureOf(pages: readonly PdfPage[], lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const body = bodySize(lines);
  const heights = new Map(pages.map(({ number, height }) => [number, height]));
  const edges: { readonly line: PdfLine; readonly place: string }[] = [];
  const grouped = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const known = grouped.get(line.page);
    if (known) known.push(line);
    else grouped.set(line.page, [line]);
  }
  for (const [page, own] of grouped) {
    const height = heights.get(page) ?? 1;
    const sorted = own.toSorted((a, b) => a.y - b.y);
    for (const line of sorted.slice(0, MOST_LINES)) if (line.y <= height * EDGE) edges.push({ line, place: "top" });
    for (const line of sorted.slice(-MOST_LINES)) if (line.y >= height * (1 - EDGE)) edges.push({ line, place: "bottom" });
  }
  const furniture = new Set<PdfLine>();
  const needed = Math.min(FEWEST_PAGES, Math.max(2, grouped.size));
  const repeats = new Map<string, PdfLine[]>();
  for (const { line, place } of edges) {
    // A book's title can be its running head too, in smaller letters.
    const key = `${place} ${Math.round(line.size)} ${line.text.toLowerCase().replace(/\d+/g, "#")}`;
    const known = repeats.get(key);
    if (known) known.push(line);
    else repeats.set(key, [line]);
  }
  for (const same of repeats.values())
    if (new Set(same.map(({ page }) => page)).size >= needed && !areHeadings(same, body)) for (const line of same) furniture.add(line);
  // Page numbers count on with the pages, whatever they begin with.
  const offsets = new Map<number, PdfLine[]>();
  for (const { line } of edges) {
    const said = NUMBER.exec(line.text)?.[1];
    if (said === undefined) continue;
    const offset = Number(said) - line.page;
    const known = offsets.get(offset);
    if (known) known.push(line);
    else offsets.set(offset, [line]);
  }
  for (const [offset, counted] of offsets) if (counted.length >= 2 || offset === 0) for (const line of counted) furniture.add(line);
  for (const { line } of edges) if (ROMAN.test(line.text) && line.text === line.text.toLowerCase()) furniture.add(line);
  return furniture;
}

/** Larger than the text and each with a number of its own: "Chapter 1", "Chapter 2" begin their chapters. */
const areHeadings = (lines: readonly PdfLine[], body: number): boolean =>
  lines.every(({ size, text }) => size >= body * LARGER && /\p{L}{2}/u.test(text) && !NUMBER.test(text)) &&
  new Set(lines.map(({ text }) => text)).size === lines.length;
