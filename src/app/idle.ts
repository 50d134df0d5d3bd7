import { setTimeout } from "node:timers/promises";

/** Knows whether somebody waits for something: what is done in the background waits for a moment when nobody does. */
export interface Idle {
  /** Counts as somebody who waits until the stream has ended. */
  busy<T>(work: AsyncIterable<T>): AsyncGenerator<T>;
  /** Resolves when nobody waits, or when it has taken long enough: somebody who listens all day must not keep it from ever happening. */
  idle(signal: AbortSignal): Promise<void>;
  /** Resolves when nobody has waited for some time: who listens asks for the next sentence within it. @throws the signal's reason */
  quiet(signal: AbortSignal): Promise<void>;
  /** Calls back when somebody begins to wait, until what it returns is called. */
  onBusy(tell: () => void): () => void;
}

/** How often it is looked, and how long at most, milliseconds (guess: a long sentence of a slow voice takes ten seconds to make). */
const LOOK = 100;
const LONGEST = 15_000;

/** Who has not asked for so long listens to nothing, milliseconds: the player makes sound ahead, some seconds at a time (guess). */
const QUIET = 20_000;

/** Makes one; nobody waits. */
export function createIdle(quietFor = QUIET): Idle {
  let waiting = 0;
  let last = Number.NEGATIVE_INFINITY;
  const tellBusy = new Set<() => void>();
  return {
    async *busy(work) {
      waiting += 1;
      for (const tell of [...tellBusy]) tell();
      try {
        yield* work;
      } finally {
        waiting -= 1;
        last = performance.now();
      }
    },
    async quiet(signal) {
      while (waiting > 0 || performance.now() - last < quietFor) await setTimeout(LOOK, undefined, { signal });
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
