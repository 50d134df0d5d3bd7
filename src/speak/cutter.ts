import type { PlacedMark } from "./placed-marks.ts";
import type { Word } from "./words.ts";

/** A stretch of sound that is ready to go, and the words that begin in it. */
export interface Cut {
  readonly samples: Float32Array;
  /** Samples from the first of the whole sound. */
  readonly marks: readonly { readonly at: number; readonly word: Word }[];
}

/** Cuts a stream of samples into chunks. */
export interface Cutter {
  /** Takes samples, and marks in order. Returns the chunks that are ready. */
  push(samples: Float32Array, marks: readonly PlacedMark[]): readonly Cut[];
  /** The sound is at its end: returns what is left. */
  finish(marks: readonly PlacedMark[]): readonly Cut[];
}

/** How a stream is cut. */
export interface Cutting {
  /** Hz. */
  readonly sampleRate: number;
  /** Whether silence before the first sound is dropped. */
  readonly trimStart: boolean;
  /** Whether silence after the last sound is dropped. */
  readonly trimEnd: boolean;
  /** What is silence: samples below it. */
  readonly silence: number;
}

/** Shortest first chunk, seconds: sound begins as soon as there is a word of it. */
const FIRST = 0.1;
/** Shortest chunk after it, seconds: few messages, and still a fine grain for cancelling (guess). */
const NEXT = 0.3;
/** A chunk is cut at a word; where there is none for so long, anywhere. Seconds. */
const LONGEST = 1;
/** The silence that is kept at either end, seconds: enough that no onset is lost. */
const MARGIN = 0.01;
/** How far before a word a zero crossing is looked for, seconds: half a period of the lowest voice. */
const CROSSING = 0.005;

/**
 * Cuts at words, so that words without a time of their own still get it in the chunk that they begin in, and where the wave crosses
 * zero, so that a player can leave a chunk out without a click. Joined, the chunks are what was pushed, less the trimmed silence.
 */
export function createCutter({ sampleRate, trimStart, trimEnd, silence }: Cutting): Cutter {
  const isLoud = (sample: number): boolean => Math.abs(sample) > silence;
  const margin = Math.round(MARGIN * sampleRate);
  /** What waits; `base` is the place of its first sample among all that was pushed. */
  let waiting = new Float32Array(0);
  let base = 0;
  let marks: PlacedMark[] = [];
  let trimmed = 0;
  let begun = !trimStart;
  let first = true;

  function begin(): boolean {
    const loud = waiting.findIndex(isLoud);
    // Nothing of a silence is kept but what may become the margin.
    trimmed += drop(loud < 0 ? waiting.length - margin : loud - margin);
    begun = loud >= 0;
    return begun;
  }

  function drop(count: number): number {
    if (count <= 0) return 0;
    waiting = waiting.slice(count);
    base += count;
    return count;
  }

  function take(count: number): Cut {
    const samples = waiting.slice(0, count);
    const end = base + count;
    const ready = marks.findIndex((mark) => mark.at >= end);
    const taken = ready < 0 ? marks : marks.slice(0, ready);
    marks = ready < 0 ? [] : marks.slice(ready);
    const cut = { samples, marks: taken.map(({ at, word }) => ({ at: Math.max(at, base) - trimmed, word })) };
    waiting = waiting.slice(count);
    base = end;
    first = false;
    return cut;
  }

  /** How many samples can go now, 0: none. One always stays behind: late marks need a sample to begin with. */
  function ready(): number {
    const shortest = Math.round((first ? FIRST : NEXT) * sampleRate);
    if (waiting.length < shortest) return 0;
    const word = marks.findLast((mark) => mark.at < base + waiting.length);
    if (word && word.at - base >= shortest) return crossing(waiting, word.at - base, Math.round(CROSSING * sampleRate));
    if (waiting.length < LONGEST * sampleRate) return 0;
    // A silence may be the one at the end: it waits for what follows.
    const sound = Math.min(waiting.findLastIndex(isLoud) + 1, waiting.length - 1);
    return sound >= shortest ? crossing(waiting, sound, Math.round(CROSSING * sampleRate)) : 0;
  }

  return {
    push(samples, placed) {
      const joined = new Float32Array(waiting.length + samples.length);
      joined.set(waiting);
      joined.set(samples, waiting.length);
      waiting = joined;
      marks.push(...placed);
      if (!begun && !begin()) return [];
      const cuts: Cut[] = [];
      for (let count = ready(); count > 0; count = ready()) cuts.push(take(count));
      return cuts;
    },
    finish(placed) {
      marks.push(...placed);
      if (!begun) return [];
      const sound = trimEnd ? Math.min(waiting.length, waiting.findLastIndex(isLoud) + 1 + margin) : waiting.length;
      if (sound === 0) return [];
      // Words in the silence that is dropped begin with the last sample that is kept.
      marks = marks.map(({ at, word }) => ({ at: Math.min(at, base + sound - 1), word }));
      return [take(sound)];
    },
  };
}

/**
 * All of a sound as one chunk, less the silence at its ends that a cutter would trim; null: nothing is heard in it.
 * @param samples stays the caller's: the chunk is a part of it
 */
export function wholeOf(
  samples: Float32Array,
  placed: readonly PlacedMark[],
  { sampleRate, trimStart, trimEnd, silence }: Cutting,
): Cut | null {
  const margin = Math.round(MARGIN * sampleRate);
  const isLoud = (sample: number): boolean => Math.abs(sample) > silence;
  const first = trimStart ? samples.findIndex(isLoud) : 0;
  if (first < 0) return null;
  const from = trimStart ? Math.max(0, first - margin) : 0;
  const to = trimEnd ? Math.min(samples.length, samples.findLastIndex(isLoud) + 1 + margin) : samples.length;
  if (to <= from) return null;
  // Words in the silence that is dropped begin with the first, or the last, sample that is kept.
  const marks = placed.map(({ at, word }) => ({ at: Math.min(Math.max(at, from), to - 1) - from, word }));
  return { samples: samples.subarray(from, to), marks };
}

/** The last zero crossing at or before `at`, not further back than `reach`; else `at`. */
function crossing(samples: Float32Array, at: number, reach: number): number {
  for (let index = at; index > Math.max(1, at - reach); index--) {
    const before = samples[index - 1] ?? 0;
    const here = samples[index] ?? 0;
    if (before === 0 || before < 0 !== here < 0) return index;
  }
  return at;
}
