import { Parser } from "htmlparser2";
import { Failure } from "../model/index.ts";
import { takeDoctype } from "./entities.ts";
import { vocabularyOf } from "./namespaces.ts";

/** An element of a feed. */
export interface Element {
  /** The vocabulary's short name and the local name in lower case: `title` (RSS), `atom:title`, `dc:date`. */
  readonly name: string;
  /** As it is written: for markup that is given on. */
  readonly raw: string;
  /** By their names in lower case, prefixes kept. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
  /** What addresses in it are relative to, null: nothing said. */
  readonly base: string | null;
  /** BCP 47, null: nothing said. */
  readonly lang: string | null;
}

type Building = Omit<Element, "children"> & { readonly children: (Element | string)[]; readonly spaces: ReadonlyMap<string, string> };

/** No feed is deeper; what is deeper is made to break readers (XHTML in feeds: 30 levels seen). */
const DEEPEST = 200;
/** Elements of one feed: 5,000 items of 100 elements each, twice. */
const MOST_ELEMENTS = 1_000_000;

/**
 * A feed's elements, read as forgivingly as a browser reads a page: what is not closed is closed by what contains it.
 * @param address what `xml:base` is relative to
 * @returns the root, null where there is none
 * @throws Failure `bad-input` for entities or nesting made to break readers
 */
export function readXml(xml: string, address: string): Element | null {
  const { body, entities } = takeDoctype(xml);
  const top: Building = { name: "", raw: "", attributes: new Map(), children: [], base: null, lang: null, spaces: new Map() };
  const open: Building[] = [top];
  let count = 0;
  let isRaw = false;
  const parser = new Parser(
    {
      onopentag(raw, written) {
        const parent = open.at(-1) ?? top;
        if (open.length > DEEPEST || ++count > MOST_ELEMENTS)
          throw new Failure("bad-input", "This feed is nested too deep to be one: it was not read. Leave it, or ask its publisher.");
        const attributes = new Map(Object.entries(written).map(([name, value]) => [name.toLowerCase(), entities.attribute(value)]));
        const spaces = declaredBy(attributes, parent.spaces);
        const said = attributes.get("xml:base")?.trim();
        const element: Building = {
          name: nameOf(raw, spaces),
          raw,
          attributes,
          children: [],
          base: said === undefined || said === "" ? parent.base : (resolve(said, parent.base ?? address) ?? parent.base),
          lang: attributes.get("xml:lang")?.trim() || parent.lang,
          spaces,
        };
        parent.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
      ontext(text) {
        open.at(-1)?.children.push(isRaw ? text : entities.text(text));
      },
      oncdatastart() {
        isRaw = true;
      },
      oncdataend() {
        isRaw = false;
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(body.replace(CONTROLS, ""));
  return top.children.find((child) => typeof child !== "string") ?? null;
}

const sign = (code: number): string => String.fromCharCode(code);
/** Control characters that XML has not; feeds have them all the same. */
const CONTROLS = new RegExp(`[${sign(0)}-${sign(8)}${sign(0xb)}${sign(0xc)}${sign(0xe)}-${sign(0x1f)}]`, "g");

function declaredBy(attributes: ReadonlyMap<string, string>, inherited: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = [...attributes].filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  return own.length === 0 ? inherited : new Map([...inherited, ...own.map(([name, value]) => [name.slice(6), value] as const)]);
}

function nameOf(raw: string, spaces: ReadonlyMap<string, string>): string {
  const colon = raw.indexOf(":");
  const prefix = colon < 0 ? "" : raw.slice(0, colon);
  const vocabulary = vocabularyOf(spaces.get(prefix) ?? spaces.get(prefix.toLowerCase()) ?? null, prefix);
  const local = raw.slice(colon + 1).toLowerCase();
  return vocabulary === "" ? local : `${vocabulary}:${local}`;
}

/** An absolute address, null for one that is none. */
export function resolve(address: string, base: string | null): string | null {
  try {
    return new URL(address, base ?? undefined).href;
  } catch {
    return null;
  }
}

/** An address as it is written where it is absolute (readers compare letters), else made so; as it is where it can't be. */
export const absoluteAddress = (address: string, base: string): string =>
  /^[a-z][a-z\d+.-]*:/i.test(address) ? address : (resolve(address, base) ?? address);

/** The elements directly in another, by name, in order. */
export const childrenOf = (element: Element, ...names: readonly string[]): readonly Element[] =>
  element.children.filter((child): child is Element => typeof child !== "string" && names.includes(child.name));

/** The first of the named elements that says anything; earlier names first. */
export function firstOf(element: Element, ...names: readonly string[]): Element | null {
  for (const name of names) {
    const found = childrenOf(element, name).find((child) => child.children.some((part) => typeof part !== "string" || part.trim() !== ""));
    if (found) return found;
  }
  return null;
}

/** All text in an element, as it stands. */
export const rawText = (element: Element): string =>
  element.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");

/** All text in an element without white space around it, null where there is none. */
export function textOf(element: Element | null): string | null {
  const text = element === null ? "" : rawText(element).trim();
  return text === "" ? null : text;
}
