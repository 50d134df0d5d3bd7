import { labelOf, reasonInLabel } from "./labels.ts";
import type { Part } from "./part.ts";
import { closest, commonAncestor, isWithin, type PageElement, type PageTree } from "./tree.ts";
import { PROSE, type Weights } from "./weigh.ts";

/** Fewest answers of one kind that make a thread. */
const FEWEST = 2;
/** Most prose outside of the answers, weight: a question, or a post of a few sentences. */
const MOST_OUTSIDE = 250;

/**
 * The element around all answers of a page that is nothing but a question and its answers, as forums and networks have them; null for a
 * page with an article of its own, whose answers are comments. `headline`: the element with the headline.
 */
export function findThread(tree: PageTree, weights: Weights, headline: PageElement | null): PageElement | null {
  const named = tree.elements.filter(
    (element) => element !== tree.body && reasonInLabel(element) === "comments" && !(headline && isWithin(headline, element)),
  );
  const kinds = new Map<string, number>();
  for (const element of named)
    if ((weights.text[element.index] ?? 0) > (weights.links[element.index] ?? 0))
      kinds.set(labelOf(element), (kinds.get(labelOf(element)) ?? 0) + 1);
  if (Math.max(0, ...kinds.values()) < FEWEST) return null;
  let end = 0;
  const outer = named.filter((element) => {
    if (element.index < end) return false;
    end = element.end;
    return true;
  });
  const sum = (weight: Float64Array): number => outer.reduce((total, element) => total + (weight[element.index] ?? 0), 0);
  const outside = (weights.prose[tree.body.index] ?? 0) - sum(weights.prose);
  if (outside >= MOST_OUTSIDE || sum(weights.text) - sum(weights.links) <= outside) return null;
  // What calls itself an article and has a paragraph is one, however short.
  const isArticle = (element: PageElement): boolean =>
    element.tag === "article" &&
    (weights.prose[element.index] ?? 0) >= PROSE &&
    !outer.some((answer) => isWithin(element, answer) || isWithin(answer, element));
  if (tree.elements.some(isArticle)) return null;
  const [first] = outer;
  return first ? outer.reduce(commonAncestor, first) : null;
}

/** Least weight of a question. */
const QUESTION = 20;

/** The element around a thread and the question above it. */
export function withQuestion(thread: PageElement, parts: readonly Part[]): PageElement {
  const question = parts.findLast(
    (part) =>
      part.at < thread.index &&
      part.role === "text" &&
      part.reason === null &&
      part.weight >= QUESTION &&
      part.linked < 0.3 &&
      !/^h[1-6]$/.test(part.place.tag) &&
      closest(part.place, ({ tag }) => tag === "header" || tag === "nav") === null,
  );
  return question ? commonAncestor(thread, question.place) : thread;
}
