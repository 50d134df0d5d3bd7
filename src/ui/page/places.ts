import type { Place, TextRange } from "../../model/index.ts";

/** A point between two characters of the document. */
export interface Point {
  readonly node: Text;
  readonly offset: number;
}

const textsOf = (element: Element): readonly Text[] => {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  return found;
};

/** The parts of a block on the page: each element says which block's text it shows, and from which offset. */
const partsOf = (root: ParentNode, block: string): readonly { readonly element: Element; readonly start: number }[] =>
  [...root.querySelectorAll(`[data-block="${CSS.escape(block)}"]`)].map((element) => ({
    element,
    start: Number(element.getAttribute("data-start") ?? 0),
  }));

/** The element that shows a block's text from its start, null where the page has none. */
export const elementOf = (root: ParentNode, block: string): Element | null => partsOf(root, block)[0]?.element ?? null;

/**
 * The point of the page for an offset in a block's text. At a border between two text nodes it is the start of the second when
 * `side` is `start`, else the end of the first.
 */
export function pointAt(root: ParentNode, block: string, offset: number, side: "start" | "end"): Point | null {
  let last: Point | null = null;
  for (const { element, start } of partsOf(root, block)) {
    let at = start;
    for (const node of textsOf(element)) {
      const end = at + node.data.length;
      if (offset >= at && (side === "start" ? offset < end : offset <= end)) return { node, offset: offset - at };
      if (offset >= end) last = { node, offset: node.data.length };
      at = end;
    }
  }
  return last;
}

/** The range of the page that shows a stretch of a block's text, null where the page does not show it. */
export function rangeOf(root: ParentNode, { block, start, end }: TextRange): Range | null {
  const from = pointAt(root, block, start, "start");
  const to = pointAt(root, block, end, "end");
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The place in the article of a point of the document, null outside the article's text. */
export function placeAt(root: Node, node: Node, offset: number): Place | null {
  if (!root.contains(node)) return null;
  const inner = node.nodeType === 3 /* Node.TEXT_NODE */ ? node : (node.childNodes[offset] ?? node);
  const element = inner instanceof Element ? inner : inner.parentElement;
  const part = element?.closest("[data-block]") ?? element?.querySelector("[data-block]");
  const block = part?.getAttribute("data-block");
  if (!part || !block) return null;
  let at = Number(part.getAttribute("data-start") ?? 0);
  if (part.contains(inner))
    for (const text of textsOf(part)) {
      if (text === inner) return { block: block as Place["block"], offset: at + (inner === node ? offset : 0) };
      if (inner.compareDocumentPosition(text) & 4 /* Node.DOCUMENT_POSITION_FOLLOWING */) break;
      at += text.data.length;
    }
  return { block: block as Place["block"], offset: at };
}
