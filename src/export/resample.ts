/** The taps on each side of a sample that is made: 90 dB of everything above the lower half rate is gone (computed for this window). */
const REACH = 16;

const greatest = (a: number, b: number): number => (b === 0 ? a : greatest(b, a % b));

/** Kaiser's window, beta 9. */
function kaiser(x: number): number {
  const bessel = (value: number): number => {
    let [sum, term] = [1, 1];
    for (let k = 1; k < 30; k += 1) {
      term *= (value / (2 * k)) ** 2;
      sum += term;
    }
    return sum;
  };
  return Math.abs(x) >= 1 ? 0 : bessel(9 * Math.sqrt(1 - x * x)) / bessel(9);
}

/** The sum of some samples, each as much as a stretch of a table says. Four sums: each waits for the one before it. @param width a multiple of 4 */
function heardThrough(table: Float64Array, from: number, width: number, samples: Float32Array, first: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let tap = 0; tap < width; tap += 4) {
    a += (table[from + tap] ?? 0) * (samples[first + tap] ?? 0);
    b += (table[from + tap + 1] ?? 0) * (samples[first + tap + 1] ?? 0);
    c += (table[from + tap + 2] ?? 0) * (samples[first + tap + 2] ?? 0);
    d += (table[from + tap + 3] ?? 0) * (samples[first + tap + 3] ?? 0);
  }
  return a + b + c + d;
}

/** Turns sound of one sample rate into another, a stretch at a time and without a seam between stretches. */
export interface Resampler {
  push(samples: Float32Array): Float32Array;
  /** What is left: as much as was held back. */
  finish(): Float32Array;
}

/** By windowed sinc, with a table for the places between two samples that occur. @param from Hz, whole */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, finish: () => new Float32Array(0) };
  const common = greatest(from, to);
  const [up, down] = [to / common, from / common];
  // Going down, the sinc is as much wider as the rate is lower.
  const cut = Math.min(1, to / from);
  // Even, for the table is read four taps at a time.
  const reach = 2 * Math.ceil(REACH / cut / 2);
  const width = 2 * reach;
  /** One table behind the other, a phase each. */
  const tables = Float64Array.from({ length: up * width }, (_, at) => {
    const place = (at % width) - reach + 1 - Math.floor(at / width) / up;
    const x = place * cut;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return sinc * kaiser(place / reach) * cut;
  });
  /** Samples that are still needed; the first of them stands `reach` before the next place. */
  let held = new Float32Array(reach - 1);
  /** Of the next sample to be made: phases beyond the sample `reach - 1` of what is held. */
  let phase = 0;
  let taken = 0;
  let made = 0;
  const push = (samples: Float32Array): Float32Array => {
    taken += samples.length;
    const all = new Float32Array(held.length + samples.length);
    all.set(held);
    all.set(samples, held.length);
    const out = new Float32Array(Math.ceil(((samples.length + reach) * up) / down) + 1);
    let first = 0;
    let count = 0;
    // In a variable of its own: what a closure shares is slower.
    let place = phase;
    while (first + width <= all.length) {
      out[count] = heardThrough(tables, place * width, width, all, first);
      count += 1;
      place += down;
      while (place >= up) {
        place -= up;
        first += 1;
      }
    }
    phase = place;
    held = all.slice(first);
    made += count;
    return out.subarray(0, count);
  };
  return {
    push,
    finish() {
      const wanted = Math.round((taken * up) / down);
      const rest = push(new Float32Array(width));
      return rest.subarray(0, Math.max(0, rest.length - (made - wanted)));
    },
  };
}
