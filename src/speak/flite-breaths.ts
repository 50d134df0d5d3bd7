import type { Passage } from "./passages.ts";
import { isSayable } from "./words.ts";

/** A stretch of a text that is said in one go, and the silence before what follows at rate 1, seconds. */
export interface Breath extends Passage {
  readonly pause: number;
}

/** Flite says nothing before it has said all: the first breath is short, so that a long sentence begins soon. Code units. */
const FIRST = { shortest: 16, longest: 90 } as const;
/** Later breaths have time, and their melody is better the longer they are; a cancelled one runs on for its 0.3 s (measured). */
const NEXT = { shortest: 60, longest: 220 } as const;

/** How much of a word without an end is said at once, code units: as digits, half a minute of speech. */
const LONGEST_WORD = 60;

/** A clause's end, or a sentence's. */
const CLAUSE = /[,;:\u2013\u2014.!?\u2026][\p{Pe}\p{Pf}"']*(?=\s)|\s[-\u2013\u2014](?=\s)/gu;
const STOP = /[.!?\u2026][\p{Pe}\p{Pf}"']*$/u;

/** What Flite itself is silent for inside a sentence at a comma, and between two sentences, seconds (measured; the second a guess). */
const COMMA_PAUSE = 0.11;
const STOP_PAUSE = 0.3;

/**
 * A text cut where a reader breathes: behind clauses, else, where there are none for long, at a space, else inside a word but never
 * inside a character. Breaths follow each other without a gap; each has something to say, or there is only one.
 * @param isSaid whether the voice has anything to say of a part
 */
export function breathsOf(text: string, isSaid: (part: string) => boolean = isSayable): readonly Breath[] {
  const breaths: Breath[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + cutOf(text.slice(start, start + NEXT.longest + 1), start === 0 ? FIRST : NEXT, text.length - start);
    const last = breaths.at(-1);
    if (isSaid(text.slice(start, end))) {
      breaths.push({
        // What comes before the first word belongs to it.
        start: last ? start : 0,
        end,
        pause: pauseAfter(text.slice(start, end)),
      });
    } else if (last) breaths[breaths.length - 1] = { ...last, end };
    start = end;
  }
  const last = breaths.pop();
  return last ? [...breaths, { ...last, pause: 0 }] : [{ start: 0, end: text.length, pause: 0 }];
}

function pauseAfter(part: string): number {
  const said = part.trimEnd();
  return STOP.test(said) ? STOP_PAUSE : /\p{P}$/u.test(said) ? COMMA_PAUSE : 0;
}

/** Where to cut a stretch of a text of which `left` code units are left. */
function cutOf(stretch: string, { shortest, longest }: { readonly shortest: number; readonly longest: number }, left: number): number {
  const clauses = [...stretch.matchAll(CLAUSE)].map((found) => found.index + found[0].length).filter((end) => end >= shortest);
  // The rest must not be a crumb that is said like a sentence of its own.
  const fitting = clauses.filter((end) => left - end >= shortest);
  const chosen =
    longest === FIRST.longest ? fitting.find((end) => end <= longest) : left <= longest ? left : fitting.findLast((end) => end <= longest);
  if (chosen !== undefined) return chosen;
  if (left <= NEXT.longest) return left;
  const later = fitting[0] ?? clauses[0];
  if (later !== undefined) return later;
  const space = stretch.slice(0, NEXT.longest).search(/\s\S*$/);
  if (space >= shortest) return space + 1;
  const code = stretch.charCodeAt(LONGEST_WORD - 1);
  return code >= 0xd800 && code < 0xdc00 ? LONGEST_WORD - 1 : LONGEST_WORD;
}
