import type { RefreshReader } from "../contract/index.ts";
import type { Article, FeedAnswer, FeedRequest } from "../model/index.ts";
import { type Background, createBackground } from "./background.ts";
import type { ArticlesWorld } from "./fetch-articles.ts";
import type { OwnServers } from "./own-servers.ts";
import { createRounds, type Rounds } from "./rounds.ts";
import type { World } from "./world.ts";

/** What the app has of the news that comes by itself. */
export interface RefreshUses {
  readonly rounds: Rounds;
  readonly background: Background;
  /** Fetches the pictures of a kept article, where the listener wants them kept. */
  readonly pictures: (article: Article, signal: AbortSignal) => Promise<void>;
  readonly uses: RefreshReader;
}

/** Rounds of asking for news, for whoever asks and by the clock. Loads what parses feeds only when it is needed. */
export function refreshUses(
  {
    library,
    clock,
    log,
    fetch,
    own,
    syncFirst,
  }: Pick<World, "library" | "clock" | "log" | "fetch"> & {
    readonly own: OwnServers;
    readonly syncFirst: (signal: AbortSignal) => Promise<void>;
  },
  prepare: ArticlesWorld["prepare"],
  idle: ArticlesWorld["idle"],
): RefreshUses {
  const { now } = clock;
  const feed = (request: FeedRequest, signal: AbortSignal): Promise<FeedAnswer> => fetch.feed(request, signal, own.of(null));
  const background = createBackground(library, now);
  const pictures = async (article: Article, signal: AbortSignal): Promise<void> => {
    const { fetchPictures } = await import("./offline-pictures.ts");
    if (!background.mayFetchPictures()) return;
    const picture = (address: string, stop: AbortSignal): ReturnType<typeof fetch.picture> =>
      fetch.picture(address, stop, own.of(article.address));
    await fetchPictures({ library, now, picture }, article, signal);
  };
  const rounds = createRounds({
    library,
    hold: background.hold,
    log,
    async *refresh(all, signal) {
      // What a server keeps is taken over first: what the feeds bring then is known to be read already.
      await syncFirst(signal);
      const { refresh } = await import("./refresh.ts");
      yield* refresh({ library, feed, now }, all, signal);
    },
    now,
    async breaking(since) {
      const { findBreaking } = await import("./breaking.ts");
      return findBreaking(library, since, now());
    },
    async *articles(signal) {
      const { fetchArticles } = await import("./fetch-articles.ts");
      yield* fetchArticles({ library, now, prepare, pictures, idle }, signal);
    },
  });
  return {
    rounds,
    background,
    pictures,
    uses: {
      async startRefresh({ all }) {
        return { joined: rounds.start(all).joined };
      },
      async stopRefresh() {
        return { stopped: await rounds.stop() };
      },
      async refreshState() {
        return rounds.state();
      },
      async *watchNews(_input, signal) {
        yield* rounds.watch(signal ?? new AbortController().signal);
      },
      async breakingNews({ limit }) {
        return library.breaking.last(limit);
      },
      async tellLine(line) {
        background.tellLine(line);
      },
    },
  };
}
