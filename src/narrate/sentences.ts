import { endTable } from "./abbreviations.ts";
import { isEnd } from "./ends.ts";
import { listEntries } from "./list-marks.ts";

/** A stretch of a text. Offsets are UTF-16 code units, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * How much `Intl.Segmenter` gets at once, UTF-16 code units. It takes time that grows with the square of its text (Node 20); at
 * this size one window takes a few milliseconds, and hardly a sentence is longer.
 */
const WINDOW = 2048;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    let known = "en";
    try {
      known = Intl.Segmenter.supportedLocalesOf(lang)[0] ?? "en";
    } catch {
      // Not a language tag: pages say anything.
    }
    segmenter = new Intl.Segmenter(known, { granularity: "sentence" });
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

/** Sentence marks without the space that should follow: "the city.Then he". A domain, a file or an abbreviation is none. */
const GLUED = /(?<=\p{Ll}\p{Ll}|\d)\.["”’)]?(?=["“]?\p{Lu}(?:\p{Ll}[\p{Ll}’']*)?(?:[\s,;:]|\.\p{Lu}\p{Ll}|\.\s|\.$))/gu;
/** Names that begin with a small letter begin sentences too: "… fell. iPhone sales rose." */
const SMALL_NAMES = /[.!?]["”’)]*\s+(?=\p{Ll}\p{Lu}\p{Ll})/gu;
/** A number begins a sentence too; UAX #29 looks past it to the small letter of the next word. */
const NUMBERS = /[.!?…]["”’)\]]*\s+(?=["“(]?[$£€#]?\d)/gu;
/** A smiley after a sentence belongs to it, not to the next one. */
const SMILEYS = /[.!?…]["”’)]*\s+(?:\p{Extended_Pictographic}|\p{Variation_Selector}|\p{Emoji_Modifier}|\u200D)+\s+/gu;
/** French puts a space before its closing mark: "« On attend. » Puis …". */
const SPACED_QUOTES = /[.!?…][ \u00a0\u202f]»\s+(?=["«“]?\p{Lu})/gu;
/** The marks of notes belong to the sentence before them: "… said so.[1] Then …". */
const NOTED = /[.!?…]["”’)]*(?:\[(?:\d{1,3}|[a-z])\]){1,4}\s+(?=["“(]?[\p{Lu}\d])/gu;
/** A dash begins what somebody says in Russian, and a new thought elsewhere; UAX #29 never parts before one. "— A. K.)" signs a remark. */
const DASHED = /[.!?…]["”’»)]*(?!\s*[—―–]\s(?:\p{Lu}\.\s?){1,3}\))(?:\s*(?=[—―]\s["“«„]?\p{Lu})|\s+(?=–\s["“«„]?\p{Lu}))/gu;
/** Whose a picture is stands behind its sentence: "… burns on. © HNA Images". */
const CREDITED = /[.!?…]["”’)]*\s+(?=©\s?\p{L})/gu;
/** Dots for left-out words behind a whole sentence: "The guild kept it. . . . The custom …". */
const LEFT_OUT = /(?<=\p{L})["”’)]?\.\s(?=\. \. \. ["“(]?\p{Lu})/gu;
/** UAX #29 takes "…" for no end at all, three full stops for one. */
const DOTTED = /…["”’»)\]]*\s+(?=["“«„‘(]?\p{Lu})/gu;
const NOT_PROSE = /[@/\\:]|www\./;

/** Ends that `Intl.Segmenter` misses. */
function missed(text: string): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(GLUED)) {
    const end = match.index + match[0].length;
    const around = text.slice(Math.max(0, match.index - 40), end + 20);
    const from = around.slice(0, match.index - Math.max(0, match.index - 40)).search(/\S*$/);
    if (!NOT_PROSE.test(around.slice(Math.max(from, 0)).split(/\s/)[0] ?? "")) found.push(end);
  }
  for (const pattern of [SMALL_NAMES, NUMBERS, SMILEYS, SPACED_QUOTES, NOTED, DASHED, CREDITED, LEFT_OUT, DOTTED])
    for (const match of text.matchAll(pattern)) found.push(match.index + match[0].length);
  return found;
}

/** Where sentences may begin, in order: every boundary of the segmenter but the first and the last. */
function candidates(text: string, lang: string): readonly number[] {
  const segmenter = segmenterFor(lang);
  const found: number[] = [];
  let from = 0;
  while (from < text.length) {
    let to = Math.min(from + WINDOW, text.length);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1] ?? "")) to -= 1;
    let last = from;
    for (const { index } of segmenter.segment(text.slice(from, to))) {
      if (index === 0) continue;
      last = from + index;
      // UAX #29 counts an opening bracket right behind the mark to the sentence that ends: 「 opens the next one.
      let place = last;
      while (place > from && /\p{Ps}/u.test(text[place - 1] ?? "")) place -= 1;
      found.push(place);
    }
    if (to >= text.length) break;
    if (last > from) {
      // What follows the last boundary may be cut by the window: it is looked at again from there.
      from = last;
    } else from = to;
  }
  return found;
}

const trimmed = (text: string, start: number, end: number): Stretch => {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? "")) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
};

const SPEAKABLE = /[\p{L}\p{N}]/u;

/**
 * The sentences of a text, in order: without white space at their ends, without overlap, and every other character in one of them.
 * `Intl.Segmenter` (UAX #29) proposes, `isEnd` decides. Linear in the text's length.
 */
export function sentences(text: string, lang: string): readonly Stretch[] {
  const table = endTable(lang);
  const entries = new Set(listEntries(text));
  const places = [...new Set([...candidates(text, lang), ...missed(text), ...entries])].sort((a, b) => a - b);
  const found: Stretch[] = [];
  const keep = (start: number, end: number): void => {
    const stretch = trimmed(text, start, end);
    if (stretch.start === stretch.end) return;
    const last = found.at(-1);
    // A smiley or a lone mark is no sentence: it belongs to the one before.
    if (last && !SPEAKABLE.test(text.slice(stretch.start, stretch.end)) && !text.slice(last.end, stretch.start).includes("\n"))
      found[found.length - 1] = { start: last.start, end: stretch.end };
    else found.push(stretch);
  };
  let start = 0;
  let next = 0;
  for (const place of places) {
    // Both only move on, so a thousand blank lines cost no more than a thousand letters.
    while (start < place && /\s/.test(text[start] ?? "")) start += 1;
    if (start >= place) continue;
    next = Math.max(next, place);
    while (next < text.length && /\s/.test(text[next] ?? "")) next += 1;
    const { end } = trimmed(text, start, place);
    if (!entries.has(place) && !isEnd(text, start, end, next, table)) continue;
    keep(start, place);
    start = place;
  }
  keep(start, text.length);
  return found;
}
