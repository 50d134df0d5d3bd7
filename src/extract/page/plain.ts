import { collapse } from "../text.ts";
import { parsePage } from "./parse-page.ts";
import { textOf } from "./tree.ts";

/** Longest value that is believed to be a headline, a name or a site, UTF-16 code units. */
const LONGEST = 1000;

/** The text of a value of a page's data, which can have character references and markup in it; null for none. */
export function plain(text: string | null): string | null {
  if (text === null) return null;
  const cut = text.slice(0, LONGEST);
  let read = cut;
  // Twice: data is often escaped twice.
  for (let n = 0; n < 2 && /&[#\w]+;|<\/?[a-z]/i.test(read); n++) read = textOf(parsePage(read).body);
  return collapse(read) || null;
}
