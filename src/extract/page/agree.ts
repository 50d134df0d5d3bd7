import type { Part } from "./part.ts";
import { plain } from "./plain.ts";
import type { PageElement } from "./tree.ts";

/** Letters and digits in a row that are compared: rare enough to be the same text, short enough for a small change elsewhere. */
const GRAM = 16;
/** Shortest text of the page's data that is believed to be the article's, letters and digits. */
const SHORTEST = 200;
/** Longest that is compared, UTF-16 code units. */
const LONGEST = 400_000;

/** From which share of its text a part is the article's, whatever its element is called. */
const ALL = 0.95;

const squash = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * Notes for each part how much of it the page's own data has as the article's text. How much of that text the page shows, 0 to 1; null
 * where the data has none.
 */
export function compareWithData(parts: readonly Part[], body: string | null): number | null {
  if (body === null) return null;
  const text = squash(/[<&]/.test(body) ? unmark(body.slice(0, LONGEST)) : body.slice(0, LONGEST));
  if (text.length < SHORTEST) return null;
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= text.length; at++) grams.add(text.slice(at, at + GRAM));
  const told = new Set<PageElement>();
  let shown = 0;
  for (const part of parts) {
    if (part.role !== "text") continue;
    const own = squash(part.block.text);
    if (own.length < GRAM) {
      part.agreed = null;
      continue;
    }
    let hits = 0;
    const count = own.length - GRAM + 1;
    for (let at = 0; at < count; at++) if (grams.has(own.slice(at, at + GRAM))) hits++;
    part.agreed = hits / count;
    shown += part.agreed * own.length;
    // Nobody answers an article with its own words.
    if (part.reason === "comments" && part.agreed > ALL && own.length > SHORTEST / 5) {
      part.reason = null;
      if (part.judged) told.add(part.judged);
    }
  }
  for (const part of parts) if (part.reason === "comments" && part.judged && told.has(part.judged)) part.reason = null;
  return Math.min(1, shown / text.length);
}

function unmark(body: string): string {
  return body.replace(/<[^>]{0,2000}>/g, " ").replace(/&#?\w{1,10};/g, (reference) => plain(reference) ?? " ");
}
