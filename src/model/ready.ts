import type { RefreshHold } from "./refresh.ts";

/** How much room what is kept ready for offline may take, megabytes. */
export const READY_BUDGETS = ["200", "500", "1000", "2000", "5000", "10000"] as const;
export type ReadyBudget = (typeof READY_BUDGETS)[number];

/** What a listener has set of what is kept ready for offline; of a feed it is set at the feed. */
export interface ReadySettings {
  readonly readyQueue: boolean;
  /** Folders whose feeds, and those below them, are kept ready: the outermost first. */
  readonly readyFolders: readonly (readonly string[])[];
  readonly readyBudget: ReadyBudget;
}

/** What a new listener begins with: nothing is fetched unasked (guess: two gigabytes are a month of articles with photos). */
export const DEFAULT_READY: ReadySettings = { readyQueue: false, readyFolders: [], readyBudget: "2000" };

/** More folders than anybody sorts feeds into (guess). */
const MOST_FOLDERS = 500;

const isFolder = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= 8 && value.every((name) => typeof name === "string" && name.length <= 200);

/** What a list of folders must be to be believed. */
export const areReadyFolders = (value: unknown): value is ReadySettings["readyFolders"] =>
  Array.isArray(value) && value.length <= MOST_FOLDERS && value.every(isFolder);

/** How many articles of something are wished for, and how many of them are ready. */
export interface ReadyCount {
  readonly wanted: number;
  readonly ready: number;
}

/** How it goes with what is kept ready for offline. */
export interface ReadyState extends ReadyCount {
  /** Of the queue alone, whether or not it is kept ready. */
  readonly queue: ReadyCount;
  /** Of the wished ones, those whose pages can't be had. */
  readonly lost: number;
  /** Bytes that they take. */
  readonly used: number;
  /** Bytes that they may take. */
  readonly budget: number;
  /** Why some must stay out: the listener's limit is reached, or the disk has no more to give; null: there is room. */
  readonly full: "budget" | "disk" | null;
  /** What the work waits for; null: nothing hinders it. */
  readonly hold: Exclude<RefreshHold, "off"> | null;
  /** Whether something is being prepared now. */
  readonly working: boolean;
}

/** Whether two folders are the same. */
export const isSameFolder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at]);
