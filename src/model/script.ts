import type { TextRange } from "./article.ts";
import type { ArticleId } from "./ids.ts";

/** What an utterance is of. */
export const ROLES = [
  "kicker",
  "title",
  "byline",
  "heading",
  "paragraph",
  "quote",
  "item",
  "figure",
  "table",
  "code",
  "footnote",
  "media",
  "announcement",
] as const;
export type Role = (typeof ROLES)[number];

/** Spoken words and the place that they stand for; null: words of our own. `spoken` ends with the space that follows it, if any. */
export interface Piece {
  readonly spoken: string;
  readonly source: TextRange | null;
}

/** What is said in one breath: a sentence of the body, or one announcement with what it announces. */
export interface Utterance {
  readonly role: Role;
  /** In the order of speaking. Joined as they are, their `spoken` is the text that the voice gets. */
  readonly pieces: readonly Piece[];
  /** BCP 47. */
  readonly lang: string;
  /** The silence after it at rate 1, seconds. */
  readonly pause: number;
}

/** A whole article as it will be said, in order. */
export interface Script {
  readonly article: ArticleId;
  readonly utterances: readonly Utterance[];
}

/** How much is announced. */
export const VERBOSITIES = ["brief", "normal", "full"] as const;
export type Verbosity = (typeof VERBOSITIES)[number];

/** The listener's taste in what is said. */
export interface Taste {
  readonly verbosity: Verbosity;
  /** The language of announcements, BCP 47. */
  readonly lang: string;
}

/** The text that a voice gets for an utterance. */
export const spokenText = (utterance: Utterance): string => utterance.pieces.map((piece) => piece.spoken).join("");

/**
 * The piece that a place in the spoken text falls in, or null beyond the end. `offset` is in UTF-16 code units of `spokenText`.
 */
export function pieceAt(utterance: Utterance, offset: number): Piece | null {
  let end = 0;
  for (const piece of utterance.pieces) {
    end += piece.spoken.length;
    if (offset < end) return piece;
  }
  return null;
}

/** The place on the page that a mark of this utterance's speech belongs to; null while words of our own are said. */
export const locate = (utterance: Utterance, mark: { readonly start: number }): TextRange | null =>
  pieceAt(utterance, mark.start)?.source ?? null;

/** The first place on the page that an utterance stands for, null when it is all our own words. */
export function firstPlace(utterance: Utterance): TextRange | null {
  for (const piece of utterance.pieces) if (piece.source) return piece.source;
  return null;
}

/** The stretches of the page that an utterance stands for, one a block, in order: what the sentence highlight covers. */
export function places(utterance: Utterance): readonly TextRange[] {
  const found: TextRange[] = [];
  for (const { source } of utterance.pieces) {
    if (!source) continue;
    const same = found.findIndex((range) => range.block === source.block);
    const known = found[same];
    if (!known) found.push(source);
    else found[same] = { block: known.block, start: Math.min(known.start, source.start), end: Math.max(known.end, source.end) };
  }
  return found;
}
