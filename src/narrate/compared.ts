import { joined, type Rule, type Said, said } from "./rule.ts";

/** How a sign of comparison is said: before and behind a number, and between two of them. */
export interface Comparison {
  readonly before: string;
  readonly behind?: string;
  readonly between: string;
}

/** By sign: ">", "<", "≥", "≤" (also as two signs), "≈". */
export type Comparisons = Readonly<Record<string, Comparison>>;

const COMPARED = /^([<>]=?|[≤≥≈])(?=[-−+±.$€£¥₹₽%٪]{0,3}\p{Nd})(.+)$/u;
const BETWEEN = /^(\S*?[\p{Nd}%٪‰]|\p{L}{1,2})([<>]=?|[≤≥])(?=[-−+.$€£¥₹₽%٪]{0,3}\p{Nd})(.+)$/u;
const ALONE = /^(?:[<>]=?|[≤≥])$/;
const FIGURE_BEHIND = /^[-−+.$€£¥₹₽%٪]{0,3}\p{Nd}/u;
const FIGURE_BEFORE = /[\p{Nd}%٪‰]$/u;
/** A longer word is no number with its unit. */
const LONGEST = 40;

/** ">5%", "≥10 km", "5%>4%": the sign in words, and what the other rules say of the rest. */
export function comparing(rules: readonly Rule[], comparisons: Comparisons): Rule {
  const of = (sign: string): Comparison | undefined => (Object.hasOwn(comparisons, sign) ? comparisons[sign] : undefined);
  const restOf: Rule = (words, at, around) => {
    for (const rule of rules) {
      const parts = rule(words, at, around);
      if (parts && parts.length > 0) return parts;
    }
    return null;
  };
  const around = (parts: readonly Said[], { before, behind = "" }: Comparison): readonly Said[] =>
    parts.map(({ count, spoken }, n) => ({
      count,
      spoken: [n === 0 ? before : "", spoken, n === parts.length - 1 ? behind : ""].filter((text) => text !== "").join(" "),
    }));
  return (words, at, surroundings) => {
    const word = words[at];
    if (!word || word.core.length > LONGEST || !/[<>≤≥≈]/.test(word.core)) return null;
    const from = Math.max(0, at - 2);
    const withCore = (core: string): ReturnType<Rule> =>
      restOf([...words.slice(from, at), { ...word, core }, ...words.slice(at + 1, at + 6)], at - from, surroundings);
    const [, sign = "", rest = ""] = COMPARED.exec(word.core) ?? [];
    const front = of(sign);
    if (front) {
      // What no rule knows is said as it is written: the sign is never lost.
      return around(withCore(rest) ?? said(rest), front);
    }
    const [, left = "", middle = "", right = ""] = BETWEEN.exec(word.core) ?? [];
    const two = of(middle);
    if (two) {
      const first = restOf([{ ...word, core: left, tail: "" }], 0, surroundings)?.[0];
      const [next, ...more] = withCore(right) ?? said(right);
      return next ? [{ count: next.count, spoken: `${first?.spoken ?? left} ${two.between} ${next.spoken}` }, ...more] : null;
    }
    const single = ALONE.test(word.core) ? of(word.core) : undefined;
    const after = words[at + 1];
    if (!single || !after || !joined(word, after) || !FIGURE_BEHIND.test(after.core)) return null;
    if (FIGURE_BEFORE.test(words[at - 1]?.core ?? "") && words[at - 1]?.tail === "") return said(single.between);
    const parts = restOf(words, at + 1, surroundings) ?? said(after.core);
    return [...said(single.before), ...around(parts, { ...single, before: "" })];
  };
}
