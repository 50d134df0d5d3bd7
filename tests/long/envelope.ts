import { type ChildProcess, spawn } from "node:child_process";
import { open } from "node:fs/promises";

/** How long a frame is, seconds: finer than any gap that can be heard. */
export const FRAME = 0.01;
/** What counts as silence, dB: below it a frame is as quiet as can be. */
const FLOOR = -60;
/** How a recording is made, Hz. */
export const RECORDED = 48_000;

/** How loud a sound is, frame by frame: dB above the floor, 0 for silence. */
export class Envelope {
  #levels = new Float32Array(1 << 16);
  #count = 0;
  #energy = 0;
  #taken = 0;
  readonly #rate: number;

  constructor(sampleRate: number) {
    this.#rate = sampleRate;
  }

  get length(): number {
    return this.#count;
  }

  /** Takes more samples, 16 bit. */
  push(samples: Int16Array): void {
    for (const sample of samples) {
      this.#energy += (sample / 0x8000) ** 2;
      this.#taken += 1;
      if (this.#taken < Math.round((this.#count + 1) * FRAME * this.#rate) - Math.round(this.#count * FRAME * this.#rate)) continue;
      if (this.#count === this.#levels.length) {
        const longer = new Float32Array(this.#levels.length * 2);
        longer.set(this.#levels);
        this.#levels = longer;
      }
      this.#levels[this.#count] = Math.max(0, 10 * Math.log10(this.#energy / this.#taken + 1e-12) - FLOOR);
      this.#count += 1;
      this.#taken = 0;
      this.#energy = 0;
    }
  }

  at(frame: number): number {
    return frame >= 0 && frame < this.#count ? (this.#levels[frame] ?? 0) : 0;
  }
}

/** The envelope of a WAV file of ours: mono, 16 bit, 44 bytes of header. */
export async function envelopeOf(path: string): Promise<Envelope> {
  const file = await open(path);
  try {
    const header = Buffer.alloc(44);
    await file.read(header, 0, 44, 0);
    const envelope = new Envelope(header.readUInt32LE(24));
    const block = Buffer.alloc(1 << 20);
    for (let at = 44; ; ) {
      const { bytesRead } = await file.read(block, 0, block.length, at);
      if (bytesRead < 2) return envelope;
      envelope.push(new Int16Array(block.buffer.slice(block.byteOffset, block.byteOffset + (bytesRead & ~1))));
      at += bytesRead & ~1;
    }
  } finally {
    await file.close();
  }
}

/** What sounds on the sound server of the tests from now on, and each sample of it for `take`. Needs `parec`. */
export function record(sink: string, take: (samples: Int16Array) => void = () => {}): { readonly envelope: Envelope; stop(): void } {
  const envelope = new Envelope(RECORDED);
  const recorder: ChildProcess = spawn(
    "parec",
    ["--raw", "--format=s16le", `--rate=${RECORDED}`, "--channels=1", "--latency-msec=50", `--device=${sink}.monitor`],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let odd = Buffer.alloc(0);
  recorder.stdout?.on("data", (data: Buffer) => {
    const bytes = Buffer.concat([odd, data]);
    odd = bytes.subarray(bytes.length & ~1);
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
    envelope.push(samples);
    take(samples);
  });
  return { envelope, stop: () => recorder.kill() };
}

/** A stretch of what should be heard: frames of the expected sound, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a stretch was heard. */
export interface Found extends Stretch {
  /** How many frames later than expected after the one before it: a gap that nobody asked for; negative: sooner. */
  readonly late: number;
  /** How alike it is, -1 to 1. */
  readonly likeness: number;
  /** How alike the stretch after it, or before it, would be in its place. */
  readonly rival: number;
  /** The longest silence in it where there should be sound, frames. */
  readonly hole: number;
}

/** The first stretch may begin so late, and each other one so much later than it should, frames. */
const BEGINS = 3000;
const SOONEST = 25;
const LATEST = 500;
/** Well above the floor, dB; and silence in a recording. */
const SOUND = 20;
const SILENCE = 6;

/** How alike a stretch of the expected sound is to what was heard `shift` frames later. */
function likenessAt(expected: Envelope, heard: Envelope, { start, end }: Stretch, shift: number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let frame = start; frame < end; frame += 1) {
    const [a, b] = [expected.at(frame), heard.at(frame + shift)];
    sumA += a;
    sumB += b;
    sumAA += a * a;
    sumBB += b * b;
    sumAB += a * b;
  }
  const count = end - start;
  const spread = Math.sqrt((sumAA - sumA ** 2 / count) * (sumBB - sumB ** 2 / count));
  return spread > 0 ? (sumAB - (sumA * sumB) / count) / spread : 0;
}

/** Less alike than this it is another stretch, or one that was torn. */
const BELIEVED = 0.65;
/** Nothing is more alike than this. */
const CERTAIN = 0.9;

function bestIn(
  expected: Envelope,
  heard: Envelope,
  stretch: Stretch,
  from: number,
  to: number,
): { readonly shift: number; readonly likeness: number } {
  let best = { shift: from, likeness: -1 };
  for (let shift = from; shift <= to; shift += 1) {
    const likeness = likenessAt(expected, heard, stretch, shift);
    if (likeness > best.likeness) best = { shift, likeness };
    if (best.likeness > CERTAIN && shift > best.shift + SOONEST) break;
  }
  return best;
}

/** A short stretch is judged with the silence beside it, so many frames at either side at most. */
const BESIDE = 15;
/** Where nothing says where a stretch is, it is looked for with what follows: this many stretches are unlike any other place. */
const TOGETHER = 3;

/** A stretch with the silence beside it. */
const withSilence = (stretches: readonly Stretch[], index: number, { start, end }: Stretch): Stretch => ({
  start: Math.max(start - BESIDE, stretches[index - 1]?.end ?? start - BESIDE),
  end: Math.min(end + BESIDE, stretches[index + 1]?.start ?? end + BESIDE),
});

/** Finds stretches in a recording, one after the other: how late each is, and what is missing in it. */
export function follow(expected: Envelope, heard: Envelope, stretches: readonly Stretch[]): readonly Found[] {
  let shift = 0;
  return stretches.map((stretch, index) => {
    const judged = withSilence(stretches, index, stretch);
    const together = { start: judged.start, end: stretches[Math.min(index + TOGETHER, stretches.length) - 1]?.end ?? judged.end };
    let best =
      index === 0 ? bestIn(expected, heard, together, 0, BEGINS) : bestIn(expected, heard, judged, shift - SOONEST, shift + LATEST);
    // A machine that stood still may have lost part of the recording itself: what follows is looked for far and wide, or not believed.
    if (best.likeness < BELIEVED) {
      const wide = bestIn(expected, heard, together, shift - BEGINS, shift + BEGINS);
      best = wide.likeness < BELIEVED ? { ...best, shift } : wide;
    }
    const likeness = likenessAt(expected, heard, judged, best.shift);
    const late = index === 0 ? 0 : best.shift - shift;
    shift = best.shift;
    let hole = 0;
    let run = 0;
    for (let frame = stretch.start; frame < stretch.end; frame += 1) {
      run = expected.at(frame) > SOUND && heard.at(frame + shift) < SILENCE ? run + 1 : 0;
      hole = Math.max(hole, run);
    }
    const rivals = [stretches[index - 1], stretches[index + 1]].map((other) =>
      other
        ? likenessAt(
            expected,
            heard,
            { start: other.start, end: Math.min(other.end, other.start + stretch.end - stretch.start) },
            stretch.start + shift - other.start,
          )
        : -1,
    );
    return { start: stretch.start + shift, end: stretch.end + shift, late, likeness, rival: Math.max(...rivals), hole };
  });
}
