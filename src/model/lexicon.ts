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
  /** Only in text of this language (BCP 47; `en` covers `en-GB` too); null: in any. */
  readonly lang: string | null;
  /** Only on pages of this host, its subdomains too; null: on any. */
  readonly site: string | null;
  /** Only while this voice reads; null: with any. */
  readonly voice: VoiceId | null;
  /** Whether capitals and small letters are the same. */
  readonly ignoreCase: boolean;
}
