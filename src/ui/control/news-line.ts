import type { Reader } from "../../contract/index.ts";
import type { NewsEvent } from "../../model/index.ts";

/** Milliseconds before a stream that broke off is asked for again: the host needs some to be there again (guess). */
const AGAIN = 1000;

/** What happens to the news, for every part of the window. */
export interface NewsLine {
  /** Hears of each event from now on. Returns the end of it. */
  listen(listener: (event: NewsEvent) => void): () => void;
  /** Begins to watch. Goes on when the host was started anew: then the state comes first again, after `begun`. */
  begin(begun: () => void): void;
}

/** One stream for all of a window. */
export function createNewsLine(reader: Pick<Reader, "watchNews">): NewsLine {
  const listeners = new Set<(event: NewsEvent) => void>();
  const follow = async (begun: () => void): Promise<never> => {
    for (;;) {
      let isFirst = true;
      try {
        for await (const event of reader.watchNews({})) {
          if (isFirst) begun();
          isFirst = false;
          for (const listener of [...listeners]) listener(event);
        }
      } catch {
        // Whatever it was, the window says it elsewhere; here there is only to ask again.
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  };
  return {
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    begin: (begun) => void follow(begun),
  };
}
