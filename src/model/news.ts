import type { FailureCode } from "./failure.ts";
import type { ArticleId } from "./ids.ts";
import type { FeedKeep } from "./keeping.ts";
import type { Place } from "./moment.ts";

/** Names a subscription. */
export type FeedId = number & { readonly __feed: true };
/** Names an item of a subscription. */
export type ItemId = number & { readonly __item: true };

/** Whether the pages of a feed's items are fetched in the background: where it gives only their beginning, always or never. */
export const FULL_TEXTS = ["auto", "always", "never"] as const;
export type FullText = (typeof FULL_TEXTS)[number];

/** A feed that the listener takes. */
export interface SubscribedFeed {
  readonly id: FeedId;
  readonly address: string;
  /** The listener's own name for it, else its own, else its host. */
  readonly title: string;
  /** The listener's own name for it, null: they have none. */
  readonly ownTitle: string | null;
  /** The site's address, null: not known. */
  readonly site: string | null;
  /** The folders that it is in, the outermost first. */
  readonly folder: readonly string[];
  readonly unread: number;
  readonly items: number;
  /** ISO 8601, when it was last asked for; null: never. */
  readonly checked: string | null;
  /** What was wrong the last time, null: nothing. */
  readonly problem: { readonly code: FailureCode; readonly message: string /** How often in a row. */; readonly times: number } | null;
  /** True: it is gone, and is not asked for any more. */
  readonly gone: boolean;
  readonly fullText: FullText;
  /** Whether what it brings is breaking news. */
  readonly breaking: boolean;
  readonly keepRead: FeedKeep;
  /** Whether its newest unread articles are kept ready for offline. */
  readonly ready: boolean;
}

/** One line of a list of news. Plain text. */
export interface NewsItem {
  readonly id: ItemId;
  readonly feed: FeedId;
  /** The feed's title. */
  readonly source: string;
  readonly title: string;
  readonly link: string | null;
  /** The beginning of what the feed gives, "" where it gives nothing. */
  readonly summary: string;
  readonly author: string | null;
  /** ISO 8601: when it was published, else when it was found. */
  readonly published: string;
  /** How long it is as far as the feed or the kept article gives it, words; 0: not known. */
  readonly words: number;
  readonly read: boolean;
  readonly starred: boolean;
  readonly queued: boolean;
  /** The article that was made of it, null: none yet. */
  readonly article: ArticleId | null;
  /** Whether all of it is prepared to be heard without a network. */
  readonly ready: boolean;
  /** From how many feeds the same story came, 1: this one alone. */
  readonly sources: number;
  /** The story that it tells, the same for all that tell it; null: it alone does. */
  readonly story: number | null;
}

/** Which items are listed. */
export interface NewsQuery {
  readonly list: "today" | "unread" | "all" | "starred" | "queue" | "history";
  /** Null: of all feeds. */
  readonly feed: FeedId | null;
  /** Of the feeds in this folder and below it, null: of all. */
  readonly folder: readonly string[] | null;
  /** Go on after this item, null: from the start. */
  readonly after: ItemId | null;
  readonly limit: number;
}

/** What a round of asking for feeds has come to. */
export interface RefreshProgress {
  readonly done: number;
  readonly all: number;
  /** New items so far. */
  readonly news: number;
  /** The feed that was asked for last, null: before the first. */
  readonly feed: {
    readonly id: FeedId;
    readonly title: string;
    readonly news: number;
    readonly problem: FailureCode | null;
    /** Whether it had another problem before, or none. */
    readonly isNewProblem: boolean;
    /** It is gone, and is not asked for any more. */
    readonly gone: boolean;
  } | null;
}

/** Where something goes in the queue. */
export type QueuePlace = "next" | "end";

/** What a list of subscriptions brought. */
export interface SubscriptionImport {
  readonly added: number;
  /** Those that were taken already. */
  readonly known: number;
  /** Lines whose address can't be one. */
  readonly refused: readonly string[];
}

/** One place that a search found. Plain text. */
export interface SearchHit {
  /** The item, null: an article that came another way. */
  readonly item: ItemId | null;
  /** The article, null: the item was not opened yet. */
  readonly article: ArticleId | null;
  readonly title: string;
  readonly source: string;
  /** ISO 8601. */
  readonly date: string;
  /** Where the words stand in `title`: UTF-16, half-open. */
  readonly titleMatches: SearchHit["matches"];
  /** The sentence that matched, or the beginning. */
  readonly sentence: string;
  /** Where the words stand in `sentence`: UTF-16, half-open. */
  readonly matches: readonly { readonly start: number; readonly end: number }[];
  /** Where the sentence begins in the article, null: it is not in one. */
  readonly place: Place | null;
}
