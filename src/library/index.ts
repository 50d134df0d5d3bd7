export type { FeedOutcome, FeedRecord } from "./feeds.ts";
export type { KeptItem, NewItem } from "./items.ts";
export { type Library, openLibrary } from "./library.ts";
export type { Found, SearchQuery } from "./search.ts";
