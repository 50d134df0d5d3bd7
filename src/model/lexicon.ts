import type { VoiceId } from "./ids.ts";

/**
 * How the written words of an entry are found. `word`: as whole words. `anywhere`: inside words too. `expression`: a regular
 * expression (RE2's, which has no look-around and no back-references). `skip`: anywhere, and nothing is said.
 */
export const LEXICON_MATCHES = ["word", "anywhere", "expression", "skip"] as const;
export type LexiconMatch = (typeof LEXICON_MATCHES)[number];

/** How a listener wants something said. Entries are in order: an earlier one goes before a later one for the same words. */
export interface LexiconEntry {
  /** What the page shows, or the expression that finds it. */
  readonly written: string;
  /** What the voice gets instead; "" is silence. Of no account for `skip`. */
  readonly spoken: string;
  readonly match: LexiconMatch;
  /**
   * Only in text of this language (BCP 47), whatever its region: `en-US` holds in `en` and `en-GB` too, where no entry for the same words
   * fits better; null: in any.
   */
  readonly lang: string | null;
  /** Only on pages of this host, its subdomains too; null: on any. */
  readonly site: string | null;
  /** Only while this voice reads; null: with any. */
  readonly voice: VoiceId | null;
  /** Whether capitals and small letters are the same. */
  readonly ignoreCase: boolean;
}

/** An entry that the listener keeps. */
export interface KeptEntry {
  /** Names it as long as it is kept. */
  readonly id: number;
  /** Its place in the order: lower goes first. */
  readonly position: number;
  readonly entry: LexiconEntry;
}

/** A change of the listener's lexicon. */
export type LexiconChange =
  /** Puts entries before all others, in their order. One for the same words in the same places takes the place of the older one. */
  | { readonly kind: "keep"; readonly entries: readonly LexiconEntry[] }
  /** Exchanges one; what is then for the same words in the same places as another takes that one's place. */
  | { readonly kind: "change"; readonly id: number; readonly entry: LexiconEntry }
  /** Moves one a step earlier (-1) or later (1) in the order. */
  | { readonly kind: "move"; readonly id: number; readonly by: -1 | 1 }
  | { readonly kind: "remove"; readonly ids: readonly number[] }
  /** Undoes a removal: the same entries in their old places. */
  | { readonly kind: "restore"; readonly kept: readonly KeptEntry[] };

/** What came of a file of entries. */
export interface LexiconImport {
  /** Entries that are kept now. */
  readonly kept: number;
  /** Entries that were left out. */
  readonly ignored: number;
  /** Why, for the first of them. */
  readonly problems: readonly LexiconProblem[];
}

/** Why an entry of a file can't be used. */
export interface LexiconProblem {
  /** From 1. */
  readonly line: number;
  /** Plain English, one sentence. */
  readonly message: string;
}

/** The kinds of files that lexicons are exchanged in. */
export const LEXICON_FORMATS = ["pls", "csv"] as const;
export type LexiconFormat = (typeof LEXICON_FORMATS)[number];
