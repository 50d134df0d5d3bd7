import { joined, type Rule, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { cardinal, ordinal, plural, year } from "./numbers.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS: Readonly<Record<string, string>> = {
  Mon: "Monday",
  Tue: "Tuesday",
  Tues: "Tuesday",
  Wed: "Wednesday",
  Weds: "Wednesday",
  Thu: "Thursday",
  Thur: "Thursday",
  Thurs: "Thursday",
  Fri: "Friday",
  Sat: "Saturday",
  Sun: "Sunday",
};
/** Shorter still, and words of other kinds: only right before a date. */
const SHORTEST_DAYS: Readonly<Record<string, string>> = { M: "Monday", Tu: "Tuesday", W: "Wednesday", Th: "Thursday", F: "Friday" };
/** Months that are words too: only with a capital. */
const WORDS = new Set(["may", "march", "mar", "jun", "dec", "jan"]);

/** The month that a word names, also shortened ("Sept"), or null. */
function monthOf(core: string): string | null {
  if (core.length < 3 || !/^[A-Za-z]+$/.test(core)) return null;
  const small = core.toLowerCase();
  if (WORDS.has(small) && /^[a-z]/.test(core)) return null;
  const found = MONTHS.find((month) => month.toLowerCase() === small || (small.length === 3 && month.toLowerCase().startsWith(small)));
  return found ?? (small === "sept" ? "September" : null);
}

const dayOf = (core: string): string | null => {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(core)?.[1];
  return found !== undefined && Number(found) >= 1 && Number(found) <= 31 ? found : null;
};

const YEAR = /^(?:1[0-9]|20)\d\d$/;
const isYear = (token: Token | undefined): token is Token => token !== undefined && token.lead === "" && YEAR.test(token.core);
const commaOnly = (token: Token): boolean => /^[.,]*$/.test(token.tail);

/** "Feb. 18, 2019", "February 18", "Sept. 2019", "Feb 18-20". */
const monthFirst: Rule = (words, at) => {
  const [first, second, third] = words.slice(at, at + 3);
  const month = first && monthOf(first.core);
  if (!first || !month) return null;
  if (second && second.lead === "" && /^[.]?$/.test(first.tail)) {
    const day = dayOf(second.core);
    if (day !== null) {
      const parts = [
        { count: 1, spoken: month },
        { count: 1, spoken: ordinal(day) },
      ];
      if (isYear(third) && commaOnly(second)) parts.push({ count: 1, spoken: year(third.core) });
      return parts;
    }
    const days = /^(\d{1,2})[-–](\d{1,2})$/.exec(second.core);
    if (days) {
      const [, from = "", to = ""] = days;
      return [
        { count: 1, spoken: month },
        { count: 1, spoken: `${ordinal(from)} to ${ordinal(to)}` },
      ];
    }
    if (isYear(second)) {
      return [
        { count: 1, spoken: month },
        { count: 1, spoken: year(second.core) },
      ];
    }
  }
  const short = month.toLowerCase() !== first.core.toLowerCase();
  return short && first.tail.startsWith(".") ? said(month) : null;
};

/** "18 February 2019", "25th july". */
const dayFirst: Rule = (words, at) => {
  const [first, second, third] = words.slice(at, at + 3);
  const day = first && dayOf(first.core);
  const month = second && monthOf(second.core);
  if (!first || !second || !day || !month || !joined(first, second)) return null;
  const article = words[at - 1]?.core.toLowerCase() === "the" ? "" : "the ";
  const parts = [
    { count: 1, spoken: `${article}${ordinal(day)} of` },
    { count: 1, spoken: month },
  ];
  if (isYear(third) && commaOnly(second)) parts.push({ count: 1, spoken: year(third.core) });
  return parts;
};

/** The words of a calendar day, or null when there is no such day. */
export function calendarDay(yearText: string, month: number, day: number): string | null {
  const name = MONTHS[month - 1];
  if (name === undefined || day < 1 || day > 31) return null;
  const spokenYear = yearText.length === 2 ? (yearText.startsWith("0") ? `oh ${cardinal(yearText)}` : cardinal(yearText)) : year(yearText);
  return `${name} ${ordinal(String(day))}, ${spokenYear}`;
}

const MONTH_FIRST_REGIONS = /^en(?:$|-(?:us|ph|lr|fm|pw)\b)/i;

/** "2019-02-18", "2019-02-18T10:00:00Z", "3/4/1998", "18.02.2019": the order of day and month is the region's where it is open. */
const numeric: Rule = (words, at, around) => {
  const core = words[at]?.core ?? "";
  const iso = /^((?:1[0-9]|20)\d\d)-(\d{1,2})-(\d{1,2})$/.exec(core);
  if (iso) {
    const spoken = calendarDay(iso[1] ?? "", Number(iso[2]), Number(iso[3]));
    return spoken === null ? null : said(spoken);
  }
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(core);
  if (!found) return null;
  const [, one = "", mark = "", two = "", end = ""] = found;
  if (mark !== "/" && end.length === 2) return null;
  const monthLeads = Number(one) <= 12 && (Number(two) > 12 || (mark === "/" && MONTH_FIRST_REGIONS.test(around.lang)));
  const spoken = monthLeads ? calendarDay(end, Number(one), Number(two)) : calendarDay(end, Number(two), Number(one));
  return spoken === null ? null : said(spoken);
};

