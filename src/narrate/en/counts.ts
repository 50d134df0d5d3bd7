import { joined, type Rule, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { amount, cardinal, digits, ordinal, year } from "./numbers.ts";

const FRACTIONS: Readonly<Record<string, readonly [string, string]>> = {
  "½": ["one half", "a half"],
  "⅓": ["one third", "a third"],
  "⅔": ["two thirds", "two thirds"],
  "¼": ["one quarter", "a quarter"],
  "¾": ["three quarters", "three quarters"],
  "⅕": ["one fifth", "a fifth"],
  "⅖": ["two fifths", "two fifths"],
  "⅛": ["one eighth", "an eighth"],
  "⅜": ["three eighths", "three eighths"],
  "⅝": ["five eighths", "five eighths"],
  "⅞": ["seven eighths", "seven eighths"],
};
const PARTS = "½⅓⅔¼¾⅕⅖⅛⅜⅝⅞";
/** Fixed expressions that are no fractions. */
const FIXED: Readonly<Record<string, string>> = {
  "9/11": "nine eleven",
  "24/7": "twenty four seven",
  "50/50": "fifty fifty",
  "50-50": "fifty fifty",
  "7/7": "seven seven",
};

/** "three quarters", "one third". */
function fraction(top: string, bottom: string): string {
  const one = Number(top) === 1;
  const name = bottom === "2" ? "half" : bottom === "4" ? "quarter" : ordinal(bottom);
  return `${cardinal(top)} ${one ? name : name === "half" ? "halves" : `${name}s`}`;
}

/** What follows "and" in a mixed number: "a half", "three quarters"; null when it is no part of one. */
export function mixedFraction(text: string): string | null {
  if (Object.hasOwn(FRACTIONS, text)) return FRACTIONS[text]?.[1] ?? null;
  const found = /^(\d{1,2})[/⁄](\d{1,2})$/.exec(text);
  const [top = "", bottom = ""] = found?.slice(1) ?? [];
  if (!found || Number(bottom) < 2 || Number(top) >= Number(bottom)) return null;
  return top === "1" ? `${bottom === "8" ? "an" : "a"} ${fraction(top, bottom).slice(4)}` : fraction(top, bottom);
}

const vulgar: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  const found = new RegExp(`^(\\d*)([${PARTS}])$`).exec(core);
  if (found) {
    const names = FRACTIONS[found[2] ?? ""];
    if (!names) return null;
    return said(found[1] === "" ? names[0] : `${cardinal(found[1] ?? "")} and ${names[1]}`);
  }
  const fixed = Object.hasOwn(FIXED, core) ? FIXED[core] : undefined;
  if (fixed !== undefined) return said(fixed);
  const slash = /^(\d{1,4})[/⁄](\d{1,4})(?:st|nd|rd|th)?$/i.exec(core);
  if (!slash) return null;
  const [, top = "", bottom = ""] = slash;
  if (Number(bottom) < 2 || Number(top) >= Number(bottom)) return said(`${cardinal(top)} over ${cardinal(bottom)}`);
  const mixed = /^\d{1,3}$/.test(words[at - 1]?.core ?? "") && joined(words[at - 1], words[at]) ? mixedFraction(`${top}/${bottom}`) : null;
  return said(mixed === null ? fraction(top, bottom) : `and ${mixed}`);
};

