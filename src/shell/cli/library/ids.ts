import type { Reader } from "../../../contract/index.ts";
import { type ArticleId, Failure, type ItemId, type NewsItem, type SubscribedFeed } from "../../../model/index.ts";
import { words } from "../../../words/index.ts";
import { oneLine } from "../one-line.ts";

/** What a person typed for something that the library has: `317` an item, `a3f2c91` (or more of it) an article. */
export type KeptName = { readonly kind: "item"; readonly id: ItemId } | { readonly kind: "article"; readonly start: string };

/** Names of articles have sixteen digits; so many are shown, and enough to tell thousands apart. */
const SHORT = 8;
const FEWEST = 5;

/** An article's id as it is shown and can be typed. */
export const shortArticleId = (id: ArticleId): string => id.slice(0, SHORT + 1);

/** What an id names, null for what is none. */
export function keptName(text: string): KeptName | null {
  if (/^[1-9]\d{0,14}$/.test(text)) return { kind: "item", id: Number(text) as ItemId };
  return new RegExp(`^a[0-9a-f]{${FEWEST},16}$`).test(text) ? { kind: "article", start: text } : null;
}

/** More articles than anybody keeps. */
const MOST_ARTICLES = 10_000;

/** The article whose id begins so. @throws Failure `not-found`, `bad-input` for the beginning of several */
export async function articleNamed(reader: Reader, start: string): Promise<ArticleId> {
  const found = (await reader.articles({ limit: MOST_ARTICLES })).filter(({ id }) => id.startsWith(start));
  const [first, second] = found;
  if (!first) throw new Failure("not-found", words("terminal.library.no-article", { id: start }));
  if (second) throw new Failure("bad-input", words("terminal.library.many-articles", { id: start }));
  return first.id;
}

/** The items that ids name, in their order. @throws Failure `bad-input` for what is no id, `not-found` for one that no item has */
export async function itemsNamed(reader: Reader, texts: readonly string[]): Promise<readonly NewsItem[]> {
  const ids = [
    ...new Set(
      texts.map((text) => {
        const name = keptName(text);
        if (name?.kind !== "item") throw new Failure("bad-input", words("terminal.library.no-id", { id: oneLine(text) }));
        return name.id;
      }),
    ),
  ];
  const found = new Map((await reader.items({ items: ids })).map((item) => [item.id, item]));
  const lost = ids.filter((id) => !found.has(id));
  if (lost.length > 0) throw new Failure("not-found", words("terminal.library.no-items", { count: lost.length, ids: lost.join(", ") }));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The one item that an id names. @throws Failure as `itemsNamed` */
export async function itemNamed(reader: Reader, text: string): Promise<NewsItem> {
  const [item] = await itemsNamed(reader, [text]);
  if (!item) throw new Failure("not-found", words("terminal.library.no-items", { count: 1, ids: text }));
  return item;
}

/**
 * The subscription that a person means: by its id, its address, its title, or a part of the title that no other has.
 * @throws Failure `not-found`, `bad-input` for what several have
 */
export async function feedNamed(reader: Reader, text: string): Promise<SubscribedFeed> {
  const feeds = await reader.feeds({});
  const plain = (title: string): string => title.normalize("NFKC").toLowerCase().trim();
  const id = /^f?([1-9]\d{0,14})$/.exec(text)?.[1];
  const byName = feeds.filter(({ title }) => plain(title) === plain(text));
  const found =
    feeds.find((feed) => String(feed.id) === id) ??
    feeds.find(({ address, site }) => address === text || site === text) ??
    (byName.length === 1 ? byName[0] : undefined);
  if (found) return found;
  const like = text.trim() === "" ? [] : feeds.filter(({ title }) => plain(title).includes(plain(text)));
  const [first, second] = like;
  if (!first) throw new Failure("not-found", words("terminal.library.no-feed", { feed: oneLine(text) }));
  if (second) {
    const titles = like.slice(0, 5).map((feed) => `${oneLine(feed.title)} (f${feed.id})`);
    throw new Failure(
      "bad-input",
      words("terminal.library.many-feeds", { feed: oneLine(text), count: like.length, titles: titles.join(", ") }),
    );
  }
  return first;
}
