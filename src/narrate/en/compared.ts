import { type Rule, said } from "../rule.ts";

const FRONT: Readonly<Record<string, string>> = {
  "<": "less than",
  ">": "more than",
  "≤": "at most",
  "<=": "at most",
  "≥": "at least",
  ">=": "at least",
  "≈": "about",
};
const COMPARED = /^([<>]=?|[≤≥≈])(?=[-−+±.$€£¥₹]{0,3}\d)(.+)$/u;
/** A longer word is no number with its unit. */
const LONGEST = 40;

/**
 * ">5%", "<$5 million", "≥10 km": the sign, and what the other rules say of the rest. A ">" between words is a step of a way: "Settings >
 * Voices".
 */
export const comparedRules = (rules: readonly Rule[]): readonly Rule[] => {
  const compared: Rule = (words, at, around) => {
    const word = words[at];
    const [, sign = "", rest = ""] = (word && word.core.length <= LONGEST && COMPARED.exec(word.core)) || [];
    if (!word || rest === "") return null;
    const without = [...words.slice(Math.max(0, at - 2), at), { ...word, core: rest }, ...words.slice(at + 1, at + 6)];
    for (const rule of rules) {
      const [first, ...more] = rule(without, Math.min(at, 2), around) ?? [];
      if (first) return [{ count: first.count, spoken: `${FRONT[sign]} ${first.spoken}` }, ...more];
    }
    return null;
  };
  const step: Rule = (words, at) => {
    const isBetween = (side: number): boolean => /^\p{L}{2}/u.test(words[at + side]?.core ?? "");
    return /^>$/.test(words[at]?.core ?? "") && isBetween(-1) && isBetween(1) ? said("then") : null;
  };
  return [compared, step];
};
