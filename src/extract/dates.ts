/** The languages whose month names are known (those of the news pages that were looked at). */
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ru", "uk", "tr", "id", "ro", "hu"];

let months: Map<string, number> | null = null;

/** Month names, long and short, in lower case, without their full stop. */
function monthNames(): Map<string, number> {
  if (months) return months;
  months = new Map([["sept", 9]]);
  for (const language of LANGUAGES)
    for (const month of ["long", "short"] as const) {
      // With a day the month is in the case that dates have ("18 февраля").
      const format = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
      const MONTHS = 12;
      for (let n = 0; n < MONTHS; n++) {
        const name = format.formatToParts(Date.UTC(2019, n, 15)).find((part) => part.type === "month")?.value;
        const key = name?.toLowerCase().replace(/\.$/, "") ?? "";
        if (/^\p{L}/u.test(key) && !months.has(key)) months.set(key, n + 1);
      }
    }
  return months;
}

const two = (value: string | number): string => String(value).padStart(2, "0");

const isDate = (year: number, month: number, day: number): boolean => {
  const FIRST_YEAR = 1600;
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= FIRST_YEAR && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const ISO = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?$/i;
const TIME = String.raw`(?:(?:,|at|um|à|a las|om|\||-|–)?\s*(\d{1,2})[:.h](\d\d)(?::\d\d)?\s*(?:uhr)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|[+-]\d\d:?\d\d|(?:utc|gmt)\s*[+-]\d{1,2}|e[sd]t|c[sd]t|m[sd]t|p[sd]t|cest|cet|bst)?)?`;
const WEEKDAY = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`;
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th|º|\.)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(\d{4})\s*${TIME}$`,
  "iu",
);
const MONTH_FIRST = new RegExp(String.raw`^${WEEKDAY}(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\s*${TIME}$`, "iu");

/** Orders that digits alone make plain: the year first, or day and month with full stops. */
const DIGITS =
  /^(?:(\d{4})(?:[./]|年\s?)(\d{1,2})(?:[./]|月\s?)(\d{1,2})日?|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d))(?:(?:,|\s[-|])?\s*(?:um\s+|kl\.?\s+)?(\d{1,2})[:.時](\d\d)分?(?:\s*uhr)?)?$/i;
/** As Java and C write it: "Fri Apr 28 19:20:36 CEST 2023". */
const WRITTEN = /^\p{L}{3},? (\p{L}{3}) +(\d{1,2}) (\d\d:\d\d:\d\d) (?:([A-Z]{3,4}|[+-]\d{4}) )?(\d{4})$/u;

/** Zones that pages name. "BST" and the American ones as news pages use them. Minutes are added. */
const ZONES: Readonly<Record<string, string>> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
  bst: "+01:00",
};

function zoneOf(text: string | undefined): string {
  const zone = (text ?? "").toLowerCase().replace(/^(utc|gmt)\s*(?=[+-])/, "");
  const named = ZONES[zone];
  if (named !== undefined) return named;
  const parts = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(zone);
  return parts ? `${parts[1]}${two(parts[2] ?? "")}:${parts[3] ?? "00"}` : "";
}

/**
 * A date as pages write it ("2019-02-18T07:30:00+0100", "Mon, 18 Feb 2019 07:30:00 GMT", "February 18, 2019 7:30 PM", "18 février 2019")
 * in ISO 8601, with time and zone where it has them; null for anything else. Dates of digits alone in the order of a country ("2/3/2019")
 * are not guessed.
 */
export function parseDate(text: string): string | null {
  const trimmed = text.replace(/\s+/gu, " ").trim();
  const LONGEST = 60;
  if (trimmed.length > LONGEST || !/\d{4}|\.\d\d\b/.test(trimmed)) return null;
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, year = "", month = "", day = "", hour, minute, second] = iso;
    if (!isDate(Number(year), Number(month), Number(day))) return null;
    const date = `${year}-${month}-${day}`;
    if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
    return `${date}T${hour}:${minute}:${second ?? "00"}${zoneOf(iso[7])}`;
  }
  const digits = DIGITS.exec(trimmed);
  if (digits) {
    const [, y1, m1, d1, d2, m2, y2, hour, minute] = digits;
    const [year, month, day] =
      y1 !== undefined ? [y1, m1 ?? "", d1 ?? ""] : [y2?.length === 2 ? `20${y2}` : (y2 ?? ""), m2 ?? "", d2 ?? ""];
    if (!isDate(Number(year), Number(month), Number(day))) return null;
    const date = `${year}-${two(month)}-${two(day)}`;
    return hour !== undefined && minute !== undefined && Number(hour) < 24 && Number(minute) < 60
      ? `${date}T${two(hour)}:${minute}:00`
      : date;
  }
  const written = WRITTEN.exec(trimmed);
  if (written) {
    const [, name = "", d = "", time = "", zone, y = ""] = written;
    const n = monthNames().get(name.toLowerCase()) ?? 0;
    return isDate(Number(y), n, Number(d)) ? `${y}-${two(n)}-${two(d)}T${time}${zoneOf(zone)}` : null;
  }
  const dayFirst = DAY_FIRST.exec(trimmed);
  const found = dayFirst ?? MONTH_FIRST.exec(trimmed);
  if (!found) return null;
  const [, first = "", second = "", year = "", hour, minute, half, zone] = found;
  const day = Number(dayFirst ? first : second);
  const month = monthNames().get((dayFirst ? second : first).toLowerCase()) ?? 0;
  if (!isDate(Number(year), month, day)) return null;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined || minute === undefined) return date;
  const NOON = 12;
  const hours = half === undefined ? Number(hour) : (Number(hour) % NOON) + (/^p/i.test(half) ? NOON : 0);
  return hours > 23 || Number(minute) > 59 ? date : `${date}T${two(hours)}:${minute}:00${zoneOf(zone)}`;
}

/** A date as documents write it: also only a year, or a year and a month, and PDF's "D:20240131120000+01'00'"; null for what is none. */
export function readPartialDate(text: string): string | null {
  const trimmed = text.trim();
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(trimmed)) return trimmed;
  const pdf = /^D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/.exec(trimmed);
  if (!pdf) return parseDate(trimmed);
  const [, year, month, day, hour, minute, second, utc, sign, zone, zoneMinutes] = pdf;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return parseDate(date);
  return parseDate(`${date}T${hour}:${minute}:${second ?? "00"}${utc ?? (sign ? `${sign}${zone}:${zoneMinutes ?? "00"}` : "")}`);
}
