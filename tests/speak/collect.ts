import type { SpeechChunk, SpeechEngine, SpeechMark, SpeechRequest, VoiceId } from "../../src/model/index.ts";

/** Everything that an engine gave for a text. */
export interface Heard {
  readonly chunks: readonly SpeechChunk[];
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly marks: readonly SpeechMark[];
  /** Seconds. */
  readonly duration: number;
}

export const never = (): AbortSignal => new AbortController().signal;

export const request = (text: string, voice: string, change: Partial<SpeechRequest> = {}): SpeechRequest => ({
  text,
  voice: voice as VoiceId,
  rate: 1,
  pitch: 1,
  ...change,
});

export async function hear(engine: Pick<SpeechEngine, "synthesize">, asked: SpeechRequest, signal = never()): Promise<Heard> {
  const chunks: SpeechChunk[] = [];
  for await (const chunk of engine.synthesize(asked, signal)) chunks.push(chunk);
  const sampleRate = chunks[0]?.sampleRate ?? 0;
  const samples = joined(chunks.map((chunk) => chunk.samples));
  const marks = chunks.flatMap((chunk) => chunk.marks);
  return { chunks, samples, sampleRate, marks, duration: sampleRate === 0 ? 0 : samples.length / sampleRate };
}

export function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What the marks stand for, in order. */
export const marked = (text: string, marks: readonly SpeechMark[]): readonly string[] =>
  marks.map((mark) => text.slice(mark.start, mark.end));

/** Marks that are out of order, outside the sound, or not in the chunk that they begin in. */
export function misplaced({ chunks, sampleRate }: Heard): readonly SpeechMark[] {
  const wrong: SpeechMark[] = [];
  let begin = 0;
  let last = 0;
  for (const { samples, marks } of chunks) {
    const end = begin + samples.length;
    for (const mark of marks) {
      const at = mark.time * sampleRate;
      if (mark.time < last || at < begin - 0.5 || at > end - 0.5) wrong.push(mark);
      last = mark.time;
    }
    begin = end;
  }
  return wrong;
}

/** Seconds of silence at either end; `level` is what counts as sound. */
export function silences({ samples, sampleRate }: Heard, level = 0.003): { readonly start: number; readonly end: number } {
  const isSound = (sample: number): boolean => Math.abs(sample) > level;
  return {
    start: samples.findIndex(isSound) / sampleRate,
    end: (samples.length - 1 - samples.findLastIndex(isSound)) / sampleRate,
  };
}

/** The root of the mean square of what is louder than a whisper. */
export function loudness(samples: Float32Array): number {
  const speaking = samples.filter((sample) => Math.abs(sample) > 0.005);
  return Math.sqrt(speaking.reduce((sum, sample) => sum + sample * sample, 0) / speaking.length);
}

/** A page of news with the traps that engines fall into; our own words. */
export const ARTICLE = [
  "Harbour bridge reopens after eleven months of repairs",
  "The old swing bridge over the harbour opened to cars, buses and people on foot on Feb. 18, 2019, eleven months after a freighter struck its northern pier.",
  "“We have been waiting for this,” said Ana Novák, who runs a café by the quay; “it’s the way to school for half of the town.”",
  "The U.S.-built machinery that turns the bridge – it weighs 1,200 tons (or so) – was taken apart, cleaned and put together again by a team of forty.",
  "Repairs cost $5.5 million, 12% more than planned, the Port & Bridge Authority (PBA) told reporters.",
  "Among those who crossed first were schoolchildren, two dogs and a brass band. They had been practising for weeks!",
  "Will it last? Engineers at the PBA say that it should, for fifty years at least, if ships keep to the channel.",
].join("\n\n");
