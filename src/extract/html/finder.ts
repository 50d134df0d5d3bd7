import { Readability } from "@mozilla/readability";
import { collapse } from "../text.ts";
import { type DomDocument, type DomElement, type DomNode, isElement, isText, nodesBelow, parsePage, SILENT } from "./dom.ts";
import type { Verdicts } from "./verdicts.ts";

/**
 * Says which leaves of a page (texts, and elements that hold none) are the main content; null when it can't tell. It leaves the page
 * as it is.
 */
export type Finder = (page: DomDocument, html: string, verdicts: Verdicts) => ReadonlySet<DomNode> | null;

/** Elements that are content although they have no text. */
export const LEAVES = new Set(["img", "hr", "video", "audio", "iframe", "embed", "object", "math"]);

/** Most elements that Readability is given: above it takes more than some seconds (measured: 100,000 paragraphs take 2 s). */
const MOST_ELEMENTS = 200_000;
/** Readability tries again with looser rules below this, characters. Its own default. */
const SHORT = 500;

/**
 * Readability, on a second tree of the same page without what has a verdict. It moves the texts about but does not copy them: the
 * texts that are in its result are found again in the page itself, where nothing was taken away from them.
 */
export const findWithReadability: Finder = (page, html, verdicts) => {
  const twin = parsePage(html);
  const origin = pair(page, twin, verdicts);
  if (origin === null) return null;
  const article = new Readability<DomElement>(twin as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: SHORT,
    maxElemsToParse: MOST_ELEMENTS,
    serializer: (element) => element as unknown as DomElement,
  });
  let content: DomElement | null | undefined;
  try {
    content = article.parse()?.content;
  } catch {
    // It throws on pages that are too large or that its parser's tree is too odd for.
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

/** Everything without a verdict: for pages that are short or odd, and for what is only a piece of a page. */
export const findEverything: Finder = (page, _html, verdicts) => {
  const found = new Set<DomNode>();
  for (const node of nodesBelow(page.body, (element) => !SILENT.has(element.localName) && !verdicts.has(element)))
    if (isText(node) || (isElement(node) && LEAVES.has(node.localName))) found.add(node);
  return hasText(found) ? found : null;
};

const hasText = (leaves: ReadonlySet<DomNode>): boolean => {
  for (const leaf of leaves) if (isText(leaf) && collapse(leaf.textContent ?? "") !== "") return true;
  return false;
};

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
