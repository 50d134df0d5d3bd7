import { type Rule, said } from "../rule.ts";
import { cardinal, digits } from "./numbers.ts";

/** No number that people dial is written in more parts. */
const MOST_PARTS = 6;
const SHAPES: readonly RegExp[] = [
  // (212) 555-0142, +1 (212) 555-0142, 1-800-555-0142
  /^(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]\d{4}$/,
  // +44 20 7946 0958: a plus, a country, two parts and more
  /^\+\d{1,4}(?:[ .-]{0,2}\(?\d{1,5}\)?){1,5}$/,
  // 020 7946 0958, 0800 123 456: a nought, two parts and more
  /^\(?0\d{1,4}\)?(?:[ .-]\d{2,6}){1,3}$/,
];
/** The fewest and most digits of a number that is dialled (ITU-T E.164). */
const DIGITS = { fewest: 7, most: 15 };

/** How the first part of a number that is dialled looks. */
const BEGINS = /^(?:\+\d|0\d|\d{3}(?!\d)|1$|1[.-]\d{3})/;
const EMERGENCY = /^(?:911|999|112|111|000|988|101)$/;
const CALL_BEFORE = /^(?:call|calls|called|calling|dial|dials|dialed|dialled|dialing|dialling|phoned|phone|ring|rang|ringing)$/i;
const CALL_NEXT = /^(?:calls?|callers?|operators?|dispatchers?|emergency)$/i;

/** "(212) 555-0142", "+44 20 7946 0958", "0800 123 456": digit by digit, with a pause after each part. */
const number: Rule = (words, at) => {
  const first = words[at];
  if (!first || !BEGINS.test(first.core) || (first.core === "1" && !/^\(?\d{3}/.test(words[at + 1]?.core ?? ""))) return null;
  let text = "";
  let best = 0;
  let written = "";
  for (let count = 1; count <= MOST_PARTS; count += 1) {
    const token = words[at + count - 1];
    if (!token || !/\d/.test(token.core)) break;
    text += `${count === 1 ? "" : " "}${token.lead}${token.core}`;
    const closed = `${text}${/^[)]/.test(token.tail) ? ")" : ""}`.replace(/^[^+(\d]+/, "");
    const bare = closed.startsWith("(") && !closed.includes(")") ? closed.slice(1) : closed;
    const length = bare.replace(/\D/g, "").length;
    if (length >= DIGITS.fewest && length <= DIGITS.most && SHAPES.some((shape) => shape.test(bare))) {
      best = count;
      written = bare;
    }
    if (!/^\)?$/.test(token.tail)) break;
    text += token.tail;
  }
  if (best === 0) return null;
  const parts = written.match(/\d+/g) ?? [];
  return said(`${written.startsWith("+") ? "plus " : ""}${parts.map(digits).join(", ")}`, best);
};

/** "call 911", "a 999 call". */
const emergency: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  if (core === "9-1-1") return said("nine one one");
  if (!EMERGENCY.test(core)) return null;
  return CALL_BEFORE.test(words[at - 1]?.core ?? "") || CALL_NEXT.test(words[at + 1]?.core ?? "") ? said(digits(core)) : null;
};

/** "card ending in 8876", "PIN 1234", "passcode 0412": numbers that only identify. */
const identifying: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  if (!/^\d{3,8}$/.test(core)) return null;
  const [two, one] = [words[at - 2]?.core ?? "", words[at - 1]?.core ?? ""];
  const ending = /^ending$/i.test(two) && /^(?:in|with)$/i.test(one);
  return ending || /^(?:PIN|passcode|extension|ext|ZIP|zip)$/.test(one) ? said(digits(core)) : null;
};

/** "501(c)(3)", "10(b)", "Rule 12b-5": the numbers of laws. */
const law: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  const found = /^(\d{1,5})((?:\([a-z\d]{1,4}\)){1,5}|(?:\([a-z\d]{1,4}\)){0,4}\([a-z\d]{1,4})$/i.exec(core);
  if (!found || !(words[at]?.tail ?? "").startsWith(core.endsWith(")") ? "" : ")")) return null;
  const [, front = "", behind = ""] = found;
  const parts = behind.match(/[a-z\d]+/gi) ?? [];
  const name = /^\d0\d$/.test(front) ? `${cardinal(front[0] ?? "")} oh ${cardinal(front[2] ?? "")}` : cardinal(front);
  return said([name, ...parts.map((part) => (/^\d/.test(part) ? cardinal(part) : part.toUpperCase()))].join(" "));
};

/** Numbers that are dialled, typed and quoted. */
export const telephoneRules: readonly Rule[] = [number, emergency, identifying, law];
