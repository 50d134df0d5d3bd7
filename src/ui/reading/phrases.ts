/** A stretch of a text, UTF-16 offsets, half-open. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
}

/** After these a phrase may end before it is full: people pause there. */
const PAUSES = /[,;:.!?…،؛؟。，；：！？、–—)\]»”]["'”’)\]]*$/u;
/** Share of its most from which a phrase ends at a pause. */
const ENOUGH = 0.5;

/**
 * A text in phrases of at most so many characters, each of whole words; a longer word is a phrase of its own. Together they are the text
 * without the spaces between them. Where a pause is near, a phrase ends there.
 * @param lang BCP 47, for scripts without spaces
 */
export function phrasesOf(text: string, most: number, lang: string): readonly Phrase[] {
  const found: Phrase[] = [];
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (start >= 0) found.push({ start, end });
    start = -1;
  };
  for (const part of partsOf(text, lang)) {
    if (start >= 0 && part.end - start > most) close();
    if (start < 0) start = part.start;
    end = part.end;
    if (end - start >= most * ENOUGH && PAUSES.test(text.slice(start, end))) close();
  }
  close();
  return found;
}

/** The phrase in which an offset stands; the one before it where it stands between two, the first where there is none before. */
export function phraseAt(phrases: readonly Phrase[], offset: number): number {
  const after = phrases.findIndex(({ start }) => start > offset);
  return after === -1 ? Math.max(0, phrases.length - 1) : Math.max(0, after - 1);
}

/** What must not be parted: words with what clings to them. In scripts without spaces, the segmenter's words. */
function partsOf(text: string, lang: string): readonly Phrase[] {
  const parts: Phrase[] = [];
  for (const { index, 0: run } of text.matchAll(/\S+/g)) {
    if (!UNSPACED.test(run)) {
      parts.push({ start: index, end: index + run.length });
      continue;
    }
    for (const { segment, index: at, isWordLike } of new Intl.Segmenter(localeOf(lang), { granularity: "word" }).segment(run)) {
      const last = parts.at(-1);
      const end = index + at + segment.length;
      // Signs cling to the word before them, opening ones to the word after.
      if (!isWordLike && last && last.end === index + at) parts[parts.length - 1] = { start: last.start, end };
      else parts.push({ start: index + at, end });
    }
  }
  return parts;
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

const localeOf = (lang: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? "en";
  } catch {
    return "en";
  }
};
