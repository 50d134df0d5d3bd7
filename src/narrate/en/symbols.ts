import { type Rule, type Surroundings, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
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
  "<=": "at most",
  ">=": "at least",
  "#": "hash",
  "/": "slash",
  $: "dollars",
  "€": "euros",
  "£": "pounds",
};

const symbol: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  return Object.hasOwn(ALONE, core) ? said(ALONE[core] ?? "") : null;
};

const OPERATORS: Readonly<Record<string, string>> = {
  "-": "minus",
  "−": "minus",
  "+": "plus",
  "=": "equals",
  "×": "times",
  "*": "times",
  "÷": "divided by",
};
const SUM = /^\d+(?:\.\d+)?(?:[-−+=×÷*]\d+(?:\.\d+)?){1,6}[-−+=×÷*]?$|^\d+(?:\.\d+)?[-−+×÷*]$/;

/** "1- 2 = 5", "3 - 1 = 2": whether a word belongs to a sum that has its equals sign near by. */
const isTerm = (words: readonly Token[], at: number): boolean => words.slice(at + 1, at + 5).some((word) => word.core === "=");

/** The minus of a sum written with spaces. */
const minus: Rule = (words, at) =>
  /^[-−]$/.test(words[at]?.core ?? "") && /^\d/.test(words[at + 1]?.core ?? "") && isTerm(words, at) ? said("minus") : null;

const NAMES: Readonly<Record<string, string>> = {
  "#": "hash",
  "@": "at",
  $: "dollar",
  "%": "percent",
  "€": "euro",
  "£": "pound",
  "¥": "yen",
  "₩": "won",
  "&": "and",
  "/": "slash",
};
/** A run of signs and letters that is nothing else: said sign by sign, "dollar", "hash". */
const signs: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  if (core.length > 40 || !/[#@$%€£¥₩]/.test(core)) return null;
  const parts = core.match(/[#@$%€£¥₩&/]|[^#@$%€£¥₩&/]+/gu) ?? [];
  return said(parts.map((piece) => NAMES[piece] ?? mixedPart(piece) ?? piece).join(" "));
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
        .join(" ")
        .replace(/-$/, ending === "" ? "-" : "") + ending,
    );
  if (SUM.test(core) && (/[+=×÷*]/.test(core) || isTerm(words, at)))
    return said(
      core
        .split(/([-−+=×÷*])/)
        .map((piece) => OPERATORS[piece] ?? mixedPart(piece) ?? piece)
        .join(" "),
    );
  if (/^n\/a$/i.test(core)) return said("not available");
  const parts = core.split(/[-‐‑–/]/);
  if (parts.length === 1) {
    const whole = mixedPart(core);
    return whole === null ? null : said(whole + ending);
  }
  const spoken = parts.map((piece) => part(piece, around));
  if (spoken.every((piece) => piece === null)) {
    if (!core.includes("/")) return null;
    const choice = /[<>]|\p{Lu}|^(?:and|or|he|she|his|her|him|s|they)\//u.test(core);
    if (!choice)
      return said(
        core
          .replace(/[-‐‑–]/g, " ")
          .replace(/\//g, " slash ")
          .replace(/\s+/g, " ")
          .trim() + ending,
      );
  }
  return said(
    parts
      .map((piece, index) => spoken[index] ?? (piece === "A" ? spellLetters(piece) : piece))
      .filter((piece) => piece !== "")
      .join(" ") + ending,
  );
};

/** Capitals around "&" are letters: "AT&T", "R&D", "B&Bs"; longer words are words: "Marks&Spencer". */
function letters(text: string): string {
  const many = /^([A-Z]{1,3})s$/.exec(text);
  if (many) return `${[...(many[1] ?? "")].join(" ")}'s`;
  return FEW_CAPITALS.test(text) ? spellLetters(text) : text;
}
const FEW_CAPITALS = /^[A-Z]{1,3}$/;

/** "AT & T", with spaces. */
const apart: Rule = (words, at) => {
  const word = words[at];
  if (!word || !FEW_CAPITALS.test(word.core)) return null;
  const beside = [words[at + 1]?.core === "&" ? words[at + 2] : undefined, words[at - 1]?.core === "&" ? words[at - 2] : undefined];
  return beside.some((other) => other && FEW_CAPITALS.test(other.core)) ? said(spellLetters(word.core)) : null;
};

/** What a letter names things of. */
const LETTERED =
  /^(?:vitamin|hepatitis|influenza|flu|group|pool|team|class|grade|plan|type|serie|section|schedule|category|appendix|exhibit|point|block|gate|terminal|option|model|level|zone|side|part|tier|phase|letter)$/i;
const LETTER = /^[A-Z]$/;

/** "vitamin A", "from A to B", "A and B": the letter, not the article. */
const letterA: Rule = (words, at, around) => {
  const [before, word, next, other] = [words[at - 1], ...words.slice(at, at + 3)];
  if (word?.core !== "A" || !around.mixed) return null;
  const named = before !== undefined && LETTERED.test(before.core) && before.tail === "" && word.lead === "";
  const paired = word.tail === "" && /^(?:to|and|or)$/.test(next?.core ?? "") && LETTER.test(other?.core ?? "");
  return named || paired ? said(spellLetters("A")) : null;
};

const SMALL_DIGITS = "₀₁₂₃₄₅₆₇₈₉";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const POWERS: Readonly<Record<string, string>> = { "2": "squared", "3": "cubed" };
const lowered = (text: string, digits: string): string => text.replace(/[₀-₉⁰¹²³⁴-⁹]/g, (digit) => String(digits.indexOf(digit)));

/** "CO₂", "10⁶", "mc²"; a small number behind a whole word is the mark of a note, and nobody says it. */
const smallDigits: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  if (/[₀-₉]/.test(core)) return said(mixedPart(lowered(core, SMALL_DIGITS)) ?? core);
  const found = /^(.+?)([⁰¹²³⁴-⁹]{1,3})$/u.exec(core);
  if (!found) return null;
  const [, base = "", raised = ""] = found;
  if (/\p{L}{3}$/u.test(base)) return said(base);
  const power = lowered(raised, RAISED);
  const name = /^\p{L}{1,2}$/u.test(base) ? [...base].join(" ") : mixedPart(base);
  return name === null ? null : said(`${name} ${POWERS[power] ?? `to the power of ${mixedPart(power) ?? power}`}`);
};

/** Capitals around a sign with spaces: before any rule takes them for an acronym. */
export const apartRules: readonly Rule[] = [apart];

/** Signs that stand for words, and compounds. */
export const symbolRules: readonly Rule[] = [minus, symbol, smallDigits, letterA, compound, signs];
