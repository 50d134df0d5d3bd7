import { interfaceLanguage } from "./interface.ts";
import { MINUTE_WORDS, type MinuteWords } from "./minute-words.ts";

/** More is a day. */
const MOST_MINUTES = 24 * 60;

type Meaning =
  | { readonly kind: "number" | "article" | "part" | "more"; readonly value: number }
  /** `bare`: how many minutes the word is without a number before it, null where it needs one. */
  | { readonly kind: "hours"; readonly bare: number | null }
  | { readonly kind: "minutes"; readonly bare: number | null }
  | { readonly kind: "length"; readonly value: number }
  | { readonly kind: "skipped" };

/** Digits as a language's people type them, by what they are in ours. */
const DIGITS = new Map(
  ["arab", "arabext", "deva", "fullwide"].flatMap((system) => {
    const format = new Intl.NumberFormat(`en-u-nu-${system}`);
    return Array.from({ length: 10 }, (_, digit): [string, string] => [format.format(digit), String(digit)]);
  }),
);

/** The same text with its digits as ours, whoever typed them. */
export const plainDigits = (text: string): string => text.replace(/\p{Nd}/gu, (digit) => DIGITS.get(digit) ?? digit);

/** Spelling that says nothing: capitals, accents, signs between words. Devanagari's marks are letters. */
function folded(text: string, lang: string): string {
  const plain = plainDigits(text.normalize("NFC").toLocaleLowerCase(lang))
    .replace(/٫/g, ".")
    .replaceAll("：", ":")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll("ي", "ی")
    .replaceAll("ى", "ی")
    .replaceAll("ك", "ک")
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, " ")
    .replace(/(?<=\p{L})[-‐\u200c](?=\p{L})/gu, " ");
  const bare = lang === "hi" ? plain.replaceAll("\u093c", "") : plain.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
  return bare
    .replace(/(\d),(\d)/g, "$1.$2")
    .replace(/[\s,،、]+/g, " ")
    .trim();
}

/** The words for a unit of time as `Intl` writes them; a word without digits ("ساعتان") is a length by itself. */
function unitWords(lang: string, unit: "hour" | "minute"): readonly (readonly [string, number | null])[] {
  return (["long", "short", "narrow"] as const).flatMap((unitDisplay) => {
    const format = new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay });
    return [1, 2, 3, 5, 11, 21, 100, 0.5].map((count): [string, number | null] => {
      const parts = format.formatToParts(count);
      const word = parts.flatMap(({ type, value }) => (type === "unit" ? [value.trim()] : [])).join(" ");
      return [word, parts.some(({ type }) => type === "integer") ? null : count];
    });
  });
}

/** Every phrase of a language by its meaning, longest first. */
function phrasesOf(lang: string, words: MinuteWords): readonly (readonly [string, Meaning])[] {
  const found = new Map<string, Meaning>();
  const put = (phrase: string, meaning: Meaning): void => {
    const key = folded(phrase, lang).replace(/\.$/, "");
    if (key !== "") found.set(key, meaning);
  };
  for (const [unit, kind, extra, length] of [
    ["hour", "hours", ["h", "hr", ...(words.hours ?? [])], 60],
    ["minute", "minutes", ["m", "min", "’", "'", "′", ...(words.minutes ?? [])], 1],
  ] as const) {
    const known = unitWords(lang, unit);
    const bare = words.isOneBare === true ? length : null;
    for (const word of [...extra, ...known.map(([one]) => one)]) put(word, { kind, bare });
    // "ساعتان" is two of them; "ساعة" is one, and a unit behind other numbers.
    for (const [word, count] of known) if (count !== null && count !== 1) put(word, { kind: "length", value: count * length });
  }
  for (const [phrase, value] of words.numbers) put(phrase.replaceAll("_", " "), { kind: "number", value });
  for (const phrase of words.articles ?? []) put(phrase, { kind: "article", value: 1 });
  for (const kind of ["part", "more"] as const)
    for (const [phrase, value] of Object.entries((kind === "part" ? words.parts : words.more) ?? {})) put(phrase, { kind, value });
  for (const [phrase, value] of Object.entries(words.lengths ?? {})) put(phrase, { kind: "length", value });
  for (const phrase of words.skipped ?? []) put(phrase, { kind: "skipped" });
  return [...found].sort(([one], [other]) => other.length - one.length);
}