/** "21st", "1,000th". "3th" is no ordinal and is left alone. */
const ordinals: Rule = (words, at) => {
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(st|nd|rd|th)((?:-\p{L}+)*|['’]s)$/iu.exec(words[at]?.core ?? "");
  if (!found) return null;
  const [, number = "", ending = "", rest = ""] = found;
  const last = number.replace(/\D/g, "");
  const right = /1[123]$/.test(last) ? "th" : last.endsWith("1") ? "st" : last.endsWith("2") ? "nd" : last.endsWith("3") ? "rd" : "th";
  return ending.toLowerCase() === right ? said(`${ordinal(number)}${rest.replaceAll("-", " ")}`) : null;
};

const NUMBERED: Readonly<Record<string, readonly [string, string]>> = {
  no: ["number", "numbers"],
  nos: ["numbers", "numbers"],
  "n°": ["number", "numbers"],
  "№": ["number", "numbers"],
  p: ["page", "page"],
  pp: ["pages", "pages"],
  vol: ["volume", "volume"],
  ch: ["chapter", "chapter"],
  chap: ["chapter", "chapter"],
  fig: ["figure", "figure"],
  sec: ["section", "section"],
  "§": ["section", "section"],
};
/** "No. 5", "p. 55", "#5". */
const numbered: Rule = (words, at) => {
  const [word, next] = words.slice(at, at + 2);
  if (!word) return null;
  const hash = /^(#|№|§)(\d[\d,]*)$/.exec(word.core);
  if (hash) return said(`${hash[1] === "§" ? "section" : "number"} ${cardinal(hash[2] ?? "")}`);
  const key = word.core.toLowerCase();
  const names = Object.hasOwn(NUMBERED, key) ? NUMBERED[key] : undefined;
  if (!names || !next || !/^\d/.test(next.core) || next.lead !== "") return null;
  if (word.tail !== "." && word.tail !== "") return null;
  if (word.tail === "" && !/[°№§]/.test(key) && key !== "no") return null;
  return said(names[0]);
};

/** Makers whose numbers are names: "Boeing 737-800" is seven thirty seven eight hundred. */
const AIRCRAFT = /^(?:Boeing|Airbus|Antonov|Ilyushin|Tupolev|Embraer|Flight|Interstate|Highway|Route)$/;

/** "10-12", "3-1", "2,000–3,000", "1.5-2": to. Three numbers and more are read out one by one. */
const ranges: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  const found = /^(\d[\d,]*(?:\.\d+)?)[-–—](\d[\d,]*(?:\.\d+)?)$/.exec(core);
  if (found && AIRCRAFT.test(words[at - 1]?.core ?? "")) return said(`${numberInName(found[1] ?? "")} ${numberInName(found[2] ?? "")}`);
  if (found) {
    const [from, to] = [amount(found[1] ?? ""), amount(found[2] ?? "")];
    return from === null || to === null || core.length > 20 ? null : said(`${from} to ${to}`);
  }
  const ratio = /^(\d{1,3}):(\d{1,3})$/.exec(core);
  return ratio ? said(`${cardinal(ratio[1] ?? "")} to ${cardinal(ratio[2] ?? "")}`) : null;
};

/** Telephone numbers and other numbers of many parts: digit by digit, with a pause after each part. */
const serial: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  if (/^\+?\d{1,4}(?:[-.]\d{2,5}){2,5}(?:-\d)?$/.test(core) || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(core)) {
    const dot = core.includes(".");
    const ip = dot && core.split(".").length === 4;
    return said(
      `${core.startsWith("+") ? "plus " : ""}${core
        .replace("+", "")
        .split(/[-.]/)
        .map(digits)
        .join(ip ? " dot " : ", ")}`,
    );
  }
  if (/^\d+(?:\.\d+){2,}$/.test(core)) return said(core.split(".").map(cardinal).join(" point "));
  if (/^\+\d{7,15}$/.test(core)) return said(`plus ${digits(core)}`);
  if (/^\d{3}-\d{4}$/.test(core)) return said(core.split("-").map(digits).join(", "));
  return null;
};

/** A plural or another counted word: "2000 troops", "1500 meters". */
const COUNTED = /^(?:people|men|women|children|\p{Ll}{2,}[^s\W]s|percent|meters?|feet|miles?|other|more)$/u;

/** Whether four digits are a year: most are, where nothing is counted by them. */
function isYear(words: readonly Token[], at: number): boolean {
  const core = words[at]?.core ?? "";
  if (!/^(?:1[1-9]|20)\d\d$/.test(core)) return false;
  const next = words[at + 1];
  if (!joined(words[at], next) || !COUNTED.test(next?.core ?? "")) return true;
  return /^(?:in|since|until|after|before)$/.test(words[at - 1]?.core.toLowerCase() ?? "");
}

/** "5,000", "300", "2019", "5.2", "-3", "007". */
const plain: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  if (!/\d/.test(core)) return null;
  if (/^\d{3}$/.test(core) && AIRCRAFT.test(words[at - 1]?.core ?? "") && words[at - 1]?.tail === "") return said(numberInName(core));
  if (isYear(words, at)) return said(year(core));
  if (/^\d{7,}$/.test(core) && !/000$/.test(core)) return said(digits(core));
  const about = /^([~<>≤≥≈])(.+)$/.exec(core);
  const front: Readonly<Record<string, string>> = {
    "~": "about",
    "≈": "about",
    "<": "less than",
    ">": "more than",
    "≤": "at most",
    "≥": "at least",
  };
  const spoken = amount(about?.[2] ?? core);
  if (spoken !== null) return said(about ? `${front[about[1] ?? ""] ?? ""} ${spoken}` : spoken);
  const torn = /^(\d{1,12}),(\d{1,12})(st|nd|rd|th)?$/.exec(core);
  if (torn) return said(`${cardinal(torn[1] ?? "")}, ${digits(torn[2] ?? "")} ${torn[3] ?? ""}`);
  const more = /^(.*\d)\+$/.exec(core);
  const base = more ? amount(more[1] ?? "") : null;
  return base === null ? null : said(`${base} plus`);
};

