import type { Stretch } from "./sentences.ts";

/** The most that is said in one breath, UTF-16 code units: about 40 s of speech, and a voice begins such a text at once (guess). */
const LONGEST = 600;
/** Not shorter than this where a clause mark is chosen, so that a breath is not a single word (guess). */
const SHORTEST = 200;

const CLAUSE = /[;:,—–)、，；：](?=\s)|[、，；：]/g;
/** Never torn from what stands before: marks, joiners, variation selectors, skin tones, the second half of a pair. */
const CLINGS = /^(?:\p{M}|\u200D|\p{Emoji_Modifier}|[\uDC00-\uDFFF])/u;
/** How many characters a cut may move to keep a written character whole. */
const CLUSTER = 32;

function cutAfter(text: string, start: number): number {
  const stretch = text.slice(start, start + LONGEST);
  let at = 0;
  for (const match of stretch.matchAll(CLAUSE)) if (match.index >= SHORTEST) at = match.index + match[0].length;
  if (at > 0) return start + at;
  const space = stretch.search(/\s\S*$/);
  if (space >= SHORTEST) return start + space;
  let end = start + LONGEST;
  const low = end - CLUSTER;
  while (end > low && (CLINGS.test(text.slice(end, end + 2)) || text[end - 1] === "\u200D")) end -= 1;
  return end > low ? end : start + LONGEST - (/[\uDC00-\uDFFF]/.test(text[start + LONGEST] ?? "") ? 1 : 0);
}

/**
 * Cuts a sentence that is too long for one breath: at the last clause mark that fits, else at a space, else between two written
 * characters. The breaths are in order, trimmed, and cover the sentence. A sentence that fits is given back as it is.
 */
export function breaths(text: string, sentence: Stretch): readonly Stretch[] {
  if (sentence.end - sentence.start <= LONGEST) return [sentence];
  const found: Stretch[] = [];
  let start = sentence.start;
  while (sentence.end - start > LONGEST) {
    let end = cutAfter(text, start);
    const next = end;
    while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
    if (end > start) found.push({ start, end });
    start = next;
    while (start < sentence.end && /\s/.test(text[start] ?? "")) start += 1;
  }
  if (start < sentence.end) found.push({ start, end: sentence.end });
  return found;
}
