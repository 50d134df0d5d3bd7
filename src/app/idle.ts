import { setTimeout } from "node:timers/promises";
import type { SpeechChunk } from "../model/index.ts";

/** Knows whether somebody waits for something: what is done in the background waits for a moment when nobody does. */
export interface Idle {
  /** Sound that somebody waits for until it has ended, and then listens to. */
  busy(sound: AsyncIterable<SpeechChunk>): AsyncGenerator<SpeechChunk, void, void>;
  /** Resolves when nobody waits, or when it has taken long enough: somebody who listens all day must not keep it from ever happening. */
  idle(signal: AbortSignal): Promise<void>;
  /**
   * Resolves when nobody waits, nor can still be listening to what was made: who listens asks for the next sentence before the last one is
   * over. @throws the signal's reason
   */
  quiet(signal: AbortSignal): Promise<void>;
  /** Calls back when somebody begins to wait, until what it returns is called. */
  onBusy(tell: () => void): () => void;
}

/** How often it is looked, and how long at most, milliseconds (guess: a long sentence of a slow voice takes ten seconds to make). */
const LOOK = 100;
const LONGEST = 15_000;

/** Who has asked for nothing for so long after all that was made could be heard listens to nothing, milliseconds: longer than any pause (guess). */
const QUIET = 5000;
/** The most that somebody is taken to listen to, milliseconds: who skips from sentence to sentence hears little of each (guess). */
const MOST_HEARD = 60_000;

/** Makes one; nobody waits. */
export function createIdle(quietFor = QUIET): Idle {
  let waiting = 0;
  /** When somebody waited last, and when all that was made until then has been heard. */
  let last = Number.NEGATIVE_INFINITY;
  let heard = Number.NEGATIVE_INFINITY;
  const tellBusy = new Set<() => void>();
  return {
    async *busy(sound) {
      waiting += 1;
      for (const tell of [...tellBusy]) tell();
      try {
        for await (const chunk of sound) {
          const now = performance.now();
          const length = (chunk.samples.length / chunk.sampleRate) * 1000;
          heard = Math.min(Math.max(heard, now) + length, now + MOST_HEARD);
          yield chunk;
        }
      } finally {
        waiting -= 1;
        last = performance.now();
      }
    },
    async quiet(signal) {
      while (waiting > 0 || performance.now() < Math.max(last, heard) + quietFor) await setTimeout(LOOK, undefined, { signal });
    },
    onBusy(tell) {
      tellBusy.add(tell);
      return () => void tellBusy.delete(tell);
    },
    async idle(signal) {
      for (let waited = 0; waiting > 0 && waited < LONGEST && !signal.aborted; waited += LOOK)
        await setTimeout(LOOK, undefined, { signal }).catch(() => {});
    },
  };
}
