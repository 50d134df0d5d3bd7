import { findFeeds, parseFeed, plainText, usualFeeds } from "../feed/index.ts";
import { Failure, type Feed, type FoundFeeds, type Source, type SourceRequest } from "../model/index.ts";
import { isPage } from "./feed.ts";

/** What an address has, before anybody knows what of it the listener has. */
export interface LookedFor {
  readonly kind: FoundFeeds["kind"];
  readonly feeds: readonly Omit<FoundFeeds["feeds"][number], "taken">[];
}

/** More than a page can sensibly offer (guess): what comes after are the feeds of single entries. */
const MOST = 30;

const hasOf = (feed: Feed): { readonly items: number; readonly newest: string | null } => ({
  items: feed.items.length,
  newest: plainText(feed.items[0]?.title ?? null),
});

/**
 * Looks what feeds an address has: itself, those that its page names, else the first of those where sites keep theirs.
 * @throws what `fetch` throws, and Failure `bad-input` for a damaged feed
 */
export async function lookForFeeds(
  fetch: (request: SourceRequest, signal?: AbortSignal) => Promise<Source>,
  request: SourceRequest,
  signal?: AbortSignal,
): Promise<LookedFor> {
  const source = await fetch(request, signal);
  if (!isPage(source)) {
    const feed = parseFeed(source);
    return { kind: "feed", feeds: [{ address: source.address, title: plainText(feed.title), has: hasOf(feed) }] };
  }
  const named = findFeeds(source).slice(0, MOST);
  // Which of several is wanted, the page's own names tell; a single one can be looked into.
  if (named.length > 1)
    return { kind: "page", feeds: named.map(({ address, title }) => ({ address, title: plainText(title), has: null })) };
  const links = named.length === 1 ? named : usualFeeds(source.address).map((address) => ({ address, title: null }));
  for (const { address, title } of links) {
    try {
      const found = await fetch({ kind: "address", address, url: null, type: null, lang: null }, signal);
      const feed = parseFeed(found);
      return { kind: "page", feeds: [{ address: found.address, title: plainText(feed.title) ?? title, has: hasOf(feed) }] };
    } catch (thrown) {
      signal?.throwIfAborted();
      // A feed that the page names and that can't be had is told as what it is; a guessed one is no news.
      if (named.length === 1 || !(thrown instanceof Failure)) throw thrown;
    }
  }
  return { kind: "page", feeds: [] };
}
