import { parseDate } from "../dates.ts";
import { comparable } from "../same-text.ts";
import { collapse } from "../text.ts";
import { isMetadata } from "./audit.ts";
import {
  ancestorsOf,
  attribute,
  type DomDocument,
  type DomElement,
  type DomNode,
  isElement,
  isText,
  isWithin,
  labelsOf,
  nodesBelow,
  SILENT,
} from "./dom.ts";
import { alternative, isDecoration, isFigure } from "./figures.ts";
import { findEverything, findWithReadability, LEAVES } from "./finder.ts";
import { isLogo, type Metadata } from "./metadata.ts";
import { isDataTable } from "./tables.ts";
import type { Verdicts } from "./verdicts.ts";

/** What is wholly kept or wholly left out. */
const WHOLE = new Set(["figure", "pre", "p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dl"]);
const HEADING = /^h[1-6]$/;
/** Pictures in these belong to other articles. */
const ELSEWHERE = new Set(["a", "aside", "nav", "footer", "ul", "ol"]);

const isLeaf = (node: DomNode): boolean => isText(node) || (isElement(node) && LEAVES.has(node.localName));
const isBlank = (node: DomNode): boolean => isText(node) && collapse(node.textContent ?? "") === "";

/**
 * The leaves of a page that are its article: what the finder finds, made whole (no half figure, table or list item), with what finders
 * lose although it stands among the text: figures, data tables, headings, pull quotes, media, notes, and the figures between the
 * headline and the text. Null when there is no text at all.
 */
export function findContent(
  page: DomDocument,
  html: string,
  verdicts: Verdicts,
  { heading, site, byline }: Pick<Metadata, "heading" | "site" | "byline">,
): ReadonlySet<DomNode> | null {
  const found = findWithReadability(page, html, verdicts) ?? findEverything(page, html, verdicts);
  if (found === null) return null;
  const content = new Set(found);
  const open = (element: DomElement): boolean => !SILENT.has(element.localName) && !verdicts.has(element);
  const keep = (element: DomElement): void => {
    for (const node of nodesBelow(element, open)) if (isLeaf(node)) content.add(node);
  };
  for (const unit of unitsOf(found, page.body)) keep(unit);

  const order = [...nodesBelow(page.body, open)];
  const texts = order.flatMap((node, n) => (content.has(node) && !isBlank(node) && !(heading && isWithin(node, heading)) ? [n] : []));
  const first = texts[0] ?? 0;
  const last = texts.at(-1) ?? 0;
  const top = heading ? order.indexOf(heading) : -1;
  order.forEach((node, n) => {
    if (!isElement(node) || verdicts.has(node) || node === heading) return;
    const among = n > first && n < last;
    const leads = top >= 0 && n > top && n < first;
    if ((among || leads) && isFigure(node) && showsSomething(node) && !isElsewhere(node, page.body)) keep(node);
    else if (n > last && isNotes(node)) keep(node);
    if (!among) return;
    if (HEADING.test(node.localName) && leadsToContent(order, n, content)) keep(node);
    else if (isPullQuote(node) || (node.localName === "table" && isDataTable(node) && isProseTable(node))) keep(node);
    else if (
      (node.localName === "video" || node.localName === "audio" || node.localName === "hr" || isTitledFrame(node)) &&
      !isElsewhere(node, page.body)
    )
      content.add(node);
  });
  for (const node of order.slice(0, first + proseStart(order.slice(first), content)))
    if (isElement(node) && !(heading && isWithin(heading, node)) && isAboutArticle(node, { site, byline }))
      for (const leaf of nodesBelow(node)) content.delete(leaf);
  return content;
}

/** Where the first real paragraph of a text begins. */
function proseStart(order: readonly DomNode[], content: ReadonlySet<DomNode>): number {
  /** Longer than any byline, characters. */
  const LONG = 80;
  return order.findIndex((node) => isText(node) && content.has(node) && collapse(node.textContent ?? "").length >= LONG);
}

/** Who, when, how long to read, which site: what stands around a headline and is known already. */
function isAboutArticle(element: DomElement, { site, byline }: Pick<Metadata, "site" | "byline">): boolean {
  const LONGEST = 200;
  const text = collapse((element.textContent ?? "").slice(0, LONGEST * 4));
  if (text === "" || text.length > LONGEST || element.localName === "figcaption") return false;
  if (/^h[1-6]$/.test(element.localName)) return isLogo(element) || (site !== null && comparable(text) === comparable(site));
  return (
    isMetadata(element) || parseDate(text) !== null || (byline !== null && comparable(text).replace(/^by /, "") === comparable(byline))
  );
}

