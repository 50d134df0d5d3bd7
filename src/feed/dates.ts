/** Minutes east of Greenwich of the zones that dates name (RFC 822, and those seen in feeds). */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  met: 60,
  west: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  pt: -480,
};

/** The months by the first letters that tell them apart, in the languages in which feeds were seen to name them. */
const MONTHS: readonly (readonly [month: number, names: RegExp])[] = [
  [1, /^(?:jan|ene|gen|янв|ιαν|1月|一月)/],
  [2, /^(?:feb|fév|fev|фев|φεβ)/],
  [3, /^(?:mar|mär|mrz|maa|мар|μαρ|μάρ)/],
  [4, /^(?:apr|avr|abr|апр|απρ)/],
  [5, /^(?:may|mai|maj|mei|mag|май|мая|μαϊ|μαι|μάι)/],
  [6, /^(?:jun|juin|giu|июн|ιουν|ιούν)/],
  [7, /^(?:jul|juil|lug|июл|ιουλ|ιούλ)/],
  [8, /^(?:aug|aoû|aou|ago|авг|αυγ|αύγ)/],
  [9, /^(?:sep|set|сен|σεπ)/],
  [10, /^(?:oct|okt|out|ott|окт|οκτ)/],
  [11, /^(?:nov|ноя|νοε|νοέ)/],
  [12, /^(?:dec|déc|dez|dic|дек|δεκ)/],
];

/**
 * A date of a feed as ISO 8601 in UTC (a day alone stays a day), null for one that can't be understood. Understands RFC 822 and 2822
 * with their usual faults, W3C and ISO 8601 forms, asctime, and American days with slashes. A zone that nobody knows is taken for UTC.
 */
export function readDate(text: string | null): string | null {
  const plain = text?.trim().replace(/\s+/g, " ") ?? "";
  // Longer than any date: not worth the patterns.
  if (plain === "" || plain.length > 100) return null;
  return iso(plain) ?? worded(plain) ?? slashed(plain) ?? stamp(plain);
}

/** Year, month, day, then hours, minutes, seconds. */
type Parts = readonly [number, number, number, number, number, number];

function moment([year, month, day, hour, minute, second]: Parts, zone: string): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second >= 61) return null;
  const time = Date.UTC(year, month - 1, day, hour, minute) + Math.round(Math.min(second, 59.999) * 1000) - offset(zone) * 60_000;
  const date = new Date(time);
  return Number.isNaN(time) ? null : date.toISOString().replace(".000Z", "Z");
}

function offset(zone: string): number {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (numeric) return (numeric[1] === "-" ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
  return ZONES[zone.trim().toLowerCase().replace(/\W/g, "")] ?? 0;
}

const seconds = (text: string | undefined): number => Number((text ?? "0").replace(",", "."));

const CLOCK = String.raw`(\d{1,2}):?(\d{2})(?::?(\d{2}(?:[.,]\d+)?))?`;
const ISO = new RegExp(String.raw`^(\d{4})-?(\d{2})?(?:-?(\d{2}))?(?:[T ]+${CLOCK} ?(.*))?$`, "i");
const ORDINAL = /^(\d{4})-(\d{3})$/;

function iso(text: string): string | null {
  const ordinal = ORDINAL.exec(text);
  if (ordinal) return moment([Number(ordinal[1]), 1, 1, 0, 0, 0], "")?.replace(/.*/, dayOf(Number(ordinal[1]), Number(ordinal[2]))) ?? null;
  const found = ISO.exec(text);
  if (!found) return null;
  const [, year = "", month, day, hour, minute, second, zone = ""] = found;
  const parts: Parts = [Number(year), Number(month ?? 1), Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0), seconds(second)];
  const whole = moment(parts, zone);
  return hour === undefined ? (whole?.slice(0, 10) ?? null) : whole;
}

const dayOf = (year: number, day: number): string => new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10);

const TIME = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:[.,]\d+)?))?(?: ?([ap])\.?m\.?)?`;
/** "Thu, 01 Jan 2004 19:48:21 GMT", "1 Jan 04", "01-Jan-2004 19:48 +0100". */
const DAY_FIRST = new RegExp(
  String.raw`^(?:[\p{L}.]+,? )?(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([\p{L}.]{3,})\.?,?[ -](\d{2}|\d{4})(?:,?[ T]${TIME} ?(.*))?$`,
  "iu",
);
/** "Thu Jan 1 19:48:21 PST 2004" (asctime), "January 1, 2004 7:48 pm". */
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[\p{L}.]+,? )?([\p{L}.]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:(\d{4})(?:,? (?:at )?${TIME} ?(.*))?|${TIME} ?([A-Z+\-\d:]*) (\d{4}))$`,
  "iu",
);

function worded(text: string): string | null {
  const plain = text.replace(/^\p{L}{2,}\.?,(?=\S)/u, "$& ");
  const first = DAY_FIRST.exec(plain);
  if (first) {
    const [, day, name = "", year = "", hour, minute, second, half, zone = ""] = first;
    return compose(year, name, day, hour, minute, second, half, zone);
  }
  const found = MONTH_FIRST.exec(plain);
  if (!found) return null;
  const [, name = "", day, year, hour, minute, second, half, zone, hour2, minute2, second2, half2, zone2, year2] = found;
  return year === undefined
    ? compose(year2 ?? "", name, day, hour2, minute2, second2, half2, zone2 ?? "")
    : compose(year, name, day, hour, minute, second, half, zone ?? "");
}

function compose(
  year: string,
  name: string,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  half: string | undefined,
  zone: string,
): string | null {
  const month = MONTHS.find(([, names]) => names.test(name.toLowerCase()))?.[0];
  if (month === undefined) return null;
  const full = fullYear(year);
  const hours = half === undefined ? Number(hour ?? 0) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const whole = moment([full, month, Number(day), hours, Number(minute ?? 0), seconds(second)], zone);
  return hour === undefined ? (whole?.slice(0, 10) ?? null) : whole;
}

/** Two digits are of 1970 to 2069 (feeds are younger than Unix). */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

/** "1/31/2004 7:48:21 PM": where both could be a month, the American order. */
function slashed(text: string): string | null {
  const found = new RegExp(String.raw`^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?:,? ${TIME} ?(.*))?$`, "i").exec(text);
  if (!found) return null;
  const [, one, two, year = "", hour, minute, second, half, zone = ""] = found;
  const isDayFirst = Number(one) > 12 || text.includes(".");
  const hours = half === undefined ? Number(hour ?? 0) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const whole = moment(
    [fullYear(year), Number(isDayFirst ? two : one), Number(isDayFirst ? one : two), hours, Number(minute ?? 0), seconds(second)],
    zone,
  );
  return hour === undefined ? (whole?.slice(0, 10) ?? null) : whole;
}

/** Seconds or milliseconds since 1970, of this century. */
function stamp(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().replace(".000Z", "Z");
}
