import type { Failure, LexiconEntry } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { beginning } from "../reading/first-words.ts";
import { failureWords } from "./answers.ts";

/** Most of an expression that its refusal says, characters. */
const LONGEST = 60;

/**
 * Why an entry of the lexicon was not taken, in the interface's language: what `checkEntry` refuses of what a form can hold.
 * @param entry null: what failed is of no single entry
 */
export function entryRefusal({ code }: Failure, entry: LexiconEntry | null): string {
  if (code === "too-large") return words("lexicon.wrong.full");
  if (code !== "bad-input" || !entry) return failureWords(code);
  if (entry.written.trim() === "") return words("lexicon.wrong.empty");
  if (entry.match !== "expression") return words("lexicon.wrong.long");
  return words("lexicon.wrong.expression", { written: beginning(entry.written, LONGEST) });
}

/** Why a file with a lexicon was not taken. */
export const fileRefusal = (failure: Failure): string =>
  failure.code === "bad-input" ? words("lexicon.wrong.file") : entryRefusal(failure, null);
