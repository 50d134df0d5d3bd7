import type { RemoteFeed, RemoteItem, SyncField } from "../model/index.ts";

/** Some items that a server found, and where to go on the next time. */
export interface NewsPage {
  readonly items: readonly RemoteItem[];
  /** Null: not known before the last page. */
  readonly cursor: string | null;
}

/**
 * A server that keeps subscriptions and what was read. Ids are its own. Every method can be repeated without harm. All throw a `Failure`:
 * `sign-in` where name or password are wrong, `refused` for what makes no sense, `offline` and its kin; and the signal's reason.
 */
export interface SyncServer {
  /** The door of its API, as it was found. */
  readonly address: string;
  /** Whether it can be told to subscribe, and to rename and move what it has. */
  readonly can: { readonly subscribe: boolean; readonly arrange: boolean };
  feeds(signal: AbortSignal): Promise<readonly RemoteFeed[]>;
  /**
   * What it found since, newest first or last, some of it perhaps again. `cursor` null: the newest only, at most `most`; what is unread or
   * starred is asked for by its id anyway. The last page's cursor holds when all pages were kept.
   */
  news(cursor: string | null, most: number, signal: AbortSignal): AsyncIterable<NewsPage>;
  /** The ids of all that is unread or starred, of what is at most so many, the newest. */
  ids(which: "unread" | "starred", most: number, signal: AbortSignal): Promise<ReadonlySet<string>>;
  /** The items of one subscription, at most so many, the newest; none where the protocol can't say. */
  itemsOf(feed: string, most: number, signal: AbortSignal): AsyncIterable<readonly RemoteItem[]>;
  /** Those of these items that it still has. */
  items(ids: readonly string[], signal: AbortSignal): Promise<readonly RemoteItem[]>;
  /** Sets a field of items. Ids that it has not any more are no failure. */
  mark(field: SyncField, value: boolean, ids: readonly string[], signal: AbortSignal): Promise<void>;
  /** Subscribes. @throws Failure `feed` where it finds no feed there */
  subscribe(
    feed: { readonly address: string; readonly title: string; readonly folder: readonly string[] },
    signal: AbortSignal,
  ): Promise<void>;
  /** Ends a subscription; one that is not there is no failure. */
  unsubscribe(feed: string, signal: AbortSignal): Promise<void>;
  /** Renames and moves a subscription. `before`: the folder that it is in there. */
  arrange(feed: RemoteFeed, change: { readonly title: string; readonly folder: readonly string[] }, signal: AbortSignal): Promise<void>;
}
