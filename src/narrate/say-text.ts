import { type Article, type LexiconEntry, TITLE, type VoiceId } from "../model/index.ts";
import { readyLexicon } from "./lexicon.ts";
import { piecesOf } from "./pieces.ts";
import { sentences } from "./sentences.ts";

/** Where words stand that are said beside an article. */
export interface Setting {
  readonly lang: string;
  /** The lexicon's entries for other sites are left out. */
  readonly article: Pick<Article, "address" | "site">;
  readonly lexicon: readonly LexiconEntry[];
  readonly voice: VoiceId | null;
}

/** What a voice gets for a few words, as `narrate` would say them in an article. */
export function sayText(text: string, { lang, article, lexicon, voice }: Setting): string {
  const lookup = readyLexicon(lexicon, article, voice)(lang);
  return sentences(text, lang)
    .map((sentence) =>
      piecesOf(TITLE, text, sentence, lang, lookup)
        .map((piece) => piece.spoken)
        .join("")
        .trim(),
    )
    .filter((spoken) => spoken !== "")
    .join(" ");
}

/** The most that is said word by word, written words: nobody follows more (guess). */
const MOST_WORDS = 80;

/** A text word by word, a full pause after each: each shown word, numbers and short forms in full. */
export function wordByWord(text: string, lang: string): string {
  const said = sentences(text, lang).flatMap((sentence) => piecesOf(TITLE, text, sentence, lang).map((piece) => piece.spoken));
  return said
    .map((word) => word.replace(/[\s.,;:!?。，、；：！？।]+$/u, "").trim())
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .map((word) => `${word}.`)
    .join(" ");
}
