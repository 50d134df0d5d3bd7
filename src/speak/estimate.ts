import type { PlacedMark } from "./placed-marks.ts";
import type { Word } from "./words.ts";

/** How long parts of a word are said, in letters: guesses that make English sentences come out evenly. */
const ONSET = 1.5;
const DIGIT = 3;
const COMMA = 3;
const STOP = 6;

/** Marks for a voice that gives none: the words share the time between two samples by what there is to say of each. */
export function estimatedMarks(text: string, words: readonly Word[], start: number, end: number): readonly PlacedMark[] {
  const weights = words.map((word, index) => timeOf(text.slice(word.start, word.end), index === words.length - 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return words.map((word, index) => {
    const at = total === 0 ? start : Math.round(start + ((end - start) * before) / total);
    before += weights[index] ?? 0;
    return { at, word };
  });
}

function timeOf(word: string, last: boolean): number {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  const digits = word.match(/\p{N}/gu)?.length ?? 0;
  const pause = last ? 0 : /[.!?…]\p{P}*$/u.test(word) ? STOP : /[,;:–—]\p{P}*$/u.test(word) ? COMMA : 0;
  return letters + digits === 0 ? pause : ONSET + letters + DIGIT * digits + pause;
}
