import { comparable } from "../same-text.ts";
import { collapse } from "../text.ts";
import type { Verdicts } from "./judge.ts";
import { isNamed } from "./labels.ts";
import { elementsIn, isElement, type PageElement, type PageTree, textOf } from "./tree.ts";

/** Longest label over a headline, UTF-16 code units (guess). */
const LONGEST = 60;
/** How far up the elements around a headline are looked at. */
const LEVELS = 3;

/** The label over a headline: an element right before it that its page calls so. */
export function findKicker(tree: PageTree, heading: PageElement | null, title: string | null, verdicts: Verdicts): PageElement | null {
  const isLabel = (element: PageElement): boolean => {
    if (!isNamed.kicker(element)) return false;
    const text = collapse(textOf(element));
    return text !== "" && text.length <= LONGEST && comparable(text) !== comparable(title ?? "");
  };
  let at = heading;
  for (let level = 0; at?.parent && level < LEVELS; level++) {
    const siblings = at.parent.children;
    for (let n = siblings.indexOf(at) - 1; n >= 0; n--) {
      const before = siblings[n];
      if (before === undefined || !isElement(before) || verdicts.has(before) || collapse(textOf(before)) === "") continue;
      const label = isLabel(before) ? before : elementsIn(tree, before).find((element) => isLabel(element) && !verdicts.has(element));
      if (label) return label;
      // Only what stands right before it.
      break;
    }
    if (/^(?:article|main|body)$/.test(at.tag)) return null;
    at = at.parent;
  }
  return null;
}
