import { collapse } from "../text.ts";
import { formulaOf, plainLetters } from "./formulas.ts";
import { isElement, type PageElement, type PageNode } from "./tree.ts";

/**
 * The formula in a container of MathJax 3 and later: its MathML where the page has it for screen readers, else what is drawn, as one line of
 * TeX; null for any other element, and for a container in which nothing was drawn yet.
 */
export function formulaOfContainer(element: PageElement): string | null {
  if (element.tag !== "mjx-container") return null;
  const assistive = find(element, "math");
  const drawn = assistive ? null : find(element, "mjx-math");
  return (assistive ? formulaOf(assistive) : null) || (drawn ? collapse(plainLetters(line(drawn))) : "") || null;
}

/** The first element of a kind inside another, in the order of the page. */
function find(within: PageElement, tag: string): PageElement | null {
  for (const child of within.children) {
    if (!isElement(child)) continue;
    const found = child.tag === tag ? child : find(child, tag);
    if (found) return found;
  }
  return null;
}

/** MathJax's elements for drawing (CHTML output of MathJax 3), as one line of TeX. */
function line(node: PageNode): string {
  if (!isElement(node)) return node.text.trim();
  const part = (tag: string): string => {
    const found = find(node, tag);
    return found ? line(found) : "";
  };
  const inside = node.children.filter(isElement);
  const base = (): string =>
    inside
      .filter(({ tag }) => tag !== "mjx-script")
      .map(line)
      .join("");
  const raised = inside.filter(({ tag }) => tag === "mjx-script").flatMap((script) => script.children.filter(isElement).map(line));
  const scripts = raised.filter((text) => text !== "");
  switch (node.tag) {
    case "mjx-c":
      return node.children.map(line).join("") || characterOf(node);
    case "mjx-mfrac":
      return `\\frac{${part("mjx-num")}}{${part("mjx-den")}}`;
    case "mjx-msqrt":
      return `\\sqrt{${part("mjx-box")}}`;
    case "mjx-mroot":
      return `\\sqrt[${part("mjx-root")}]{${part("mjx-box")}}`;
    case "mjx-msub":
      return `${base()}_{${scripts[0] ?? ""}}`;
    case "mjx-msup":
      return `${base()}^{${scripts[0] ?? ""}}`;
    case "mjx-msubsup":
      // The upper one is drawn first.
      return `${base()}_{${scripts[1] ?? ""}}^{${scripts[0] ?? ""}}`;
    case "mjx-munder":
      return `${part("mjx-base")}_{${part("mjx-under")}}`;
    case "mjx-mover":
      return `${part("mjx-base")}^{${part("mjx-over")}}`;
    case "mjx-munderover":
      return `${part("mjx-base")}_{${part("mjx-under")}}^{${part("mjx-over")}}`;
    default:
      return node.children.map(line).join(/^mjx-(?:math|mrow|mtd)$/.test(node.tag) ? " " : "");
  }
}

/** Largest code point of Unicode. */
const LAST = 0x10ffff;

/** A character that only the style sheet draws: its code is in the name, "mjx-c1D467". */
function characterOf({ attributes }: PageElement): string {
  const code = Number.parseInt(/(?:^|\s)mjx-c([\dA-F]{1,6})(?:\s|$)/.exec(attributes.get("class") ?? "")?.[1] ?? "", 16);
  return code > 0 && code <= LAST && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
}
