import type { NewsEvent } from "../model/index.ts";

/** Carries what happens to the news to everybody who watches. */
export interface Wire {
  send(event: NewsEvent): void;
  /** What happens from now on, after `first`. Ends without a word when the signal is aborted. */
  watch(first: readonly NewsEvent[], signal: AbortSignal): AsyncGenerator<NewsEvent>;
}

/** Events that wait for somebody who does not take them, at most: more than a round of a thousand feeds makes (guess). */
const MOST_WAITING = 10_000;

/** Makes one that nobody watches yet. */
export function createWire(): Wire {
  const watchers = new Set<(event: NewsEvent) => void>();
  return {
    send(event) {
      for (const take of [...watchers]) take(event);
    },
    async *watch(first, signal) {
      const waiting: NewsEvent[] = [...first];
      let wake = (): void => {};
      const take = (event: NewsEvent): void => {
        // Who is slow gets the newest state, not each.
        if (event.kind === "state" && waiting.at(-1)?.kind === "state") waiting.pop();
        if (waiting.length < MOST_WAITING) waiting.push(event);
        wake();
      };
      const end = (): void => wake();
      watchers.add(take);
      signal.addEventListener("abort", end);
      try {
        while (!signal.aborted) {
          const next = waiting.shift();
          if (next) yield next;
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
      } finally {
        watchers.delete(take);
        signal.removeEventListener("abort", end);
      }
    },
  };
}
