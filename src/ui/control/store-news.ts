import type { StoreNews } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import { type BetweenWorld, tellBetween } from "./between.ts";
import type { NewsLine } from "./news-line.ts";

/** What telling of the library's disk needs. */
export interface StoreNewsWorld extends Pick<BetweenWorld, "player" | "sounding"> {
  readonly store: Store<WindowState>;
  readonly newsLine: Pick<NewsLine, "listen">;
  readonly announcer: Pick<Announcer, "answer" | "error">;
}

const wordsOf = (news: StoreNews): string => {
  if (news.kind === "trouble") return failureWords(news.trouble);
  return words(news.kind === "slow" ? "store.slow" : `store.${news.how}`);
};

/** Shows what the library's disk is like as long as it is so, and tells it between two sentences. The reading goes on. */
export function tellStore({ store, newsLine, announcer, player, sounding }: StoreNewsWorld): void {
  let waiting: string | null = null;
  const deliver = tellBetween({
    player,
    sounding,
    waits: () => waiting !== null,
    tell(goOn) {
      if (waiting === null) return;
      const told = waiting;
      waiting = null;
      if (goOn) announcer.answer(told, { after: goOn });
      else announcer.error(told);
    },
  });
  newsLine.listen((event) => {
    if (event.kind !== "store") return;
    const { news } = event;
    if (news.kind !== "slow") store.set({ disk: news.kind === "trouble" ? news : null });
    // The newest is what holds.
    waiting = wordsOf(news);
    setTimeout(deliver);
  });
}
