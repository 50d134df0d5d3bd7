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
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(core);
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

const weekday: Rule = (words, at) => {
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
export const dateRules: readonly Rule[] = [numeric, monthFirst, dayFirst, weekday, decade, years];
