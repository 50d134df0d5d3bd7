import { type Comparisons, comparing } from "../compared.ts";
import { type Rule, said } from "../rule.ts";

const COMPARISONS: Comparisons = {
  "<": { before: "less than", between: "is less than" },
  ">": { before: "more than", between: "is more than" },
  "≤": { before: "at most", between: "is at most" },
  "<=": { before: "at most", between: "is at most" },
  "≥": { before: "at least", between: "is at least" },
  ">=": { before: "at least", between: "is at least" },
  "≈": { before: "about", between: "is about" },
};

/**
 * ">5%", "<$5 million", "≥10 km": the sign, and what the other rules say of the rest. A ">" between words is a step of a way: "Settings >
 * Voices".
 */
export const comparedRules = (rules: readonly Rule[]): readonly Rule[] => {
  const step: Rule = (words, at) => {
    const isBetween = (side: number): boolean => /^\p{L}{2}/u.test(words[at + side]?.core ?? "");
    return /^>$/.test(words[at]?.core ?? "") && isBetween(-1) && isBetween(1) ? said("then") : null;
  };
  return [comparing(rules, COMPARISONS), step];
};
