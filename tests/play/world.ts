import type { Script, Sink, SpeechChunk, SpeechRequest, TextRange, Utterance } from "../../src/model/index.ts";
import { blockId, Failure, type VoiceId } from "../../src/model/index.ts";
import type { Clock, PlayerOptions } from "../../src/play/index.ts";

/** Hz: coarse, so that long listening is cheap; durations below are whole samples at every tested rate. */
export const SAMPLE_RATE = 1000;

/** Lets everything run that needs no time. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A clock that stands still until it is moved. */
export function virtualClock(): Clock & { advance(seconds: number): Promise<void> } {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(seconds, run) {
      const timer = { at: now + seconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(seconds) {
      const until = now + seconds;
      await settle();
      for (;;) {
        const due = timers.filter((timer) => timer.at <= until).sort((one, other) => one.at - other.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = until;
      await settle();
    },
  };
}

/** A stretch of one word that was heard: which one, from and to which part of it. */
export interface Heard {
  readonly word: number;
  from: number;
  to: number;
}

/** A sink that keeps exactly what is heard, by the virtual clock. Room: two seconds. */
export function virtualSink(clock: Clock, roomSeconds = 2) {
  const tape: number[] = [];
  let queue: number[] = [];
  let paused = false;
  let since = clock.now();
  let broken: Failure | null = null;
  const waiting: (() => void)[] = [];
  const trace: { readonly at: number; readonly paused: boolean; readonly sample: number }[] = [];

  /** Moves what was heard since the last look onto the tape. */
  const pull = (): void => {
    const now = clock.now();
    const whole = Math.floor((now - since) * SAMPLE_RATE + 1e-6);
    since += whole / SAMPLE_RATE;
    if (paused) return;
    for (const sample of queue.splice(0, whole)) {
      tape.push(sample);
      trace.push({ at: now, paused, sample });
    }
    makeRoom();
  };
  const makeRoom = (): void => {
    if (queue.length > roomSeconds * SAMPLE_RATE) return;
    for (const go of waiting.splice(0)) go();
  };
  // Room is made as time passes, whether or not anybody asks.
  const tick = (): void => {
    clock.after(0.1, () => {
      pull();
      tick();
    });
  };
  tick();

  const sink: Sink = {
    async write(samples, sampleRate) {
      pull();
      if (broken) throw broken;
      if (sampleRate !== SAMPLE_RATE && samples.some((sample) => sample !== 0)) throw new Error("another sample rate");
      // Silence comes at a rate of its own.
      if (sampleRate === SAMPLE_RATE) queue.push(...samples);
      else queue.push(...new Float32Array(Math.round((samples.length * SAMPLE_RATE) / sampleRate)));
      if (queue.length > roomSeconds * SAMPLE_RATE) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    written: () => (tape.length + queue.length) / SAMPLE_RATE,
    heard() {
      pull();
      return tape.length / SAMPLE_RATE;
    },
    settled() {
      pull();
      return tape.length / SAMPLE_RATE;
    },
    pause() {
      pull();
      paused = true;
    },
    resume() {
      pull();
      paused = false;
    },
    cut(at) {
      pull();
      queue = queue.slice(0, Math.max(0, Math.round(at * SAMPLE_RATE) - tape.length));
      makeRoom();
    },
    async close() {
      paused = true;
    },
  };
  return {
    sink,
    isPaused: () => paused,
    /** What was heard so far, word by word; silence is left out. */
    heard(): readonly Heard[] {
      pull();
      const words: Heard[] = [];
      let previous = 0;
      for (const sample of tape) {
        const word = Math.floor(sample);
        const part = sample - word;
        const last = words.at(-1);
        if (sample !== 0) {
          if (last && last.word === word && Math.floor(previous) === word && part > last.to) last.to = part;
          else words.push({ word, from: part, to: part });
        }
        previous = sample;
      }
      return words;
    },
    /** How many samples were heard, silence included. */
    length: () => {
      pull();
      return tape.length;
    },
    breakDevice(failure: Failure | null) {
      broken = failure;
      if (failure) for (const go of waiting.splice(0)) go();
    },
  };
}

/** The number that stands for a word in the samples: words are `w1`, `w2` …, each once in a script. */
export const wordNumber = (word: string): number => Number(word.replace(/\D/g, ""));
/** How long a word sounds, seconds: 0.2, 0.28 or 0.36 at rate 1. */
export const wordSeconds = (word: string, rate: number): number => Math.round((200 + 80 * (wordNumber(word) % 3)) / rate) / SAMPLE_RATE;

/** A deterministic voice: a word's samples are its number and, behind the point, how far it is said. */
export async function* say(request: SpeechRequest, signal: AbortSignal): AsyncGenerator<SpeechChunk> {
  let time = 0;
  for (const match of request.text.matchAll(/\S+/g)) {
    signal.throwIfAborted();
    const seconds = wordSeconds(match[0], request.rate);
    const length = Math.round(seconds * SAMPLE_RATE);
    const samples = Float32Array.from({ length }, (_, n) => wordNumber(match[0]) + (n + 1) / (length + 1));
    yield { samples, sampleRate: SAMPLE_RATE, marks: [{ time, start: match.index, end: match.index + match[0].length }] };
    time += seconds;
  }
}

/** A script of sentences with so many words each; words are numbered from 1 on. Every `paragraph` sentences share a block. */
export function scriptOf(lengths: readonly number[], paragraph = 2, pause = 0.1): Script {
  let word = 1;
  const ends = new Map<number, number>();
  const utterances = lengths.map((length, n): Utterance => {
    const block = Math.floor(n / paragraph);
    let at = ends.get(block) ?? 0;
    const pieces = Array.from({ length }, (_, k) => {
      const spoken = `w${word++}${k + 1 < length ? " " : ""}`;
      const source: TextRange = { block: blockId(block), start: at, end: at + spoken.trimEnd().length };
      at += spoken.trimEnd().length + 1;
      return { spoken, source };
    });
    ends.set(block, at);
    return { role: "paragraph", pieces, lang: "en", pause };
  });
  return { article: "a0000000000000000" as Script["article"], utterances };
}

/** A world for a player. */
export function virtualWorld(speak: PlayerOptions["speak"] = say) {
  const clock = virtualClock();
  const ear = virtualSink(clock);
  const options: PlayerOptions = { speak, sink: ear.sink, clock, rate: 1, voiceFor: () => "test:voice" as VoiceId };
  return { clock, ear, options };
}

/** The engine's host has died. */
export const engineFailure = (): Failure => new Failure("engine", "The voice stopped");
