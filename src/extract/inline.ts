import type { Span } from "../model/index.ts";

type Without<T> = T extends unknown ? Omit<T, "start" | "end"> : never;
/** What a span is, before it is known where it lies. */
export type Mark = Without<Span>;

/** A text with its spans, exact. */
export interface Inline {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** What was read of one block. */
export interface Taken extends Inline {
  /** The spaces of the text where a line ends what is said (verse, addresses, credits): offsets, in order. */
  readonly lines: readonly number[];
}

/** Collects the text of one block, white space collapsed, and remembers where the marks were. */
export interface InlineBuilder {
  add(text: string): void;
  /** Goes on in a new line. It becomes a space, as one of `lines` where it ends what is said. */
  breakLine(): void;
  /** Says that something was passed over here: a comma or full stop that follows belongs to the word before. */
  passOver(): void;
  /** Begins a mark; the last begun ends first. */
  open(mark: Mark): void;
  close(): void;
  /** Whether something other than white space was added since the last `take`. */
  hasText(): boolean;
  /** The text so far, trimmed. What is open stays open for the text to come. `lines`: white space is kept, as in code. */
  take(lines?: boolean): Taken;
}

/** A builder without text. */
export function createInline(): InlineBuilder {
  const open: Mark[] = [];
  let parts: string[] = [];
  let length = 0;
  let blank = true;
  let passed = false;
  // A span is made when it opens, so that the outer stands before the inner; `end` is filled in when it closes.
  let spans: { mark: Mark; start: number; end: number }[] = [];
  let openSpans: { mark: Mark; start: number; end: number }[] = [];
  const begin = (mark: Mark): void => {
    const span = { mark, start: length, end: Number.MAX_SAFE_INTEGER };
    spans.push(span);
    openSpans.push(span);
  };
  const dropSpace = (): void => {
    const last = parts.at(-1) ?? "";
    const kept = last.trimEnd();
    if (kept === "") return;
    parts[parts.length - 1] = kept;
    length -= last.length - kept.length;
    for (const span of spans) {
      span.start = Math.min(span.start, length);
      if (!openSpans.includes(span)) span.end = Math.min(span.end, length);
    }
  };
  return {
    passOver() {
      passed = true;
    },
    add(text) {
      if (text === "") return;
      if (passed && /^[,.;]/.test(text)) dropSpace();
      passed = false;
      if (blank && /\S/.test(text)) blank = false;
      parts.push(text);
      length += text.length;
    },
    breakLine() {
      parts.push(BREAK);
      length += BREAK.length;
    },
    open(mark) {
      open.push(mark);
      begin(mark);
    },
    close() {
      open.pop();
      const span = openSpans.pop();
      if (span) span.end = length;
    },
    hasText: () => !blank,
    take(lines = false) {
      const source = parts.join("");
      const made = lines ? keepLines(source) : squeeze(source);
      const result = { text: made.text, spans: place(spans, made), lines: made.lines };
      parts = [];
      length = 0;
      blank = true;
      spans = [];
      openSpans = [];
      for (const mark of open) begin(mark);
      return result;
    },
  };
}

interface Squeezed {
  readonly text: string;
  /** The new offset of an old one. */
  readonly at: (offset: number) => number;
  readonly lines: readonly number[];
}

/** LINE SEPARATOR: what a broken line is until it is known what it means. */
const BREAK = "\u2028";
const SPACE = /[\t\n\f\r \u2028]+/g;
/** A line that ends so goes on in the next one, unless a sentence ends there. */
const GOES_ON = /(?:[,;&/(–—-]|\p{Script=Arabic}|\p{Script=Han}|\p{Script=Kana}|\p{Script=Hiragana}|\p{Script=Devanagari})$/u;
const SENTENCE_MARK = /[.!?…:。！？؟।]["'”’»)\]]*$/u;
const NEW_LINE = /^["'“‘«„‚([¿¡•*+-]*\s*(?:\p{Lu}|\p{N}|https?:)/u;
const LONGEST_OPENING = 12;

/**
 * Where white space with a broken line ends what is said: offsets of the white space. A line that begins with a small letter goes on from
 * the one above, and where most lines do, the paragraph was wrapped by hand. (Of 63 such lines on 24 pages of news, none that began with a
 * capital or a number went on from the one above.)
 */
function lineEnds(source: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!source.includes(BREAK)) return found;
  let wrapped = 0;
  let ended = 0;
  for (const match of source.matchAll(SPACE)) {
    if (!match[0].includes(BREAK)) continue;
    const before = source.slice(Math.max(0, match.index - LONGEST_OPENING), match.index);
    const next = match.index + match[0].length;
    const isNew = NEW_LINE.test(source.slice(next, next + LONGEST_OPENING));
    if (before === "" || next === source.length) continue;
    if (SENTENCE_MARK.test(before)) {
      if (isNew) found.add(match.index);
    } else if (isNew && !GOES_ON.test(before)) {
      ended += 1;
      found.add(match.index);
    } else wrapped += 1;
  }
  return wrapped > ended
    ? new Set([...found].filter((at) => SENTENCE_MARK.test(source.slice(Math.max(0, at - LONGEST_OPENING), at))))
    : found;
}

function squeeze(source: string): Squeezed {
  // Most texts have nothing to squeeze: only their ends can.
  if (!/[\t\n\f\r\u2028]| {2}/.test(source)) {
    const lead = source.length - source.trimStart().length;
    const trimmed = source.trim();
    return { text: trimmed, at: (offset) => Math.max(0, Math.min(trimmed.length, offset - lead)), lines: [] };
  }
  let text = "";
  // Where text was taken from: offsets in the source at which a kept stretch begins, and where it went.
  const from: number[] = [0];
  const to: number[] = [0];
  let last = 0;
  const ends = lineEnds(source);
  const lines: number[] = [];
  for (const match of source.matchAll(SPACE)) {
    text += source.slice(last, match.index);
    if (ends.has(match.index)) lines.push(text.length);
    if (text !== "" || match.index > 0) text += " ";
    last = match.index + match[0].length;
    from.push(last);
    to.push(text.length);
  }
  text += source.slice(last);
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const at = (offset: number): number => {
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((from[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    // Inside a run of white space the text goes on after the run.
    const next = to[low + 1];
    const moved = (to[low] ?? 0) + (offset - (from[low] ?? 0));
    return Math.max(0, Math.min(trimmed.length, (next === undefined ? moved : Math.min(moved, next)) - lead));
  };
  return { text: trimmed, at, lines: lines.map((line) => line - lead) };
}

function keepLines(source: string): Squeezed {
  const text = source.replace(/\s+$/, "");
  const lead = /^(?:[^\S\n]*\n)*/.exec(text)?.[0].length ?? 0;
  const kept = text.slice(lead);
  return { text: kept, at: (offset) => Math.max(0, Math.min(kept.length, offset - lead)), lines: [] };
}

function place(spans: readonly { mark: Mark; start: number; end: number }[], { text, at }: Squeezed): readonly Span[] {
  const placed: Span[] = [];
  for (const span of spans) {
    let start = at(span.start);
    let end = at(span.end);
    while (start < end && /\s/.test(text.charAt(start))) start++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (start < end) placed.push({ ...span.mark, start, end });
  }
  return placed.sort((a, b) => a.start - b.start || b.end - a.end);
}
