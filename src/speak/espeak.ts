import { Failure, type SpeechChunk, type SpeechEngine } from "../model/index.ts";
import type { EspeakJob, EspeakReady } from "./espeak-protocol.ts";
import { ESPEAK, type EspeakSetting, espeakSetting, espeakSettings } from "./espeak-voices.ts";
import { passagesOf } from "./passages.ts";
import { createVoiceThread } from "./voice-thread.ts";
import { type Word, wordAt, wordsOf } from "./words.ts";

/** How eSpeak NG is run. */
export interface EspeakOptions {
  /** The built worker, `espeak-worker.js`. */
  readonly worker: URL;
  /** A folder of packages (`node_modules`) to take eSpeak NG and sonic from; not said: the one that Node finds. */
  readonly packages?: string;
  /** How long a running worker may be silent before it is taken for dead, seconds. */
  readonly patience?: number;
  /** Whether others go before: nobody waits for what it says. */
  readonly low?: boolean;
}

/** Longest text that the worker gets at once, UTF-16 code units: about a minute of speech, 60 ms of work, 5 MB of samples. */
const LONGEST_PASSAGE = 1000;

/** 100 ms of sound take 1 ms; so long a silence is no slow machine (guess). Seconds. */
const PATIENCE = 20;

/**
 * eSpeak NG, embedded: more than a hundred languages, real word times, a first chunk within milliseconds. It runs in a worker thread
 * that starts with the first call; a worker that dies or hangs fails its utterance with `engine`, and the next one gets a new worker.
 * Utterances are spoken in the order in which they are asked for, long ones in turns of a passage; an aborted one leaves at once.
 * Two syntheses of one text are alike, not equal: eSpeak's own noise goes on from sentence to sentence. `anew` begins it again.
 */
export function createEspeak({ worker, packages, patience = PATIENCE, low = false }: EspeakOptions): SpeechEngine {
  const thread = createVoiceThread<EspeakJob, EspeakReady>({ name: "eSpeak NG", worker, packages: packages ?? null, patience, low });
  let known: readonly EspeakSetting[] | null = null;

  async function settings(): Promise<readonly EspeakSetting[]> {
    known ??= espeakSettings((await thread.ready()).voices);
    return known;
  }

  return {
    name: ESPEAK,
    timing: "engine",
    voices: async () => (await settings()).map(({ voice }) => voice),
    async *synthesize({ text, voice, rate, pitch, anew = false, whole = false }, signal): AsyncGenerator<SpeechChunk, void, void> {
      signal.throwIfAborted();
      const setting = espeakSetting(await settings(), voice);
      if (!setting) throw new Failure("no-voice", `eSpeak NG has no voice ${voice}`);
      const { sampleRate } = await thread.ready();
      signal.throwIfAborted();
      const words = wordsOf(text);
      const passages = passagesOf(text, LONGEST_PASSAGE);
      let next = 0;
      let spoken = 0;
      for (const passage of passages) {
        const job = {
          text: text.slice(passage.start, passage.end),
          voice: setting.identifier,
          volume: setting.volume,
          gain: setting.gain,
          rate,
          pitch,
          begins: passage.start === 0,
          ends: passage.end === text.length,
          anew: anew && passage.start === 0,
          whole,
        };
        const before = spoken;
        for await (const { samples, marks } of thread.run(job, signal)) {
          spoken += samples.length;
          const timed = marks.flatMap(({ at, start }) => {
            // A word that a passage was cut in has been marked already.
            const index = wordAt(words, passage.start + start);
            const word: Word | undefined = index < next ? undefined : words[index];
            next = Math.max(next, index + 1);
            return word ? [{ time: (before + at) / sampleRate, start: word.start, end: word.end }] : [];
          });
          yield { samples, sampleRate, marks: timed };
        }
      }
    },
    close: () => thread.close(),
  };
}
