import { setTimeout } from "node:timers/promises";

/** Knows whether somebody waits for something: what is done in the background waits for a moment when nobody does. */
export interface Idle {
  /** Counts as somebody who waits until the stream has ended. */
  busy<T>(work: AsyncIterable<T>): AsyncGenerator<T>;
  /** Resolves when nobody waits, or when it has taken long enough: somebody who listens all day must not keep it from ever happening. */
  idle(signal: AbortSignal): Promise<void>;
}

/** How often it is looked, and how long at most, milliseconds (guess: a long sentence of a slow voice takes ten seconds to make). */
const LOOK = 100;
const LONGEST = 15_000;

/** Makes one; nobody waits. */
export function createIdle(): Idle {
  let waiting = 0;
  return {
    async *busy(work) {
      waiting += 1;
      try {
        yield* work;
      } finally {
        waiting -= 1;
      }
    },
    async idle(signal) {
      for (let waited = 0; waiting > 0 && waited < LONGEST && !signal.aborted; waited += LOOK)
        await setTimeout(LOOK, undefined, { signal }).catch(() => {});
    },
  };
}
