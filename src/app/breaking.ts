import type { BreakingCandidate, Library } from "../library/index.ts";
import type { BreakingNews } from "../model/index.ts";

/** News that was published longer ago breaks nothing, seconds (guess: what a feed brings late is often a correction). */
const LONGEST_AGE = 6 * 3600;
/** As much of one round is told at once; the rest is in the list (guess: more than three headlines are no interruption any more). */
export const MOST_TOLD = 10;

const foldAccents = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** Scripts that write no spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}]/u;

/** A text as its words, parted and surrounded by one space each: letter case, accents and signs do not count. */
const wordsOf = (text: string): string => ` ${(foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;

/** Whether a headline has one of these words or phrases, whole words only; in scripts without spaces, wherever it stands. */
export function hasWords(headline: string, wanted: readonly string[]): boolean {
  const text = wordsOf(headline);
  return wanted.some((phrase) => {
    const words = wordsOf(phrase);
    if (words.trim() === "") return false;
    return text.includes(words) || (UNSPACED.test(phrase) && text.includes(words.trim()));
  });
}

/**
 * What is breaking among the items that were found since a time: of a feed or with a word that the listener chose, published a short while
 * ago, each story once, the newest first. Keeps that it was told.
 */
export function findBreaking(library: Library, since: string, now: string): readonly BreakingNews[] {
  const { breakingWords } = library.settings();
  const oldest = new Date(Date.parse(now) - LONGEST_AGE * 1000).toISOString();
  const found = library.breaking
    .candidates(since, oldest, breakingWords.length > 0)
    .filter(({ chosen, title }) => chosen === 1 || hasWords(title, breakingWords));
  const stories = new Set<number>();
  const fresh: BreakingCandidate[] = [];
  for (const one of found) {
    if (one.story !== null && (stories.has(one.story) || library.breaking.isTold(one.story))) continue;
    if (one.story !== null) stories.add(one.story);
    fresh.push(one);
  }
  library.breaking.keep(
    fresh.map(({ item }) => item),
    now,
  );
  return fresh.slice(0, MOST_TOLD).map(({ item, source, title, lang, article }) => ({ item, source, title, lang, article, found: now }));
}
