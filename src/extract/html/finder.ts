import { Readability } from "@mozilla/readability";
import { collapse } from "../text.ts";
import { childrenOf, type DomDocument, type DomElement, type DomNode, isElement, isText, nodesBelow, parsePage, SILENT } from "./dom.ts";
import type { Verdicts } from "./verdicts.ts";

/**
 * Says which leaves of a page (texts, and elements that hold none) are the main content; null when it can't tell. It leaves the page
 * as it is.
 */
export type Finder = (page: DomDocument, html: string, verdicts: Verdicts) => ReadonlySet<DomNode> | null;

/** Elements that are content although they have no text. */
export const LEAVES = new Set(["img", "hr", "video", "audio", "iframe", "embed", "object", "math"]);

/**
 * Largest page that Readability is given: its elements, each counted as often as it is nested. Its time grows with both (measured:
 * 120,000 paragraphs, 480,000, take 2 s; 8,000 items in 128 nested lists, 2,000,000, take 9 s; the largest of 256 real pages has 45,000).
 */
const MOST_WEIGHT = 1_000_000;
/** Shorter than an article, characters. Readability tries again with looser rules below it; its own default is 500. */
const SHORT = 250;

/**
 * Readability, on a second tree of the same page without what has a verdict. It moves the texts about but does not copy them: the
 * texts that are in its result are found again in the page itself, where nothing was taken away from them.
 */
export const findWithReadability: Finder = (page, html, verdicts) => {
  if (weigh(page.body) > MOST_WEIGHT) return null;
  const twin = parsePage(html);
  const origin = pair(page, twin, verdicts);
  if (origin === null) return null;
  const article = new Readability<DomElement>(twin as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: SHORT,
    serializer: (element) => element as unknown as DomElement,
  });
  let content: DomElement | null | undefined;
  try {
    content = article.parse()?.content;
  } catch {
    // It throws on some pages (3 of 64 in a test set), in its own code.
    return null;
  }
  if (!content) return null;
  const found = new Set<DomNode>();
  for (const node of nodesBelow(content)) {
    const known = origin.get(node);
    if (known) found.add(known);
  }
  return hasText(found) ? found : null;
};

/**
 * Everything without a verdict in what a page calls its article, else in the page: for pages that are short or odd, and for what is only
 * a piece of a page.
 */
export const findEverything: Finder = (page, _html, verdicts) => {
  const inside = (root: DomElement): ReadonlySet<DomNode> => {
    const found = new Set<DomNode>();
    for (const node of nodesBelow(root, (element) => !SILENT.has(element.localName) && !verdicts.has(element)))
      if (isText(node) || (isElement(node) && LEAVES.has(node.localName))) found.add(node);
    return found;
  };
  for (const selector of ["[itemprop=articleBody]", "article", "main"]) {
    const roots = [...page.querySelectorAll(selector)];
    const found = roots.length === 1 && roots[0] ? inside(roots[0]) : null;
    if (found && length(found) >= SHORT) return found;
  }
  const found = inside(page.body);
  return hasText(found) ? found : null;
};

const length = (leaves: ReadonlySet<DomNode>): number =>
  [...leaves].reduce((sum, leaf) => sum + (isText(leaf) ? collapse(leaf.textContent ?? "").length : 0), 0);

const hasText = (leaves: ReadonlySet<DomNode>): boolean => {
  for (const leaf of leaves) if (isText(leaf) && collapse(leaf.textContent ?? "") !== "") return true;
  return false;
};

function weigh(body: DomElement): number {
  let weight = 0;
  const visit = (element: DomElement, depth: number): void => {
    for (const child of childrenOf(element)) {
      if (!isElement(child)) continue;
      weight += depth;
      visit(child, depth + 1);
    }
  };
  visit(body, 1);
  return weight;
}

/** For each leaf of the twin its leaf of the page. What has a verdict is taken out of the twin. Null if the trees differ. */
function pair(page: DomDocument, twin: DomDocument, verdicts: Verdicts): ReadonlyMap<DomNode, DomNode> | null {
  const origin = new Map<DomNode, DomNode>();
  const doomed: DomNode[] = [];
  const twins = nodesBelow(twin.documentElement);
  for (const node of nodesBelow(page.documentElement)) {
    const next = twins.next();
    if (next.done || next.value.nodeType !== node.nodeType) return null;
    origin.set(next.value, node);
    if (isElement(node) && verdicts.has(node)) doomed.push(next.value);
  }
  for (const node of doomed) node.remove();
  return origin;
}
