import type { BlockId, Piece } from "../model/index.ts";
import type { Stretch } from "./sentences.ts";

/** What is said for the signs of program text; the longest match first. What only groups is a pause, not a word. */
const SIGNS: readonly (readonly [string, string])[] = [
  ["===", "triple equals"],
  ["!==", "is not"],
  ["...", "dot dot dot"],
  ["=>", "arrow"],
  ["->", "arrow"],
  ["==", "double equals"],
  ["!=", "not equals"],
  ["<=", "at most"],
  [">=", "at least"],
  ["&&", "and"],
  ["||", "or"],
  ["++", "plus plus"],
  ["--", "dash dash"],
  ["+=", "plus equals"],
  ["-=", "minus equals"],
  ["//", "comment"],
  ["::", "colon colon"],
  ["=", "equals"],
  ["+", "plus"],
  ["*", "star"],
  ["/", "slash"],
  ["%", "percent"],
  ["<", "less than"],
  [">", "greater than"],
  ["!", "not"],
  ["&", "and"],
  ["|", "pipe"],
  ["$", "dollar"],
  ["#", "hash"],
  ["@", "at"],
  ["_", " "],
  ["~", "tilde"],
  ["^", "caret"],
  ["\\", "backslash"],
  [".", "dot"],
  [":", ","],
  [";", ","],
  [",", ","],
  ["(", ","],
  ["[", ","],
  ["{", ","],
];
const NAMES = new Map(SIGNS);
const escaped = (sign: string): string => [...sign].map((char) => `\\u{${char.charCodeAt(0).toString(16)}}`).join("");
const BITS = new RegExp(`${SIGNS.map(([sign]) => escaped(sign)).join("|")}|\\p{L}[\\p{L}\\p{M}]*|\\d+(?:\\.\\d+)?|\\s+|.`, "gsu");
/** Names in humps, "readAllLines", are said as their words. */
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})/gu;

function saidOf(word: string): string {
  // "don't", "-x" and "file.txt" keep their hyphens' and stops' meaning: a lone dash is an option's.
  const parts = (word.match(BITS) ?? []).map((bit) => {
    const name = NAMES.get(bit);
    if (name !== undefined) return name === "," ? "," : ` ${name} `;
    if (/^\p{L}/u.test(bit)) return bit.replace(HUMPS, " ");
    return /^\d/.test(bit) ? bit : bit === "-" ? " dash " : " ";
  });
  return parts
    .join("")
    .replace(/\s*,[\s,]*/g, ", ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,]+|[\s,]+$/g, (edge) => (edge.includes(",") ? "," : ""))
    .replace(/^,+/, "")
    .trim();
}

/**
 * A line of program text as one would read it to a friend at a keyboard: names and numbers, the operators by name, a pause where
 * something is grouped. One piece for what stands between white space.
 */
export function codePieces(block: BlockId, text: string, line: Stretch): readonly Piece[] {
  const found = [...text.slice(line.start, line.end).matchAll(/\S+/g)].map((match) => ({
    spoken: saidOf(match[0]),
    source: { block, start: line.start + match.index, end: line.start + match.index + match[0].length },
  }));
  const last = found.findLastIndex((piece) => piece.spoken !== "");
  return found.map((piece, at) => ({
    ...piece,
    spoken: piece.spoken === "" || at > last ? "" : at === last ? piece.spoken.replace(/,$/, "") : `${piece.spoken} `,
  }));
}
