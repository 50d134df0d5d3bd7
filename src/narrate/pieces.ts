import type { BlockId, Piece } from "../model/index.ts";
import { englishRules, isOrdinary } from "./en/rules.ts";
import type { Lookup } from "./lexicon.ts";
import { type Rule, type Surroundings, said } from "./rule.ts";
import type { Stretch } from "./sentences.ts";
import { type Token, tokens } from "./tokens.ts";
import { type Sayings, sayingsOf } from "./tongues/index.ts";

/** One piece before it is joined to its neighbours. `mark` is the pause mark that ends it; `glued`: no space follows. */
interface Draft {
  readonly start: number;
  readonly end: number;
  spoken: string;
  mark: string;
  readonly glued: boolean;
}

const isEnglish = (lang: string): boolean => /^en\b/i.test(lang);
const ENGLISH: Sayings = { rules: englishRules, isOrdinary };

/**
 * What no voice should say: pictures, bullets, trade marks, invisible characters. Letters, marks and
 * signs with a name stay, and the joiners inside words that Persian and Hindi are written with. */
const UNSAID =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Variation_Selector}|\p{Bidi_Control}|(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}])|[\u200B\u2028\u2029\u2060-\u2064\uFEFF\u00AD•◦▪‣●■□◆★☆†‡®™\p{Co}\p{Cn}\p{Cs}\p{Cc}]|\u20E3/gu;
const DOUBLE_QUOTES = /["“”„«»‹›]/g;
/** Brackets in a word, and the signs that engines take for markup. */
const BRACKETS = /[()[\]{}<>\\*_|^`~]/g;
/** Words before a bracket that only inserts a word ("that (IS) militants"): no pause there. */
const INSERTED_AFTER = /^(?:that|the|a|an|of|and|by|with|to|in|from|his|her|their|our|my|its|for|on|at|or|but|as|is|are|was|were)$/i;

/** Most words: nothing in them is left out. */
const AS_IT_IS = /^[\p{L}\p{M}\p{N} .,'-]*$/u;

/** "(212) 555-0142": a bracket around the first part of a telephone number is no aside. */
const AREA = /^\d{2,4}$/;

/** The text of a word without what is not said. */
const clean = (text: string): string =>
  AS_IT_IS.test(text)
    ? text
    : text
        .replace(UNSAID, "")
        .replace(DOUBLE_QUOTES, "")
        .replace(/[’‘]/g, "'")
        .replace(/\((s|es|e|n)\)/g, "$1")
        .replace(BRACKETS, " ")
        .replace(/\s+/g, " ");

const DASH = /[—–―]|--/;

/** A word that is no abbreviation: the full stop after it ends something, whatever follows. */
const ORDINARY = /^\p{Ll}{4,}$/u;

const PAUSE = /[;:,、，；：،؛]/;
/** Marks of scripts without spaces need none behind them. */
const WIDE_OR_NONE = /^[、，；：。？！]?$/;
const STOP = /[.…。।॥]/;
const LONE_CLOSER = /^[.,;:!?]'$/;

/** The pause mark that the marks after a word come to, in the writing of the text. `last`: the utterance ends here. */
function markOf(core: string, tail: string, last: boolean): string {
  if (last) return (/[?？؟]/.exec(tail) ?? /[!！]/.exec(tail) ?? STOP.exec(tail) ?? PAUSE.exec(tail))?.[0].replace("…", ".") ?? "";
  const pause = PAUSE.exec(tail)?.[0];
  if (pause !== undefined) return pause;
  const quoted = /["”»’]/.test(tail);
  if (/[?!]/.test(tail)) return quoted || tail.includes("?") ? "," : "";
  if (/\.\.|…/.test(tail)) return ",";
  const wide = /[。।॥？！؟]/.exec(tail)?.[0];
  if (wide !== undefined) return wide;
  // The sentence goes on, so this is an abbreviation, whose stop would make a voice pause; but "3." is "third" in many languages.
  if (tail.includes(".")) return quoted || ORDINARY.test(core) ? "," : /^\d+$/.test(core) ? "." : "";
  return DASH.test(tail) ? "," : "";
}

/** "[1]" behind a word: a person reading aloud passes over the marks of notes. */
function isNote(words: readonly Token[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before?.spaced === false && word?.lead === "[" && /^(?:\d{1,3}|[a-z])$/.test(word.core) && word.tail.startsWith("]");
}

function sayings({ rules, isOrdinary: isAsWritten }: Sayings, words: readonly Token[], at: number, around: Surroundings): ReturnType<Rule> {
  const word = words[at];
  if (word?.fixed !== undefined) return said(word.fixed);
  if (word && isNote(words, at)) return said("");
  if (!word || word.core === "" || isAsWritten(word.core)) return null;
  for (const rule of rules) {
    const parts = rule(words, at, around);
    if (parts === null) continue;
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    const fixed = words.findIndex((one, index) => index >= at && index < at + count && one.fixed !== undefined);
    if (fixed < 0) return parts;
    // What the lexicon fixes stays as it is, also in the middle of a date: the rule sees the words before it alone.
    const before = rule(words.slice(0, fixed), at, around);
    if (before !== null) return before;
  }
  return null;
}

/** This many words in capitals alone are a headline, fewer a name: "(AP)". */
const HEADLINE = 3;
/** How much of a text shows whether it has small letters, UTF-16 code units. */
const SAMPLE = 2000;

function drafts(words: readonly Token[], lang: string, mixedText: boolean): Draft[] {
  const english = isEnglish(lang);
  const saying = english ? ENGLISH : sayingsOf(lang);
  const around = { lang, mixed: words.some((word) => /\p{Ll}/u.test(word.core)) || (mixedText && words.length < HEADLINE) };
  const found: Draft[] = [];
  let lastSaid: Draft | null = null as Draft | null;
  const pauseBefore = (): void => {
    if (lastSaid && lastSaid.mark === "") lastSaid.mark = ",";
  };
  const lastWord = words.findLastIndex((word, at) => clean(word.fixed ?? word.core) !== "" && !isNote(words, at));
  let asides = 0;
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (!word) break;
    if (
      DASH.test(word.lead) ||
      (word.core === "" && (DASH.test(word.tail) || (at < lastWord && /[.…]/.test(word.tail)))) ||
      /^[-‐‑]$/.test(word.core)
    )
      pauseBefore();
    const aside = word.lead.includes("(") && !(english && INSERTED_AFTER.test(words[at - 1]?.core ?? ""));
    if (aside && !(AREA.test(word.core) && AREA.test(words[at + 1]?.core.slice(0, 3) ?? ""))) {
      pauseBefore();
      asides += 1;
    }
    const parts = sayings(saying, words, at, around);
    for (const part of parts ?? [{ count: 1, spoken: /^[-‐‑]+$/.test(word.core) ? "" : word.core }]) {
      const first = words[at];
      const final = words[at + part.count - 1];
      if (!first || !final) break;
      const own = english ? "" : (/[¿¡]/.exec(first.lead)?.[0] ?? "");
      const spoken = own + clean(part.spoken).trim();
      const ends = at + part.count - 1 >= lastWord;
      // What follows the last word (a closing quote by itself, a smiley) cannot end it any more.
      const tail = ends
        ? words
            .slice(at + part.count - 1)
            .map((token) => token.tail)
            .join("")
        : final.tail;
      let mark = markOf(parts === null ? final.core : "", tail, ends);
      if (asides > 0 && final.tail.includes(")")) {
        asides -= 1;
        if (mark === "" && !ends) mark = ",";
      }
      // Nobody opened it: no quotation ends there, so it stays as it is written, and no voice says it.
      if (mark !== "" && LONE_CLOSER.test(tail) && !words.some(({ lead }) => /['‘]/.test(lead))) mark += "'";
      const draft: Draft = {
        start: first.start,
        end: final.end,
        spoken,
        mark: spoken === "" ? "" : mark,
        glued: !final.spaced && !DASH.test(final.tail) && !/…|\.\.|[!?;,)]/.test(final.tail),
      };
      found.push(draft);
      if (spoken !== "") lastSaid = draft;
      if (spoken === "" && mark !== "") pauseBefore();
      at += part.count;
    }
  }
  return found;
}

/**
 * What is said for a stretch of a block's text: one piece for each shown word, in order. Their sources cover every character but
 * white space exactly once. `lookup` is the lexicon's: what it has words for is said so. English is said by rule; other languages as they are written, without quotes and signs.
 */
export function piecesOf(block: BlockId, text: string, stretch: Stretch, lang: string, lookup?: Lookup): readonly Piece[] {
  const entered = lookup?.(text.slice(stretch.start, stretch.end)) ?? [];
  const found = drafts(tokens(text, stretch, lang, entered), lang, /\p{Ll}/u.test(text.slice(0, SAMPLE)));
  const end = found.findLastIndex((draft) => draft.spoken !== "");
  return found.map(({ start, end: to, spoken, mark, glued }, index) => ({
    spoken: spoken === "" ? "" : `${spoken}${mark}${index >= end || (glued && WIDE_OR_NONE.test(mark)) ? "" : " "}`,
    source: { block, start, end: to },
  }));
}