const known = new Map<string, readonly (readonly [string, Meaning])[]>();

/** What a text says, piece by piece; null where one piece means nothing. */
function meaningsOf(text: string, lang: string, words: MinuteWords): readonly Meaning[] | null {
  let phrases = known.get(lang);
  if (!phrases) {
    phrases = phrasesOf(lang, words);
    known.set(lang, phrases);
  }
  const meanings: Meaning[] = [];
  let rest = folded(text, lang);
  let isTriedAgain = false;
  while (rest !== "") {
    const digits = /^\d+(?:\.\d+)?/.exec(rest)?.[0];
    const phrase = phrases.find(
      ([one]) =>
        rest.startsWith(one) && (words.isUnspaced === true || !/^[\p{L}\p{M}]/u.test(rest.slice(one.length)) || /^\P{L}$/u.test(one)),
    );
    if (digits !== undefined) meanings.push({ kind: "number", value: Number(digits) });
    else if (phrase) meanings.push(phrase[1]);
    else if (lang === "ar" && rest.startsWith("و") && !isTriedAgain) {
      // Arabic joins "and" to the word that it stands before.
      rest = rest.slice(1);
      isTriedAgain = true;
      continue;
    } else return null;
    isTriedAgain = false;
    rest = rest.slice((digits ?? phrase?.[0] ?? "").length).replace(/^[\s.-]+/, "");
  }
  return meanings;
}

/**
 * The minutes that somebody asks for, in words of the interface's language or in its digits: "12", "twelve minutes", "half an hour",
 * "1 hour 20", "1:30", "twenty-five". Null: not understood.
 */
export function minutesIn(text: string): number | null {
  const lang = interfaceLanguage();
  const clock = /^(\d{1,2}):(\d{2})$/.exec(folded(text, lang));
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]));
  if (/^\s*[-−]/.test(text)) return null;
  const meanings = meaningsOf(text, lang, MINUTE_WORDS[lang] ?? MINUTE_WORDS.en);
  return meanings && within(sum(meanings));
}

/** What the pieces come to, in minutes; not a number where they do not belong together. */
function sum(meanings: readonly Meaning[]): number {
  let minutes = 0;
  let number: number | null = null;
  /** Whether the number is an article so far, or waits for the one that it comes on top of. */
  let isOpen = false;
  let last: "hours" | "minutes" | null = null;
  for (const meaning of meanings) {
    if (meaning.kind === "skipped") continue;
    if (meaning.kind === "length") {
      // "Eine Viertelstunde".
      if (number !== null && !isOpen) return Number.NaN;
      number = null;
      minutes += meaning.value;
      last = meaning.value >= 60 ? "hours" : "minutes";
    } else if (meaning.kind === "hours" || meaning.kind === "minutes") {
      const length = meaning.kind === "hours" ? 60 : 1;
      if (number === null && meaning.bare === null) return Number.NaN;
      minutes += number === null ? (meaning.bare ?? 0) : number * length;
      number = null;
      last = meaning.kind;
    } else if (meaning.kind === "article") {
      if (number !== null) continue;
      number = 1;
      isOpen = true;
    } else if (meaning.kind === "part") {
      if (number !== null && !isOpen) return Number.NaN;
      number = meaning.value;
      isOpen = false;
    } else if (meaning.kind === "more") {
      isOpen = number === null;
      number = (number ?? 0) + meaning.value;
    } else {
      // Two numbers without a word between them mean nothing.
      if (number !== null && !(isOpen && number < 1)) return Number.NaN;
      number = (number ?? 0) + meaning.value;
      isOpen = meaning.value === 1;
    }
  }
  // "An hour and a half": what follows hours without a word is a part of one, or minutes.
  if (number !== null) minutes += last === "hours" && number < 1 ? number * 60 : number;
  return minutes;
}

const within = (minutes: number): number | null => (minutes > 0 && minutes <= MOST_MINUTES ? minutes : null);
