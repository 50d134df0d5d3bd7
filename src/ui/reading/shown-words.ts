/** A word of a text as a person would name it: without the marks around it. */
export interface ShownWord {
  readonly text: string;
  /** UTF-16 offsets in the text that it stands in, half-open. */
  readonly start: number;
  readonly end: number;
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
/** Full stops inside short forms belong to them: "U.S.", "a.m.". */
const DOTTED = /^(?:\p{L}\.){2,}$/u;
const POSSESSIVE = /['’]s$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function trimmed(text: string, start: number): ShownWord | null {
  const open = /^[^\p{L}\p{N}]+/u.exec(text)?.[0].length ?? 0;
  const core = text.slice(open);
  const plain = DOTTED.test(core) ? core : core.replace(EDGES, "").replace(POSSESSIVE, "");
  return plain === "" ? null : { text: plain, start: start + open, end: start + open + plain.length };
}

/** The words of a stretch of a text, in order. */
export function shownWords(text: string, start = 0, end = text.length): readonly ShownWord[] {
  const found: ShownWord[] = [];
  const add = (part: string, at: number): void => {
    const word = trimmed(part, at);
    if (word) found.push(word);
  };
  for (const { 0: run, index } of text.slice(start, end).matchAll(/\S+/g)) {
    if (!UNSPACED.test(run)) add(run, start + index);
    else
      for (const part of new Intl.Segmenter("zh", { granularity: "word" }).segment(run))
        if (part.isWordLike) add(part.segment, start + index + part.index);
  }
  return found;
}

/** The number of the word at an offset, else of the last before it, else the first; -1 where there is none. */
export function wordIndexAt(words: readonly ShownWord[], offset: number): number {
  const found = words.findLastIndex((word) => word.start <= offset);
  return found === -1 && words.length > 0 ? 0 : found;
}
