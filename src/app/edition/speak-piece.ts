import { createLoudnessMeter, createResampler, pcm16 } from "../../export/index.ts";
import type { SpeechMark } from "../../model/index.ts";
import type { Speaker } from "../../speak/index.ts";
import { writeWhole } from "./files.ts";
import { type Piece, type Plan, paddedLength } from "./plan.ts";

/** When an utterance of a piece is heard: samples from the piece's first; marks in seconds from the utterance's. */
export interface Heard {
  readonly utterance: number;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly SpeechMark[];
}

/** What is known of a piece that was spoken. */
export interface Spoken {
  /** Its length with the silence at its end. */
  readonly samples: number;
  readonly heard: readonly Heard[];
  /** The power of each 100 ms, as loudness is measured. */
  readonly steps: readonly number[];
}

/** Speaks a piece. The same piece gives the same samples where its voices are embedded. @throws what the voice throws */
async function* spoken(
  piece: Piece,
  { sampleRate, captionRate, sound }: Pick<Plan, "sampleRate" | "captionRate" | "sound">,
  speaker: Speaker,
  signal: AbortSignal,
  onPart: (part: number) => void,
): AsyncGenerator<Float32Array, Spoken, void> {
  const meter = createLoudnessMeter(sampleRate);
  const heard: Heard[] = [];
  let at = 0;
  let anew = true;
  for (const [line, { utterance, request, pause }] of piece.lines.entries()) {
    const start = at;
    const marks: SpeechMark[] = [];
    if (request) {
      let resampler: ReturnType<typeof createResampler> | null = null;
      for await (const chunk of speaker.synthesize({ ...request, anew, whole: true }, signal)) {
        resampler ??= createResampler(chunk.sampleRate, sampleRate);
        marks.push(...chunk.marks);
        const samples = resampler.push(chunk.samples);
        at += samples.length;
        meter.push(samples);
        yield samples;
      }
      anew = false;
      const rest = resampler?.finish();
      if (rest && rest.length > 0) {
        at += rest.length;
        meter.push(rest);
        yield rest;
      }
    }
    heard.push({ utterance, start, end: at, marks });
    const after = Math.round(pause * sampleRate);
    const isLast = line === piece.lines.length - 1;
    const silence = new Float32Array(isLast ? paddedLength(at, after, sound ?? "wav", sampleRate, captionRate) - at : after);
    at += silence.length;
    meter.push(silence);
    yield silence;
    onPart(heard.length / piece.lines.length);
  }
  return { samples: at, heard, steps: meter.steps() };
}

/** Where what is known of a piece lies, its samples, and its frames. */
export const pieceFiles = (
  folder: string,
  number: number,
): { readonly heard: string; readonly samples: string; readonly frames: string } => {
  const name = `${folder}/${String(number).padStart(5, "0")}`;
  return { heard: `${name}.json`, samples: `${name}.pcm`, frames: `${name}.frames` };
};

/** Speaks a piece into the folder of its job: first its samples, unless only its times are wanted, then what is known of it. `onPart`: 0 to 1. */
export async function speakPiece(
  plan: Plan,
  number: number,
  folder: string,
  speaker: Speaker,
  signal: AbortSignal,
  keepsSamples: boolean,
  onPart: (part: number) => void,
): Promise<Spoken> {
  const piece = plan.pieces[number];
  if (!piece) throw new Error(`no piece ${number}`);
  const files = pieceFiles(folder, number);
  let known: Spoken | null = null;
  // Used again for each stretch, as far as it is long enough.
  let room = new Int16Array(0);
  async function* parts(of: Piece): AsyncGenerator<Uint8Array, void, void> {
    const saying = spoken(of, plan, speaker, signal, onPart);
    for (;;) {
      const next = await saying.next();
      if (next.done) {
        known = next.value;
        return;
      }
      if (!keepsSamples) continue;
      if (room.length < next.value.length) room = new Int16Array(2 * next.value.length);
      yield pcm16(next.value, room);
    }
  }
  if (keepsSamples) await writeWhole(files.samples, `${files.samples}.part`, parts(piece), true);
  else for await (const _ of parts(piece)) signal.throwIfAborted();
  if (!known) throw new Error("a piece ended without its times");
  await writeWhole(files.heard, `${files.heard}.part`, [Buffer.from(JSON.stringify(known))], true);
  return known;
}
