import { type Article, type BlockId, type Place, type Script, TITLE } from "../../model/index.ts";
import { placeOf, utteranceAt } from "../../play/index.ts";
import { series } from "../../words/index.ts";

/** A place of an article that a person may want to go to. */
export interface Entry {
  readonly kind: "title" | "heading" | "photo" | "quote" | "table" | "link";
  readonly block: BlockId;
  /** UTF-16 offset in the block's text. */
  readonly offset: number;
  /** What it is called: its own words. */
  readonly text: string;
  /** 1 for the title, then as deep as the heading; 0 for what is no heading. */
  readonly level: number;
  /** Counts the places of its kind, from 1. */
  readonly number: number;
}

/** All the places to go to, in reading order. */
export function entriesOf(article: Article): readonly Entry[] {
  const found: Entry[] = [];
  const counts = new Map<Entry["kind"], number>();
  const add = (kind: Entry["kind"], block: BlockId, text: string, level = 0, offset = 0): void => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    found.push({ kind, block, offset, text, level, number });
  };
  add("title", TITLE, article.title, 1);
  for (const block of article.blocks) {
    if (block.kind === "heading") add("heading", block.id, block.text, Math.max(2, block.level));
    if (block.kind === "figure") add("photo", block.id, block.text);
    if (block.kind === "table") add("table", block.id, block.caption ?? series((block.rows[0] ?? []).map(({ text }) => text)));
    if (block.kind === "quote") add("quote", block.id, block.text);
    for (const span of block.spans) if (span.kind === "link") add("link", block.id, block.text.slice(span.start, span.end), 0, span.start);
  }
  return found;
}

/** The photo at a place, else the nearest before it, else the first; null where the article has none. */
export function photoAt(article: Article, place: Place | null): BlockId | null {
  const photos = article.blocks.flatMap(({ kind, id }, index) => (kind === "figure" ? [{ id, index }] : []));
  const here = place ? article.blocks.findIndex(({ id }) => id === place.block) : -1;
  return (photos.findLast(({ index }) => index <= here) ?? photos[0])?.id ?? null;
}

/** What stands in the list of sections beside the article: its title, headings and photos. */
export const sectionEntries = (article: Article): readonly Entry[] =>
  entriesOf(article).filter((entry) => entry.kind === "title" || entry.kind === "heading" || entry.kind === "photo");

/** The start of an utterance on the page: where the caret goes when it was the last that sounded. */
export const startOf = (script: Script, utterance: number): Place | null => placeOf(script, utterance);

/**
 * Where the speech of a place begins: its utterance, and the offset of the place's word in the utterance's spoken text.
 */
export function spokenPlace(script: Script, place: Place): { readonly utterance: number; readonly offset: number } {
  const index = utteranceAt(script, place);
  let offset = 0;
  for (const piece of script.utterances[index]?.pieces ?? []) {
    const { source, spoken } = piece;
    if (source && source.block === place.block && place.offset < source.end) {
      if (place.offset <= source.start) return { utterance: index, offset: offset === 0 || isFirst(script, index, source) ? 0 : offset };
      const same = spoken.trimEnd().length === source.end - source.start;
      return { utterance: index, offset: offset + (same ? place.offset - source.start : 0) };
    }
    offset += spoken.length;
  }
  return { utterance: index, offset: 0 };
}

/** Whether a piece is the first that stands on the page: what is announced before it belongs to its start. */
function isFirst(script: Script, utterance: number, source: object): boolean {
  return script.utterances[utterance]?.pieces.find((piece) => piece.source)?.source === source;
}
