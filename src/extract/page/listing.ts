import { labelOf } from "./labels.ts";
import { isSentence, isText, type Part } from "./part.ts";
import { isWithin, type PageElement } from "./tree.ts";

/** Fewest lines of one kind that make a list of links. */
const FEWEST = 3;
/** Least weight of such lines together: fewer words are a menu. */
const LEAST = 100;
/** Fewest words of such a line, on average: names of sections have one or two. */
const FEWEST_WORDS = 4;

/**
 * A page without a sentence whose lines lead to other pages is a list of them: what it lists is what it says. Only lines that were left out
 * for leading away come back, and only where several stand in elements of one kind.
 */
export function keepListing(parts: readonly Part[], root: PageElement): void {
  if (parts.some((part) => part.reason === null && isText(part) && isSentence(part))) return;
  const kinds = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.reason !== "related" || part.judged !== null || !isText(part) || !isWithin(part.place, root)) continue;
    const kind = `${part.place.tag} ${labelOf(part.place)}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), part]);
  }
  for (const lines of kinds.values()) {
    const texts = lines.map(({ block }) => block.text);
    const words = texts.join(" ").split(/\s+/).length;
    if (lines.length < FEWEST || words < lines.length * FEWEST_WORDS) continue;
    if (lines.reduce((sum, { weight }) => sum + weight, 0) < LEAST) continue;
    for (const line of lines) line.reason = null;
  }
}
