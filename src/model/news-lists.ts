import type { FeedLink } from "./feed.ts";
import type { FeedId, ItemId, NewsQuery } from "./news.ts";

/** The lists of news, in the order in which they are offered. */
export const NEWS_LISTS = ["today", "unread", "all", "starred", "queue", "history"] as const satisfies readonly NewsQuery["list"][];
export type NewsList = (typeof NEWS_LISTS)[number];

/** How a list is ordered: by its time, or by the sources' names. The queue has its own order. */
export const NEWS_ORDERS = ["newest", "oldest", "source"] as const;
export type NewsOrder = (typeof NEWS_ORDERS)[number];

/** What a row of a list can say. */
export const ROW_PARTS = ["title", "source", "age", "minutes", "state"] as const;
export type RowPart = (typeof ROW_PARTS)[number];

/** What a listener has set of the lists. */
export interface ListSettings {
  readonly newsOrder: NewsOrder;
  /** What a row says, in this order; the title is always among them. */
  readonly rowParts: readonly RowPart[];
}

/** What a new listener begins with: what matters least comes last. */
export const DEFAULT_LISTS: ListSettings = { newsOrder: "newest", rowParts: ROW_PARTS };

/** Whether a value is the parts of a row: known ones, each once, the title among them. */
export const areRowParts = (value: unknown): value is readonly RowPart[] =>
  Array.isArray(value) &&
  value.includes("title") &&
  new Set(value).size === value.length &&
  value.every((part) => ROW_PARTS.some((known) => known === part));

/** Which items a list has: of all feeds, of one, or of a folder and what is below it. */
export interface NewsSelection {
  readonly list: NewsList;
  readonly feed: FeedId | null;
  readonly folder: readonly string[] | null;
  readonly order: NewsOrder;
}

/** A stretch of a list that stands under one heading. */
export interface NewsGroup {
  /** The first of its items, counted from 0. */
  readonly start: number;
  /** A day in the listener's zone (`2026-03-01`), or a feed's title. */
  readonly name: string;
}

/** A list as it is at one moment: which items, in which order. It does not change when new ones come. */
export interface NewsListing {
  readonly items: readonly ItemId[];
  /** `none`: `groups` is empty. */
  readonly grouped: "day" | "source" | "none";
  readonly groups: readonly NewsGroup[];
}

/** How many items lists have: of today those that are unread. */
export type NewsCounts = Readonly<Record<"today" | "unread" | "starred" | "queue", number>>;

/** What is at an address that somebody may want to subscribe to. */
export interface FoundFeeds {
  /** The address itself is a feed, or is the page of a site that names some. */
  readonly kind: "feed" | "page";
  /** The likeliest first; empty where there is none. */
  readonly feeds: readonly (FeedLink & {
    /** Whether the listener has it already. */
    readonly taken: boolean;
    /** What it has, null: it was not looked into. */
    readonly has: { readonly items: number; readonly newest: string | null } | null;
  })[];
}
