/** How many of something were rescued, and of how many; `all` is null where nobody can say any more. */
export interface Rescued {
  readonly kept: number;
  readonly all: number | null;
}

/** What was rescued of a damaged library. */
export interface Rescue {
  /** Where the damaged file is now. */
  readonly file: string;
  readonly articles: Rescued;
  readonly feeds: Rescued;
  readonly items: Rescued;
  readonly settings: Rescued;
  /** The listener's own pronunciations. */
  readonly entries: Rescued;
}

/** What a backup says of itself. */
export interface BackupSummary {
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly articles: number;
  readonly feeds: number;
  readonly items: number;
  /** Size of the library in it, bytes. */
  readonly bytes: number;
}

/** How far a backup or a restore is, from 0 to 1. */
export interface KeepingProgress {
  readonly done: number;
}

/** How much room the library may take, megabytes; `none`: no limit. */
export const LIBRARY_BUDGETS = ["100", "300", "1000", "3000", "10000", "none"] as const;
export type LibraryBudget = (typeof LIBRARY_BUDGETS)[number];

/** How long news stays that was read, days. */
export const READ_DAYS = ["7", "30", "90", "365", "forever"] as const;
export type ReadDays = (typeof READ_DAYS)[number];

/** How long what was read of one feed stays: as that of all feeds, so many days, or for ever, whatever room there is. */
export const FEED_KEEPS = ["general", ...READ_DAYS] as const;
export type FeedKeep = (typeof FEED_KEEPS)[number];

/** What a listener has set of what is kept. */
export interface KeepingSettings {
  readonly libraryBudget: LibraryBudget;
  readonly keepRead: ReadDays;
}

/** What a new listener begins with (guess: a gigabyte is a hundred thousand articles, and a season is long enough to find one again). */
export const DEFAULT_KEEPING: KeepingSettings = { libraryBudget: "1000", keepRead: "90" };

/** How much room the library takes. */
export interface Room {
  /** Bytes on the disk. */
  readonly used: number;
  /** Bytes, null: no limit. */
  readonly budget: number | null;
  readonly articles: number;
  /** Whether a restore can be undone. */
  readonly hasFormer: boolean;
}

/** What may go by itself. */
export interface KeepingRules {
  /** Bytes, null: no limit. */
  readonly budget: number | null;
  /** Days that read items stay where their feed has no time of its own, null: forever. */
  readonly readDays: number | null;
}

/** Settings as rules. */
export const rulesOf = ({ libraryBudget, keepRead }: KeepingSettings): KeepingRules => ({
  budget: libraryBudget === "none" ? null : Number(libraryBudget) * 1_000_000,
  readDays: keepRead === "forever" ? null : Number(keepRead),
});
