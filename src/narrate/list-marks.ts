/** Shapes of list marks: what stands before the number, the number or letter, what stands after it. */
const MARK = /(?<=^|\s)([•⁃◦▪‣]?[ \t]*\(?)(\d{1,3}|[a-z])(\.\)|[.)])(?=[ \t]+\S)/g;

/** Longest list that is looked for, characters of text: a longer block is prose (guess). */
const LONGEST_LIST = 20_000;

const countOf = (mark: string): number => (/\d/.test(mark) ? Number(mark) : mark.charCodeAt(0) - 96);

/**
 * Where the entries of a list begin that was flattened into running text: "1) Bread 2) Milk". Only a text that begins with a mark
 * is a list, and only marks of the same shape that count on belong to it. Offsets in order, without the first entry's; empty for prose.
 */
export function listEntries(text: string): readonly number[] {
  if (text.length > LONGEST_LIST || !/^\s*[•⁃◦▪‣]?[ \t]*\(?(?:\d{1,3}|[a-z])[.)]/.test(text)) return [];
  const entries: number[] = [];
  let shape = "";
  let value = 0;
  for (const found of text.matchAll(MARK)) {
    const [, before = "", mark = "", after = ""] = found;
    const here = `${before.trim()}${/\d/.test(mark) ? "1" : "a"}${after}`;
    if (shape === "") {
      if (text.slice(0, found.index).trim() !== "") return [];
      shape = here;
      value = countOf(mark);
    } else if (here === shape && countOf(mark) === value + 1) {
      value += 1;
      entries.push(found.index);
    }
  }
  return entries;
}
