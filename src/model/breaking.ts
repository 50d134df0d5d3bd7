import type { ArticleId } from "./ids.ts";
import type { ItemId } from "./news.ts";

/** How breaking news is told: not at all, by a short sound, or by its headline. */
export const BREAKING_MANNERS = ["off", "sound", "headline"] as const;
export type BreakingManner = (typeof BREAKING_MANNERS)[number];

/** A time of each day in which no breaking news is told. It may go over midnight; from and to alike is the whole day. */
export interface QuietHours {
  /** `HH:MM` of the computer's own clock, 24 hours. */
  readonly from: string;
  readonly to: string;
}

/** What a listener has set of breaking news. */
export interface BreakingSettings {
  readonly breaking: BreakingManner;
  /** Words and phrases: a headline that has one is breaking news, whatever feed it comes from. */
  readonly breakingWords: readonly string[];
  /** Null: there are none. */
  readonly quietHours: QuietHours | null;
  /** Whether the system tells of it too, while no window of Lectern is in use. */
  readonly notify: boolean;
}

/** What a new listener begins with: nothing is told before they choose a feed or a word. */
export const DEFAULT_BREAKING: BreakingSettings = {
  breaking: "sound",
  breakingWords: [],
  quietHours: { from: "22:00", to: "07:00" },
  notify: false,
};

/** More words, and longer ones, than anybody keeps in mind (guess). */
const MOST_WORDS = 200;
const LONGEST_WORD = 100;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether these can be the words of breaking news. */
export const isBreakingWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= MOST_WORDS &&
  value.every((word) => typeof word === "string" && word.trim() !== "" && word.length <= LONGEST_WORD);

/** Whether these can be quiet hours. */
export const isQuietHours = (value: unknown): value is QuietHours | null =>
  value === null ||
  (typeof value === "object" &&
    "from" in value &&
    "to" in value &&
    typeof value.from === "string" &&
    typeof value.to === "string" &&
    TIME.test(value.from) &&
    TIME.test(value.to));

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Whether a moment lies in the quiet hours, by what the computer's clock shows then: when clocks are changed, the hours are shorter or
 * longer, as the night is.
 */
export function isQuiet(now: Date, hours: QuietHours | null): boolean {
  if (hours === null) return false;
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  const at = now.getHours() * 60 + now.getMinutes();
  return from < to ? at >= from && at < to : at >= from || at < to;
}

/** News that the listener wants to hear of at once. Plain text. */
export interface BreakingNews {
  readonly item: ItemId;
  /** The feed's title. */
  readonly source: string;
  readonly title: string;
  /** BCP 47, as far as the feed keeps to it; null: not known. */
  readonly lang: string | null;
  /** ISO 8601, when it was found. */
  readonly found: string;
  /** The article that was made of it, null: none yet. */
  readonly article: ArticleId | null;
}
