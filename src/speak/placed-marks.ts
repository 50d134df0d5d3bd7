import { type Word, wordAt, wordWeight } from "./words.ts";

/** A word and the sample that it begins at. */
export interface PlacedMark {
  /** Samples from the first. */
  readonly at: number;
  readonly word: Word;
}

/** Gives every word of a text its place in the sound, from the words that an engine names. */
export interface MarkFinder {
  /** The engine begins to say what stands at `offset`, `at` samples from the first. Returns the words that now have their places. */
  hear(offset: number, at: number): readonly PlacedMark[];
  /** The sound ended at this sample. Returns the words that had no place yet. */
  finish(at: number): readonly PlacedMark[];
}

/**
 * Words that an engine does not name – eSpeak runs "have been" together, and never names a dash – share the time between their
 * neighbours by their letters. Each word gets one mark, in order; what an engine names a second time or out of order is ignored.
 */
export function createMarkFinder(text: string, words: readonly Word[]): MarkFinder {
  const weights = words.map((word) => wordWeight(text.slice(word.start, word.end)));
  let last = -1;
  let lastAt = 0;

  /** The words after `last` and before `next`, spread over the time up to `at`. */
  function between(next: number, at: number): PlacedMark[] {
    const marks: PlacedMark[] = [];
    if (last + 1 >= next) return marks;
    let total = 0;
    for (let index = Math.max(last, 0); index < next; index++) total += weights[index] ?? 0;
    let before = last < 0 ? 0 : (weights[last] ?? 0);
    for (let index = last + 1; index < next; index++) {
      const word = words[index];
      if (word) marks.push({ at: total === 0 ? at : Math.round(lastAt + ((at - lastAt) * before) / total), word });
      before += weights[index] ?? 0;
    }
    return marks;
  }

  return {
    hear(offset, at) {
      const index = wordAt(words, offset);
      const word = words[index];
      if (!word || index <= last) return [];
      const place = Math.max(at, lastAt);
      const marks = [...between(index, place), { at: place, word }];
      last = index;
      lastAt = place;
      return marks;
    },
    finish(at) {
      const marks = between(words.length, Math.max(at, lastAt));
      last = words.length;
      return marks;
    },
  };
}
