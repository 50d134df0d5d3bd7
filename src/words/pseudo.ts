/**
 * Languages that nobody speaks, made of the English words: whatever is not translated shows, and so does what has no room for longer words
 * or for another direction. For tests and pictures; the tags are those of CLDR's own such locales.
 */
export const PSEUDO_LOCALES = {
  /** Accents, and words that are longer by two fifths. */
  "en-XA": { direction: "ltr", ends: ["⟦", "⟧"] },
  /** The same from right to left. */
  "ar-XB": { direction: "rtl", ends: ["\u200f⟦", "⟧\u200f"] },
} as const;

/** The tag of one of them. */
export type PseudoLocale = keyof typeof PSEUDO_LOCALES;

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."aàeéiîoöuûyýAÀEÉIÎOÖUÛYÝcçnñsšzžCÇNÑSŠZŽ"].flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1] ?? letter]] : [])),
);
const VOWEL = /[aeiouAEIOU]/;

/** Letters with accents, vowels twice: two fifths longer, and still to be read. */
const strange = (text: string): string =>
  [...text].map((letter) => (ACCENTS[letter] ?? letter) + (VOWEL.test(letter) ? (ACCENTS[letter] ?? letter).toLowerCase() : "")).join("");

/** A message in ICU MessageFormat as one of these languages has it: what people read is changed, what `{}` says to the format is not. */
export function pseudoMessage(message: string, locale: PseudoLocale): string {
  let made = "";
  let text = "";
  /** Of each open brace: whether what is in it is text. */
  const open: boolean[] = [];
  const isText = (): boolean => open.at(-1) ?? true;
  for (const sign of message) {
    if (sign !== "{" && sign !== "}") {
      if (isText()) text += sign;
      else made += sign;
      continue;
    }
    made += strange(text) + sign;
    text = "";
    if (sign === "{") open.push(!isText());
    else open.pop();
  }
  const [start, end] = PSEUDO_LOCALES[locale].ends;
  return `${start}${made}${strange(text)}${end}`;
}
