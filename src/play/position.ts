import { type Article, type BlockId, type Script, spokenText } from "../model/index.ts";

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

/** About how long so many words take at rate 1, seconds. */
export const secondsOfWords = (words: number): number => (words * 60) / PACE;

const secondsOf = (script: Script): readonly number[] =>
  script.utterances.map((utterance) => secondsOfWords(spokenText(utterance).split(/\s+/).filter(Boolean).length) + utterance.pause);

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
