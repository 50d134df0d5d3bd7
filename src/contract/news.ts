import type {
  FeedId,
  FeedKeep,
  FullText,
  ItemId,
  NewsItem,
  NewsQuery,
  QueuePlace,
  RefreshProgress,
  SearchHit,
  SubscribedFeed,
  SubscriptionImport,
} from "../model/index.ts";
import type { Opened } from "./reader.ts";

/** What a window can ask of the news: subscriptions, what they bring, the queue, and search. */
export interface NewsReader {
  /**
   * Subscribes to the feed at an address, or the one that the page there names, and keeps what it has. One that is taken already stays
   * as it is.
   * @throws Failure `not-found` for a page without a feed; as `open`
   */
  subscribe(
    input: { readonly address: string; readonly folder: readonly string[] },
    signal?: AbortSignal,
  ): Promise<{ readonly feed: SubscribedFeed; readonly isNew: boolean }>;
  /** The subscriptions, by folder and title. */
  feeds(input: Record<never, never>, signal?: AbortSignal): Promise<readonly SubscribedFeed[]>;
  /** A title of the listener's own (null: the feed's again), another folder, whether its items' pages are fetched and are breaking news, how long they stay, whether they are kept ready. @throws Failure `not-found` */
  changeFeed(
    input: {
      readonly feed: FeedId;
      readonly title?: string | null | undefined;
      readonly folder?: readonly string[] | undefined;
      readonly fullText?: FullText | undefined;
      readonly breaking?: boolean | undefined;
      readonly keepRead?: FeedKeep | undefined;
      readonly ready?: boolean | undefined;
    },
    signal?: AbortSignal,
  ): Promise<SubscribedFeed>;
  /** Ends a subscription (`taken` false), or takes it up again with all that it had: for undo. */
  setTaken(input: { readonly feed: FeedId; readonly taken: boolean }, signal?: AbortSignal): Promise<void>;
  /** Subscribes to what an OPML file lists. @throws Failure `bad-input` for what is none */
  importFeeds(input: { readonly text: string }, signal?: AbortSignal): Promise<SubscriptionImport>;
  /** The subscriptions as OPML. */
  exportFeeds(input: Record<never, never>, signal?: AbortSignal): Promise<string>;
  /** Asks the feeds that are due (`all`: every one) for news, and tells how far it is. Ends when it is aborted, with what it has. */
  refresh(input: { readonly all: boolean }, signal?: AbortSignal): AsyncIterable<RefreshProgress>;
  /** A page of a list. Looking marks nothing as read. */
  news(input: NewsQuery, signal?: AbortSignal): Promise<readonly NewsItem[]>;
  /** Those of these items that are there. */
  items(input: { readonly items: readonly ItemId[] }, signal?: AbortSignal): Promise<readonly NewsItem[]>;
  /**
   * Makes an article of an item: the one that is kept of it, else of its page, else of what its feed gave. Marks it as read. `anew`: its
   * page is fetched also where an article is kept.
   * @throws Failure `not-found`; as `open`
   */
  openItem(input: { readonly item: ItemId; readonly anew?: boolean | undefined }, signal?: AbortSignal): Promise<Opened>;
  /**
   * Marks items; answers with those that were not so before: mark these back for undo. `back`: as they were before they were marked
   * otherwise, at the same place of the history.
   */
  markItems(
    input: { readonly items: readonly ItemId[]; readonly read: boolean; readonly back?: boolean | undefined },
    signal?: AbortSignal,
  ): Promise<readonly ItemId[]>;
  /** `back`: as it was before, at the same place of the starred ones. */
  starItem(
    input: { readonly item: ItemId; readonly starred: boolean; readonly back?: boolean | undefined },
    signal?: AbortSignal,
  ): Promise<void>;
  /** Puts items into the queue, last or next; those that are in it move there. */
  enqueue(input: { readonly items: readonly ItemId[]; readonly where: QueuePlace }, signal?: AbortSignal): Promise<void>;
  dequeue(input: { readonly items: readonly ItemId[] }, signal?: AbortSignal): Promise<void>;
  /** Moves an item of the queue so many places up (negative) or down. */
  moveInQueue(input: { readonly item: ItemId; readonly by: number }, signal?: AbortSignal): Promise<void>;
  /**
   * Finds in all that is kept. Operators: `feed:name`, `date:2026-03`, `after:`, `before:`, `unread:`, `starred:`, `"a phrase"`, `-word`.
   * @throws Failure `bad-input` for an operator that can't be understood
   */
  search(input: { readonly text: string; readonly limit: number }, signal?: AbortSignal): Promise<readonly SearchHit[]>;
}
