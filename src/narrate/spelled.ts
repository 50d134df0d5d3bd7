import { type MessageKey, words } from "../words/index.ts";

/** The most that is spelled at once, written characters: nobody follows more (guess). */
const LONGEST = 200;

const MARKS: Readonly<Record<string, MessageKey>> = {
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
};

const NUMBERS: readonly MessageKey[] = [
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
 * the voice, which knows their names in its language; digits and marks are in words where the interface and the text share a
 * language, so that nobody hears an English word in a French voice.
 * @param lang the text's language, BCP 47
 */
export function spelled(text: string, lang: string): string {
  const english = /^en\b/i.test(lang);
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text.trim().replace(/\s+/g, " "))) {
    if (parts.length >= LONGEST) break;
    const mark = Object.hasOwn(MARKS, segment) ? MARKS[segment] : undefined;
    const number = /^\d$/.test(segment) ? NUMBERS[Number(segment)] : undefined;
    if (english && mark) parts.push(words(mark));
    else if (english && number) parts.push(words(number));
    else if (/^\p{Lu}/u.test(segment) && segment.toLowerCase() !== segment)
      parts.push(english ? words("spell.capital", { letter: segment }) : segment);
    else if (/[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(segment)) parts.push(segment);
  }
  return parts.join(", ");
}
