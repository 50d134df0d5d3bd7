import type { LeaveReason } from "../../model/index.ts";
import { compareTexts } from "../same-text.ts";
import { collapse, countWords, endsSentence } from "../text.ts";

/** What a line turned out to be. */
export type LineRole =
  | { readonly is: "left"; readonly reason: LeaveReason }
  | { readonly is: "figure"; readonly description: string; readonly near: boolean }
  | { readonly is: "item"; readonly text: string; readonly ordinal: number | null; readonly depth: number }
  | { readonly is: "kicker" | "title" | "byline" | "heading" | "break" | "taken" }
  | { readonly is: "published" | "modified"; readonly date: string };

/** A line of a text as its writer meant it: a hard-wrapped paragraph is one line. */
export interface Line {
  readonly text: string;
  /** Nothing else stands between the blank lines around it. */
  readonly alone: boolean;
  /** Numbers the stretches between blank lines. */
  readonly group: number;
  /** White space before it, characters. */
  readonly indent: number;
  /** Null until a rule has a reason. What stays null is a paragraph. */
  role: LineRole | null;
}

/** Widths at which programs wrap text, characters. Ideographs are twice as wide. */
const WRAP = { narrowest: 40, widest: 130, narrowestIdeographs: 18 };
/** Share of lines that must be as long as they can be (a wrapped text has a few broken by hand). */
const FULL = 0.8;
/** Share of inner lines that end a sentence from which they are paragraphs of their own: one in ten does by chance. */
const SENTENCES = 0.6;

const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** `- milk`, `* milk`, `• milk`, `3. milk`, `3) milk`. Long dashes are not among them: they begin speech in some languages. */
export const MARKER = /^(?:([-*+•·‣▪◦●○])|(\d{1,3})[.)])\s+(?=\S)/u;

/** How many characters of a line would not fit into the line before it: its first word, or one ideograph. */
function firstWord(line: string): number {
  if (IDEOGRAPHS.test(line.charAt(0))) return 1;
  const space = line.search(/\s/u);
  return space < 0 ? line.length : space + 1;
}

function isWrapped(lines: readonly string[], width: number): boolean {
  const inner = lines.slice(0, -1);
  const longest = Math.max(width, ...lines.map((line) => line.length));
  const ideographs = IDEOGRAPHS.test(lines[0] ?? "");
  if (inner.length === 0 || longest > WRAP.widest || longest < (ideographs ? WRAP.narrowestIdeographs : WRAP.narrowest)) return false;
  if (lines.length === 2 && compareTexts(lines[0] ?? "", lines[1] ?? "") !== "different") return false;
  if (inner.filter(endsSentence).length > inner.length * SENTENCES) return false;
  const full = inner.filter((line, n) => line.length + firstWord(lines[n + 1] ?? "") >= longest);
  return full.length >= inner.length * FULL;
}

/** Where ideographs meet, a wrapped line had no space. */
const join = (lines: readonly string[]): string =>
  lines.reduce((text, line) => (IDEOGRAPHS.test(text.slice(-1)) && IDEOGRAPHS.test(line.charAt(0)) ? text + line : `${text} ${line}`));

interface RawLine {
  readonly text: string;
  readonly indent: number;
}

/** The lines that belong together: a marker begins an item, and a wrapped item goes on below it. */
function joinGroup(group: readonly RawLine[], width: number): readonly RawLine[] {
  const parts: RawLine[][] = [];
  for (const line of group) {
    const part = parts.at(-1);
    if (part === undefined || MARKER.test(line.text)) parts.push([line]);
    else part.push(line);
  }
  return parts.flatMap((part) => {
    const [first] = part;
    if (first === undefined) return [];
    const texts = part.map((line) => line.text);
    const hangs = MARKER.test(first.text) && part.slice(1).every((line) => line.indent > first.indent);
    return part.length > 1 && (hangs || isWrapped(texts, width)) ? [{ ...first, text: join(texts) }] : part;
  });
}

/** The width at which a text was wrapped: its longest line that is followed by another, if that is a width at all. */
function widthOf(groups: readonly (readonly RawLine[])[]): number {
  let width = 0;
  for (const group of groups)
    for (const line of group.slice(0, -1)) if (line.text.length <= WRAP.widest) width = Math.max(width, line.text.length);
  return width;
}

/** The lines of a text, blank ones gone, hard-wrapped ones joined. */
export function linesOf(text: string): Line[] {
  const groups: RawLine[][] = [];
  let open: RawLine[] = [];
  for (const raw of text.split(/\r\n|[\n\r\f\x85\u2028\u2029]/)) {
    const line = collapse(raw);
    if (line !== "") open.push({ text: line, indent: raw.length - raw.trimStart().length });
    else if (open.length > 0) {
      groups.push(open);
      open = [];
    }
  }
  if (open.length > 0) groups.push(open);
  const width = widthOf(groups);
  return groups.flatMap((group, n) => {
    const lines = joinGroup(group, width);
    return lines.map((line) => ({ ...line, alone: lines.length === 1, group: n, role: null }));
  });
}

/** Letters of a cased script, none of them small. */
export const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** Written As English Headlines Are: most of the long words begin with a capital. */
export function isHeadlineCase(text: string): boolean {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  const MOST = 0.7;
  return long.length >= 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * MOST;
}

/** Could stand over a text: short, not a sentence. `words`: the most of them; an ideograph counts as half a word. */
export function isTitleLike(line: string, words: number): boolean {
  const LONGEST = 200;
  if (line.length > LONGEST || /[.;:,。，、；：،؛]["'”’»)\]]*$/u.test(line) || MARKER.test(line) || !/\p{L}/u.test(line)) return false;
  return countWords(line) / (IDEOGRAPHS.test(line) ? 2 : 1) <= words;
}

/** Sentences: what stands in the body of a text. */
export function isProse(line: string): boolean {
  /** Shortest paragraphs that are told from lines of a list, characters. */
  const SHORTEST = IDEOGRAPHS.test(line) ? 15 : 40;
  return line.length >= SHORTEST && endsSentence(line);
}
