import { type EditionArticle, joined, type SaidUtterance, spokenText, type TextRange, type Utterance } from "../../model/index.ts";
import { type WordTime, wordTimes } from "../word-times.ts";

/** One sentence as it is heard: what is shown of it, and when each word sounds. */
export interface Cue {
  /** Seconds from the beginning of the edition. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Their times are seconds from the beginning of the edition too. */
  readonly words: readonly WordTime[];
}

/**
 * What the page shows of a sentence, and what is announced before it and inside of it: the heading of each cell.
 */
function textOf(utterance: Utterance, shown: (range: TextRange) => string): string {
  const parts: (string | TextRange)[] = [];
  for (const { spoken, source } of utterance.pieces) {
    const last = parts.at(-1);
    if (source === null) parts.push(typeof last === "string" ? `${parts.pop()}${spoken}` : spoken);
    else if (typeof last === "object" && last.block === source.block) {
      parts.pop();
      parts.push({ block: last.block, start: Math.min(last.start, source.start), end: Math.max(last.end, source.end) });
    } else parts.push(source);
  }
  if (!parts.some((part) => typeof part === "object")) return spokenText(utterance).trim();
  return joined(parts.map((part) => (typeof part === "string" ? part.trim() : shown(part))).filter((text) => text !== ""));
}

/** The sentences of an edition, in order; what makes no sound is left out. @param shownOf what the page shows of a range of an article */
export function cuesOf(
  articles: readonly EditionArticle[],
  said: readonly SaidUtterance[],
  shownOf: (article: number) => (range: TextRange) => string,
): readonly Cue[] {
  return said.flatMap(({ article, utterance: index, start, end, marks }) => {
    const utterance = articles[article]?.script.utterances[index];
    if (!utterance || end <= start) return [];
    const shown = shownOf(article);
    const words = wordTimes(utterance, shown, marks, end - start).map((word) => ({
      ...word,
      start: start + word.start,
      end: start + word.end,
    }));
    const text = textOf(utterance, shown).replace(/\s+/g, " ").trim();
    return text === "" ? [] : [{ start, end, text, words }];
  });
}
