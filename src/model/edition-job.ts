import type { EditionFormat } from "./edition.ts";
import type { ArticleId, VoiceId } from "./ids.ts";
import type { Place } from "./moment.ts";
import type { ItemId } from "./news.ts";
import type { Taste } from "./script.ts";

/** Names an edition that somebody asked for. */
export type EditionJobId = string & { readonly __editionJob: true };

/** An article that goes into an edition: one that is kept, or an item of the news. */
export type EditionPick = { readonly kind: "article"; readonly article: ArticleId } | { readonly kind: "item"; readonly item: ItemId };

/** Where an edition goes: into a folder, beside what lies there; or into a file that a person chose, also where there is one. Absolute. */
export type EditionTarget = { readonly kind: "folder"; readonly folder: string } | { readonly kind: "file"; readonly file: string };

/** An edition as somebody asks for it. */
export interface EditionOrder {
  /** At least one. */
  readonly picks: readonly EditionPick[];
  readonly title: string;
  readonly format: EditionFormat;
  readonly target: EditionTarget;
  /** Reads whatever the language is; null: the voices that the listener has set. */
  readonly voice: VoiceId | null;
  readonly rate: number;
  readonly taste: Taste;
}

/** More articles than anybody takes along at once (guess). */
export const MOST_PICKS = 500;

/** What can keep an edition from being made. */
export const EDITION_PROBLEMS = [
  "disk-full",
  "read-only",
  "no-folder",
  "no-articles",
  "no-voice",
  "voice",
  "taken",
  "interrupted",
  "other",
] as const;
/**
 * `no-articles`: none of them could be had. `taken`: a file of its name came meanwhile. `interrupted`: Lectern ended while making it, more
 * than once, so that it does not begin by itself any more.
 */
export type EditionProblem = (typeof EDITION_PROBLEMS)[number];

/** How far an edition is. */
export type EditionJobState =
  | { readonly kind: "waiting" }
  /** Its articles are being fetched. */
  | { readonly kind: "gathering"; readonly done: number; readonly all: number }
  | {
      readonly kind: "making" /** From 0 to 1. */;
      readonly done: number /** Seconds, null: not known yet. */;
      readonly left: number | null;
    }
  | { readonly kind: "writing" }
  | { readonly kind: "paused" }
  | { readonly kind: "failed"; readonly problem: EditionProblem }
  /** `seconds`: of its sound, 0 where it has none. `ended`: ISO 8601. `hasPlaces`: a time of it finds its sentence again. */
  | {
      readonly kind: "made";
      readonly bytes: number;
      readonly seconds: number;
      readonly ended: string;
      readonly hasPlaces: boolean;
    };

/** An edition that is asked for, or made. */
export interface EditionJob {
  readonly id: EditionJobId;
  readonly title: string;
  readonly format: EditionFormat;
  /** How many articles were asked for. */
  readonly articles: number;
  /** How many of them could not be had, and are not in it. */
  readonly missing: number;
  /** Where it is, or will be. */
  readonly file: string;
  readonly state: EditionJobState;
}

/** The editions that were asked for, the last first, and what was chosen the last time. */
export interface Editions {
  readonly jobs: readonly EditionJob[];
  /** Null: nothing was. */
  readonly last: { readonly folder: string; readonly format: EditionFormat } | null;
}

/** A sentence that is heard at a time of an edition. */
export interface EditionSentence {
  readonly article: ArticleId;
  readonly title: string;
  readonly place: Place;
}
