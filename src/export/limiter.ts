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

/** The taps of a windowed sinc that reads the wave between two samples. */
const HALF = 6;
const TAPS = 2 * HALF;
const tapsAt = (part: number): Float64Array =>
  Float64Array.from({ length: TAPS }, (_, tap) => {
    const x = part - (tap - HALF + 1);
    const window = Math.cos((Math.PI * x) / TAPS) ** 2;
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  });
const [FIRST, SECOND, THIRD] = [tapsAt(0.25), tapsAt(0.5), tapsAt(0.75)];

/** The highest that the wave rises between the samples before and after `at`, four times oversampled (ITU-R BS.1770-5, annex 2). */
function peakAt(samples: Float32Array, at: number): number {
  const here = Math.abs(samples[at] ?? 0);
  const next = at + 1 < samples.length ? Math.abs(samples[at + 1] ?? 0) : 0;
  if (here < SAFE && next < SAFE) return here;
  const from = at - HALF + 1;
  // Beyond either end there is silence.
  if (from < 0 || from + TAPS > samples.length)
    return peakAt(
      Float32Array.from({ length: 2 * TAPS }, (_, near) => samples[at - TAPS + near] ?? 0),
      TAPS,
    );
  // All three in one loop, since each sum waits for the one before it.
  let [first, second, third] = [0, 0, 0];
  for (let tap = 0; tap < TAPS; tap += 1) {
    const sample = samples[from + tap] ?? 0;
    first += (FIRST[tap] ?? 0) * sample;
    second += (SECOND[tap] ?? 0) * sample;
    third += (THIRD[tap] ?? 0) * sample;
  }
  return Math.max(here, Math.abs(first), Math.abs(second), Math.abs(third));
}

/** The highest that the wave of some sound rises, between its samples too. */
export function truePeakOf(samples: Float32Array): number {
  let peak = 0;
  for (let at = 0; at < samples.length; at += 1) peak = Math.max(peak, peakAt(samples, at));
  return peak;
}

/** A wave that was turned down is another one, and can rise a little above the ceiling again: so often it is turned down anew. */
const MOST_TIMES = 6;
/** What is looked at, or left alone, as one: samples. */
const STRETCH = 1024;
/** A turning down of less is none: far below a step of 16 bits. */
const NOTHING = 1e-6;

/** What `leveled` used last, to be used again. */
let heldBefore = new Float32Array(0);

/**
 * Makes sound louder or softer, and holds its wave below the ceiling: before a peak it turns down smoothly, after it up again. The whole
 * of a piece at once, in its own place: a copy of each would lie about until it is collected.
 * @param loud is changed
 * @param gain what each sample is multiplied by
 */
export function leveled(loud: Float32Array, gain: number, sampleRate: number): Float32Array {
  /** The stretches that may have a peak: those that are loud at all, and later those that were changed. */
  const isOpen = new Uint8Array(Math.ceil(loud.length / STRETCH));
  for (let stretch = 0; stretch < isOpen.length; stretch += 1) {
    const end = Math.min(loud.length, (stretch + 1) * STRETCH);
    // Two bounds instead of the greatest of absolute values: a third of the time (measured).
    let [highest, lowest] = [0, 0];
    for (let at = stretch * STRETCH; at < end; at += 1) {
      const sample = Math.fround((loud[at] ?? 0) * gain);
      loud[at] = sample;
      if (sample > highest) highest = sample;
      if (sample < lowest) lowest = sample;
    }
    if (highest >= SAFE || lowest <= -SAFE) isOpen[stretch] = 1;
  }
  if (heldBefore.length < loud.length) heldBefore = new Float32Array(loud.length);
  const held = heldBefore.subarray(0, loud.length);
  for (let time = 0; time < MOST_TIMES && turnedDown(loud, sampleRate, isOpen, held); time += 1);
  return loud;
}

/** Turns peaks down in place. Answers whether there were any. @param held room for as many numbers as there are samples */
function turnedDown(loud: Float32Array, sampleRate: number, isOpen: Uint8Array, held: Float32Array): boolean {
  const ahead = Math.max(1, Math.round(AHEAD * sampleRate));
  const isHeld = hold(loud, ahead, isOpen, held);
  if (!isHeld) return false;
  const release = 1 - Math.exp(-1 / (RELEASE * sampleRate));
  isOpen.fill(0);
  // Goes up slowly. The mean over the time behind makes each step down a slope; it never lies above what is allowed, for that was allowed
  // over all of this time already.
  let now = 1;
  // Before the first sample it was as at it.
  const before = held[0] ?? 1;
  let sum = ahead * before;
  let level = before;
  /** How many samples it has been up. */
  let up = 0;
  for (let stretch = 0; stretch < isOpen.length; stretch += 1) {
    // Most of a piece: nothing is turned down here, nor was it just before.
    if (up > ahead && !isHeld[stretch]) continue;
    const end = Math.min(loud.length, (stretch + 1) * STRETCH);
    let isChanged = 0;
    for (let at = stretch * STRETCH; at < end; at += 1) {
      const allowed = held[at] ?? 1;
      now = allowed < now ? allowed : now + (allowed - now) * release;
      up += 1;
      if (now > 1 - NOTHING) now = 1;
      else up = 0;
      held[at] = now;
      sum += now - (at < ahead ? before : (held[at - ahead] ?? 1));
      level = sum / ahead;
      if (level > 1 - NOTHING) continue;
      loud[at] = (loud[at] ?? 0) * level;
      isChanged = 1;
    }
    isOpen[stretch] = isChanged;
  }
  return true;
}

/** Notes at each sample how much of it is allowed, by the peaks that come within the time ahead. Answers the stretches in which there is less, null: none. */
function hold(loud: Float32Array, ahead: number, isOpen: Uint8Array, held: Float32Array): Uint8Array | null {
  held.fill(1);
  const isHeld = new Uint8Array(isOpen.length);
  let isOver = false;
  for (let stretch = 0; stretch < isOpen.length; stretch += 1) {
    // The wave beside what was changed is another one too.
    if (!(isOpen[stretch - 1] || isOpen[stretch] || isOpen[stretch + 1])) continue;
    const end = Math.min(loud.length, (stretch + 1) * STRETCH);
    for (let at = stretch * STRETCH; at < end; at += 1) {
      const here = loud[at] ?? 0;
      // Nothing is read beyond the end: V8 would take four times as long for all of it (measured).
      const next = at + 1 < loud.length ? (loud[at + 1] ?? 0) : 0;
      // Most samples are far from any peak.
      if (here < SAFE && here > -SAFE && next < SAFE && next > -SAFE) continue;
      const peak = peakAt(loud, at);
      if (peak <= CEILING) continue;
      isOver = true;
      const allowed = CEILING / peak;
      const last = Math.min(loud.length - 1, at + 1);
      isHeld[Math.floor(Math.max(0, at - ahead) / STRETCH)] = 1;
      isHeld[Math.floor(last / STRETCH)] = 1;
      for (let near = Math.max(0, at - ahead); near <= last; near += 1) if ((held[near] ?? 1) > allowed) held[near] = allowed;
    }
  }
  return isOver ? isHeld : null;
}
