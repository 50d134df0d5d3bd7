import { Failure, LEXICON_MATCHES, type LexiconEntry, type VoiceId } from "../model/index.ts";
import { checkEntry, LEXICON_LIMITS } from "./lexicon-check.ts";

/** What a file held: the entries that can be used, and how many could not. */
export interface ImportedLexicon {
  readonly entries: readonly LexiconEntry[];
  /** Entries that were left out: sounds without words, broken expressions, too long. */
  readonly ignored: number;
}

/** The longest file that is read, UTF-16 code units: `LEXICON_LIMITS.entries` of a hundred letters with their markup, and more. */
const LONGEST_FILE = 8_000_000;

/** @throws Failure `too-large` */
export function checkSize(text: string): void {
  if (text.length > LONGEST_FILE) throw new Failure("too-large", `The file has more than ${LONGEST_FILE / 1_000_000} million characters.`);
}

/** The fields of an entry as a file has them; "" or null: not said. */
export interface RawEntry {
  readonly written: string;
  readonly spoken: string;
  readonly match?: string | null | undefined;
  readonly lang?: string | null | undefined;
  readonly site?: string | null | undefined;
  readonly voice?: string | null | undefined;
  readonly ignoreCase?: string | null | undefined;
}

/** The usable ones of what a file holds, at most `LEXICON_LIMITS.entries`. */
export function believed(raw: readonly RawEntry[]): ImportedLexicon {
  const entries: LexiconEntry[] = [];
  for (const one of raw) {
    const match = LEXICON_MATCHES.find((known) => known === (one.match || "word"));
    if (match === undefined || entries.length >= LEXICON_LIMITS.entries) continue;
    const entry: LexiconEntry = {
      written: one.written,
      spoken: one.spoken,
      match,
      lang: one.lang || null,
      site: one.site || null,
      voice: one.voice ? (one.voice as VoiceId) : null,
      ignoreCase: /^(?:true|1|yes)$/i.test(one.ignoreCase ?? ""),
    };
    try {
      checkEntry(entry);
      entries.push(entry);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return { entries, ignored: raw.length - entries.length };
}
