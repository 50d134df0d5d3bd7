import { decodeHTMLAttribute, decodeHTMLStrict } from "entities";
import { Failure } from "../model/index.ts";

/** What the entities of one document may grow to, UTF-16 code units: those of real feeds are a word or an address long. */
const MOST_GROWTH = 100_000;
/** How deep an entity may name others. */
const DEEPEST = 4;

const REFERENCE = /&([A-Za-z_][\w.:-]*);/g;

/** Resolves the references in a document's text: XML's, HTML's, and those that the document declares itself. */
export interface Entities {
  /** In text between tags. @throws Failure `bad-input` for entities that grow beyond all measure */
  text(raw: string): string;
  /** In an attribute, where `&copy=` is a part of an address. */
  attribute(raw: string): string;
}

/**
 * Takes the document type declaration off a document, and the entities out of it. Those that name a file or an address are never
 * fetched: they are empty.
 */
export function takeDoctype(xml: string): { readonly body: string; readonly entities: Entities } {
  const start = startOfDoctype(xml);
  if (start === null) return { body: xml, entities: createEntities(new Map()) };
  const end = endOfDoctype(xml, start);
  const declared = new Map<string, string>();
  const doctype = xml.slice(start, end);
  for (const [, name = "", double, single] of doctype.matchAll(/<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\b)/g))
    if (!declared.has(name)) declared.set(name, double ?? single ?? "");
  return { body: xml.slice(0, start) + xml.slice(end), entities: createEntities(declared) };
}

/** Where the declaration begins: after nothing but white space, instructions and comments. Null: there is none. */
function startOfDoctype(xml: string): number | null {
  let at = 0;
  for (;;) {
    while (/\s/.test(xml[at] ?? "")) at++;
    const close = xml.startsWith("<?", at) ? "?>" : xml.startsWith("<!--", at) ? "-->" : null;
    if (close === null) return /^<!DOCTYPE\b/i.test(xml.slice(at, at + 10)) ? at : null;
    const end = xml.indexOf(close, at);
    if (end < 0) return null;
    at = end + close.length;
  }
}

/** Where the declaration that begins at `start` ends: brackets and quotes in it don't. */
function endOfDoctype(xml: string, start: number): number {
  let quote = "";
  let isInside = false;
  for (let at = start; at < xml.length; at++) {
    const sign = xml[at] ?? "";
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "[") isInside = true;
    else if (sign === "]") isInside = false;
    else if (sign === ">" && !isInside) return at + 1;
  }
  const simple = xml.indexOf(">", start);
  return simple < 0 ? xml.length : simple + 1;
}

function createEntities(declared: ReadonlyMap<string, string>): Entities {
  let grown = 0;
  const expand = (raw: string, depth: number): string => {
    if (declared.size === 0 || !raw.includes("&")) return raw;
    return raw.replace(REFERENCE, (reference, name: string) => {
      const value = declared.get(name);
      if (value === undefined) return reference;
      grown += value.length;
      if (depth > DEEPEST || grown > MOST_GROWTH)
        throw new Failure("bad-input", "This feed is made to fill the memory: it was not read. Leave it, or ask its publisher.");
      return expand(value, depth + 1);
    });
  };
  return {
    text: (raw) => (raw.includes("&") ? decodeHTMLStrict(expand(raw, 1)) : raw),
    attribute: (raw) => (raw.includes("&") ? decodeHTMLAttribute(expand(raw, 1)) : raw),
  };
}
