/** A word of a text: UTF-16 code units, half-open. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Longest stretch that is looked at for words of an unspaced script, UTF-16 code units: the segmenter is slow beyond it (guess). */
const LONGEST_UNSPACED = 20_000;

/** Whether a voice has anything to say of a text. eSpeak says "exclamation" for "!!!": a text of punctuation alone is silence. */
export const isSayable = (text: string): boolean => /[\p{L}\p{N}\p{S}]/u.test(text);

/**
 * The words of a text that get a mark each: what stands between white space; in scripts that write no spaces, what `Intl.Segmenter`
 * takes for a word, its punctuation with it. Together they cover all that is not white space.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(/\S+/g)) {
    if (found.length > 1 && found.length <= LONGEST_UNSPACED && UNSPACED.test(found)) words.push(...segmented(found, index));
    else words.push({ start: index, end: index + found.length });
  }
  return words;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

function segmented(text: string, offset: number): Word[] {
  const words: Word[] = [];
  let start = 0;
  let filled = false;
  for (const { index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    if (filled) {
      words.push({ start: offset + start, end: offset + index });
      start = index;
    }
    filled = true;
  }
  words.push({ start: offset + start, end: offset + text.length });
  return words;
}

/** The word that an offset falls in, or the next one after it: its index, `words.length` when there is none. */
export function wordAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How much of a word is heard: its letters and digits. Punctuation alone takes no time. */
export const wordWeight = (text: string): number => text.match(/[\p{L}\p{N}\p{S}]/gu)?.length ?? 0;
