import type { Token } from "./tokens.ts";

/** Words that are said for the next `count` shown words. */
export interface Said {
  readonly count: number;
  readonly spoken: string;
}

/** What a rule may know beside the words. */
export interface Surroundings {
  /** BCP 47. */
  readonly lang: string;
  /** Whether the words stand in a text with small letters: only there capitals say anything. */
  readonly mixed: boolean;
}

/**
 * Says some shown words in another way than they are written: looks at the words from `at` on and answers with what is said, part
 * by part in their order, or null when it has nothing to say. The marks around the words are none of its business.
 */
export type Rule = (words: readonly Token[], at: number, around: Surroundings) => readonly Said[] | null;

/** Whether two neighbours are one expression: nothing but space between them. */
export const joined = (left: Token | undefined, right: Token | undefined): boolean =>
  left !== undefined && right !== undefined && left.tail === "" && right.lead === "";

/** One part for one word. */
export const said = (spoken: string, count = 1): readonly Said[] => [{ count, spoken }];

/**
 * Some words as if no space stood between them, without the marks around them: "5 % – 10 %" is "5%–10%". Null where they are fewer, or
 * where a long dash or a bracket between them makes one an aside.
 */
export function writtenTogether(words: readonly Token[], at: number, count: number): string | null {
  const some = words.slice(at, at + count);
  const parts = (word: Token, n: number): boolean =>
    word.fixed !== undefined || word.core.length > LONGEST_PART || (n > 0 && word.lead.startsWith("—") && some[n - 1]?.spaced === true);
  if (some.length < count || some.some(parts)) return null;
  return some.map(({ lead, core, tail }, n) => `${n === 0 ? "" : lead}${core}${n === count - 1 ? "" : tail}`).join("");
}
const LONGEST_PART = 24;
