import type { ArticleId } from "./ids.ts";
import type { Place } from "./moment.ts";

/** Names a bookmark. */
export type BookmarkId = number & { readonly __bookmark: true };

/** A sentence that a listener wants to find again, and what they noted at it. */
export interface Bookmark {
  readonly id: BookmarkId;
  readonly article: ArticleId;
  /** The article's headline and site. */
  readonly title: string;
  readonly site: string | null;
  /** BCP 47: of the sentence. */
  readonly lang: string;
  /** The sentence, as it was when it was marked. */
  readonly sentence: string;
  /** "" for none. */
  readonly note: string;
  /** How long the spoken note is, seconds; null: there is none. */
  readonly spoken: number | null;
  /** ISO 8601. */
  readonly made: string;
  /** Where the sentence is in the article now; null: it is gone. */
  readonly place: Place | null;
}

/** Longest typed note, UTF-16 code units: some pages (guess). */
export const LONGEST_NOTE = 20_000;
/** Longest spoken note, seconds: whoever says more makes another (guess). */
export const LONGEST_SPOKEN_NOTE = 300;

/** A spoken note's sound. */
export interface SpokenNote {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Seconds. */
  readonly seconds: number;
}
