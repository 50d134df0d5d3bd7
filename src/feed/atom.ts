import type { Enclosure, Feed, FeedItem } from "../model/index.ts";
import { authorsOf } from "./authors.ts";
import { readDate } from "./dates.ts";
import { enclosuresOf, pictureOf } from "./enclosures.ts";
import { absolute, fromPlain, innerMarkup, markupOf } from "./markup.ts";
import { absoluteAddress, childrenOf, type Element, firstOf, rawText, textOf } from "./xml.ts";

/**
 * A text construct of Atom as HTML (RFC 4287 3.1, and 0.3's `mode`), its addresses absolute.
 * @param address what addresses are relative to where no `xml:base` says it
 */
export function atomMarkup(element: Element | null, address: string): string | null {
  if (element === null) return null;
  const type = (element.attributes.get("type") ?? "").trim().toLowerCase();
  const mode = element.attributes.get("mode")?.trim().toLowerCase();
  const base = element.base ?? address;
  const hasElements = element.children.some((child) => typeof child !== "string");
  let html: string;
  if (mode === "base64" || isBinary(type)) html = decoded(rawText(element), type);
  else if (hasElements)
    html = absolute(type === "xhtml" || mode === "xml" ? innerMarkup(unwrapped(element)) : markupOf(unwrapped(element)), base);
  else if (isPlain(type, mode)) html = fromPlain(rawText(element));
  else html = rawText(element).trim();
  return html === "" ? null : absolute(html, base);
}

/** The `div` that Atom asks for around XHTML is not part of it. */
function unwrapped(element: Element): Element {
  const inner = element.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const only = inner[0];
  return inner.length === 1 && only !== undefined && typeof only !== "string" && /(?:^|:)div$/.test(only.name) ? only : element;
}

/** What Atom calls text, but for markup in it that nobody said was markup: that is read as markup, as people meant it. */
function isPlain(type: string, mode: string | undefined): boolean {
  return (type === "text" || type === "text/plain") && mode !== "escaped";
}

const isBinary = (type: string): boolean =>
  type.includes("/") && !type.startsWith("text/") && !/[+/]xml$/.test(type) && type !== "application/json";

function decoded(text: string, type: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, "")), (sign) => sign.charCodeAt(0));
    const plain = new TextDecoder().decode(bytes);
    return type === "text/plain" ? fromPlain(plain) : plain;
  } catch {
    return type.includes("/") && !type.startsWith("text/") ? "" : text.trim();
  }
}

/** Where an entry or a feed is to be read: the link that says nothing of itself or "alternate", a page rather than another form. */
export function alternateOf(element: Element, address: string, prefix = "atom:"): string | null {
  const links = childrenOf(element, `${prefix}link`, "link").filter((link) => link.attributes.has("href"));
  const own = links.filter((link) => relOf(link) === "alternate");
  const best = own.find((link) => /^(?:$|text\/html|application\/xhtml)/.test(link.attributes.get("type") ?? "")) ?? own[0];
  return best ? hrefOf(best, address) : null;
}

const relOf = (link: Element): string =>
  (link.attributes.get("rel") ?? "alternate")
    .trim()
    .toLowerCase()
    .replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, "");

function hrefOf(link: Element, address: string): string | null {
  const href = link.attributes.get("href")?.trim() ?? "";
  return href === "" ? null : absoluteAddress(href, link.base ?? address);
}

/** Atom 1.0 and 0.3. */
export function readAtom(root: Element, address: string): Feed {
  const own = (name: string): Element | null => firstOf(root, `atom:${name}`, name);
  const text = (name: string): string | null => textOf(own(name));
  const entries = childrenOf(root, "atom:entry", "entry");
  return {
    id: text("id"),
    title: atomMarkup(own("title"), address),
    link: alternateOf(root, address) ?? textOf(firstOf(root, "link", "atom:link")),
    description: atomMarkup(own("subtitle") ?? own("tagline"), address),
    language: root.lang ?? textOf(firstOf(root, "dc:language", "language")),
    published: readDate(text("published") ?? text("issued")),
    updated: readDate(text("updated") ?? text("modified") ?? textOf(firstOf(root, "dc:date"))),
    authors: authorsOf(root, "atom:author", "author", "dc:creator", "itunes:author"),
    image: addressIn(own("logo") ?? own("icon"), address) ?? pictureOf(root, address),
    moved: addressIn(firstOf(root, "itunes:new-feed-url"), address),
    items: entries.map((entry) => readEntry(entry, address)),
  };
}

/** The address that an element's text is, null where it has none. */
export function addressIn(element: Element | null, address: string): string | null {
  const text = textOf(element);
  return element === null || text === null ? null : absoluteAddress(text, element.base ?? address);
}

function readEntry(entry: Element, address: string): FeedItem {
  const own = (name: string): Element | null => firstOf(entry, `atom:${name}`, name);
  const text = (name: string): string | null => textOf(own(name));
  const id = text("id");
  const source = childrenOf(entry, "atom:source", "source")[0];
  const authors = authorsOf(entry, "atom:author", "author", "dc:creator", "itunes:author");
  return {
    id,
    title: atomMarkup(own("title") ?? firstOf(entry, "media:title"), address),
    link: alternateOf(entry, address) ?? textOf(firstOf(entry, "link")) ?? firstEnclosure(entry, address)?.url ?? null,
    summary: atomMarkup(own("summary") ?? firstOf(entry, "media:description", "itunes:summary"), address) ?? groupText(entry, address),
    content: atomMarkup(firstOf(entry, "atom:content", "content", "content:encoded"), address),
    published: readDate(text("published") ?? text("issued") ?? text("created") ?? textOf(firstOf(entry, "pubdate"))),
    updated: readDate(text("updated") ?? text("modified") ?? textOf(firstOf(entry, "dc:date"))),
    authors: authors.length === 0 && source ? authorsOf(source, "atom:author", "author") : authors,
    enclosures: enclosuresOf(entry, address),
    categories: categoriesOf(entry),
    image: pictureOf(entry, address),
  };
}

const firstEnclosure = (entry: Element, address: string): Enclosure | undefined => enclosuresOf(entry, address)[0];

function groupText(entry: Element, address: string): string | null {
  const group = childrenOf(entry, "media:group")[0];
  return group ? atomMarkup(firstOf(group, "media:description"), address) : null;
}

/** What people are shown first, then what programs compare. */
const categoriesOf = (entry: Element): readonly string[] => {
  const named = childrenOf(entry, "atom:category", "category", "dc:subject").flatMap((category) => [
    category.attributes.get("label"),
    category.attributes.get("term") ?? textOf(category),
  ]);
  return [...new Set(named.map((name) => name?.trim() ?? ""))].filter((name) => name !== "");
};