/** Not days, however they look. */
const EXPRESSIONS = new Set(["9/11", "7/7", "24/7"]);
/** "on 2/22", "Tue (2/22)": a day without a year, only after a word that says so. */
const dayOnly: Rule = (words, at, around) => {
  const found = /^(\d{1,2})\/(\d{1,2})$/.exec(words[at]?.core ?? "");
  const before = words[at - 1]?.core ?? "";
  if (
    !found ||
    EXPRESSIONS.has(found[0]) ||
    !(
      /^(?:on|since|until|till|from|dated|before|after)$/i.test(before) ||
      Object.hasOwn(SHORTEST_DAYS, before) ||
      Object.hasOwn(DAYS, before) ||
      /day$/.test(before)
    )
  )
    return null;
  const [one, two] = [Number(found[1]), Number(found[2])];
  const monthLeads = one <= 12 && (two > 12 || MONTH_FIRST_REGIONS.test(around.lang));
  const [month, day] = monthLeads ? [one, two] : [two, one];
  const name = MONTHS[month - 1];
  return name === undefined || day < 1 || day > 31 ? null : said(`the ${ordinal(String(day))} of ${name}`);
};

/** "Jan-15-2020", "15-Jan-2020", "15/Jan/2020". */
const withLetters: Rule = (words, at) => {
  const found = /^(\p{L}{3,9}|\d{1,2})([-/])(\p{L}{3,9}|\d{1,2})\2((?:1[0-9]|20)?\d\d)$/u.exec(words[at]?.core ?? "");
  if (!found) return null;
  const [, one = "", , two = "", end = ""] = found;
  const [name, number] = /\d/.test(one) ? [two, one] : [one, two];
  const month = monthOf(name);
  return month && dayOf(number) ? said(calendarDay(end, MONTHS.indexOf(month) + 1, Number(number)) ?? "") : null;
};

const QUARTERS = ["first", "second", "third", "fourth"];
/** "2Q22", "Q3 2019", "4Q 2020", "Q1": quarters of a business year. */
const quarter: Rule = (words, at) => {
  const [word, next] = words.slice(at, at + 2);
  const found = /^(?:([1-4])Q|Q([1-4]))(?:[-–/]?['’]?(\d\d|20\d\d))?$/.exec(word?.core ?? "");
  if (!word || !found) return null;
  const name = QUARTERS[Number(found[1] ?? found[2]) - 1];
  if (name === undefined) return null;
  const previous = words[at - 1]?.core ?? "";
  const article =
    /^(?:the|a|this|last|next|each|every|its|their|our|first|second|third|fourth|of)$/i.test(previous) || at === 0 ? "" : "the ";
  const yearText = (text: string): string => (text.length === 2 ? cardinal(text) : year(text));
  const spoken = `${article}${name} quarter`;
  if (found[3] !== undefined) return said(`${spoken} of ${yearText(found[3])}`);
  if (next && word.tail === "" && isYear(next)) return [...said(`${spoken} of`), ...said(year(next.core))];
  return said(spoken);
};

const weekday: Rule = (words, at) => {
  const shortest = words[at]?.core ?? "";
  if (Object.hasOwn(SHORTEST_DAYS, shortest) && words[at]?.tail === "" && /^\d{1,2}\/\d{1,2}$/.test(words[at + 1]?.core ?? ""))
    return said(SHORTEST_DAYS[shortest] ?? "");
  const word = words[at];
  const day = word && Object.hasOwn(DAYS, word.core) ? DAYS[word.core] : undefined;
  const next = words[at + 1];
  if (!word || day === undefined || !word.tail.startsWith(".")) return null;
  return word.tail.startsWith(".,") || (next && (monthOf(next.core) || dayOf(next.core))) || word.core.length > 3 ? said(day) : null;
};

const decadeWords = (text: string): string => {
  const n = Number(text);
  if (text.length === 2) return plural(cardinal(text));
  if (n % 100 === 0 && n % 1000 !== 0) return `${year(text)}s`;
  if (n % 1000 === 0) return plural(cardinal(text));
  return plural(year(text));
};

/** "1990s", "'90s", "1960s-1980s", "mid-1990s". */
const decade: Rule = (words, at) => {
  const core = (words[at]?.core ?? "").replaceAll("’", "'");
  const found = /^(?:(early|mid|late|pre|post)-)?((?:1[0-9]|20)?\d0)'?s(?:[-–]((?:1[0-9]|20)?\d0)'?s)?$/i.exec(core);
  if (!found) return null;
  const [, part, from = "", to] = found;
  return said(`${part === undefined ? "" : `${part} `}${decadeWords(from)}${to === undefined ? "" : ` to ${decadeWords(to)}`}`);
};

/** "2014–19", "1939-1945", "2018/19". Not where a unit follows. */
const years: Rule = (words, at) => {
  const found = /^((?:1[1-9]|20)\d\d)([-–/])((?:1[1-9]|20)\d\d|\d\d)$/.exec(words[at]?.core ?? "");
  if (!found) return null;
  const [, from = "", mark, to = ""] = found;
  const end = to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
  if (Number(end) <= Number(from) || Number(end) - Number(from) > 500) return null;
  return said(`${year(from)}${mark === "/" ? "" : " to"} ${mark === "/" && to.length === 2 ? cardinal(to) : year(end)}`);
};

/** Dates, weekdays, decades and stretches of years. */
export const dateRules: readonly Rule[] = [numeric, withLetters, dayOnly, monthFirst, dayFirst, quarter, weekday, decade, years];
