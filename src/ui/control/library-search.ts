import type { Reader } from "../../contract/index.ts";
import { type Failure, type SearchHit, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { createStore, type Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** What is looked for in the library, and what was found. */
export interface SearchState {
  /** Whether what was found stands in place of the list. */
  readonly shown: boolean;
  /** What was asked last, "" for nothing yet. */
  readonly asked: string;
  /** Null: it is being looked for. */
  readonly hits: readonly SearchHit[] | null;
  readonly failure: Failure | null;
  /** The hit that keys and actions are about. */
  readonly current: number;
}

/** Search in all that is kept. */
export interface Search {
  readonly store: Pick<Store<SearchState>, "get" | "subscribe">;
  look(text: string): void;
  /** What was found for a text is shown again: it is looked for anew unless it is still there. Resolves when it is shown. */
  again(text: string): Promise<void>;
  /** The list is shown again. */
  leave(): void;
  setCurrent(index: number): void;
  target(): SearchHit | null;
}

/** Hits that are shown, at most: who has more says more. */
export const MOST_HITS = 200;

/** Why nothing could be looked for, in the interface's language. */
export const searchFailureWords = ({ code }: Failure): string => (code === "bad-input" ? words("search.wrong") : failureWords(code));

/** Makes it. */
export function createSearch(reader: Pick<Reader, "search">, announcer: Pick<Announcer, "answer">): Search {
  const store = createStore<SearchState>({ shown: false, asked: "", hits: null, failure: null, current: 0 });
  let running: AbortController | null = null;
  const look = (text: string): Promise<void> => {
    running?.abort();
    const own = new AbortController();
    running = own;
    store.set({ shown: true, asked: text, hits: null, failure: null, current: 0 });
    return reader.search({ text, limit: MOST_HITS }, own.signal).then(
      (hits) => {
        if (own.signal.aborted) return;
        store.set({ hits });
        announcer.answer(words("search.found", { count: hits.length, more: hits.length === MOST_HITS ? "yes" : "no" }));
      },
      (thrown: unknown) => {
        if (own.signal.aborted) return;
        const failure = toFailure(thrown);
        store.set({ failure, hits: [] });
        announcer.answer(searchFailureWords(failure));
      },
    );
  };
  return {
    store,
    look: (text) => void look(text),
    async again(text) {
      const { asked, hits } = store.get();
      if (asked === text && hits !== null) store.set({ shown: true });
      else await look(text);
    },
    leave() {
      running?.abort();
      store.set({ shown: false });
    },
    setCurrent: (current) => store.set({ current }),
    target() {
      const { shown, hits, current } = store.get();
      return shown ? (hits?.[current] ?? null) : null;
    },
  };
}
