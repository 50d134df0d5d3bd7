import { joined, type Rule, type Said, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { cardinal, digits, ordinal } from "./numbers.ts";
import { POSTAL_STATES, STATES } from "./states.ts";

/** What streets are called, shortened and in full. Postal usage. */
const STREETS: Readonly<Record<string, string>> = {
  st: "Street",
  ave: "Avenue",
  av: "Avenue",
  blvd: "Boulevard",
  rd: "Road",
  hwy: "Highway",
  ln: "Lane",
  ct: "Court",
  dr: "Drive",
  pl: "Place",
  sq: "Square",
  pkwy: "Parkway",
  ter: "Terrace",
  cir: "Circle",
  expy: "Expressway",
};
const WHOLE_STREETS =
  /^(?:street|avenue|boulevard|road|highway|lane|court|drive|place|square|parkway|terrace|circle|way|row|alley|crescent)$/i;
const QUARTERS: Readonly<Record<string, string>> = {
  N: "North",
  S: "South",
  E: "East",
  W: "West",
  NE: "Northeast",
  NW: "Northwest",
  SE: "Southeast",
  SW: "Southwest",
};
/** A street's name is no longer than this, words (guess: "Martin Luther King Jr."). */
const LONGEST_NAME = 4;

const streetOf = (token: Token): string | null => {
  const small = token.core.toLowerCase();
  return Object.hasOwn(STREETS, small) ? (STREETS[small] ?? null) : null;
};

/** A house's number as people say it: "twelve eleven", "one twenty three", "seven zero eight". */
export function houseNumber(text: string): string {
  const rest = text.slice(-2);
  const front = text.slice(0, -2);
  if (front === "" || /^0/.test(text)) return cardinal(text);
  if (rest === "00") return text.length === 4 && text[1] !== "0" ? `${cardinal(front)} hundred` : cardinal(text);
  if (text.length > 4) return digits(text);
  return text.length === 3 && rest.startsWith("0")
    ? digits(text)
    : `${cardinal(front)} ${rest.startsWith("0") ? "zero " : ""}${cardinal(rest)}`;
}

/** "1211 E Arques Ave", "12 Elm St.", "708 N 1st St": a number, perhaps a quarter of the sky, a name, the kind of street. */
const street: Rule = (words, at) => {
  const number = words[at];
  if (!number || !/^\d{1,5}$/.test(number.core) || number.tail !== "") return null;
  const parts: Said[] = [...said(houseNumber(number.core))];
  for (let next = at + 1; next <= at + LONGEST_NAME + 2; next += 1) {
    const token = words[next];
    if (token?.lead !== "") return null;
    const kind = next > at + 1 ? streetOf(token) : null;
    if (kind !== null || (next > at + 1 && WHOLE_STREETS.test(token.core))) {
      // "12 may rd" is no address without a name in capitals, "5 Dr. Smith" none at all.
      return kind === "Drive" && /^\p{Lu}/u.test(words[next + 1]?.core ?? "") && token.tail === "."
        ? null
        : [...parts, ...said(kind ?? token.core)];
    }
    const quarter = Object.hasOwn(QUARTERS, token.core) ? QUARTERS[token.core] : undefined;
    const numbered = /^(\d{1,3})(?:st|nd|rd|th)$/i.exec(token.core);
    if (/[,;:!?]/.test(token.tail) || (token.tail === "." && quarter === undefined && token.core.length > 2)) return null;
    if (quarter !== undefined) parts.push({ count: 1, spoken: quarter });
    else if (numbered) parts.push({ count: 1, spoken: ordinal(numbered[1] ?? "") });
    else if (/^\p{Lu}[\p{L}'’.-]*$/u.test(token.core)) parts.push({ count: 1, spoken: token.core });
    else return null;
  }
  return null;
};

/** "FL, 95051", "Calif. 90210", "N.Y. 10001-1234": the state in full, the code digit by digit. */
const stateWithCode: Rule = (words, at) => {
  const [state, code] = words.slice(at, at + 2);
  if (!state || !code || code.lead !== "" || !/^[.,]{0,2}$/.test(state.tail)) return null;
  const letters = state.core.replaceAll(".", "");
  const name = Object.hasOwn(POSTAL_STATES, letters)
    ? POSTAL_STATES[letters]
    : Object.hasOwn(STATES, state.core)
      ? STATES[state.core]
      : undefined;
  const found = /^(\d{5})(?:-(\d{4}))?$/.exec(code.core);
  if (name === undefined || !found) return null;
  return [...said(name), ...said(`${digits(found[1] ?? "")}${found[2] === undefined ? "" : `, ${digits(found[2])}`}`)];
};

/** "San City, FL" and "Austin, TX,": a state behind a place. */
const stateBehindPlace: Rule = (words, at, { mixed }) => {
  const [before, state] = [words[at - 1], words[at]];
  if (!mixed || !before || !state || before.tail !== "," || !/^\p{Lu}/u.test(before.core)) return null;
  const name = Object.hasOwn(POSTAL_STATES, state.core) ? POSTAL_STATES[state.core] : undefined;
  return name === undefined ? null : said(name);
};

/** "on Elm Ave", "at Fifth Ave.": the kind of a street behind its name; "N. Korea": a quarter of the sky before a country. */
const kindOfStreet: Rule = (words, at) => {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word) return null;
  if (
    /^[NSEW]$/.test(word.core) &&
    word.tail === "." &&
    /^(?:Korea|Africa|Dakota|Carolina|Virginia|Ireland|Sudan|Germany)/.test(next?.core ?? "")
  )
    return said(QUARTERS[word.core] ?? "");
  if (!before || !/^(?:Ave|Blvd|Rd|Hwy|Ln|Pkwy|hwy|ave|blvd|rd)$/.test(word.core)) return null;
  return joined(before, word) && /^(?:\p{Lu}|\d+(?:st|nd|rd|th)$)/u.test(before.core) ? said(streetOf(word) ?? word.core) : null;
};

/** Postal addresses. */
export const addressRules: readonly Rule[] = [stateWithCode, street, stateBehindPlace, kindOfStreet];
