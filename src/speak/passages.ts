import { isSayable } from "./words.ts";

/** A stretch of a text: UTF-16 code units, half-open. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/**
 * A text cut into passages of about `longest` code units, so that what an engine makes ahead stays small whatever it is given. It is cut
 * behind a sentence, else behind a comma, else at white space, else anywhere but inside a character. Passages follow each other
 * without a gap; each has something to say, or there is only one (a long run of punctuation stays with what was before it).
 */
export function passagesOf(text: string, longest: number): readonly Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  while (text.length - start > longest) {
    const end = start + cutOf(text.slice(start, start + longest));
    append(passages, text, { start, end });
    start = end;
  }
  append(passages, text, { start, end: text.length });
  return passages;
}

const BREAKS = [/[.!?…。！？][\p{Pe}\p{Pf}"']*\s+/gu, /[,;:،、]\s+/gu, /\s+/g];

/** Where to cut within a stretch; a break in its first half would make passages needlessly short. */
function cutOf(stretch: string): number {
  for (const pattern of BREAKS) {
    let last = 0;
    for (const found of stretch.matchAll(pattern)) last = found.index + found[0].length;
    if (last > stretch.length / 2) return last;
  }
  const code = stretch.charCodeAt(stretch.length - 1);
  return code >= 0xd800 && code < 0xdc00 && stretch.length > 1 ? stretch.length - 1 : stretch.length;
}

function append(passages: Passage[], text: string, next: Passage): void {
  const before = passages.at(-1);
  if (before && !isSayable(text.slice(next.start, next.end))) passages[passages.length - 1] = { start: before.start, end: next.end };
  else if (before && passages.length === 1 && !isSayable(text.slice(before.start, before.end)))
    passages[0] = { start: before.start, end: next.end };
  else passages.push(next);
}
