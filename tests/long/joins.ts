import { Envelope, type Found, FRAME, RECORDED, type Stretch } from "./envelope.ts";

/** A sound: mono, 16 bit. */
export interface Sound {
  readonly samples: Int16Array;
  /** Hz. */
  readonly sampleRate: number;
}

/** Where one sentence ends and the next begins in a recording. */
export interface Join {
  /** Seconds from the recording's start. */
  readonly at: number;
  /** The silence between the last and the first sound, seconds. */
  readonly silence: number;
  /** How sharp the sound is cut at either side, against the sharpest of its neighbourhood: above 1 it clicks. */
  readonly edge: number;
}

/** What is heard at all: -56 dB, what the engines' own ends are trimmed at. */
const AUDIBLE = 0.0015 * 0x8000;
/** At either side of a silence, seconds: the edge, and what it is compared with. */
const EDGE = 0.002;
const NEIGHBOURHOOD = 0.3;

/** The steepest step from sample to sample in a stretch. */
function steepest(samples: Int16Array, from: number, to: number): number {
  let most = 0;
  for (let at = Math.max(1, from); at < Math.min(samples.length, to); at += 1)
    most = Math.max(most, Math.abs((samples[at] ?? 0) - (samples[at - 1] ?? 0)));
  return most;
}

/** The joins between stretches that were found in a recording, in order. */
export function joinsIn({ samples, sampleRate }: Sound, found: readonly Found[]): readonly Join[] {
  const frame = FRAME * sampleRate;
  const [edge, near] = [Math.round(EDGE * sampleRate), Math.round(NEIGHBOURHOOD * sampleRate)];
  return found.slice(1).map((next, index) => {
    const middle = Math.round((((found[index]?.end ?? 0) + next.start) / 2) * frame);
    let [last, first] = [middle, middle];
    while (last > 0 && Math.abs(samples[last] ?? 0) < AUDIBLE) last -= 1;
    while (first < samples.length && Math.abs(samples[first] ?? 0) < AUDIBLE) first += 1;
    const end = steepest(samples, last - edge, last + edge) / steepest(samples, last - near, last - edge);
    const begin = steepest(samples, first - edge, first + edge) / steepest(samples, first + edge, first + near);
    return { at: last / sampleRate, silence: (first - last) / sampleRate, edge: Math.max(end, begin) };
  });
}

/** Where a click stands out of what is around it, seconds: so much of it, and so far around. */
const WIDTH = 0.001;
const GUARD = 3;
const AROUND = 30;
/** How much steeper than everything around it, and how steep at least (full scale is 1). */
const STANDS_OUT = 3;
const LEAST = 0.03 * 0x8000;

/** Where a sound has a jolt that stands out of its surroundings, seconds. Voices have some of their own: the bursts of t and k. */
function joltsIn({ samples, sampleRate }: Sound, least: number, standsOut: number): readonly number[] {
  const width = Math.round(WIDTH * sampleRate);
  const count = Math.floor(samples.length / width);
  const bends = new Float32Array(count);
  for (let at = 2; at < count * width; at += 1) {
    const bend = Math.abs((samples[at] ?? 0) - 2 * (samples[at - 1] ?? 0) + (samples[at - 2] ?? 0));
    const part = Math.floor(at / width);
    bends[part] = Math.max(bends[part] ?? 0, bend);
  }
  const found: number[] = [];
  for (let part = 0; part < count; part += 1) {
    const bend = bends[part] ?? 0;
    if (bend < least) continue;
    let around = 0;
    for (let other = part - AROUND; other <= part + AROUND; other += 1)
      if (Math.abs(other - part) >= GUARD) around = Math.max(around, bends[other] ?? 0);
    if (bend > around * standsOut) found.push(part * WIDTH);
  }
  return found;
}

/** No two recordings of one jolt are quite alike: the voice's own may be so much softer. */
const SOFTER = 2;
/** Two jolts are the same when they are no farther apart, seconds. */
const SAME = 0.012;

/** The jolts of a recording that the voice itself has none for. `said`: the stretches of the expected sound, `found`: where each was heard. */
export function clicksIn(recording: Sound, expected: Sound, said: readonly Stretch[], found: readonly Found[]): readonly number[] {
  const own = joltsIn(expected, LEAST / SOFTER, STANDS_OUT / SOFTER);
  return joltsIn(recording, LEAST, STANDS_OUT).filter((at) => {
    const index = found.findIndex(({ start, end }) => at >= start * FRAME && at < end * FRAME);
    const [heard, meant] = [found[index], said[index]];
    // In a pause, every jolt is one too many.
    if (!heard || !meant) return true;
    const place = at + (meant.start - heard.start) * FRAME;
    return !own.some((one) => Math.abs(one - place) <= SAME);
  });
}

/** The whole of a WAV file of ours: mono, 16 bit, 44 bytes of header. */
export function soundOf(file: Buffer): Sound {
  const bytes = file.subarray(44, 44 + ((file.length - 44) & ~1));
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return { samples, sampleRate: file.readUInt32LE(24) };
}

/** Chunks of samples as one. */
export function joined(chunks: readonly Int16Array[]): Sound {
  const samples = new Int16Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    samples.set(chunk, at);
    at += chunk.length;
  }
  return { samples, sampleRate: RECORDED };
}

/** How loud a sound is, frame by frame. */
export function envelopeOfSound({ samples, sampleRate }: Sound): Envelope {
  const envelope = new Envelope(sampleRate);
  envelope.push(samples);
  return envelope;
}
