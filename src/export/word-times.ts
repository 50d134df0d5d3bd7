import { pieceAt, type Role, type SpeechMark, type TextRange, type Utterance } from "../model/index.ts";

/** When one word is heard. */
export interface WordTime {
  readonly role: Role;
  /** A shown word as the page shows it; an announced one as it is said. */
  readonly text: string;
  /** Seconds from the utterance's first sample. */
  readonly start: number;
  readonly end: number;
  /** Null: a word of our own. */
  readonly source: TextRange | null;
}

interface Word {
  readonly text: string;
  readonly source: TextRange | null;
}

/** The words that a piece stands for: the shown ones where it has a place, else the spoken ones. */
function wordsOf(spoken: string, source: TextRange | null, shown: (range: TextRange) => string): readonly Word[] {
  const text = source ? shown(source) : spoken;
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    source: source && { block: source.block, start: source.start + match.index, end: source.start + match.index + match[0].length },
  }));
}

/**
 * When each word of an utterance is heard, in the order of speaking. Words without a mark of their own (merged by the engine, or
 * several shown as one phrase) share the time of their neighbours by their length.
 * @param shown what the page shows of a range
 * @param marks the utterance's marks, in order
 * @param duration of its speech, seconds
 */
export function wordTimes(
  utterance: Utterance,
  shown: (range: TextRange) => string,
  marks: readonly SpeechMark[],
  duration: number,
): readonly WordTime[] {
  const starts = new Map<unknown, number>();
  for (const mark of marks) {
    const piece = pieceAt(utterance, mark.start);
    if (piece && !starts.has(piece)) starts.set(piece, Math.min(mark.time, duration));
  }
  const words: (Word & { readonly role: Role; readonly start: number | null })[] = [];
  for (const piece of utterance.pieces) {
    wordsOf(piece.spoken, piece.source, shown).forEach((word, index) => {
      words.push({ ...word, role: utterance.role, start: index === 0 ? (starts.get(piece) ?? null) : null });
    });
  }
  const timed: WordTime[] = [];
  let time = 0;
  for (let first = 0; first < words.length; ) {
    let next = first + 1;
    while (next < words.length && (words[next]?.start ?? null) === null) next += 1;
    const start = Math.max(time, words[first]?.start ?? time);
    const end = Math.max(start, next < words.length ? (words[next]?.start ?? duration) : duration);
    const run = words.slice(first, next);
    const letters = run.reduce((sum, word) => sum + word.text.length, 0);
    time = start;
    for (const { role, text, source } of run) {
      const till = time + ((end - start) * text.length) / letters;
      timed.push({ role, text, start: time, end: till, source });
      time = till;
    }
    time = end;
    first = next;
  }
  return timed;
}
