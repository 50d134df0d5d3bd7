import type { BreakingNews } from "./breaking.ts";
import type { FailureCode } from "./failure.ts";
import type { StoreNews } from "./library.ts";
import type { FeedId } from "./news.ts";

/** When feeds are asked for news by themselves: never, when Lectern starts, or then and every so many minutes. */
export const REFRESH_TIMES = ["off", "start", "30", "60", "180"] as const;
export type RefreshTime = (typeof REFRESH_TIMES)[number];

/** What the listener says of the line: ask the system, it costs by amount, it does not. */
export const LINE_COSTS = ["system", "metered", "free"] as const;
export type LineCost = (typeof LINE_COSTS)[number];

/** When the pictures of articles that are fetched in the background are fetched and kept too. */
export const OFFLINE_PICTURES = ["never", "unmetered", "always"] as const;
export type OfflinePictures = (typeof OFFLINE_PICTURES)[number];

/** What a listener has set of the news that comes by itself. */
export interface RefreshSettings {
  readonly refreshTime: RefreshTime;
  readonly refreshOnBattery: boolean;
  /** Whether also on a line that costs by amount. */
  readonly refreshOnMetered: boolean;
  readonly lineCost: LineCost;
  readonly offlinePictures: OfflinePictures;
  /** Whether Lectern goes on looking for news when its window is closed. */
  readonly refreshClosed: boolean;
}

/** What a new listener begins with (guess: news is half an hour old on average then, and few sites mind one question an hour). */
export const DEFAULT_REFRESH: RefreshSettings = {
  refreshTime: "60",
  refreshOnBattery: false,
  refreshOnMetered: false,
  lineCost: "system",
  offlinePictures: "unmetered",
  refreshClosed: false,
};

/** What keeps a round that nobody asked for from beginning. */
export type RefreshHold = "off" | "offline" | "battery" | "metered";

/** What is known of the line that the news comes through. */
export interface Line {
  readonly online: boolean;
  /** Whether it costs by amount; null: the system does not say. */
  readonly metered: boolean | null;
}

/** How far a round of asking for news is. */
export interface RefreshRound {
  /** First the feeds are asked, then the pages of items that came without their text are fetched. */
  readonly stage: "feeds" | "articles";
  /** Of this stage. */
  readonly done: number;
  readonly all: number;
  /** New items so far. */
  readonly news: number;
}

/** Whether news is being asked for, and how it went the last time. */
export interface RefreshState {
  /** Null: no round runs. */
  readonly running: RefreshRound | null;
  /** New items of the round that runs, else of the last one since Lectern started. */
  readonly found: number;
  /** ISO 8601, when a feed was last asked for; null: never. */
  readonly last: string | null;
  /** How many feeds have a problem, those that are gone among them. */
  readonly problems: number;
  /** How many feeds there are. */
  readonly feeds: number;
  /** Why no round begins by itself, null: nothing hinders it. */
  readonly hold: RefreshHold | null;
}

/** What went wrong with a feed, told when it begins and not again. */
export interface FeedFault {
  readonly feed: FeedId;
  readonly title: string;
  readonly code: FailureCode;
  /** It is gone, and is not asked for any more. */
  readonly gone: boolean;
}

/** What a command in a terminal, or work in the background, has changed. */
export type ChangedPart = "settings" | "lexicon" | "voices" | "news" | "articles" | "editions" | "ready";

/** What happens to the news while nobody asks. */
export type NewsEvent =
  /** The first one, and then each change, a few times a second at most. */
  | { readonly kind: "state"; readonly state: RefreshState }
  /** Items that were not there before: how many, and of which feeds. */
  | { readonly kind: "new"; readonly count: number; readonly feeds: readonly { readonly feed: FeedId; readonly count: number }[] }
  | { readonly kind: "fault"; readonly fault: FeedFault }
  | { readonly kind: "breaking"; readonly news: BreakingNews }
  /** How it goes with the library's disk. */
  | { readonly kind: "store"; readonly news: StoreNews }
  /** Somebody else than this window changed a part of what is kept: what is shown of it must be asked for anew. */
  | { readonly kind: "changed"; readonly part: ChangedPart };
