import type { Reader, ReadyProgress } from "../../contract/index.ts";
import { type ItemId, toFailure } from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** Making a list ready for offline, as a person asks for it. */
export interface Ready {
  /** Makes the list that is looked at ready, else the queue; while that goes on, says how far it is. */
  readonly begin: () => void;
  readonly stop: () => void;
}

/** What it needs. */
export interface ReadyWorld {
  readonly reader: Pick<Reader, "makeReady">;
  readonly announcer: Pick<Announcer, "answer" | "status">;
  /** The items of the list that is looked at; null: none is. */
  readonly listed: () => readonly ItemId[] | null;
  /** Those of the queue. @throws Failure */
  readonly queued: () => Promise<readonly ItemId[]>;
  /** An item is kept now: rows that show it say so. */
  readonly changed: (item: ItemId) => void;
}

/** So many are made ready at once: more than are heard in a week (guess). */
const MOST = 500;

/** Makes it; nothing is being made ready. */
export function createReady({ reader, announcer, listed, queued, changed }: ReadyWorld): Ready {
  let running: { readonly stop: AbortController; at: ReadyProgress } | null = null;
  const run = async (items: readonly ItemId[]): Promise<void> => {
    const stop = new AbortController();
    const work = { stop, at: { done: 0, all: items.length, ready: 0, item: null, isOffline: false } as ReadyProgress };
    running = work;
    announcer.answer(words("ready.begun", { count: items.length }));
    try {
      for await (const at of reader.makeReady({ items }, stop.signal)) {
        work.at = at;
        if (at.item !== null) changed(at.item);
      }
      const { ready, done, isOffline } = work.at;
      if (isOffline) announcer.status(words("ready.offline", { ready }));
      else announcer.status(joined([words("ready.done", { ready }), done > ready ? words("ready.missing", { count: done - ready }) : ""]));
    } catch (thrown) {
      const { ready } = work.at;
      announcer.status(stop.signal.aborted ? words("ready.stopped", { ready }) : failureWords(toFailure(thrown).code));
    } finally {
      running = null;
    }
  };
  return {
    begin() {
      if (running) {
        const { done, all, ready } = running.at;
        announcer.answer(words("ready.progress", { done, all, ready }));
        return;
      }
      const take = (items: readonly ItemId[]): void => {
        if (items.length === 0) announcer.answer(words("ready.none"));
        else if (!running) void run(items.slice(0, MOST));
      };
      const shown = listed();
      if (shown) take(shown);
      else queued().then(take, (thrown: unknown) => announcer.answer(failureWords(toFailure(thrown).code)));
    },
    stop() {
      if (running) running.stop.abort();
      else announcer.answer(words("ready.nothingRuns"));
    },
  };
}
