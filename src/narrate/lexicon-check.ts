import { RE2JS } from "re2js";
import { Failure, type LexiconEntry } from "../model/index.ts";

/** What a lexicon may hold: more than any dictionary of names, and still a blink of an eye to look through (guess). */
export const LEXICON_LIMITS = {
  /** UTF-16 code units of `written` and of `spoken`. */
  length: 200,
  entries: 20_000,
  /** Expressions that are run; later ones are not. Each costs a walk through the text. */
  expressions: 100,
  /** The size of one expression's machine, RE2's instructions: "(a{30}){30}" has 900. */
  machine: 500,
  /**
   * Steps that expressions may take in one article, instructions times characters; then the rest is told without them. About a
   * second (measured: 18 ns a step at worst); a long article under a hundred expressions takes half of them.
   */
  steps: 50_000_000,
} as const;

/** An expression, ready to search in linear time, whatever it says. @throws Failure `bad-input` for what RE2 does not know */
export function compileExpression(written: string, ignoreCase: boolean): RE2JS {
  if (written.length > LEXICON_LIMITS.length)
    throw new Failure("bad-input", `The expression is longer than ${LEXICON_LIMITS.length} characters.`);
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(written, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (cause) {
    throw new Failure("bad-input", `“${written}” is no expression that can be used: ${cause instanceof Error ? cause.message : ""}`, {
      cause,
    });
  }
  if (pattern.programSize() > LEXICON_LIMITS.machine) throw new Failure("bad-input", `“${written}” is too large an expression.`);
  return pattern;
}

/** The shape of BCP 47. */
const LANGUAGE = /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/;

/** Makes sure that an entry can be used. @throws Failure `bad-input` with what is wrong, in words for the person who wrote it */
export function checkEntry(entry: LexiconEntry): void {
  if (entry.written.trim() === "") throw new Failure("bad-input", "There is nothing to look for.");
  if (entry.written.length > LEXICON_LIMITS.length || entry.spoken.length > LEXICON_LIMITS.length)
    throw new Failure(
      "bad-input",
      `This is too long: a word and what is said for it have at most ${LEXICON_LIMITS.length} characters each. Take a shorter part of it.`,
    );
  if (entry.lang !== null && !LANGUAGE.test(entry.lang))
    throw new Failure("bad-input", `“${entry.lang}” is no language. Write it as en, en-GB or pt-BR.`);
  if (entry.match === "expression") compileExpression(entry.written, entry.ignoreCase);
}
