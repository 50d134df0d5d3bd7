/** A filter of two poles. */
interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** The head's effect on what is heard: +4 dB above 1.7 kHz (ITU-R BS.1770-5, stage 1, for any rate by its analogue form). */
function shelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.9744509555319) / sampleRate);
  const q = 0.7071752369554193;
  const high = 10 ** (3.99984385397 / 20);
  const band = high ** 0.499666774155;
  const a0 = 1 + k / q + k * k;
  return {
    b: [(high + (band * k) / q + k * k) / a0, (2 * (k * k - high)) / a0, (high - (band * k) / q + k * k) / a0],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

/** Low tones are heard less (the same, stage 2). */
function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087613982) / sampleRate);
  const q = 0.5003270373253953;
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

/** Blocks of 400 ms that overlap by three quarters: made of steps of 100 ms. */
const STEP = 0.1;
const STEPS_A_BLOCK = 4;
/** What is softer than this is silence, LUFS; and what is so much softer than the rest is a pause, LU (EBU R 128). */
const SILENCE = -70;
const PAUSE = -10;

/** Hears how loud mono sound is, a stretch at a time. */
export interface LoudnessMeter {
  push(samples: Float32Array): void;
  /** The mean power of each full 100 ms, weighted as it is heard: what `loudnessOf` goes by. */
  steps(): readonly number[];
}

/** Measures by ITU-R BS.1770-5. What is left of less than 100 ms at the end does not count. */
export function createLoudnessMeter(sampleRate: number): LoudnessMeter {
  const [first, second] = [shelf(sampleRate), highPass(sampleRate)];
  const size = Math.round(STEP * sampleRate);
  const steps: number[] = [];
  // In arrays of numbers, taken into variables for each stretch: V8 can't know what a closure's variables hold, and would put each number
  // that comes of them on the heap; that took five sixths of the time (measured).
  const factors = Float64Array.of(...first.b, ...first.a, ...second.b, ...second.a);
  /** Both filters' memories, in transposed direct form II; the power so far, and how many samples are still to come. */
  const state = Float64Array.of(0, 0, 0, 0, 0, size);
  return {
    push(samples) {
      const [b0, b1, b2, a1, a2] = [factors[0] ?? 0, factors[1] ?? 0, factors[2] ?? 0, factors[3] ?? 0, factors[4] ?? 0];
      const [d0, d1, d2, c1, c2] = [factors[5] ?? 0, factors[6] ?? 0, factors[7] ?? 0, factors[8] ?? 0, factors[9] ?? 0];
      let [p1, p2, q1, q2] = [state[0] ?? 0, state[1] ?? 0, state[2] ?? 0, state[3] ?? 0];
      let [sum, left] = [state[4] ?? 0, state[5] ?? 0];
      for (let at = 0; at < samples.length; at += 1) {
        const x = samples[at] ?? 0;
        const y = b0 * x + p1;
        p1 = b1 * x - a1 * y + p2;
        p2 = b2 * x - a2 * y;
        const z = d0 * y + q1;
        q1 = d1 * y - c1 * z + q2;
        q2 = d2 * y - c2 * z;
        sum += z * z;
        left -= 1;
        if (left === 0) {
          steps.push(sum / size);
          sum = 0;
          left = size;
        }
      }
      state.set([p1, p2, q1, q2, sum, left]);
    },
    steps: () => steps,
  };
}

const level = (power: number): number => -0.691 + 10 * Math.log10(power);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Integrated loudness, LUFS, with both gates (EBU R 128); null where there is nothing to be heard. */
export function loudnessOf(steps: readonly number[]): number | null {
  const powers: number[] = [];
  for (let at = 0; at + STEPS_A_BLOCK <= steps.length; at += 1) powers.push(mean(steps.slice(at, at + STEPS_A_BLOCK)));
  const heard = powers.filter((power) => level(power) > SILENCE);
  if (heard.length === 0) return null;
  const gate = level(mean(heard)) + PAUSE;
  return level(mean(heard.filter((power) => level(power) > gate)));
}

/**
 * How loud an edition is, LUFS: what AES TD1008 asks of speech. At -16, as some ask of stereo, a formant voice's peaks would be cut by
 * more than a decibel on the whole (measured).
 */
export const TARGET_LOUDNESS = -18;
/** The most that silence, or a very soft voice, is raised by, dB: beyond it only noise would be heard (guess). */
const MOST_GAIN = 20;

/** What sound of some loudness is multiplied by to be as loud as an edition is. */
export const gainFor = (loudness: number | null): number =>
  loudness === null ? 1 : 10 ** (Math.min(MOST_GAIN, TARGET_LOUDNESS - loudness) / 20);
