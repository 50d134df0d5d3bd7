import { plainText } from "../feed/index.ts";
import type { Library } from "../library/index.ts";
import type { Feed, FeedId, RemoteItem } from "../model/index.ts";
import { mergeState } from "../sync/index.ts";
import { newItems } from "./new-items.ts";

/** What an item goes by that a sync server brought before its feed did. */
export const keyOf = (remote: string): string => `sync:${remote}`;

/** No server says when an item's state came about. */
export const decide = (local: { readonly value: boolean; readonly edited: string | null }, value: boolean): boolean =>
  mergeState(local, { value, changed: null }).value;

/** A feed that has only these items. */
const feedOf = (items: readonly RemoteItem[]): Feed => ({
  id: null,
  title: null,
  link: null,
  description: null,
  language: null,
  published: null,
  updated: null,
  authors: [],
  image: null,
  moved: null,
  items: items.map(({ id, title, link, content, author, published }) => ({
    id: keyOf(id),
    title,
    link,
    summary: null,
    content,
    published,
    updated: null,
    authors: author === null ? [] : [{ name: author, email: null }],
    enclosures: [],
    categories: [],
    image: null,
  })),
});

/**
 * Takes over items of a sync server: those that the feeds brought already are found again, the others are kept; each stands as it does on
 * the server, but for what is still to be told of it. Items of what is not subscribed to are left.
 */
export function bringItems(
  library: Library,
  given: readonly RemoteItem[],
  now: string,
): { readonly news: number; readonly changed: number } {
  const { sync } = library;
  const items = given.map((item) => ({ ...item, link: item.link !== null && /^https?:/i.test(item.link) ? item.link : null }));
  const known = new Map(sync.known().map(({ remote, feed }) => [remote, feed]));
  const fresh = new Map<FeedId, RemoteItem[]>();
  const states: RemoteItem[] = [];
  for (const item of items) {
    const title = plainText(item.title) ?? "";
    const like = { remote: item.id, link: item.link, title, published: item.published };
    const feed = known.get(item.feed);
    if (feed === undefined) {
      // What was starred stays on a server when its subscription ends, and belongs to none even when that begins anew.
      const found =
        item.link !== null
          ? [...known.values()].map((one) => sync.match({ ...like, title: "", feed: one })).find((id) => id !== null)
          : null;
      if (found == null) continue;
      sync.link(item.id, found);
    } else {
      const found = sync.match({ ...like, feed }) ?? sync.byKey(feed, keyOf(item.id));
      if (found === null) fresh.set(feed, [...(fresh.get(feed) ?? []), item]);
      else sync.link(item.id, found);
    }
    states.push(item);
  }
  let news = 0;
  for (const [feed, some] of fresh) {
    news += library.items.keep(feed, newItems(feedOf(some), now), now).length;
    for (const { id } of some) {
      const kept = sync.byKey(feed, keyOf(id));
      if (kept !== null) sync.link(id, kept);
    }
  }
  return { news, changed: sync.merge(states, decide, now) };
}
