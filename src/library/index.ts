export type { BreakingCandidate } from "./breaking.ts";
export { inspectBackup } from "./exchange.ts";
export type { FeedOutcome, FeedRecord } from "./feeds.ts";
export type { KeptItem, NewItem } from "./items.ts";
export type { Library } from "./library.ts";
export { openLibrary, readTaste } from "./open-library.ts";
export { libraryOwner, type Owner, type OwnerKind } from "./owner.ts";
export type { Found, SearchQuery } from "./search.ts";
export type { WantedItem } from "./wanted.ts";
