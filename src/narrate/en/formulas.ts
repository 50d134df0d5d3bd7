import { joined, type Rule, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { mixedPart } from "./counts.ts";

/** How commands of TeX are said that stand for a sign; "" only sets type. */
const COMMANDS: Readonly<Record<string, string>> = {
  alpha: "alpha",
  beta: "beta",
  gamma: "gamma",
  delta: "delta",
  epsilon: "epsilon",
  varepsilon: "epsilon",
  theta: "theta",
  lambda: "lambda",
  mu: "mu",
  nu: "nu",
  pi: "pi",
  rho: "rho",
  sigma: "sigma",
  tau: "tau",
  phi: "phi",
  varphi: "phi",
  chi: "chi",
  psi: "psi",
  omega: "omega",
  Gamma: "capital gamma",
  Delta: "capital delta",
  Sigma: "capital sigma",
  Omega: "capital omega",
  times: "times",
  cdot: "times",
  div: "divided by",
  pm: "plus or minus",
  mp: "minus or plus",
  le: "at most",
  leq: "at most",
  ge: "at least",
  geq: "at least",
  ne: "is not",
  neq: "is not",
  approx: "about",
  sim: "about",
  equiv: "is the same as",
  propto: "grows with",
  in: "in",
  to: "to",
  rightarrow: "to",
  infty: "infinity",
  infinity: "infinity",
  partial: "d",
  nabla: "nabla",
  sum: "the sum",
  prod: "the product",
  int: "the integral",
  lim: "the limit",
  log: "log",
  ln: "natural log",
  sin: "sine",
  cos: "cosine",
  tan: "tangent",
  exp: "the exponential of",
  ldots: "and so on",
  cdots: "and so on",
  dots: "and so on",
  circ: "degrees",
  quad: "",
  left: "",
  right: "",
  displaystyle: "",
  text: "",
  mathrm: "",
  mathbf: "",
  mathit: "",
  mathbb: "",
  mathcal: "",
  operatorname: "",
  hat: "",
  bar: "",
  vec: "",
};
const SIGNS: Readonly<Record<string, string>> = {
  "+": "plus",
  "-": "minus",
  "−": "minus",
  "=": "equals",
  "*": "times",
  "/": "over",
  "<": "less than",
  ">": "more than",
  "!": "factorial",
  ",": ",",
};
const POWERS: Readonly<Record<string, string>> = { "2": "squared", two: "squared", "3": "cubed", three: "cubed" };

/** What begins a formula: a command that is known, a power, or a group below a letter. A path or a smiley is none. */
const COMMAND = new RegExp(`\\\\(?:frac|[dt]frac|sqrt|binom|${Object.keys(COMMANDS).join("|")})(?![A-Za-z])`);
const POWER = /[\p{L}\d)}\]]\^[{(\p{L}\d+−-]/u;
const INDEX = /[\p{L})]_\{/u;
const FORMULA = new RegExp(`${COMMAND.source}|${POWER.source}|${INDEX.source}`, "u");
/** Most words that a formula in running text is followed through. */
const LONGEST = 40;
/** Longest word that is looked at, UTF-16 code units: a formula, not a program. */
const LONGEST_WORD = 400;
/** Deepest nesting that anybody could follow by ear, and more than they could. */
const DEEPEST = 12;

const BIT = /\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\p{L}|[^\s]/gu;

/** Reads a formula's bits as a person would say them. */
function spoken(source: string): string {
  const bits = source.match(BIT) ?? [];
  let at = 0;
  const group = (depth: number): string => {
    const bit = bits[at] ?? "";
    if (bit === "{") {
      at += 1;
      const inside = run(depth + 1, "}");
      at += 1;
      return inside;
    }
    return one(depth + 1);
  };
  const one = (depth: number): string => {
    const bit = bits[at] ?? "";
    at += 1;
    if (depth > DEEPEST) return "";
    if (bit === "{") {
      const inside = run(depth + 1, "}");
      at += 1;
      return inside;
    }
    const name = bit.startsWith("\\") ? bit.slice(1) : "";
    if (/frac$/.test(name)) {
      const [top, bottom] = [group(depth), group(depth)];
      // A pause tells what is above the line from what is beside it.
      return `${top}${/ (?:plus|minus) /.test(top) ? "," : ""} over ${bottom}`;
    }
    if (name === "binom") {
      const [top, bottom] = [group(depth), group(depth)];
      return `${top} choose ${bottom}`;
    }
    if (name === "sqrt") return `the square root of ${group(depth)}`;
    if (name !== "") return COMMANDS[name] ?? (/^[A-Za-z]+$/.test(name) ? name : "");
    if (/^\d/.test(bit)) return mixedPart(bit) ?? bit;
    return SIGNS[bit] ?? (/^[\p{L}]$/u.test(bit) ? bit : "");
  };
  const run = (depth: number, until: string | null): string => {
    const parts: string[] = [];
    while (at < bits.length && bits[at] !== until) {
      const bit = bits[at];
      if (depth > DEEPEST) {
        at += 1;
      } else if (bit === "^") {
        at += 1;
        const power = group(depth);
        const last = parts.at(-1);
        const range = last !== undefined && / from /.test(last);
        parts.push(POWERS[power] ?? (range ? `to ${power}` : power === "degrees" ? power : `to the power of ${power}`));
      } else if (bit === "_") {
        at += 1;
        const below = group(depth);
        const last = parts.at(-1) ?? "";
        if (/^the (?:sum|product|integral|limit)$/.test(last)) parts[parts.length - 1] = `${last} from ${below}`;
        else parts.push(/ /.test(below) ? `sub ${below}` : below);
      } else parts.push(one(depth));
    }
    return parts.filter((part) => part !== "").join(" ");
  };
  const whole: string[] = [];
  // A closing brace too many is passed over.
  while (at < bits.length) {
    whole.push(run(0, null));
    at += 1;
  }
  return whole.join(" ").replace(/ ,/g, ",").replace(/\s+/g, " ").trim();
}

const written = (word: Token): string => word.lead + word.core + word.tail;
const balance = (text: string): number => (text.match(/\{/g)?.length ?? 0) - (text.match(/\}/g)?.length ?? 0);

/** A formula as TeX writes it, also where it stands in running text: "\frac{a}{b}", "x^2", "10^{-6}", "$a_{n+1}$". */
const tex: Rule = (words, at) => {
  const word = words[at];
  // Two cheap looks first: nearly no word has one of these signs.
  if (
    !word ||
    word.core.length > LONGEST_WORD ||
    !/[\\^_]/.test(word.core) ||
    !FORMULA.test(written(word)) ||
    /^[A-Za-z]:\\/.test(word.core)
  )
    return null;
  let text = written(word);
  let count = 1;
  // Braces that are open go on in the next words.
  while (balance(text) > 0 && count < LONGEST) {
    const next = words[at + count];
    if (!next || next.fixed !== undefined) break;
    text += ` ${written(next)}`;
    count += 1;
  }
  const plain = text.replace(/^\$+|\$+(?=[.,;:!?]*$)|\\[()[\]]/g, "").replace(/[.,;:!?]+$/, "");
  const answer = spoken(plain);
  return answer === "" ? null : said(answer, count);
};

const OPERATOR = /^[-−+=*×÷<>≤≥]$/;
/** "3x + 1": a number of a letter in a formula; alone "3x" is three times. */
const multiple: Rule = (words, at) => {
  const found = /^(\d+)([a-z])$/.exec(words[at]?.core ?? "");
  if (!found) return null;
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  const near = (OPERATOR.test(next?.core ?? "") && joined(word, next)) || (OPERATOR.test(before?.core ?? "") && joined(before, word));
  return near ? said(`${mixedPart(found[1] ?? "") ?? found[1]} ${found[2]}`) : null;
};

/** Formulas in text. */
export const formulaRules: readonly Rule[] = [tex, multiple];
