import { isElement, type PageElement, type PageNode } from "./tree.ts";

/** A heading that nothing ended holds the text under it: what follows its own words stands beside it. `blocks`: tags of what begins on a line of its own. */
export function releaseText(heading: PageElement, blocks: ReadonlySet<string>): void {
  const first = heading.children.findIndex(hasText);
  const at = heading.children.findIndex((child, n) => n > first && isElement(child) && blocks.has(child.tag));
  const from = heading.children[at];
  if (first < 0 || !from || !isElement(from) || !heading.parent) return;
  const released = heading.children.splice(at);
  for (const child of released) if (isElement(child)) child.parent = heading.parent;
  heading.parent.children.push(...released);
  heading.end = from.index;
}

function hasText(node: PageNode): boolean {
  return isElement(node) ? node.children.some(hasText) : /\S/.test(node.text);
}
