import { type Article, type BlockId, BYLINE, KICKER, TITLE } from "../model/index.ts";

/** A word of an article and where it stands. Words are compared without case, accents, kinds of quotes and white space. */
export interface Word {
  readonly word: string;
  readonly block: BlockId;
  readonly start: number;
  readonly end: number;
}

/** The texts of an article in reading order, those that are not blocks first. */
export function textsOf(article: Article): readonly { readonly block: BlockId; readonly text: string }[] {
  const head = [
    { block: KICKER, text: article.kicker ?? "" },
    { block: TITLE, text: article.title },
    { block: BYLINE, text: article.byline ?? "" },
  ];
  return [...head, ...article.blocks.map(({ id, text }) => ({ block: id, text }))];
}

/** A word: of scripts without spaces between words each sign is one. */
const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]|[\p{L}\p{M}\p{N}]+/gu;

const bare = (word: string): string => word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() || word;

/** The words of a text, for comparing. */
export const wordsIn = (text: string): readonly string[] => Array.from(text.matchAll(WORD), ([word]) => bare(word));

/** All words of an article, in order. */
export function wordsOf(article: Article): readonly Word[] {
  return textsOf(article).flatMap(({ block, text }) =>
    Array.from(text.matchAll(WORD), (match) => ({
      word: bare(match[0]),
      block,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
