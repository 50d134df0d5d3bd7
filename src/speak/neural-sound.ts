import { type Cut, createCutter } from "./cutter.ts";
import { estimatedMarks } from "./estimate.ts";
import type { Passage } from "./passages.ts";
import { passagesOf } from "./passages.ts";
import type { PlacedMark } from "./placed-marks.ts";
import { isSayable, wordsOf } from "./words.ts";

/** Longest passage that is made at once, UTF-16 code units: about 20 s of speech. A cancelled one is waited for (guess). */
const LONGEST = 300;
/** The first passage may be shorter, so that sound begins soon: between these many code units, where a clause ends (guess). */
const FIRST = { shortest: 30, longest: 140 } as const;
const CLAUSE = /[,;:–—،、]\p{Pf}?["')]*\s+/gu;

/** A text in the stretches that a model makes at once: its first sound comes when the first is whole. */
export function breathsOf(text: string): readonly Passage[] {
  const passages = passagesOf(text, LONGEST);
  const [first, ...rest] = passages;
  if (!first || first.end - first.start <= FIRST.longest) return passages;
  const ends = [...text.slice(first.start, first.start + FIRST.longest).matchAll(CLAUSE)].map(
    ({ 0: found, index }) => index + found.length,
  );
  const end = ends.findLast((at) => at >= FIRST.shortest && isSayable(text.slice(first.start, first.start + at)));
  if (end === undefined || !isSayable(text.slice(first.start + end, first.end))) return passages;
  return [{ start: first.start, end: first.start + end }, { start: first.start + end, end: first.end }, ...rest];
}

/** How loud speech is made, RMS where it speaks: -20 dBFS, as eSpeak NG is. */
const LOUDNESS = 0.1;
/** The highest peak, -1 dBFS, and the most that a soft voice is made louder. */
const PEAK = 0.89;
const MOST_GAIN = 4;
/** Samples below this are not speaking: -46 dBFS. */
const SPEAKING = 0.005;
/** What is silence at either end, once it is as loud as `LOUDNESS`: -50 dBFS. */
const SILENCE = 0.003;

/** Makes a voice as loud as the others, by all that it has said so far: sentences keep their differences. */
export function createLeveller(): (samples: Float32Array) => Float32Array {
  let power = 0;
  let speaking = 0;
  return (samples) => {
    let peak = 0;
    for (const sample of samples) {
      const size = Math.abs(sample);
      if (!(size >= SPEAKING)) continue;
      peak = Math.max(peak, size);
      power += sample * sample;
      speaking++;
    }
    if (speaking === 0 || peak === 0) return samples;
    const gain = Math.min(MOST_GAIN, PEAK / peak, LOUDNESS / Math.sqrt(power / speaking));
    return samples.map((sample) => (Number.isFinite(sample) ? sample * gain : 0));
  };
}

/** Where words begin, as a part of the whole: 0 the first sample that speaks, 1 the last. */
export interface Timed {
  readonly part: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A passage's sound in chunks, with a mark for each word.
 * @param timed where its words begin, from something that knows; null: by their letters
 */
export function* chunksOf(
  text: string,
  samples: Float32Array,
  sampleRate: number,
  timed: readonly Timed[] | null,
  trim: { readonly trimStart: boolean; readonly trimEnd: boolean },
): Generator<Cut, void, void> {
  const isSound = (sample: number): boolean => Math.abs(sample) >= SPEAKING;
  const first = Math.max(0, samples.findIndex(isSound));
  const last = Math.max(first, samples.findLastIndex(isSound));
  const marks: readonly PlacedMark[] = timed
    ? timed.map(({ part, start, end }) => ({ at: Math.round(first + (last - first) * part), word: { start, end } }))
    : estimatedMarks(text, wordsOf(text), first, last);
  const cutter = createCutter({ sampleRate, ...trim, silence: SILENCE });
  const step = Math.round(sampleRate / 10);
  let next = 0;
  for (let at = 0; at < samples.length; at += step) {
    const from = next;
    while ((marks[next]?.at ?? Number.POSITIVE_INFINITY) < at + step) next++;
    yield* cutter.push(samples.subarray(at, at + step), marks.slice(from, next));
  }
  yield* cutter.finish(marks.slice(next));
}

/** The paces that models are made for; what is beyond is stretched (guess: words run together sooner in models than in sonic). */
const OWN_PACE = { slowest: 0.75, fastest: 1.5 } as const;

/** How a rate is reached: by the model's own speed, and what is left by stretching; 1 is no stretching. */
export function neuralPace(rate: number): { readonly speed: number; readonly stretch: number } {
  const speed = Math.min(OWN_PACE.fastest, Math.max(OWN_PACE.slowest, rate));
  return { speed, stretch: rate / speed };
}
