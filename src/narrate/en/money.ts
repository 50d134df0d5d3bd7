import { joined, type Rule, type Said, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { amount, cardinal, isOne } from "./numbers.ts";

interface Currency {
  readonly one: string;
  readonly many: string;
  readonly part: readonly [string, string] | null;
}

const money = (one: string, many = `${one}s`, part: readonly [string, string] | null = null): Currency => ({ one, many, part });
const CENTS = ["cent", "cents"] as const;
const DOLLAR = money("dollar", "dollars", CENTS);
const EURO = money("euro", "euros", CENTS);
const POUND = money("pound", "pounds", ["penny", "pence"]);

const SIGNS: Readonly<Record<string, Currency>> = {
  $: DOLLAR,
  US$: money("U S dollar", "U S dollars", CENTS),
  A$: money("Australian dollar", "Australian dollars", CENTS),
  AU$: money("Australian dollar", "Australian dollars", CENTS),
  C$: money("Canadian dollar", "Canadian dollars", CENTS),
  CA$: money("Canadian dollar", "Canadian dollars", CENTS),
  NZ$: money("New Zealand dollar", "New Zealand dollars", CENTS),
  HK$: money("Hong Kong dollar", "Hong Kong dollars", CENTS),
  S$: money("Singapore dollar", "Singapore dollars", CENTS),
  R$: money("Brazilian real", "Brazilian reais"),
  "€": EURO,
  R: money("rand", "rand"),
  RM: money("ringgit", "ringgit"),
  "£": POUND,
  "¥": money("yen", "yen"),
  "₹": money("rupee"),
  "₩": money("won", "won"),
  "₽": money("ruble"),
  "₺": money("lira", "lira"),
  "₪": money("shekel"),
  "₴": money("hryvnia", "hryvnia"),
  "₦": money("naira", "naira"),
  "₫": money("dong", "dong"),
  "฿": money("baht", "baht"),
  "₿": money("bitcoin"),
};
const CODES: Readonly<Record<string, Currency>> = {
  USD: money("U S dollar"),
  EUR: EURO,
  GBP: money("British pound"),
  CAD: money("Canadian dollar"),
  AUD: money("Australian dollar"),
  CHF: money("Swiss franc"),
  JPY: money("yen", "yen"),
  CNY: money("yuan", "yuan"),
  INR: money("rupee"),
  Rs: money("rupee"),
  RUB: money("ruble"),
  SEK: money("Swedish krona", "Swedish kronor"),
  NOK: money("Norwegian krone", "Norwegian kroner"),
  DKK: money("Danish krone", "Danish kroner"),
  PLN: money("zloty"),
  ZAR: money("rand", "rand"),
};

const SCALES: Readonly<Record<string, string>> = {
  k: "thousand",
  m: "million",
  mn: "million",
  mln: "million",
  mil: "million",
  b: "billion",
  bn: "billion",
  tn: "trillion",
  trn: "trillion",
  t: "trillion",
};
const SCALE_WORD = /^(?:hundred|thousand|million|billion|trillion|mn|mln|bn|tn|m|k)(?:aires?)?$/i;
const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?|\.\d+)`;
const SCALE = "(k|mn|mln|mil|m|bn|b|trn|tn|t)?";
// South Africa writes "R550 million": an R right before three digits and more, or before a scale.
const SIGN = String.raw`(?:[A-Z]{1,2})?\$|RM|R(?=\d{1,3}(?:[.,]\d+)?(?:m|bn)$|\d{3})|[€£¥₹₩₽₺₪₴₦₫฿₿]`;
const FRONT = new RegExp(`^([-−+~])?(${SIGN})${NUMBER}${SCALE}(?:([-–])(?:${SIGN})?${NUMBER}${SCALE})?(?:-(\\p{L}.*))?$`, "iu");
const BACK = new RegExp(`^${NUMBER}${SCALE}([€£₽₺])$`, "iu");

const scaleWord = (scale: string | undefined): string =>
  scale === undefined || scale === "" ? "" : ` ${SCALES[scale.toLowerCase()] ?? scale.toLowerCase()}`;

/** "five dollars and twenty cents": also "$20.5" and "$20.500", whose noughts say nothing. */
function coins(number: string, currency: Currency): string | null {
  const found = /^([\d,]*)\.(\d{1,2})0*$/.exec(number);
  if (!found || !currency.part) return null;
  const [, whole = "", part = ""] = found;
  const cents = part.padEnd(2, "0");
  const front = /^0*$/.test(whole) ? "" : `${amount(whole) ?? whole} ${isOne(whole) ? currency.one : currency.many}`;
  if (cents === "00") return front === "" ? null : front;
  const back = `${cardinal(cents)} ${Number(cents) === 1 ? currency.part[0] : currency.part[1]}`;
  return front === "" ? back : `${front} and ${back}`;
}

function sum(number: string, scale: string | undefined, currency: Currency): string {
  const spoken = amount(number) ?? number;
  if (scale) return `${spoken}${scaleWord(scale)} ${currency.many}`;
  return coins(number, currency) ?? `${spoken} ${isOne(number) ? currency.one : currency.many}`;
}

/** Words that no thing bought with a sum begins with: "a $5 million in cash" counts, it does not describe. */
const NO_THING =
  /^(?:a|an|the|in|on|at|to|of|for|from|by|with|and|or|but|as|than|more|less|over|under|into|per|each|he|she|it|they|we|you|i|that|which|who|was|were|is|are|has|have|had|will|would|could|may|this|last|next|if|when|while|after|before|since|until|during|so|not|\p{Ll}+(?:ed|ly))$/u;
const DETERMINER = /^(?:a|an|another|each|every|the|its|his|her|their|our|this|that|new|first|one)$/i;

/** Whether the sum that ends before `next` describes the word there: "a $5.2 million deal", "its $3bn bid". */
function describes(words: readonly Token[], at: number, next: number): boolean {
  const thing = words[next];
  const last = words[next - 1];
  if (!joined(last, thing) || !/^\p{Ll}{3,}$/u.test(thing?.core ?? "") || NO_THING.test(thing?.core ?? "")) return false;
  const near = (back: number): boolean => DETERMINER.test(words[at - back]?.core ?? "") && words[at - back]?.tail === "";
  return near(1) || (near(2) && /^\p{Ll}+$/u.test(words[at - 1]?.core ?? "") && words[at - 1]?.tail === "");
}

/** A sum before its scale: the unit is said after the scale, as "five point two" and "million dollars". */
const withScaleWord = (front: string, scale: string, currency: Currency, one: boolean): readonly Said[] => {
  const [word = "", ...rest] = scale.split("-");
  const spoken = SCALES[word.toLowerCase()] ?? word;
  return [
    { count: 1, spoken: front },
    {
      count: 1,
      spoken: rest.length === 0 ? `${spoken} ${one ? currency.one : currency.many}` : `${spoken} ${currency.one} ${rest.join(" ")}`,
    },
  ];
};

const PER: Readonly<Record<string, string>> = {
  mo: "month",
  yr: "year",
  hr: "hour",
  wk: "week",
  d: "day",
  lb: "pound",
  kg: "kilogram",
  oz: "ounce",
  gal: "gallon",
  bbl: "barrel",
  ton: "ton",
};
/** "$20/mo", "£9/hour". */
const perUnit: Rule = (words, at, around) => {
  const word = words[at];
  const found = /^(.*\d\p{L}{0,3})\/(\p{L}{1,9})$/u.exec(word?.core ?? "");
  if (!word || !found || word.core.length > 40) return null;
  const front = frontSign([{ ...word, core: found[1] ?? "", tail: " " }], 0, around);
  const unit = found[2] ?? "";
  return front?.[0] ? said(`${front[0].spoken} per ${Object.hasOwn(PER, unit) ? PER[unit] : unit}`) : null;
};

const SIGN_WORDS: Readonly<Record<string, string>> = { "-": "minus ", "−": "minus ", "+": "plus ", "~": "about " };

/** "$5", "$5.20", "$5.2 million", "€3bn", "$5-10 million", "$100,000-a-year". */
const frontSign: Rule = (words, at) => {
  const word = words[at];
  const found = word && FRONT.exec(word.core);
  if (!word || !found) return null;
  const [, minus, sign = "", number = "", scale, range, end, endScale, rest] = found;
  const currency = SIGNS[sign.toUpperCase()];
  if (!currency) return null;
  const front = minus === undefined ? "" : (SIGN_WORDS[minus] ?? "");
  const next = words[at + 1];
  const scaleNext = word.tail === "" && next?.lead === "" ? (next.core.split("-")[0] ?? "") : "";
  const scaled = !scale && !endScale && rest === undefined && SCALE_WORD.test(scaleNext) && next;
  if (range !== undefined && end !== undefined) {
    const first = amount(number) ?? number;
    if (scaled) return withScaleWord(`${front}${first} to ${amount(end) ?? end}`, next.core, currency, describes(words, at, at + 2));
    // "$250-$300" says its unit twice, "€300–350" once.
    const twice = word.core.indexOf(sign) !== word.core.lastIndexOf(sign);
    const whole = scale || (twice && !endScale) ? `${sum(number, scale, currency)} to ${sum(end, endScale, currency)}` : null;
    return said(`${front}${whole ?? `${first} to ${sum(end, endScale, currency)}`}`);
  }
  if (scaled) return withScaleWord(`${front}${amount(number) ?? number}`, next.core, currency, describes(words, at, at + 2));
  if (rest !== undefined) {
    const [word0 = "", ...more] = rest.split("-");
    if (SCALE_WORD.test(word0))
      return said(
        `${front}${amount(number) ?? number} ${word0} ${more.length > 0 ? currency.one : currency.many} ${more.join(" ")}`.trim(),
      );
    return said(`${front}${sum(number, scale, { ...currency, many: currency.one })} ${rest.replaceAll("-", " ")}`);
  }
  const thing = describes(words, at, at + 1) && !number.includes(".");
  return said(
    `${front}${sum(number, scale, thing || (scale && describes(words, at, at + 1)) ? { ...currency, many: currency.one } : currency)}`,
  );
};

/** "3€", "3 €", "50p", "99¢", "USD 20", "20 EUR". */
const otherPlaces: Rule = (words, at) => {
  const word = words[at];
  if (!word) return null;
  const back = BACK.exec(word.core);
  if (back) {
    const currency = SIGNS[back[3] ?? ""];
    return currency ? said(sum(back[1] ?? "", back[2], currency)) : null;
  }
  const pence = /^(\d{1,2})(p|¢)$/.exec(word.core);
  if (pence) {
    const one = pence[1] === "1";
    return said(`${cardinal(pence[1] ?? "")} ${pence[2] === "p" ? (one ? "penny" : "pence") : one ? "cent" : "cents"}`);
  }
  const next = words[at + 1];
  if (!next || word.tail !== "" || next.lead !== "") return null;
  const number = /^(\d[\d,]*(?:\.\d+)?)(mn|bn|tn|m|k)?$/;
  const before = number.exec(word.core);
  if (before) {
    const unit = SIGNS[next.core] ?? (Object.hasOwn(CODES, next.core) ? CODES[next.core] : undefined);
    if (unit && next.core !== "")
      return [
        { count: 1, spoken: `${amount(before[1] ?? "") ?? word.core}${scaleWord(before[2])}` },
        { count: 1, spoken: unit.many },
      ];
  }
  const code = Object.hasOwn(CODES, word.core) ? CODES[word.core] : undefined;
  const behind = number.exec(next.core);
  if (!code || !behind) return null;
  const third = words[at + 2];
  if (!behind[2] && joined(next, third) && (SCALE_WORD.test(third?.core ?? "") || /^(?:crores?|lakhs?)$/.test(third?.core ?? "")))
    return said(`${amount(behind[1] ?? "") ?? next.core} ${SCALES[third?.core ?? ""] ?? third?.core} ${code.many}`, 3);
  return said(sum(behind[1] ?? "", behind[2], code), 2);
};

/** Sums of money. */
export const moneyRules: readonly Rule[] = [frontSign, perUnit, otherPlaces];
