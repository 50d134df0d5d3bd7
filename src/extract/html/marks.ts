import { createInline, type Inline, type Mark } from "../inline.ts";
import { languageTag } from "../language.ts";
import { collapse } from "../text.ts";
import { LINKS, type Resolve } from "./addresses.ts";
import { attribute, BLOCKS, childrenOf, type DomElement, isElement, isText, SILENT } from "./dom.ts";

/** The mark that an inline element sets on its text, null for none. A link to a place on the same page is none. */
export function markOf(element: DomElement, resolve: Resolve): Mark | null {
  const tag = languageTag(attribute(element, "lang"));
  switch (element.localName) {
    case "em":
    case "i":
    case "cite":
    case "dfn":
    case "var":
      return tag ? { kind: "language", lang: tag } : { kind: "emphasis" };
    case "strong":
    case "b":
      return { kind: "strong" };
    case "code":
    case "kbd":
    case "samp":
    case "tt":
      return { kind: "code" };
    case "a": {
      const address = element.getAttribute("href")?.trim().startsWith("#") ? null : resolve(attribute(element, "href"), LINKS);
      return address === null ? null : { kind: "link", address };
    }
    case "abbr":
    case "acronym": {
      const long = collapse(element.getAttribute("title") ?? "");
      return long === "" ? null : { kind: "abbreviation", long };
    }
    default:
      return tag ? { kind: "language", lang: tag } : null;
  }
}

/** Numbers and signs that point to a note: "[1]", "*". They are for the eye; the note itself stays. */
export function isNoteReference(element: DomElement): boolean {
  const LONGEST = 6;
  const link = element.localName === "a" ? element : element.localName === "sup" ? element.querySelector("a") : null;
  if (!link) return false;
  const text = collapse(element.textContent ?? "");
  if (text === "" || text.length > LONGEST) return false;
  const role = attribute(link, "role");
  if (role === "doc-noteref" || role === "doc-backlink" || /^[↩↑^⤴]\uFE0E?$/u.test(text)) return true;
  return element.localName === "sup" && (link.getAttribute("href")?.includes("#") ?? false) && /^\[?[\p{N}*†‡§a-z]{1,4}\]?$/u.test(text);
}

/** The text of an element as one line: blocks in it are parted by a space. */
export function readInline(element: DomElement, resolve: Resolve, skips: (element: DomElement) => boolean): Inline {
  const inline = createInline();
  const walk = (parent: DomElement): void => {
    for (const child of childrenOf(parent)) {
      if (isText(child)) inline.add(child.textContent ?? "");
      if (!isElement(child) || SILENT.has(child.localName) || skips(child) || isNoteReference(child)) continue;
      const parted = BLOCKS.has(child.localName) || child.localName === "br";
      if (parted) inline.add(" ");
      const mark = parted ? null : markOf(child, resolve);
      if (mark) inline.open(mark);
      walk(child);
      if (mark) inline.close();
      if (parted) inline.add(" ");
    }
  };
  walk(element);
  return inline.take();
}
