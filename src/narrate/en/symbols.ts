import { type Rule, type Surroundings, said } from "../rule.ts";
import { acronym } from "./acronyms.ts";
import { mixedPart, spellLetters } from "./counts.ts";

const ALONE: Readonly<Record<string, string>> = {
  "&": "and",
  "+": "plus",
  "=": "equals",
  "×": "times",
  "÷": "divided by",
  "±": "plus or minus",
  "≈": "about",
  "@": "at",
  "%": "percent",
  "°": "degrees",
  "§": "section",
  "→": "to",
  "<": "less than",
  ">": "more than",
  "≤": "at most",
  "≥": "at least",
  "#": "number",
  $: "dollars",
  "€": "euros",
  "£": "pounds",
};

const symbol: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  return Object.hasOwn(ALONE, core) ? said(ALONE[core] ?? "") : null;
};

/** One part of a compound as it is said, or null when it is said as it is written. */
function part(text: string, around: Surroundings): string | null {
  if (/^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(text) && /\..*\p{Lu}/u.test(text)) return spellLetters(text.replaceAll(".", ""));
  return mixedPart(text) ?? acronym(text, around);
}

/**
 * Words joined by hyphens, slashes and ampersands: each part is said by itself where any of them is not said as it is written:
 * "U.S.-backed", "SDF-led", "10-year-old", "F-16", "AT&T", "and/or", "2020/21".
 */
const compound: Rule = (words, at, around) => {
  const core = (words[at]?.core ?? "").replace(/['’]s$/, "");
  if (core === "" || core.length > 200) return null;
  const ending = core.length === words[at]?.core.length ? "" : "'s";
  if (/^[\p{L}\p{N}.]+(?:[&+]\p{L}+)+$/u.test(core))
    return said(
      core
        .split(/([&+])/)
        .map((piece) => (piece === "&" ? "and" : piece === "+" ? "plus" : letters(piece)))
        .join(" ") + ending,
    );
  if (/^\d+(?:\.\d+)?(?:[+=×÷]\d+(?:\.\d+)?)+$/.test(core))
    return said(
      core
        .split(/([+=×÷])/)
        .map((piece) => ALONE[piece] ?? mixedPart(piece) ?? piece)
        .join(" "),
    );
  const parts = core.split(/[-‐‑–/]/);
  if (parts.length === 1) {
    const whole = mixedPart(core);
    return whole === null ? null : said(whole + ending);
  }
  const spoken = parts.map((piece) => part(piece, around));
  if (!core.includes("/") && spoken.every((piece) => piece === null)) return null;
  return said(
    parts
      .map((piece, index) => spoken[index] ?? piece)
      .filter((piece) => piece !== "")
      .join(" ") + ending,
  );
};

/** Capitals around "&" are letters: "AT&T", "R&D"; longer words are words: "Marks&Spencer". */
const letters = (text: string): string => (/^[A-Z]{1,3}$/.test(text) ? spellLetters(text) : text);

/** Signs that stand for words, and compounds. */
export const symbolRules: readonly Rule[] = [symbol, compound];
