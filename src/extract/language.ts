import type { Direction } from "../model/index.ts";

/** Enough text to be sure, UTF-16 code units (measured: above 200 letters the detector gets no better). */
const LOOKED_AT = 2000;
/** Too little text to tell a language from, letters (measured: at 30 letters one of nine is wrong). */
const FEWEST_LETTERS = 30;
/** What is assumed of a text that is too short to tell. */
const DEFAULT = "en";

/** Scripts whose lines run from right to left. */
const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"]);

/** The scripts that tell a wrong language at once: ISO 15924 and how to find it. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Latn", /\p{Script=Latin}/gu],
  ["Cyrl", /\p{Script=Cyrillic}/gu],
  ["Arab", /\p{Script=Arabic}/gu],
  ["Hebr", /\p{Script=Hebrew}/gu],
  ["Grek", /\p{Script=Greek}/gu],
  ["Hans", /\p{Script=Han}/gu],
  ["Jpan", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Kore", /\p{Script=Hangul}/gu],
  ["Deva", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
];
/** The language of most texts in a script, for a text that the detector can't tell. */
const OF_SCRIPT: Readonly<Record<string, string>> = {
  Cyrl: "ru",
  Arab: "ar",
  Hebr: "he",
  Grek: "el",
  Hans: "zh",
  Jpan: "ja",
  Kore: "ko",
  Deva: "hi",
  Thai: "th",
};

/** The script that most letters of a text are of, null without letters of a known one. */
function scriptOf(text: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [name, pattern] of SCRIPTS) {
    const count = text.match(pattern)?.length ?? 0;
    // Japanese is written with Han too: a quarter of kana decides.
    const weight = name === "Jpan" ? count * 4 : count;
    if (weight > most) [best, most] = [name, weight];
  }
  return best;
}

const locale = (tag: string): Intl.Locale | null => {
  try {
    return new Intl.Locale(tag.replaceAll("_", "-"));
  } catch {
    return null;
  }
};

/** A BCP 47 tag as it should be written, null for what is none. "en_US" is taken for "en-US". */
export function languageTag(text: string | null | undefined): string | null {
  // Asked for every block, and most say nothing.
  const tag = text ? locale(text.trim()) : null;
  return tag === null || tag.language === "und" || tag.language === "mul" || tag.language === "zxx" ? null : tag.toString();
}

/** Whether a text of this language can look like this. Han fits Chinese, Japanese and Korean. */
function fits(tag: string, text: string): boolean {
  const script = scriptOf(text);
  const expected = locale(tag)?.maximize().script ?? null;
  if (script === null || expected === null || !SCRIPTS.some(([name]) => name === expected || expected === "Hant")) return true;
  return (
    script === expected || (script === "Hans" && ["Hant", "Jpan", "Kore"].includes(expected)) || (script === "Jpan" && expected === "Hans")
  );
}

/** Whether a text is enough to tell a language from. */
export const tellsLanguage = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;

/**
 * The language of an article: the first of the given tags that fits the letters of the text, else what the text looks like, else English.
 */
export async function languageOf(text: string, said: readonly (string | null)[]): Promise<string> {
  const sample = text.slice(0, LOOKED_AT);
  const tags = said.map(languageTag).filter((tag) => tag !== null);
  const isEnough = tellsLanguage(sample);
  const fitting = tags.find((tag) => !isEnough || fits(tag, sample));
  if (fitting) return fitting;
  const script = scriptOf(sample);
  if (isEnough) {
    // Loaded when it is needed: its table takes time and memory, and most pages say their language.
    const { eld } = await import("eld/extrasmall");
    const found = languageTag(eld.detect(sample).language);
    if (found && fits(found, sample)) return found;
  }
  return (script === null ? undefined : OF_SCRIPT[script]) ?? tags[0] ?? DEFAULT;
}

/** Fewest letters of another script that are a text, and the share of them. */
const FEWEST_OTHER = 20;
const MOSTLY = 0.8;

/**
 * The language of a text in letters that a language is not written in; null where it can be that language, and where the script alone does
 * not tell: Latin letters are those of many.
 */
export function otherScript(text: string, lang: string): string | null {
  const script = scriptOf(text);
  const language = script === null ? undefined : OF_SCRIPT[script];
  if (language === undefined || fits(lang, text)) return null;
  const pattern = SCRIPTS.find(([name]) => name === script)?.[1];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = pattern ? (text.match(pattern)?.length ?? 0) : 0;
  return own >= FEWEST_OTHER && own >= letters * MOSTLY ? language : null;
}

/** The direction in which a language is written. */
export const directionOf = (tag: string): Direction => (RIGHT_TO_LEFT.has(locale(tag)?.maximize().script ?? "") ? "rtl" : "ltr");
