/** Changes the sample rate of a stream, chunk by chunk, without a seam between them. */
export interface Resampler {
  /**
   * The next samples in the new rate. After n samples have gone in, ⌊n × to / from⌋ have come out: no drift, however long it runs.
   */
  push(samples: Float32Array): Float32Array<ArrayBuffer>;
}

/** Samples of the input that each sample of the output is made of: 32 keep what can be heard of a voice (guess). */
const TAPS = 32;
/** Places between two samples for which the filter is worked out; between these it is interpolated. */
const PHASES = 256;
/** The part of the lower rate's band that is kept whole: the filter needs the rest to fall. */
const PASSED = 0.92;

/** A windowed sinc (Blackman), one row of taps for each phase and one more to interpolate to. */
function filterOf(from: number, to: number): Float32Array {
  const cutoff = PASSED * Math.min(1, to / from);
  const table = new Float32Array((PHASES + 1) * TAPS);
  for (let phase = 0; phase <= PHASES; phase += 1) {
    let sum = 0;
    for (let tap = 0; tap < TAPS; tap += 1) {
      const x = tap - TAPS / 2 + 1 - phase / PHASES;
      const angle = (2 * Math.PI * (x + TAPS / 2)) / TAPS;
      const window = Math.abs(x) > TAPS / 2 ? 0 : 0.42 - 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
      const sinc = x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x);
      const value = sinc * window;
      table[phase * TAPS + tap] = value;
      sum += value;
    }
    for (let tap = 0; tap < TAPS; tap += 1) table[phase * TAPS + tap] = (table[phase * TAPS + tap] ?? 0) / sum;
  }
  return table;
}

const filters = new Map<string, Float32Array>();

/**
 * Makes a resampler between two rates, Hz. The output comes half the filter late: 16 samples of the input, 0.7 ms at 22,050 Hz. Web
 * Audio would resample each `AudioBuffer` by itself, with a click at each join.
 */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => new Float32Array(samples) };
  const name = `${from}:${to}`;
  const filter = filters.get(name) ?? filterOf(from, to);
  filters.set(name, filter);
  /** The end of what went in before. */
  let history = new Float32Array(TAPS);
  let taken = 0;
  let given = 0;
  return {
    push(samples) {
      const known = new Float32Array(TAPS + samples.length);
      known.set(history);
      known.set(samples, TAPS);
      const first = taken - TAPS;
      taken += samples.length;
      const until = Math.floor((taken * to) / from);
      const output = new Float32Array(until - given);
      for (let n = 0; n < output.length; n += 1) {
        const place = ((given + n) * from) / to;
        const whole = Math.floor(place);
        const between = (place - whole) * PHASES;
        const phase = Math.floor(between);
        const rest = between - phase;
        // `whole` is in the middle of the filter, and the stream is late by half of it.
        const start = whole - TAPS + 1 - first;
        let sum = 0;
        for (let tap = 0; tap < TAPS; tap += 1) {
          const here = filter[phase * TAPS + tap] ?? 0;
          const next = filter[(phase + 1) * TAPS + tap] ?? 0;
          sum += (known[start + tap] ?? 0) * (here + (next - here) * rest);
        }
        output[n] = sum;
      }
      given = until;
      history = known.slice(samples.length);
      return output;
    },
  };
}
