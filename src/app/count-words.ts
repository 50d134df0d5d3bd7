import type { Article } from "../model/index.ts";

/** Words of a text; in scripts without spaces two signs count as one (guess). `language`: BCP 47, null: not known. */
export function countWords(text: string, language: string | null): number {
  if (/^(?:zh|ja|th|lo|km|my)\b/i.test(language ?? "")) return Math.round(text.replace(/\s/g, "").length / 2);
  return text.match(/\S+/g)?.length ?? 0;
}

/** Words of an article's text. */
export const articleWords = ({ blocks, lang }: Article): number =>
  blocks.reduce((sum, { text, lang: own }) => sum + countWords(text, own ?? lang), 0);
