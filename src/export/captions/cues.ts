import { type EditionArticle, joined, places, type SaidUtterance, spokenText, type TextRange, type Utterance } from "../../model/index.ts";
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

/** What the page shows of a sentence, after what is announced before it. */
function textOf(utterance: Utterance, shown: (range: TextRange) => string): string {
  const first = utterance.pieces.findIndex(({ source }) => source !== null);
  if (first < 0) return spokenText(utterance).trim();
  const announced = utterance.pieces.slice(0, first).map(({ spoken }) => spoken);
  return joined([announced.join("").trim(), ...places(utterance).map(shown)]);
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
