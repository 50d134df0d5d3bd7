import type { DomDocument } from "./dom.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** The article as a page describes it to search engines (schema.org). Empty where it does not. */
export interface Described {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly publisher: string | null;
  readonly image: string | null;
  readonly lang: string | null;
}

const ARTICLE = /(?:Article|BlogPosting|Report|Reportage|Posting)$/;
/** Deepest place where an article is looked for: `@graph` in an array has 2. */
const DEEPEST = 5;

function* articlesIn(value: Json, depth = 0): Generator<JsonObject> {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const entry of value) yield* articlesIn(entry, depth + 1);
  else if (isObject(value)) {
    const types = [value["@type"]].flat();
    if (types.some((type) => typeof type === "string" && ARTICLE.test(type))) yield value;
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage"]) {
      const inner = value[key];
      if (inner !== undefined) yield* articlesIn(inner, depth + 1);
    }
  }
}

const text = (value: Json | undefined): string | null => (typeof value === "string" ? value.trim() || null : null);
const first = (value: Json | undefined): Json | undefined => (Array.isArray(value) ? value[0] : value);

function names(value: Json | undefined): readonly string[] {
  return [value ?? null].flat().flatMap((entry): readonly string[] => {
    const name = isObject(entry) ? first(entry.name) : entry;
    return typeof name === "string" && name.trim() !== "" ? [name.trim()] : [];
  });
}

/** What the page's JSON-LD says. Broken JSON says nothing. */
export function readJsonLd(page: DomDocument): Described | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    let parsed: Json;
    try {
      parsed = JSON.parse(
        (script.textContent ?? "").replace(/^\s*(?:<!\[CDATA\[|\/\/\s*<!\[CDATA\[)|(?:\/\/\s*)?\]\]>\s*$/g, "").replace(/[\t\n\r]/g, " "),
      ) as Json;
    } catch {
      continue;
    }
    for (const found of articlesIn(parsed)) {
      const image = first(found.image);
      const publisher = first(found.publisher);
      return {
        headline: text(found.headline) ?? text(found.name),
        authors: names(found.author),
        published: text(found.datePublished) ?? text(found.dateCreated),
        modified: text(found.dateModified),
        publisher: isObject(publisher) ? text(publisher.name) : text(publisher),
        image: isObject(image) ? text(first(image.url)) : text(image),
        lang: text(found.inLanguage),
      };
    }
  }
  return null;
}
