/** An element of a page. Names are in lower case. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  parent: PageElement | null;
  readonly children: PageNode[];
  /** Its place among all elements of the page, in the order of their start tags. */
  readonly index: number;
  /** The first `index` after it and all that it contains. */
  end: number;
  /** What its names say, once they were read: see `labelOf`. */
  label: string | null;
}

/** Text of a page, character references resolved, white space as written. */
export interface PageText {
  readonly tag: "";
  text: string;
}

/** What an element can contain. */
export type PageNode = PageElement | PageText;

/** A parsed page. `elements` are all of them, by `index`. */
export interface PageTree {
  readonly root: PageElement;
  readonly body: PageElement;
  readonly elements: readonly PageElement[];
}

/** Whether a node is an element. */
export const isElement = (node: PageNode): node is PageElement => node.tag !== "";

/** The value of an attribute, trimmed; null where it is not there or empty. */
export const attribute = (element: PageElement, name: string): string | null => element.attributes.get(name)?.trim() || null;

/** Whether an element is another one or inside it. */
export const isWithin = (element: PageElement, other: PageElement): boolean => element.index >= other.index && element.index < other.end;

/** The nearest element around both. */
export function commonAncestor(a: PageElement, b: PageElement): PageElement {
  let around = a;
  while (!isWithin(b, around) && around.parent) around = around.parent;
  return around;
}

/** The elements inside an element, in the order of the page. */
export const elementsIn = (tree: PageTree, element: PageElement): readonly PageElement[] =>
  tree.elements.slice(element.index + 1, element.end);

/** The nearest element, the element itself or one around it, that fits. */
export function closest(element: PageElement, fits: (candidate: PageElement) => boolean): PageElement | null {
  for (let at: PageElement | null = element; at; at = at.parent) if (fits(at)) return at;
  return null;
}

/** All text in a node, as written. */
export function textOf(node: PageNode): string {
  if (!isElement(node)) return node.text;
  const parts: string[] = [];
  collect(node, parts);
  return parts.join("");
}

function collect(element: PageElement, parts: string[]): void {
  for (const child of element.children)
    if (!isElement(child)) parts.push(child.text);
    else if (!SILENT.has(child.tag)) {
      if (!isInline(child.tag)) parts.push(" ");
      collect(child, parts);
    }
}

/** Elements that hold no text of the page. */
export const SILENT = new Set(
  "script style template noscript label head title meta link base svg canvas map param source track datalist select option textarea input button progress meter dialog iframe object embed audio video picture rp rt rtc annotation annotation-xml".split(
    " ",
  ),
);

/** Whether an element neither begins nor ends a block of text. */
export const isInline = (tag: string): boolean => INLINE.has(tag) || tag.startsWith("mjx-");

const INLINE = new Set(
  "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt rtc ruby s samp slot small span strike strong sub sup time tt u var wbr math mi mn mo mrow msup msub mfrac msqrt mtext mover munder munderover mpadded mstyle mtable mtr mtd semantics".split(
    " ",
  ),
);
