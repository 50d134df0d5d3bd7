import { setTimeout } from "node:timers/promises";
import type { Library, WantedItem } from "../library/index.ts";
import { type Article, type FailureCode, type FeedId, type ItemId, storeTrouble, toFailure } from "../model/index.ts";
import { articleWords } from "./count-words.ts";
import { fullTextReason, learnedFrom } from "./full-text.ts";
import { PICTURE_BUDGET } from "./offline-pictures.ts";
import { hostOf, later, PASSING } from "./page-tries.ts";

/** Pages of one host are asked for one after another, with so many seconds between: a person does not read faster (guess). */
const PER_HOST_PAUSE = 2;
/** Hosts that are asked at a time: the line is the listener's first (guess). */
const AT_ONCE = 2;
/** Pages of one round, at most: more than is read in a day, and some ten minutes of work (guess). */
export const BUDGET = 100;
/** Items of one feed that are wanted at a time (guess: as many as a site shows on its first page). */
const PER_FEED = 20;
/** Items that are older are fetched when they are opened, seconds: news of three days ago is seldom heard (guess). */
const LONGEST_AGE = 3 * 86_400;
/** How often a page is tried, and how long before the next time, seconds: it doubles. */
const MOST_TRIES = 3;
const RETRY = 3600;

/** What fetching needs from outside. */
export interface ArticlesWorld {
  readonly library: Library;
  readonly now: () => string;
  /** Makes an article of a page and keeps it, without making it the last opened. @throws Failure */
  readonly prepare: (address: string, signal: AbortSignal) => Promise<Article>;
  /** Fetches the pictures of a kept article, where the listener wants them. */
  readonly pictures: (article: Article, signal: AbortSignal) => Promise<void>;
  /** Resolves when nobody waits for anything else. */
  readonly idle: (signal: AbortSignal) => Promise<void>;
}

/** Wants the pages of a feed's unread items that came without their text; of a feed of which nothing is known, of the newest only. */
export function wantArticles({ library, now }: Pick<ArticlesWorld, "library" | "now">, feed: FeedId): void {
  const at = now();
  const { how, learned } = library.wanted.feedText(feed);
  if (how === "never") return;
  const wanted: ItemId[] = [];
  let unsure = false;
  for (const item of library.wanted.without(feed, later(at, -LONGEST_AGE), PER_FEED)) {
    const reason = fullTextReason(item, how, learned);
    if (reason === null || (reason === "unsure" && unsure)) continue;
    unsure ||= reason === "unsure";
    wanted.push(item.id);
  }
  library.wanted.want(wanted, at);
}

/**
 * Fetches the pages of wanted items, a few hosts at a time, and keeps their articles. What can't be had now is tried again another day;
 * the page of an item that is gone is given up. Aborting ends it between two pages; what is left is fetched the next time.
 * @throws Failure `storage`; the signal's reason
 */
export async function* fetchArticles(
  world: ArticlesWorld,
  signal: AbortSignal,
): AsyncGenerator<{ readonly done: number; readonly all: number }> {
  const { library } = world;
  const items = library.wanted.due(world.now(), BUDGET);
  const hosts = new Map<string, WantedItem[]>();
  for (const item of items) {
    const host = hostOf(item.link);
    hosts.set(host, [...(hosts.get(host) ?? []), item]);
  }
  const waiting = [...hosts.values()];
  let done = 0;
  let isLost = false;
  let isOver = false;
  let failed: unknown = null;
  let wake = (): void => {};
  const worker = async (): Promise<void> => {
    for (let host = waiting.shift(); host; host = waiting.shift()) {
      let isBusy = false;
      for (const [index, item] of host.entries()) {
        if (signal.aborted || failed !== null || isLost) return;
        if (index > 0 && !isBusy) await setTimeout(PER_HOST_PAUSE * 1000, undefined, { signal }).catch(() => {});
        await world.idle(signal);
        // Who asks for patience of one page means all.
        const code: FailureCode | null = isBusy ? putOff(world, item) : await fetchOne(world, item, signal);
        isBusy ||= code === "busy";
        isLost ||= code === "offline";
        done += 1;
        wake();
      }
    }
  };
  const work = Promise.all(Array.from({ length: AT_ONCE }, worker))
    .catch((thrown: unknown) => {
      failed ??= thrown;
    })
    .finally(() => {
      isOver = true;
      wake();
    });
  for (let told = -1; !isOver || told !== done; ) {
    if (told !== done && items.length > 0) {
      told = done;
      yield { done, all: items.length };
    } else if (isOver) break;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isOver || told !== done) resolve();
      });
  }
  await work;
  library.webPictures.trim(PICTURE_BUDGET);
  if (failed !== null) throw failed;
  signal.throwIfAborted();
}

function putOff({ library, now }: ArticlesWorld, item: WantedItem): FailureCode {
  library.wanted.retry(item.id, item.tries + 1 >= MOST_TRIES ? null : later(now(), RETRY * 2 ** item.tries));
  return "busy";
}

/** Fetches one page and keeps what came of it. Answers with what went wrong. @throws Failure `storage`; the signal's reason */
async function fetchOne(world: ArticlesWorld, item: WantedItem, signal: AbortSignal): Promise<FailureCode | null> {
  const { library, now } = world;
  if (item.link === null) {
    library.wanted.retry(item.id, null);
    return null;
  }
  try {
    const article = await world.prepare(item.link, signal);
    const { how, learned } = library.wanted.feedText(item.feed);
    const isUnsure = fullTextReason(item, how, learned) === "unsure";
    library.items.setArticle(item.id, article.id, articleWords(article));
    library.wanted.done(item.id);
    await world.pictures(article, signal);
    if (!isUnsure) return null;
    library.wanted.learn(item.feed, learnedFrom(item, articleWords(article)));
    wantArticles(world, item.feed);
    return null;
  } catch (thrown) {
    signal.throwIfAborted();
    const failure = toFailure(thrown);
    if (storeTrouble(failure) !== null) throw failure;
    if (failure.code === "offline") return "offline";
    const isOver = !PASSING.has(failure.code) || item.tries + 1 >= MOST_TRIES;
    library.wanted.retry(item.id, isOver ? null : later(now(), RETRY * 2 ** item.tries));
    return failure.code;
  }
}
