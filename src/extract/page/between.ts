import { isNamed } from "./labels.ts";
import { isSentence, type Part } from "./part.ts";
import { closest, commonAncestor, isWithin, type PageElement } from "./tree.ts";
import { PROSE } from "./weigh.ts";

/** Shortest first line among paragraphs that is not a label, weight. */
export const SHORT = 15;

/** Whether a part outside of the article's element is its summary, or its facts: what stands between headline and text. `rows`: see `rowParents`. */
export function isBetween(part: Part, headline: PageElement | null, root: PageElement, rows: ReadonlySet<PageElement>): boolean {
  if (part.at >= root.index) return false;
  if (headline ? part.at <= headline.index || headline.index >= root.index : !isInSame(part, root)) return false;
  return isDek(part, headline) || (part.place.parent !== null && rows.has(part.place.parent));
}

/** Whether a sentence stands in the page's main part with the article: where there is no headline, that can begin with it. */
const isInSame = (part: Part, root: PageElement): boolean => {
  const main = closest(root, ({ tag }) => tag === "main" || tag === "article");
  return main !== null && isWithin(part.place, main) && isSentence(part);
};
/** Whether a part looks like the sentence or two below a headline. */
const isDek = (part: Part, headline: PageElement | null): boolean =>
  part.linked < 0.3 &&
  part.weight > 30 &&
  (isNamed.dek(part.place) ||
    (part.place.parent !== null && isNamed.dek(part.place.parent)) ||
    isSentence(part) ||
    // Without a full stop, too.
    (part.linked === 0 && part.weight > PROSE && (part.place.tag === "p" || isBelowHeadline(part, headline))));

/** Whether a heading stands right below the headline, in the same element or in one beside it. */
function isBelowHeadline({ place, block }: Part, headline: PageElement | null): boolean {
  if (block.kind !== "heading" || !headline) return false;
  const shared = commonAncestor(headline, place);
  return [headline, place].every(({ parent }) => parent === shared || parent?.parent === shared);
}

/** Fewest paragraphs side by side, hardly with a link, that are a text of their own: the facts above a review (guess). */
const FEWEST_ROWS = 5;

/** The elements in which several paragraphs stand that are no labels. */
export function rowParents(parts: readonly Part[]): ReadonlySet<PageElement> {
  const counts = new Map<PageElement, number>();
  for (const part of parts) {
    const { parent, tag } = part.place;
    if (part.reason || !parent || tag !== "p" || part.block.kind !== "paragraph" || part.linked > 0.3 || part.weight < SHORT) continue;
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST_ROWS).map(([parent]) => parent));
}
