import { type Article, type BlockId, type Place, type Script, spokenText, TITLE } from "../../model/index.ts";
import { placeOf, utteranceAt } from "../../play/index.ts";

/** A place of an article that a person may want to go to. */
export interface Entry {
  readonly kind: "title" | "heading" | "photo" | "quote" | "link";
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
    if (block.kind === "quote") add("quote", block.id, block.text);
    for (const span of block.spans) if (span.kind === "link") add("link", block.id, block.text.slice(span.start, span.end), 0, span.start);
  }
  return found;
}

/** What stands in the list of sections beside the article: its title, headings and photos. */
export const sectionEntries = (article: Article): readonly Entry[] =>
  entriesOf(article).filter((entry) => entry.kind === "title" || entry.kind === "heading" || entry.kind === "photo");

/** Where a place is in its article. All numbers count from 1. */
export interface Position {
  readonly section: number;
  readonly sections: number;
  /** The heading that the section stands under, null before the first. */
  readonly heading: string | null;
  /** The paragraph of the section, 0 before its first. */
  readonly paragraph: number;
  readonly paragraphs: number;
}

const COUNTED: ReadonlySet<string> = new Set(["paragraph", "quote", "item"]);

/** The section and paragraph of a block. The text before the first heading is a section too. */
export function positionOf(article: Article, block: BlockId): Position {
  const found = { section: 1, sections: 0, heading: null as string | null, paragraph: 0, paragraphs: 0 };
  let reached = !article.blocks.some((other) => other.id === block);
  for (const [index, other] of article.blocks.entries()) {
    if (other.kind === "heading" || index === 0) {
      found.sections += 1;
      if (!reached) found.section = found.sections;
      if (!reached && other.kind === "heading") found.heading = other.text;
    }
    if (other.kind === "heading" && !reached) {
      found.paragraph = 0;
      found.paragraphs = 0;
    }
    // Paragraphs are counted within the section: to know how far the next heading is.
    if (COUNTED.has(other.kind) && (!reached || found.section === found.sections)) {
      found.paragraphs += 1;
      if (!reached) found.paragraph = found.paragraphs;
    }
    if (other.id === block) reached = true;
  }
  found.sections = Math.max(1, found.sections);
  return found;
}

/** Words a minute that a voice says at rate 1: the pace that the embedded voice is set to. */
const PACE = 175;

const secondsOf = (script: Script): readonly number[] =>
  script.utterances.map((utterance) => (spokenText(utterance).split(/\s+/).filter(Boolean).length * 60) / PACE + utterance.pause);

const known = new WeakMap<Script, readonly number[]>();

/** About how many seconds of speech there are from an utterance to the end. */
export function secondsLeft(script: Script, from: number, rate: number): number {
  let seconds = known.get(script);
  if (!seconds) {
    seconds = secondsOf(script);
    known.set(script, seconds);
  }
  return seconds.slice(from).reduce((sum, value) => sum + value, 0) / rate;
}

/** About how many minutes of speech there are from an utterance to the end, at least 1 where there is any. */
export const minutesLeft = (script: Script, from: number, rate: number): number => Math.ceil(secondsLeft(script, from, rate) / 60);

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
