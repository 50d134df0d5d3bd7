import type { FoundFeeds, ItemId, NewsCounts, NewsItem, NewsListing, NewsSelection } from "../model/index.ts";

/** What a window asks to show lists that stay as they are while somebody walks through them. */
export interface ListReader {
  /** Opens a list: which items it has now. Its rows are asked for by `items`. Looking marks nothing as read. */
  listNews(input: NewsSelection, signal?: AbortSignal): Promise<NewsListing>;
  /** Those items of a list whose titles begin so, in its order; case, accents and signs such as quotation marks don't count. */
  newsBeginning(input: NewsSelection & { readonly text: string }, signal?: AbortSignal): Promise<readonly ItemId[]>;
  /** What tells the same story as an item, from other feeds, the newest first. */
  sameStory(input: { readonly item: ItemId }, signal?: AbortSignal): Promise<readonly NewsItem[]>;
  countNews(input: Record<never, never>, signal?: AbortSignal): Promise<NewsCounts>;
  /** Looks what feeds there are at an address, and subscribes to nothing. @throws Failure as `open` */
  lookForFeeds(input: { readonly address: string }, signal?: AbortSignal): Promise<FoundFeeds>;
}
