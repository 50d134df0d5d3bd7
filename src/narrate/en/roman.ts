import { type Rule, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { cardinal, ordinal } from "./numbers.ts";

const ROMAN = /^(?=[IVXLCDM])(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a roman numeral, null when it is none. */
export function romanValue(text: string): number | null {
  if (!ROMAN.test(text)) return null;
  let value = 0;
  [...text].forEach((letter, index) => {
    const here = VALUES[letter] ?? 0;
    value += here < (VALUES[text[index + 1] ?? ""] ?? 0) ? -here : here;
  });
  return value;
}

/** Things that are counted in roman numerals, even in a single letter: "Chapter X", "Title IX", "Super Bowl LVIII". */
const COUNTED =
  /^(?:part|chapter|title|article|section|volume|vol|book|act|phase|level|appendix|annex|schedule|stage|grade|class|war|bowl|wrestlemania|division|tier|type|category|block|unit|no)$/i;
/** Given names, of rulers and of others: the numeral behind one, or behind the surname after one, is an ordinal. */
const GIVEN = new Set(
  "Abdullah Adam Albert Alexander Alfonso Alfred Andrew Anthony Arthur Benedict Benjamin Carl Carlos Catherine Charles Christian Christopher Clement Constantine Daniel David Donald Edward Elizabeth Eric Ernest Felipe Ferdinand Francis Frank Franklin Franz Fred Frederick Frederik Friedrich George Gerald Gregory Gustaf Gustav Haakon Harald Harold Harry Hassan Henry Howard Hussein Innocent Ivan Jack Jacob James Jean Jerry Jesse Joe John Jonathan Joseph Juan Julius Karl Kenneth Lawrence Leo Leopold Louis Ludwig Luther Manuel Margaret Margrethe Mark Martin Mary Matthew Maximilian Michael Mohamed Mohammed Muhammad Napoleon Nicholas Olav Oscar Otto Patrick Paul Pedro Peter Philip Philippe Pius Ralph Rama Ramses Raymond Richard Robert Roger Ronald Sam Samuel Sixtus Stephen Steven Sultan Theodore Thomas Thurgood Timothy Umberto Urban Vajiralongkorn Victor Victoria Vincent Vittorio Walter Wilhelm Willem William".split(
    " ",
  ),
);
/** Numbers of parts, two letters at least: one letter is an initial as well. "CD" and "MD" are no numbers to anybody. */
const PART = /^(?=..)X{0,3}(?:IX|IV|V?I{0,3})$/;
/** Behind these a lone "I" is the speaker. */
const SPEAKER_NEXT = /^\p{Ll}/u;

const isGiven = (token: Token | undefined): boolean => token !== undefined && token.tail === "" && GIVEN.has(token.core);

/** "World War II" is two, "Elizabeth II" and "John Kerr III" the second and the third. */
const roman: Rule = (words, at) => {
  const word = words[at];
  const core = (word?.core ?? "").replace(/['’]s$/, "");
  const value = romanValue(core);
  const previous = words[at - 1];
  // The number of a part, in front of its heading or alone: "II. The harbour".
  if (value !== null && at === 0 && PART.test(core) && (word?.tail === "." || words.length === 1))
    return said(cardinal(String(value)) + (words.length === 1 ? "" : ","));
  if (!word || value === null || !previous || previous.tail !== "") return null;
  const ending = core === word.core ? "" : "'s";
  if (COUNTED.test(previous.core) && /^\p{Lu}/u.test(previous.core)) {
    const pronoun = core === "I" && SPEAKER_NEXT.test(words[at + 1]?.core ?? "") && word.tail === "";
    return pronoun ? null : said(cardinal(String(value)) + ending);
  }
  const named = isGiven(previous) || (isGiven(words[at - 2]) && /^\p{Lu}\p{Ll}/u.test(previous.core) && core !== "I");
  if (core.length === 1) {
    if (!named || core === "C" || core === "D" || core === "M" || core === "L") return null;
    const closed = word.tail !== "" || at === words.length - 1 || word.core !== core;
    // A ruler's "I" before a verb can't be told from the speaker's; "X" and "V" are no words.
    return core !== "I" || closed ? said(`the ${ordinal(String(value))}${ending}`) : null;
  }
  if (value > 50 || core === "XL" || core === "LI" || !/^\p{Lu}\p{L}+$/u.test(previous.core)) return null;
  return said((named ? `the ${ordinal(String(value))}` : cardinal(String(value))) + ending);
};

/** The numerals of kings, popes, wars and chapters. */
export const romanRules: readonly Rule[] = [roman];
