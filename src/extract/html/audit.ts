import type { LeaveReason } from "../../model/index.ts";
import type { Left } from "../draft.ts";
import { collapse } from "../text.ts";
import {
  ancestorsOf,
  attribute,
  childrenOf,
  type DomElement,
  type DomNode,
  isElement,
  isText,
  labelsOf,
  nodesBelow,
  SILENT,
} from "./dom.ts";
import type { Verdicts } from "./verdicts.ts";

/** More than the audit shows of a text. */
const ENOUGH = 400;
/** Most entries: nobody listens to more. What comes after is left out without a line of its own. */
const MOST_ENTRIES = 300;
/** These are named piece by piece: a person wants to hear which links and sizes there were. */
const PIECEWISE = new Set<LeaveReason>(["skip-link", "size-control"]);

const METADATA =
  /(?:^|-)(?:byline|dateline|timestamp|date|time|published|pubdate|updated|reading-?time|(?:post|article|entry|story)-?(?:meta|info|details|date|author))(?:-|$)/;

/** Names everything that a page shows and that is not in `kept`, in the order of the page, with the reason where there is one. */
export function nameLeft(body: DomElement, kept: ReadonlySet<DomNode>, verdicts: Verdicts): readonly Left[] {
  const around = new Set<DomElement>();
  for (const leaf of kept)
    for (const ancestor of ancestorsOf(leaf)) {
      if (around.has(ancestor)) break;
      around.add(ancestor);
    }
  const judged = new Set<DomElement>();
  for (const element of verdicts.keys()) for (const ancestor of ancestorsOf(element)) judged.add(ancestor);

  const left: Left[] = [];
  const visit = (parent: DomElement): void => {
    // Neighbours with the same reason are one entry.
    let open: { texts: string[]; reason: LeaveReason } | null = null;
    const close = (): void => {
      const text = open?.texts.join(" ") ?? "";
      if (open && text !== "") left.push({ text, reason: open.reason });
      open = null;
    };
    for (const child of childrenOf(parent)) {
      if (left.length >= MOST_ENTRIES) return;
      if (isText(child)) {
        const text = kept.has(child) ? "" : collapse(child.textContent ?? "");
        if (text !== "") open = grow(open, text, "boilerplate", close);
        continue;
      }
      if (!isElement(child) || SILENT.has(child.localName)) continue;
      const verdict = verdicts.get(child);
      if (verdict === undefined && (around.has(child) || judged.has(child))) {
        close();
        visit(child);
      } else if (verdict !== undefined && PIECEWISE.has(verdict)) {
        close();
        for (const text of pieces(child)) left.push({ text, reason: verdict });
      } else {
        const text = shownText(child);
        if (text !== "") open = grow(open, text, verdict ?? reasonOf(child), close);
      }
    }
    close();
  };
  visit(body);
  return left;
}

function grow(
  open: { texts: string[]; reason: LeaveReason } | null,
  text: string,
  reason: LeaveReason,
  close: () => void,
): { texts: string[]; reason: LeaveReason } {
  if (open?.reason === reason) {
    if (open.texts.join(" ").length < ENOUGH) open.texts.push(text);
    return open;
  }
  close();
  return { texts: [text], reason };
}

/** Whether an element says that it tells who wrote an article, or when. */
export const isMetadata = (element: DomElement): boolean =>
  element.localName === "time" || attribute(element, "rel") === "author" || labelsOf(element).some((label) => METADATA.test(label));

/** What an unjudged element is. A reason is given only where the element says it. */
function reasonOf(element: DomElement): LeaveReason {
  if (isMetadata(element)) return "metadata";
  const roles = attribute(element, "role");
  if (element.localName === "header" && element.parentNode?.localName === "body") return "navigation";
  return roles === "banner" ? "navigation" : "boilerplate";
}

/** The text of an element as a page shows it, cut. */
export function shownText(element: DomElement): string {
  let text = "";
  for (const node of nodesBelow(element, (child) => !SILENT.has(child.localName))) {
    if (isText(node)) text += node.textContent ?? "";
    else text += " ";
    if (text.length > ENOUGH * 4) break;
  }
  return collapse(text).slice(0, ENOUGH);
}

function pieces(element: DomElement): readonly string[] {
  const texts: string[] = [];
  for (const node of nodesBelow(element, (child) => !SILENT.has(child.localName))) {
    const text = isText(node) ? collapse(node.textContent ?? "") : "";
    if (text !== "") texts.push(text.slice(0, ENOUGH));
  }
  return texts;
}
