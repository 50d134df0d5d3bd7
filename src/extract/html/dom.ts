import { parseHTML } from "linkedom";
import { Failure } from "../../model/index.ts";
import { limitDepth } from "./limit-depth.ts";

/** The part of the DOM that is used here: the room has no `document` of its own. */
export interface DomNode {
  readonly nodeType: number;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly textContent: string | null;
  remove(): void;
}

/** An element. `localName` is in lower case. */
export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** A parsed page. */
export interface DomDocument extends DomElement {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  readonly childNodes: Iterable<DomNode>;
}

const ELEMENT = 1;
const TEXT = 3;

/** Whether a node is an element. */
export const isElement = (node: DomNode | null): node is DomElement => node?.nodeType === ELEMENT;
/** Whether a node is text. */
export const isText = (node: DomNode | null): boolean => node?.nodeType === TEXT;

/**
 * Most tags and character references of a page that is parsed: each becomes an object (measured: 1,400,000 empty elements take 4 s and
 * 0.8 GB; the largest of 256 real pages has 45,000).
 */
const MOST_MARKUP = 500_000;

function countMarkup(html: string): number {
  let count = 0;
  for (let at = 0; at < html.length; at++) {
    const char = html.charCodeAt(at);
    if (char === 0x3c || char === 0x26) count++;
  }
  return count;
}

/**
 * Parses a page. No script runs, nothing is fetched. The tree is never deeper than `limitDepth` says, so that walking it can't exhaust
 * the stack, and all of its content is in the body.
 * @throws Failure `too-large` for a page of nothing but markup
 */
export function parsePage(html: string): DomDocument {
  if (countMarkup(html) > MOST_MARKUP)
    throw new Failure("too-large", "This page has too many parts. Copy the text that you want to hear, and paste it here.");
  const limited = limitDepth(html);
  const parse = (text: string): DomDocument => (parseHTML(text) as unknown as { document: DomDocument }).document;
  const page = parse(/<html[\s>]/i.test(limited) ? limited : `<html>${limited}</html>`);
  if (isWhole(page)) return page;
  // The parser makes no html and body elements of its own, and leaves what comes after their end outside.
  const root = page.documentElement;
  const said = ["lang", "dir"].flatMap((name) => {
    const value = root?.localName === "html" ? attribute(root, name) : null;
    return value === null ? [] : [` ${name}="${value.replace(/[^\w-]/g, "")}"`];
  });
  return parse(
    `<!doctype html><html${said.join("")}><head></head><body>${limited.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/gi, "")}</body></html>`,
  );
}

/** Whether a page is html, head and body, and nothing beside them: for any other the parser's `body` is not the one with the text. */
function isWhole(page: DomDocument): boolean {
  const parts = (children: Iterable<DomNode>): string =>
    [...children]
      .flatMap((child) => (isElement(child) ? [child.localName] : isText(child) && child.textContent?.trim() ? ["text"] : []))
      .join();
  // The parser's doctype does not know its next sibling, so the page itself is asked.
  return parts(page.childNodes) === "html" && parts(childrenOf(page.documentElement)) === "head,body";
}

/** The children of a node, in order. */
export function* childrenOf(node: DomNode): Generator<DomNode> {
  let child = node.firstChild;
  while (child) {
    const next = child.nextSibling;
    yield child;
    child = next;
  }
}

/** All nodes below a node, in the order of the page. `enter`: whether to look into an element. */
export function* nodesBelow(root: DomNode, enter: (element: DomElement) => boolean = () => true): Generator<DomNode> {
  let node: DomNode | null = root.firstChild;
  while (node) {
    yield node;
    if (isElement(node) && node.firstChild && enter(node)) node = node.firstChild;
    else {
      while (node && node !== root && !node.nextSibling) node = node.parentNode;
      node = node === root ? null : (node?.nextSibling ?? null);
    }
  }
}

/** The elements around a node, the nearest first. */
export function* ancestorsOf(node: DomNode): Generator<DomElement> {
  for (let parent = node.parentNode; parent !== null; parent = parent.parentNode) if (isElement(parent)) yield parent;
}

/** Whether a node is an element or lies in it. */
export function isWithin(node: DomNode, element: DomElement): boolean {
  if (node === element) return true;
  for (const ancestor of ancestorsOf(node)) if (ancestor === element) return true;
  return false;
}

/** The value of an attribute, trimmed; null when it is not there or says nothing. */
export const attribute = (element: DomElement, name: string): string | null => element.getAttribute(name)?.trim() || null;

/** The names that a page gives an element for its own use: class and id, as lower-case words joined by "-". */
export function labelsOf(element: DomElement): readonly string[] {
  const text = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  const LONGEST = 2000;
  return text
    .slice(0, LONGEST)
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/\s+/)
    .map((label) => label.replace(/[_:]+/g, "-"))
    .filter((label) => label !== "");
}

/** Elements that hold no text of the page. */
export const SILENT = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "head",
  "title",
  "meta",
  "link",
  "base",
  "svg",
  "canvas",
  "map",
  "param",
  "source",
  "track",
  "datalist",
  "select",
  "textarea",
  "input",
  "progress",
  "meter",
  "dialog",
]);

/** Elements that begin and end a block of text. */
export const BLOCKS = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "button",
  "caption",
  "center",
  "dd",
  "details",
  "dialog",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hgroup",
  "hr",
  "html",
  "legend",
  "li",
  "main",
  "menu",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
]);
