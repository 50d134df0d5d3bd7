import { type BlockId, type Piece, type Role, spokenText, type Taste, type Utterance } from "../model/index.ts";
import { said, saidLanguage } from "../words/index.ts";
import { announcement, type Occasion } from "./announce.ts";
import { breaths } from "./breaths.ts";
import { codePieces } from "./code.ts";
import type { ReadyLexicon } from "./lexicon.ts";
import { BREATH_PAUSE, pauseAfter } from "./pauses.ts";
import { piecesOf } from "./pieces.ts";
import { type Stretch, sentences } from "./sentences.ts";

/** What fills the placeholders of an announcement. */
export type Filling = Readonly<Record<string, string | number>>;

/** A text of the article and how it is told. */
export interface Passage {
  readonly block: BlockId;
  readonly text: string;
  readonly role: Role;
  /** BCP 47. */
  readonly lang: string;
  readonly lexicon: ReadyLexicon;
}

const baseOf = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? "";
/** Whether two languages are the same but for the region. */
export const sameLanguage = (one: string, other: string): boolean => baseOf(one) === baseOf(other);

/** The language that announcements are in: the listener's, English where nobody wrote them. */
export const announcementLang = (taste: Taste): string => (saidLanguage(taste.lang) === null ? "en" : taste.lang);

/** What is said alike in every language: it goes with the text that it announces, in its voice. */
const NEUTRAL: ReadonlySet<Occasion> = new Set(["ordinal", "header"]);

/** Pieces of our own: a piece a word. */
export const ownPieces = (text: string): readonly Piece[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word, index, all) => ({ spoken: index === all.length - 1 ? word : `${word} `, source: null }));

const spaced = (pieces: readonly Piece[]): readonly Piece[] => {
  const at = pieces.findLastIndex((piece) => piece.spoken !== "");
  return pieces.map((piece, index) => (index === at ? { ...piece, spoken: `${piece.spoken} ` } : piece));
};

/** Two runs of pieces as one, with a space between them. */
export const join = (first: readonly Piece[], second: readonly Piece[]): readonly Piece[] =>
  second.some((piece) => piece.spoken !== "") ? [...spaced(first), ...second] : [...first, ...second];

/** The utterances of some stretches of a text. A stretch that is too long for one breath becomes several. */
export function tell(passage: Passage, stretches: readonly Stretch[]): readonly Utterance[] {
  const { block, text, role, lang, lexicon } = passage;
  return stretches.flatMap((stretch, index) => {
    const parts = breaths(text, stretch);
    return parts.map((part, at) => ({
      role,
      lang,
      pieces:
        role === "code" && sameLanguage(lang, "en") ? codePieces(block, text, part) : piecesOf(block, text, part, lang, lexicon(lang)),
      pause: at < parts.length - 1 ? BREATH_PAUSE : pauseAfter(role, index === stretches.length - 1),
    }));
  });
}

/** The utterances of a text: one a sentence. */
export const tellSentences = (passage: Passage): readonly Utterance[] => tell(passage, sentences(passage.text, passage.lang));

/** The utterances of words that the page does not show as text, such as a photo's description. */
export const tellUnshown = (passage: Passage): readonly Utterance[] =>
  tellSentences(passage).map((utterance) => ({ ...utterance, pieces: utterance.pieces.map(({ spoken }) => ({ spoken, source: null })) }));

/** How words that the page does not show are said, in one string. */
export const saidOf = (passage: Passage, text: string): string =>
  tellUnshown({ ...passage, text })
    .map(spokenText)
    .join(" ");

/**
 * The words that announce something at the listener's verbosity; null when nothing is said.
 * @param lang the language of what is announced, for what is said alike in every one
 */
export function announcing(occasion: Occasion, taste: Taste, filling?: Filling, lang?: string): readonly Piece[] | null {
  const key = announcement(occasion, taste.verbosity);
  return key === null ? null : ownPieces(said(key, NEUTRAL.has(occasion) ? (lang ?? taste.lang) : announcementLang(taste), filling));
}

/** An announcement by itself; nothing when nothing is said. */
export function announceAlone(occasion: Occasion, taste: Taste, role: Role, filling?: Filling): readonly Utterance[] {
  const pieces = announcing(occasion, taste, filling);
  return pieces === null ? [] : [{ role, lang: announcementLang(taste), pieces, pause: pauseAfter(role, role !== "announcement") }];
}

/**
 * What is announced, in one utterance with its announcement; in two where they are in different languages, since an utterance has
 * one voice.
 */
export function announce(occasion: Occasion, taste: Taste, utterances: readonly Utterance[], filling?: Filling): readonly Utterance[] {
  const [first, ...rest] = utterances;
  const pieces = announcing(occasion, taste, filling, first?.lang);
  if (!first || pieces === null) return utterances;
  if (NEUTRAL.has(occasion) || sameLanguage(first.lang, announcementLang(taste)))
    return [{ ...first, pieces: join(pieces, first.pieces) }, ...rest];
  return [{ role: first.role, lang: announcementLang(taste), pieces, pause: pauseAfter(first.role, false) }, ...utterances];
}
