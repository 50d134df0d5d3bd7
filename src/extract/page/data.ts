import { collapse } from "../text.ts";
import { attribute, isElement, type PageElement, type PageTree, textOf } from "./tree.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** An object of JSON. */
export type JsonObject = { readonly [key: string]: Json };

/** Whether a value of JSON is an object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A name in the page's data, and whether the data says that it is a person's. */
export interface Named {
  readonly name: string;
  readonly person: boolean;
}

/** The article as the page's JSON-LD has it (schema.org). */
export interface Described {
  readonly headline: string | null;
  readonly authors: readonly Named[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly publisher: string | null;
  readonly image: string | null;
  readonly lang: string | null;
  readonly body: string | null;
  readonly section: string | null;
}

/** What a page says of itself to machines. */
export interface PageData {
  readonly described: Described | null;
  /** The contents of meta elements by property, name or itemprop in lower case. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
}

const ARTICLE = /(?:Article|BlogPosting|Report|Reportage|Posting|Blog|Review|Recipe|VideoObject|WebPage)$/;
const BEST = /(?:Article|BlogPosting|Report|Reportage|Posting)$/;
/** Deepest place where an article is looked for: `@graph` in an array has 2. */
const DEEPEST = 6;
/** Most JSON-LD of a page that is read, UTF-16 code units (measured: pages reach 300,000). */
const LONGEST = 2_000_000;

/** Reads what a page says of itself in JSON-LD and meta elements. Broken data says nothing. */
export function readData(tree: PageTree): PageData {
  const meta = new Map<string, string[]>();
  const objects: JsonObject[] = [];
  const byId = new Map<string, JsonObject>();
  let length = 0;
  for (const element of tree.elements) {
    if (element.tag === "meta") {
      // Some write `value` where the standard has `content`.
      const content = attribute(element, "content") ?? attribute(element, "value");
      if (content === null) continue;
      for (const name of ["property", "name", "itemprop", "http-equiv"]) {
        const key = attribute(element, name)?.toLowerCase();
        if (key) meta.set(key, [...(meta.get(key) ?? []), content]);
      }
    } else if (element.tag === "script" && /ld\+json/i.test(element.attributes.get("type") ?? "")) {
      const text = element.children.map((child) => (isElement(child) ? "" : child.text)).join("");
      length += text.length;
      if (length > LONGEST) continue;
      const parsed = parse(text);
      if (parsed !== undefined) gather(parsed, objects, byId, 0);
    }
  }
  const typed = (object: JsonObject, pattern: RegExp): boolean =>
    [object["@type"]].flat().some((type) => typeof type === "string" && pattern.test(type));
  const article =
    objects.find((object) => typed(object, BEST) && object.headline !== undefined) ??
    objects.find((object) => typed(object, BEST)) ??
    objects.find((object) => object.headline !== undefined && object.author !== undefined) ??
    null;
  return { described: article ? describe(article, byId) : null, meta };
}

function parse(text: string): Json | undefined {
  const bare = text.replace(
    /^\s*(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)|(?:\/\/\s*|\/\*\s*)?(?:\]\]>(?:\s*\*\/)?|-->)\s*;?\s*$/g,
    "",
  );
  for (const candidate of [
    bare,
    bare.replace(/\p{Cc}+/gu, " "),
    bare
      .replace(/\p{Cc}+/gu, " ")
      .replace(/,\s*(?=[}\]])/g, "")
      .replace(/;\s*$/, ""),
  ])
    try {
      return JSON.parse(candidate) as Json;
    } catch {
      // The next repair may do.
    }
  return undefined;
}

function gather(value: Json, objects: JsonObject[], byId: Map<string, JsonObject>, depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const entry of value) gather(entry, objects, byId, depth + 1);
  else if (isObject(value)) {
    const id = value["@id"];
    if (typeof id === "string" && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
    if ([value["@type"]].flat().some((type) => typeof type === "string" && ARTICLE.test(type))) objects.push(value);
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage"]) {
      const inner = value[key];
      if (inner !== undefined) gather(inner, objects, byId, depth + 1);
    }
  }
}

const text = (value: Json | undefined): string | null => (typeof value === "string" ? value.trim() || null : null);
const first = (value: Json | undefined): Json | undefined => (Array.isArray(value) ? value[0] : value);

function describe(article: JsonObject, byId: ReadonlyMap<string, JsonObject>): Described {
  const follow = (value: Json | undefined): Json | undefined => {
    if (!isObject(value)) return value;
    const id = value["@id"];
    return typeof id === "string" && value.name === undefined ? (byId.get(id) ?? value) : value;
  };
  const image = follow(first(article.image));
  const publisher = follow(first(article.publisher));
  const authors = [article.author ?? article.creator ?? null].flat().flatMap((entry): readonly Named[] => {
    const author = follow(entry);
    const name = isObject(author) ? author.name : author;
    const person = !isObject(author) || !/Organization|Corporation/i.test(String(author["@type"] ?? ""));
    return [name ?? null].flat().flatMap((one) => (typeof one === "string" && one.trim() !== "" ? [{ name: one.trim(), person }] : []));
  });
  return {
    headline: text(article.headline) ?? text(article.name),
    authors,
    published: text(first(article.datePublished)) ?? text(article.dateCreated) ?? text(article.uploadDate),
    modified: text(article.dateModified),
    publisher: isObject(publisher) ? text(publisher.name) : text(publisher),
    image: isObject(image) ? (text(first(image.url)) ?? text(first(image.contentUrl))) : text(image),
    lang: text(article.inLanguage),
    body: text(article.articleBody) ?? text(article.text),
    section: text(first(article.articleSection)),
  };
}

/** What the first of the named meta elements says. */
export function metaContent(data: PageData, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = data.meta.get(name.toLowerCase())?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

/** All elements with an itemprop, or the content of one. */
export const itemprops = (tree: PageTree, name: string): readonly PageElement[] =>
  tree.elements.filter((element) => (element.attributes.get("itemprop") ?? "").split(/\s+/).includes(name));

/** What an element with data says: its content, its datetime, else its text. */
export const saidBy = (element: PageElement): string =>
  collapse(attribute(element, "content") ?? attribute(element, "datetime") ?? textOf(element));
