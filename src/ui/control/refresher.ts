import type { Reader } from "../../contract/index.ts";
import { type RefreshState, toFailure } from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import { problemSentence, statusWords } from "../reading/refresh-words.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { NewsLine } from "./news-line.ts";

/** Looking for news, as a person asks for it. */
export interface Refresher {
  /** Looks for news; where that is done already, says how far it is. */
  readonly begin: () => void;
  /** Says how far it is, or how it went. */
  readonly tell: () => void;
  /** Stops at once. False: nothing is being looked for. */
  readonly stop: () => boolean;
  /** The same for a command: says so where there is nothing to stop. */
  readonly stopOrSay: () => void;
}

/** What it needs. */
export interface RefresherWorld {
  readonly reader: Pick<Reader, "startRefresh" | "stopRefresh" | "refreshState">;
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "answer" | "status">;
  readonly newsLine: Pick<NewsLine, "listen">;
}

/** Makes it, and keeps what the host says of it in the window's state. */
export function createRefresher({ reader, store, announcer, newsLine }: RefresherWorld): Refresher {
  /** Somebody asked for a round and waits for what it brings: it is to begin, or has begun. */
  let asked: "begins" | "runs" | null = null;
  const take = (state: RefreshState): void => {
    store.set({ refresh: state });
    if (asked !== "runs" || state.running?.stage === "feeds") return;
    asked = null;
    announcer.status(joined([words("refresh.done", { news: state.found }), problemSentence(state)]));
  };
  newsLine.listen((event) => event.kind === "state" && take(event.state));
  const fail = (thrown: unknown): void => announcer.answer(failureWords(toFailure(thrown).code));
  const stop = (): boolean => {
    if (!store.get().refresh?.running) return false;
    asked = null;
    reader
      .stopRefresh({})
      .then(() => reader.refreshState({}))
      .then(({ found }) => announcer.answer(words("refresh.stopped", { news: found })), fail);
    return true;
  };
  const tell = (): void => {
    reader.refreshState({}).then((state) => announcer.answer(statusWords(state, Date.now())), fail);
  };
  return {
    begin() {
      const { refresh, online } = store.get();
      if (refresh?.running) tell();
      else if (refresh?.feeds === 0) announcer.answer(words("refresh.noFeeds"));
      else if (!online) announcer.answer(words("refresh.offline"));
      else {
        asked = "begins";
        announcer.answer(words("refresh.begun"));
        reader
          .startRefresh({ all: true })
          .then(() => {
            asked &&= "runs";
            // It may be over already.
            return reader.refreshState({});
          })
          .then(take, (thrown: unknown) => {
            asked = null;
            fail(thrown);
          });
      }
    },
    tell,
    stop,
    stopOrSay() {
      if (!stop()) announcer.answer(words("refresh.nothingRuns"));
    },
  };
}
