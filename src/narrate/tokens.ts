import type { Entered } from "./lexicon.ts";
import type { Stretch } from "./sentences.ts";

/** One shown word with the marks around it. `lead`, `core` and `tail` joined are the text from `start` to `end`. */
export interface Token extends Stretch {
  /** Opening marks: quotes, brackets. */
  readonly lead: string;
  /** The word itself, "" for marks alone. */
  readonly core: string;
  /** Closing marks: full stop, comma, quotes, brackets, dashes. */
  readonly tail: string;
  /** Whether white space follows it. */
  readonly spaced: boolean;
  /** What the lexicon says for it: no rule touches it. */
  readonly fixed?: string;
}

const LEAD = /^["'`“”‘’«»„‚‹›([{¿¡*_•…]+|^(?:—|–|―|--)+/u;
const TAIL = /["'`“”‘’«»„‚‹›)\]}.,;:!?…*_—–―؟،؛।॥。、，；：！？]+$/u;
/** Dashes and dots without spaces join two words that are spoken apart. */
const JOINTS = /(?<=[^\s—―])(?:—|―|--|\.\.\.|…)["'”’)]*(?=[\p{L}\p{N}"'“‘($£€])/gu;
/** A mark whose space is missing parts words too: "july,1998", "1!Hello", "(1)Hello". */
const MISSING_SPACES = /(?<=[\p{L}\p{N}])(?:[!?;]["'”’)]*(?=[\p{L}\p{N}])|,["'”’)]*(?=\p{L}))|(?<=\p{L}),(?=\d)|\)\.?(?=\p{L}{2})/gu;
const NOTES = /[^\s[](?:\[(?:\d{1,3}|[a-z])\]){1,4}[.,;:!?"”’)]*$/;
const ADDRESS = /[@/]|www\./i;
/** Scripts that do not put spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const wordSegmenters = new Map<string, Intl.Segmenter>();
function wordSegmenter(lang: string): Intl.Segmenter {
  let segmenter = wordSegmenters.get(lang);
  if (!segmenter) {
    let known = "en";
    try {
      known = Intl.Segmenter.supportedLocalesOf(lang)[0] ?? "en";
    } catch {
      // Not a language tag: pages say anything.
    }
    segmenter = new Intl.Segmenter(known, { granularity: "word" });
    wordSegmenters.set(lang, segmenter);
  }
  return segmenter;
}

function token(text: string, start: number, end: number): Token {
  const whole = text.slice(start, end);
  const lead = LEAD.exec(whole)?.[0] ?? "";
  let core = whole.slice(lead.length);
  // Bounded: a thousand closing marks in a row are no word's end.
  let tail = TAIL.exec(core.slice(-64))?.[0] ?? "";
  core = core.slice(0, core.length - tail.length);
  if (tail.startsWith(")") && core.includes("(") && !core.includes(")")) {
    core += ")";
    tail = tail.slice(1);
  }
  return { start, end, lead, core, tail, spaced: /\s/.test(text[end] ?? "") };
}

/** Where a run without white space is parted: offsets in it, in order. */
function jointsOf(run: string): readonly number[] {
  if (run.length < 3 || run.includes("://")) return [];
  const places = [...run.matchAll(JOINTS)].map((joint) => joint.index + joint[0].length);
  // The mark of a note hangs on the word or the full stop before it: "so.[1][2]".
  if (NOTES.test(run)) for (const note of run.matchAll(/(?<=[^[])\[/g)) places.push(note.index);
  if (ADDRESS.test(run)) return [...new Set(places)].sort((a, b) => a - b);
  for (const joint of run.matchAll(MISSING_SPACES)) places.push(joint.index + joint[0].length);
  return [...new Set(places)].sort((a, b) => a - b);
}

/** Two neighbours inside a number with its signs. */
const LATIN_NUMBER = /^(?:[\dA-Za-z][:./%-]|[:./-]\d|[$€£¥]\d|[A-Z]\$)$/;

const OPENS = /^[\p{Ps}\p{Pi}\p{Sc}]/u;
/** Before a number it belongs to that: ">5%". */
const COMPARES = /^(?:[<>]=?|[≤≥])$/;

/** Splits a run without spaces into its words; marks go with the word before them, opening ones with the word after. */
function unspaced(text: string, start: number, end: number, lang: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let opening = -1;
  for (const { index, segment, isWordLike } of wordSegmenter(lang).segment(text.slice(start, end))) {
    const from = start + index;
    const to = from + segment.length;
    const last = found.at(-1);
    // "17:05", "$5.2" and "US$" are one word here too, whatever script stands around them.
    if (last && opening < 0 && last.end === from && LATIN_NUMBER.test(text.slice(last.end - 1, from + 1)) && /[!-~]$/.test(segment)) {
      found[found.length - 1] = { start: last.start, end: to };
      continue;
    }
    if (isWordLike) {
      found.push({ start: opening >= 0 ? opening : from, end: to });
      opening = -1;
    } else if (OPENS.test(segment) || (COMPARES.test(segment) && /^=?\d/.test(text.slice(to, to + 2))) || !last || opening >= 0) {
      if (opening < 0) opening = from;
    } else found[found.length - 1] = { start: last.start, end: to };
  }
  if (opening >= 0) found.push({ start: opening, end });
  return found;
}

function freeTokens(text: string, stretch: Stretch, lang: string): readonly Token[] {
  const found: Token[] = [];
  const part = text.slice(stretch.start, stretch.end);
  for (const match of part.matchAll(/\S+/g)) {
    const start = stretch.start + match.index;
    const end = start + match[0].length;
    if (UNSPACED.test(match[0])) {
      for (const word of unspaced(text, start, end, lang)) found.push(token(text, word.start, word.end));
      continue;
    }
    let from = start;
    for (const joint of jointsOf(match[0])) {
      found.push(token(text, from, start + joint));
      from = start + joint;
    }
    if (from < end) found.push(token(text, from, end));
  }
  return found;
}

/** Marks right behind a word belong to it, unless the word goes on after them. */
const MARKS_BEHIND = /^["'`“”‘’«»„‚‹›)\]}.,;:!?…*_—–―؟،؛।॥。、，；：！？]{1,8}(?=\s|$)/u;

/**
 * The shown words of a stretch of text, in order. They cover every character but white space. A word is what stands between white
 * space; unspaced dashes part words too, and scripts without spaces are parted by `Intl.Segmenter`. What
 * the lexicon has words for (`entered`, offsets in the stretch) is one word, whatever it is made of.
 */
export function tokens(text: string, stretch: Stretch, lang: string, entered: readonly Entered[] = []): readonly Token[] {
  if (entered.length === 0) return freeTokens(text, stretch, lang);
  const found: Token[] = [];
  let from = stretch.start;
  for (const { start, end, spoken } of entered) {
    const at = stretch.start + start;
    if (at < from) continue;
    for (const free of freeTokens(text, { start: from, end: at }, lang)) found.push(free);
    const to = stretch.start + end;
    const tail = MARKS_BEHIND.exec(text.slice(to, Math.min(stretch.end, to + 9)))?.[0] ?? "";
    from = to + tail.length;
    found.push({ start: at, end: from, lead: "", core: text.slice(at, to), tail, spaced: /\s/.test(text[from] ?? ""), fixed: spoken });
  }
  for (const free of freeTokens(text, { start: from, end: stretch.end }, lang)) found.push(free);
  return found;
}
