/** The white space that HTML collapses (HTML standard, ASCII whitespace). A no-break space is not among it. */
const WHITE = /[\t\n\f\r ]+/g;

/** White space collapsed as a page shows it; at the ends every kind of it is gone. */
export const collapse = (text: string): string => text.replace(WHITE, " ").trim();

/** How many words a text has: runs of letters and digits, each ideograph a word. */
export const countWords = (text: string): number =>
  text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;

/** Cuts at a word's end so that at most `length` UTF-16 code units and "…" remain. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.search(/\s\S*$/u);
  // A text without spaces is cut where it must be, but not inside a character.
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}

/** Ends as a sentence does, closing quotation marks and brackets aside. */
export const endsSentence = (text: string): boolean => /[.!?…。！？؟।۔][\s"'”’»›)\]」』]*$/u.test(text);
