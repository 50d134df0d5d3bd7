/**
 * The highest that the wave may rise, between its samples too: -2.5 dB. EBU R 128 asks for -1 dB; the rest is left for what lossy formats
 * add (measured: 0.9 dB in AAC at 64 kb/s, 1.2 dB in Opus at 32 kb/s).
 */
export const CEILING = 10 ** (-2.5 / 20);

/** How far the limiter sees ahead, and how fast it lets go again, seconds: no click, no pumping in speech (guess). */
const AHEAD = 0.002;
const RELEASE = 0.05;
/** Below this no wave between samples reaches the ceiling in speech, whose power is far below the half of the sample rate. */
const SAFE = CEILING / 2;

/** The taps of a windowed sinc that reads the wave at 1/4, 1/2 and 3/4 between two samples. */
const HALF = 6;
const BETWEEN: readonly (readonly number[])[] = [0.25, 0.5, 0.75].map((part) =>
  Array.from({ length: 2 * HALF }, (_, tap) => {
    const x = part - (tap - HALF + 1);
    const window = Math.cos((Math.PI * x) / (2 * HALF)) ** 2;
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  }),
);

/** The highest that the wave rises between the samples before and after `at`, four times oversampled (ITU-R BS.1770-5, annex 2). */
function peakAt(samples: Float32Array, at: number): number {
  let peak = Math.abs(samples[at] ?? 0);
  if (peak < SAFE && Math.abs(samples[at + 1] ?? 0) < SAFE) return peak;
  for (const taps of BETWEEN) {
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap += 1) sum += (taps[tap] ?? 0) * (samples[at + tap - HALF + 1] ?? 0);
    peak = Math.max(peak, Math.abs(sum));
  }
  return peak;
}

/** The highest that the wave of some sound rises, between its samples too. */
export function truePeakOf(samples: Float32Array): number {
  let peak = 0;
  for (let at = 0; at < samples.length; at += 1) peak = Math.max(peak, peakAt(samples, at));
  return peak;
}

/** A wave that was turned down is another one, and can rise a little above the ceiling again: so often it is turned down anew. */
const MOST_TIMES = 6;

/**
 * Makes sound louder or softer, and holds its wave below the ceiling: before a peak it turns down smoothly, after it up again. The whole
 * of a piece at once.
 * @param gain what each sample is multiplied by
 */
export function leveled(samples: Float32Array, gain: number, sampleRate: number): Float32Array {
  const loud = samples.map((sample) => sample * gain);
  for (let time = 0; time < MOST_TIMES && turnedDown(loud, sampleRate); time += 1);
  return loud;
}

/** Turns peaks down in place. Answers whether there were any. */
function turnedDown(loud: Float32Array, sampleRate: number): boolean {
  const ahead = Math.max(1, Math.round(AHEAD * sampleRate));
  const release = 1 - Math.exp(-1 / (RELEASE * sampleRate));
  const held = new Float32Array(loud.length).fill(1);
  let isOver = false;
  for (let at = 0; at < loud.length; at += 1) {
    const peak = peakAt(loud, at);
    if (peak <= CEILING) continue;
    isOver = true;
    const allowed = CEILING / peak;
    for (let near = Math.max(0, at - ahead); near <= Math.min(loud.length - 1, at + 1); near += 1)
      held[near] = Math.min(held[near] ?? 1, allowed);
  }
  if (!isOver) return false;
  // Goes up slowly. The mean over the time behind makes each step down a slope; it never lies above what is allowed, for that was allowed
  // over all of this time already.
  let now = 1;
  for (let at = 0; at < held.length; at += 1) {
    const allowed = held[at] ?? 1;
    now = allowed < now ? allowed : now + (allowed - now) * release;
    held[at] = now;
  }
  // Before the first sample it was as at it.
  const before = held[0] ?? 1;
  let sum = ahead * before;
  for (let at = 0; at < loud.length; at += 1) {
    sum += (held[at] ?? 1) - (at < ahead ? before : (held[at - ahead] ?? 1));
    loud[at] = (loud[at] ?? 0) * (sum / ahead);
  }
  return true;
}
