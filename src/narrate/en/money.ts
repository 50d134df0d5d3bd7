import { type Rule, type Said, said } from "../rule.ts";
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
const SIGN = String.raw`(?:[A-Z]{1,2})?\$|[€£¥₹₩₽₺₪₴₦₫฿₿]`;
const FRONT = new RegExp(`^([-−+~])?(${SIGN})${NUMBER}${SCALE}(?:([-–])(?:${SIGN})?${NUMBER}${SCALE})?(?:-(\\p{L}.*))?$`, "iu");
const BACK = new RegExp(`^${NUMBER}${SCALE}([€£₽₺])$`, "iu");

const scaleWord = (scale: string | undefined): string =>
  scale === undefined || scale === "" ? "" : ` ${SCALES[scale.toLowerCase()] ?? scale.toLowerCase()}`;

/** "five dollars and twenty cents". */
function coins(number: string, currency: Currency): string | null {
  const found = /^([\d,]*)\.(\d\d)$/.exec(number);
  if (!found || !currency.part) return null;
  const [, whole = "", part = ""] = found;
  const front = /^0*$/.test(whole) ? "" : `${amount(whole) ?? whole} ${isOne(whole) ? currency.one : currency.many}`;
  if (part === "00") return front === "" ? null : front;
  const back = `${cardinal(part)} ${Number(part) === 1 ? currency.part[0] : currency.part[1]}`;
  return front === "" ? back : `${front} and ${back}`;
}

function sum(number: string, scale: string | undefined, currency: Currency): string {
  const spoken = amount(number) ?? number;
  if (scale) return `${spoken}${scaleWord(scale)} ${currency.many}`;
  return coins(number, currency) ?? `${spoken} ${isOne(number) ? currency.one : currency.many}`;
}

/** A sum before its scale: the unit is said after the scale, as "five point two" and "million dollars". */
const withScaleWord = (front: string, scale: string, currency: Currency): readonly Said[] => {
  const [word = "", ...rest] = scale.split("-");
  const spoken = SCALES[word.toLowerCase()] ?? word;
  return [
    { count: 1, spoken: front },
    { count: 1, spoken: rest.length === 0 ? `${spoken} ${currency.many}` : `${spoken} ${currency.one} ${rest.join(" ")}` },
  ];
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
    if (scaled) return withScaleWord(`${front}${first} to ${amount(end) ?? end}`, next.core, currency);
    const whole = scale || !endScale ? `${sum(number, scale, currency)} to ${sum(end, endScale, currency)}` : null;
    return said(`${front}${whole ?? `${first} to ${sum(end, endScale, currency)}`}`);
  }
  if (scaled) return withScaleWord(`${front}${amount(number) ?? number}`, next.core, currency);
  if (rest !== undefined) {
    const [word0 = "", ...more] = rest.split("-");
    if (SCALE_WORD.test(word0))
      return said(
        `${front}${amount(number) ?? number} ${word0} ${more.length > 0 ? currency.one : currency.many} ${more.join(" ")}`.trim(),
      );
    return said(`${front}${sum(number, scale, currency)} ${rest.replaceAll("-", " ")}`);
  }
  return said(`${front}${sum(number, scale, currency)}`);
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
  const number = /^\d[\d,]*(?:\.\d+)?$/;
  if (number.test(word.core)) {
    const unit = SIGNS[next.core] ?? (Object.hasOwn(CODES, next.core) ? CODES[next.core] : undefined);
    if (unit && next.core !== "")
      return [
        { count: 1, spoken: amount(word.core) ?? word.core },
        { count: 1, spoken: unit.many },
      ];
  }
  const code = Object.hasOwn(CODES, word.core) ? CODES[word.core] : undefined;
  if (code && number.test(next.core)) return said(sum(next.core, undefined, code), 2);
  return null;
};

/** Sums of money. */
export const moneyRules: readonly Rule[] = [frontSign, otherPlaces];
