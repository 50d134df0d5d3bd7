import { Failure, LEXICON_MATCHES, type LexiconEntry, type LexiconProblem, type VoiceId } from "../model/index.ts";
import { checkEntry, LEXICON_LIMITS } from "./lexicon-check.ts";

/** What a file held: the entries that can be used, and how many could not. */
export interface ImportedLexicon {
  readonly entries: readonly LexiconEntry[];
  /** Entries that were left out: sounds without words, broken expressions, too long. */
  readonly ignored: number;
  /** Why, for the first `MOST_PROBLEMS` of them. */
  readonly problems: readonly LexiconProblem[];
}

/** A person mends a few lines by hand; whoever has more has another kind of file (guess). */
const MOST_PROBLEMS = 50;

/** The longest file that is read, UTF-16 code units: `LEXICON_LIMITS.entries` of a hundred letters with their markup, and more. */
const LONGEST_FILE = 8_000_000;

/** @throws Failure `too-large` */
export function checkSize(text: string): void {
  if (text.length > LONGEST_FILE) throw new Failure("too-large", `The file has more than ${LONGEST_FILE / 1_000_000} million characters.`);
}

/** The fields of an entry as a file has them; "" or null: not said. */
export interface RawEntry {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly written: string;
  readonly spoken: string;
  readonly match?: string | null | undefined;
  readonly lang?: string | null | undefined;
  readonly site?: string | null | undefined;
  readonly voice?: string | null | undefined;
  readonly ignoreCase?: string | null | undefined;
}

/** Why an entry can't be used, null when it can. */
function faultOf(entry: LexiconEntry): string | null {
  try {
    checkEntry(entry);
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
}

/** The usable ones of what a file holds, at most `LEXICON_LIMITS.entries`. */
export function believed(raw: readonly (RawEntry & { readonly fault?: string })[]): ImportedLexicon {
  const entries: LexiconEntry[] = [];
  const problems: LexiconProblem[] = [];
  for (const one of raw) {
    const match = LEXICON_MATCHES.find((known) => known === (one.match || "word"));
    const entry: LexiconEntry = {
      written: one.written,
      spoken: one.spoken,
      match: match ?? "word",
      lang: one.lang || null,
      site: one.site || null,
      voice: one.voice ? (one.voice as VoiceId) : null,
      ignoreCase: /^(?:true|1|yes)$/i.test(one.ignoreCase ?? ""),
    };
    const fault =
      one.fault ??
      (match === undefined ? `“${one.match}” is no way to find words. These are: ${LEXICON_MATCHES.join(", ")}.` : null) ??
      (entries.length >= LEXICON_LIMITS.entries ? `A lexicon has at most ${LEXICON_LIMITS.entries} entries.` : null) ??
      faultOf(entry);
    if (fault === null) entries.push(entry);
    else if (problems.length < MOST_PROBLEMS) problems.push({ line: one.line, message: fault });
  }
  return { entries, ignored: raw.length - entries.length, problems };
}