/** The units that have a part of the content in them, the outermost each. */
function unitsOf(found: ReadonlySet<DomNode>, body: DomElement): ReadonlySet<DomElement> {
  const units = new Set<DomElement>();
  for (const leaf of found) {
    if (isBlank(leaf)) continue;
    let unit: DomElement | null = null;
    for (const ancestor of ancestorsOf(leaf)) {
      if (ancestor === body) break;
      if (WHOLE.has(ancestor.localName) || (ancestor.localName === "table" && isDataTable(ancestor))) unit = ancestor;
    }
    if (unit) units.add(unit);
  }
  return units;
}

/** The next thing after a heading is content. */
function leadsToContent(order: readonly DomNode[], at: number, content: ReadonlySet<DomNode>): boolean {
  const heading = order[at];
  for (let n = at + 1; n < order.length; n++) {
    const node = order[n];
    if (!node || !isLeaf(node) || isBlank(node) || (heading && isElement(heading) && isWithin(node, heading))) continue;
    return content.has(node);
  }
  return false;
}

const showsSomething = (figure: DomElement): boolean =>
  [...figure.querySelectorAll("img")].some((image) => !isDecoration(image) || alternative(image) !== "") ||
  figure.querySelector("figcaption, video, audio, table, pre, blockquote") !== null;

function isElsewhere(node: DomNode, body: DomElement): boolean {
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor === body || ancestor.localName === "article" || ancestor.localName === "main") return false;
    // A link around a picture shows it larger; a link around more than a picture leads to another article.
    if (ancestor.localName === "a" ? ancestor.querySelector("h2, h3, h4, p") !== null : ELSEWHERE.has(ancestor.localName)) return true;
  }
  return false;
}

const isPullQuote = (element: DomElement): boolean =>
  attribute(element, "role") === "doc-pullquote" || labelsOf(element).some((label) => /(?:^|-)pull-?quotes?(?:-|$)/.test(label));

const isNotes = (element: DomElement): boolean =>
  /^doc-(?:endnotes|footnotes?)$/.test(attribute(element, "role") ?? "") ||
  labelsOf(element).some((label) => /^(?:footnotes|endnotes|references-notes)$/.test(label));

const isTitledFrame = (element: DomElement): boolean =>
  /^(?:iframe|embed|object)$/.test(element.localName) && attribute(element, "title") !== null;

/** Tables of links are menus. */
function isProseTable(table: DomElement): boolean {
  const all = collapse(table.textContent ?? "").length;
  const links = [...table.querySelectorAll("a")].reduce((sum, link) => sum + collapse(link.textContent ?? "").length, 0);
  return links < all / 2;
}

const KICKER =
  /(?:^|-)(?:kicker|eyebrow|category|rubric|rubrik|overline|roofline|supertitle|pre-?title|topic|dachzeile|ressort|antetitulo|section-?(?:name|label|title)|article-?section)(?:-|$)/;

/** The label over a headline: an element right before it, or first in it, that its page calls so. */
export function findKicker(heading: DomElement | null, title: string | null, verdicts: Verdicts): DomElement | null {
  if (!heading) return null;
  for (const node of nodesBelow(heading)) if (isElement(node) && isLabel(node, title)) return node;
  const LEVELS = 3;
  let at: DomElement | null = heading;
  for (let level = 0; at && level < LEVELS; level++) {
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      if (!isElement(before) || verdicts.has(before) || collapse(before.textContent ?? "") === "") continue;
      const label = isLabel(before, title) ? before : [...nodesBelow(before)].filter(isElement).find((node) => isLabel(node, title));
      if (label && !verdicts.has(label)) return label;
      // Only what stands right before it.
      break;
    }
    if (/^(?:article|main|body)$/.test(at.localName)) return null;
    at = at.parentNode;
  }
  return null;
}

function isLabel(element: DomElement, title: string | null): boolean {
  const LONGEST = 60;
  const text = collapse(element.textContent ?? "");
  return (
    text !== "" &&
    text.length <= LONGEST &&
    comparable(text) !== comparable(title ?? "") &&
    labelsOf(element).some((label) => KICKER.test(label))
  );
}
