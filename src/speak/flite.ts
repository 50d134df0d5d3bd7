import { Failure, type SpeechChunk, type SpeechEngine } from "../model/index.ts";
import { breathsOf } from "./flite-breaths.ts";
import type { FliteJob } from "./flite-protocol.ts";
import { isSaidByFlite } from "./flite-text.ts";
import { FLITE, FLITE_VOICES } from "./flite-voices.ts";
import type { VoiceReady } from "./voice-protocol.ts";
import { createVoiceThread } from "./voice-thread.ts";
import { wordAt, wordsOf } from "./words.ts";

/** How Flite is run. */
export interface FliteOptions {
  /** The built worker, `flite-worker.js`. */
  readonly worker: URL;
  /** A folder of packages (`node_modules`) to take Flite and sonic from; not said: the one that Node finds. */
  readonly packages?: string;
  /** How long a running worker may be silent before it is taken for dead, seconds. */
  readonly patience?: number;
  /** Whether others go before: nobody waits for what it says. */
  readonly low?: boolean;
}

/** A breath takes a third of a second, loading half of one; so long a silence is no slow machine (guess). Seconds. */
const PATIENCE = 20;

/**
 * Flite's three clear English voices, embedded. Each word's time is that of its first sound, by the engine's own account. It says a
 * sentence breath by breath, each in one go, in a worker thread that starts with the first of them; a worker that dies or hangs fails its
 * utterance with `engine`, and the next one gets a new worker. Letters of other scripts are read by sound where they have one.
 */
export function createFlite({ worker, packages, patience = PATIENCE, low = false }: FliteOptions): SpeechEngine {
  const thread = createVoiceThread<FliteJob, VoiceReady>({ name: "Flite", worker, packages: packages ?? null, patience, low });
  return {
    name: FLITE,
    timing: "engine",
    voices: async () => FLITE_VOICES.map(({ voice }) => voice),
    async *synthesize({ text, voice, rate, pitch }, signal): AsyncGenerator<SpeechChunk, void, void> {
      signal.throwIfAborted();
      const chosen = FLITE_VOICES.find(({ voice: { id } }) => id === voice);
      if (!chosen) throw new Failure("no-voice", `Flite has no voice ${voice}`);
      const { sampleRate } = await thread.ready();
      signal.throwIfAborted();
      const { name, gain, pitches } = chosen;
      const words = wordsOf(text);
      let next = 0;
      let spoken = 0;
      for (const { start, end, pause } of breathsOf(text, isSaidByFlite)) {
        const job = {
          text: text.slice(start, end),
          voice: name,
          gain,
          pitches,
          rate,
          pitch,
          pause,
        };
        const before = spoken;
        for await (const { samples, marks } of thread.run(job, signal)) {
          spoken += samples.length;
          const timed = marks.flatMap(({ at, start: offset }) => {
            // A word that was cut in two has been marked already.
            const index = wordAt(words, start + offset);
            const word = index < next ? undefined : words[index];
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
