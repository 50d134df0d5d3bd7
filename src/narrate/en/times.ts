import { joined, type Rule, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { cardinal } from "./numbers.ts";

const HALVES: Readonly<Record<string, string>> = { a: "AM", p: "PM" };
const ZONES = /^(?:Z|GMT|BST|UTC|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|CET|CEST|EET|IST|JST|AEST|AEDT)$/;
const CLOCK = String.raw`([01]?\d|2[0-4])(?:[:.]([0-5]\d))?`;
const ONE = new RegExp(`^${CLOCK}(?::([0-5]\\d))?$`);
const WITH_HALF = new RegExp(`^${CLOCK}([ap])\\.?m$`, "i");
const RANGE = new RegExp(`^${CLOCK}(?:([ap])\\.?m\\.?)?[-–]${CLOCK}(?:([ap])\\.?m)?$`, "i");

/** A zone in small letters or with full stops, as it is spelled, or null. */
function zoneOf(token: Token | undefined): string | null {
  if (token?.lead !== "" || !/^\p{L}{2,4}$|^(?:\p{L}\.){2,3}\p{L}$/u.test(token.core)) return null;
  const letters = token.core.replaceAll(".", "").toUpperCase();
  return token.core !== letters && letters !== "ET" && letters !== "IST" && ZONES.test(letters) ? letters : null;
}

/** "five thirty", "seventeen oh five", "five o'clock"; `bare`: the hour alone is enough. */
function clock(hour: string, minute: string | undefined, bare: boolean): string {
  const spoken = cardinal(hour);
  if (minute === undefined || minute === "00") return bare ? spoken : `${spoken} o'clock`;
  return `${spoken} ${minute.startsWith("0") ? "oh " : ""}${cardinal(minute)}`;
}

const counted = (number: string, unit: string): string => `${cardinal(number)} ${unit}${Number(number) === 1 ? "" : "s"}`;

const half = (letter: string | undefined): string => (letter === undefined ? "" : (HALVES[letter.toLowerCase()] ?? ""));
const halfOf = (token: Token | undefined): string | null => {
  const found = token?.lead === "" ? /^([ap])\.?m$/i.exec(token.core) : null;
  return found ? half(found[1]) : null;
};

/** "5:30 p.m.", "5pm", "17:05", "10:30 GMT", "23:59:30". A colon makes a time; a full stop only beside "a.m." and "p.m.". */
const time: Rule = (words, at) => {
  const [word, next] = words.slice(at, at + 2);
  if (!word) return null;
  const whole = WITH_HALF.exec(word.core);
  if (whole) return said(`${clock(whole[1] ?? "", whole[2], true)} ${half(whole[3])}`);
  const found = ONE.exec(word.core);
  if (!found) return null;
  const [, hour = "", minute, second] = found;
  const nextHalf = joined(word, next) ? halfOf(next) : null;
  const stretch =
    second === undefined || minute === undefined
      ? null
      : `${counted(hour, "hour")} ${counted(minute, "minute")} and ${counted(second, "second")}`;
  if (nextHalf !== null) {
    const zone = zoneOf(words[at + 2]);
    return [
      { count: 1, spoken: stretch ?? clock(hour, minute, true) },
      { count: 1, spoken: nextHalf },
      ...(zone === null ? [] : said(zone)),
    ];
  }
  if (minute === undefined || !word.core.includes(":")) return null;
  if (stretch !== null) return said(stretch);
  return said(clock(hour, minute, next !== undefined && ZONES.test(next.core) && minute !== "00"));
};

/** "9am-5pm", "5-7 p.m.", "10:30-11:00". */
const timeRange: Rule = (words, at) => {
  const [word, next] = words.slice(at, at + 2);
  const found = word && RANGE.exec(word.core);
  if (!word || !found) return null;
  const [, hour = "", minute, first, toHour = "", toMinute, last] = found;
  const nextHalf = joined(word, next) ? halfOf(next) : null;
  if (!first && !last && nextHalf === null && !(minute && toMinute && word.core.includes(":"))) return null;
  const bare = first !== undefined || last !== undefined || nextHalf !== null;
  const from = `${clock(hour, minute, bare)}${first ? ` ${half(first)}` : ""}`;
  const to = `${clock(toHour, toMinute, bare)}${last ? ` ${half(last)}` : ""}`;
  if (nextHalf === null) return said(`${from} to ${to}`);
  return [
    { count: 1, spoken: `${from} to ${to}` },
    { count: 1, spoken: nextHalf },
  ];
};

/** Times of the day. */
export const timeRules: readonly Rule[] = [time, timeRange];
