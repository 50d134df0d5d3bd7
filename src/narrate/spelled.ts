import { type SaidKey, said, saidLanguage } from "../words/index.ts";

/** The most that is spelled at once, written characters: nobody follows more (guess). */
const LONGEST = 200;

const MARKS: Readonly<Record<string, SaidKey>> = {
  " ": "spell.space",
  ".": "spell.fullStop",
  ",": "spell.comma",
  ":": "spell.colon",
  ";": "spell.semicolon",
  "!": "spell.exclamation",
  "?": "spell.question",
  "'": "spell.apostrophe",
  "’": "spell.apostrophe",
  '"': "spell.quote",
  "“": "spell.quote",
  "”": "spell.quote",
  "-": "spell.hyphen",
  "–": "spell.dash",
  "—": "spell.dash",
  "(": "spell.openBracket",
  ")": "spell.closeBracket",
  "/": "spell.slash",
  "@": "spell.at",
  "#": "spell.hash",
  "&": "spell.ampersand",
  "%": "spell.percent",
  $: "spell.dollar",
  _: "spell.underscore",
  "«": "spell.quote",
  "»": "spell.quote",
  "„": "spell.quote",
  "、": "spell.comma",
  "，": "spell.comma",
  "،": "spell.comma",
  "。": "spell.fullStop",
  "।": "spell.fullStop",
  "？": "spell.question",
  "؟": "spell.question",
  "！": "spell.exclamation",
  "：": "spell.colon",
  "；": "spell.semicolon",
  "؛": "spell.semicolon",
  "（": "spell.openBracket",
  "）": "spell.closeBracket",
};

const NUMBERS: readonly SaidKey[] = [
  "spell.0",
  "spell.1",
  "spell.2",
  "spell.3",
  "spell.4",
  "spell.5",
  "spell.6",
  "spell.7",
  "spell.8",
  "spell.9",
];

/**
 * A text letter by letter, as it is said to somebody who writes it down: "capital U, n, 2" as "capital U, n, two". Letters are left to
 * the voice, which knows their names in its language; digits and marks are in words of the text's language, so that nobody hears an
 * English word in a French voice; in a language that has none written, letters alone are said.
 * @param lang the text's language, BCP 47
 */
export function spelled(text: string, lang: string): string {
  const named = saidLanguage(lang) !== null;
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text.trim().replace(/\s+/g, " "))) {
    if (parts.length >= LONGEST) break;
    const mark = Object.hasOwn(MARKS, segment) ? MARKS[segment] : undefined;
    const number = /^\d$/.test(segment) ? NUMBERS[Number(segment)] : undefined;
    if (named && mark) parts.push(said(mark, lang));
    else if (named && number) parts.push(said(number, lang));
    else if (/^\p{Lu}/u.test(segment) && segment.toLowerCase() !== segment)
      parts.push(named ? said("spell.capital", lang, { letter: segment }) : segment);
    else if (/[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(segment)) parts.push(segment);
  }
  return parts.join(", ");
}
