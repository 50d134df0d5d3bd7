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
