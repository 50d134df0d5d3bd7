import type { NewsReader, Opened } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import { type ArticleId, Failure, type FeedId, type SourceRequest, type SubscribedFeed, type Subscription } from "../model/index.ts";
import { articleWords } from "./count-words.ts";
import type { ReadFeed } from "./feed.ts";
import type { Rounds } from "./rounds.ts";

/** What the use cases of news need. */
export interface NewsWorld {
  readonly library: Library;
  readonly now: () => string;
  /** Reads a feed, or the one that a page names. */
  readonly readFeed: (request: SourceRequest, signal?: AbortSignal) => Promise<ReadFeed>;
  readonly rounds: Rounds;
  /** A kept article, which becomes the last opened; null: it is not kept. */
  readonly recall: (article: ArticleId) => Opened | null;
  /** Opens and keeps an article. */
  readonly open: (request: SourceRequest, signal?: AbortSignal) => Promise<Opened>;
}

/** What is looked at of an item whose page can't be had: at least so many words of a feed are an article (guess). */
const FEWEST_WORDS = 40;

/** An ended subscription can be taken up again for so long, seconds. */
const UNDO = 7 * 86_400;

/** Subscriptions, what they bring, the queue and search. Loads what parses feeds only when it is needed. */
export function newsUses({ library, now, readFeed, rounds, recall, open }: NewsWorld): NewsReader {
  const feed = (id: FeedId): SubscribedFeed => {
    const found = library.feeds.all().find((one) => one.id === id);
    if (!found) throw new Failure("not-found", "This subscription is not there any more.");
    return found;
  };

  return {
    async subscribe({ address, folder }, signal) {
      const read = await readFeed({ kind: "address", address, typed: true, url: null, type: null, lang: null }, signal);
      if (!/^https?:/i.test(read.address)) throw new Failure("bad-input", "Only feeds of the web can be subscribed to, not files.");
      const [{ plainText }, { newItems }, { wantArticles }] = await Promise.all([
        import("../feed/index.ts"),
        import("./new-items.ts"),
        import("./fetch-articles.ts"),
      ]);
      const added = now();
      const { id, isNew } = library.feeds.add({
        address: read.address,
        title: plainText(read.feed.title),
        site: read.feed.link,
        folder,
        added,
      });
      library.items.keep(id, newItems(read.feed, added), added);
      wantArticles({ library, now }, id);
      return { feed: feed(id), isNew };
    },
    async feeds() {
      return library.feeds.all();
    },
    async changeFeed({ feed: id, ...change }) {
      library.feeds.change(id, change);
      return feed(id);
    },
    async setTaken({ feed: id, taken }) {
      library.feeds.setRemoved(id, taken ? null : now());
      library.feeds.purge(new Date(Date.parse(now()) - UNDO * 1000).toISOString());
    },
    async importFeeds({ text }) {
      const { readOpml } = await import("../feed/index.ts");
      const bytes = new TextEncoder().encode(text);
      const entries = readOpml({ bytes, mediaType: null, charset: "utf-8", address: "lectern:subscriptions", lang: null });
      let added = 0;
      let known = 0;
      const refused: string[] = [];
      const take = (list: readonly Subscription[], folder: readonly string[]): void => {
        for (const entry of list) {
          if (entry.kind === "folder") take(entry.entries, [...folder, entry.title]);
          else if (!URL.canParse(entry.address) || !/^https?:/i.test(entry.address)) refused.push(entry.address);
          else {
            const address = new URL(entry.address).href;
            const { isNew } = library.feeds.add({ address, title: entry.title, site: entry.site, folder, added: now() });
            if (isNew) added += 1;
            else known += 1;
          }
        }
      };
      take(entries, []);
      return { added, known, refused };
    },
    async exportFeeds() {
      const { writeOpml } = await import("../feed/index.ts");
      return writeOpml("Lectern", foldersOf(library.feeds.all()), now());
    },
    async *refresh({ all }, signal) {
      yield* rounds.follow(all, signal ?? new AbortController().signal);
    },
    async news(query) {
      const today = new Date(now());
      today.setHours(0, 0, 0, 0);
      return library.items.list(query, today.toISOString());
    },
    async items({ items }) {
      return library.items.some(items);
    },
    async openItem({ item: id, anew }, signal) {
      const item = library.items.item(id);
      if (!item) throw new Failure("not-found", "This item is not there any more.");
      const kept = item.article === null || anew ? null : recall(item.article);
      const fresh = kept !== null && item.stale === 0 ? kept : null;
      const opened =
        fresh ??
        (await openItem(item, open, signal).catch((thrown: unknown) => {
          signal?.throwIfAborted();
          // An older article is better than none.
          if (kept === null) throw thrown;
          return kept;
        }));
      library.items.setArticle(id, opened.article.id, articleWords(opened.article));
      library.items.setRead([id], now());
      return opened;
    },
    async markItems({ items, read, back }) {
      return library.items.setRead(items, read ? now() : null, back);
    },
    async starItem({ item, starred, back }) {
      library.items.setStarred(item, starred ? now() : null, back);
    },
    async enqueue({ items, where }) {
      library.items.enqueue(items, where);
      // What somebody means to hear is there when the network is not.
      library.wanted.want(
        items.filter((id) => library.items.item(id)?.article === null),
        now(),
      );
    },
    async dequeue({ items }) {
      library.items.dequeue(items);
    },
    async moveInQueue({ item, by }) {
      library.items.moveInQueue(item, by);
    },
    async search({ text, limit }) {
      const { search } = await import("./search.ts");
      return search(library, text, limit, now());
    },
  };
}

/** Opens an item's page; what the feed gave where the page can't be had or has less. */
export async function openItem(
  item: NonNullable<ReturnType<Library["items"]["item"]>>,
  open: NewsWorld["open"],
  signal?: AbortSignal,
): Promise<Opened> {
  const { link, content, title } = item;
  const page = link !== null && /^https?:/i.test(link) ? link : null;
  const given = async (): Promise<Opened> => {
    if (content === null) throw new Failure("no-page", `“${title}” has no page and no text of its own: its feed gives neither.`);
    const { pageOf } = await import("./item-page.ts");
    return open({ kind: "content", content: pageOf(item), url: page, type: "text/html", lang: null }, signal);
  };
  if (page === null) return given();
  try {
    return await open({ kind: "address", address: page, url: null, type: null, lang: null }, signal);
  } catch (thrown) {
    signal?.throwIfAborted();
    const words = `${title} ${content ?? ""}`.replace(/<[^>]*>/g, " ").match(/\S+/g)?.length ?? 0;
    if (content === null || words < FEWEST_WORDS) throw thrown;
    return given();
  }
}

/** A flat list of feeds as the folders that they are in. */
function foldersOf(feeds: readonly SubscribedFeed[]): readonly Subscription[] {
  const inside = (at: readonly string[]): readonly Subscription[] => {
    const here = feeds.filter(({ folder }) => folder.length === at.length && at.every((name, index) => folder[index] === name));
    const below = feeds.filter(({ folder }) => folder.length > at.length && at.every((name, index) => folder[index] === name));
    const names = [...new Set(below.map(({ folder }) => folder[at.length] ?? ""))];
    return [
      ...here.map(({ title, address, site }): Subscription => ({ kind: "feed", title, address, site })),
      ...names.map((name): Subscription => ({ kind: "folder", title: name, entries: inside([...at, name]) })),
    ];
  };
  return inside([]);
}