/** What one part of a compound with digits says: "737", "F16", "COVID19", "2B"; null when there are no digits. */
export function mixedPart(part: string): string | null {
  if (!/\d/.test(part)) return null;
  const whole = amount(part);
  if (whole !== null) return /^(?:1[1-9]|20)\d\d$/.test(part) ? year(part) : /^\d{6,}$/.test(part) ? digits(part) : whole;
  if (!/^[\p{L}\d]+$/u.test(part) || part.length > 12) return null;
  return (part.match(/\d+|\p{L}+/gu) ?? [])
    .map((run, index) => {
      if (/\d/.test(run)) return numberInName(run);
      if (index > 0 && /^(?:st|nd|rd|th)$/.test(run)) return run;
      if (/^[B-DF-HJ-NP-TV-XZ]{2,5}$/.test(run)) return run;
      return /^\p{Lu}{1,2}$/u.test(run) || /^[^aeiouyAEIOUY]{1,4}$/.test(run) ? spellLetters(run) : run;
    })
    .join(" ");
}

/** The number in a name, as people say it: "A three twenty one", "F sixteen", "M one oh one", "X two thousand". */
function numberInName(run: string): string {
  if (run.startsWith("0") || run.length > 4) return digits(run);
  if (run.length <= 2 || run.endsWith("00")) return cardinal(run);
  const [front, back] = [run.slice(0, -2), run.slice(-2)];
  return `${cardinal(front)} ${back.startsWith("0") ? "oh " : ""}${cardinal(back)}`;
}

/**
 * Letters one by one, as a voice reads them right. A lone "A" is taken for the article, unless a hyphen follows it (measured: eSpeak NG,
 * Flite), so letters with one are joined by full stops: "S D F", but "C.I.A" and "A-".
 */
export function spellLetters(letters: string): string {
  const upper = [...letters.toUpperCase()];
  if (letters === "A") return "A-";
  return upper.includes("A") ? upper.join(".") : upper.join(" ");
}

/** "1/2-inch", "5'10\"", "under-21s", "7-0s". */
const odd: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  const part = /^(\d{1,2})\/(\d{1,2})-(\p{L}+)$/u.exec(core);
  if (part && Number(part[1]) < Number(part[2]) && Number(part[2]) > 1) return said(`${fraction(part[1] ?? "", part[2] ?? "")} ${part[3]}`);
  const tall = /^([3-8])['’′](1?\d)(?:["”″]|'')?$/.exec(core);
  if (tall) return said(`${cardinal(tall[1] ?? "")} foot ${cardinal(tall[2] ?? "")}`);
  const many = /^(?:(under|over)-)?(\d{1,3})s$/.exec(core);
  return many && (many[1] !== undefined || !/0$/.test(core.slice(0, -1)))
    ? said(
        `${many[1] === undefined ? "" : `${many[1]} `}${cardinal(many[2] ?? "")
          .replace(/y$/, "ie")
          .replace(/x$/, "xe")}s`,
      )
    : null;
};

/** Numbers of every other kind. */
export const countRules: readonly Rule[] = [odd, vulgar, ordinals, numbered, serial, ranges, plain];
