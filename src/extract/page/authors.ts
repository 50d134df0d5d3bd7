import { comparable } from "../same-text.ts";
import { collapse } from "../text.ts";
import { itemprops, type PageData } from "./data.ts";
import { isNamed, labelOf } from "./labels.ts";
import type { Part } from "./part.ts";
import { plain } from "./plain.ts";
import { attribute, closest, isElement, isWithin, type PageElement, type PageTree, textOf } from "./tree.ts";

/** Words before a name. */
const BY =
  /^(?:(?:(?:words|story|text|report|reporting|written|posted|published|reviewed|article)\s+)?by|von|por|par|door|di|av|af|od|autor(?:en|es|as|a)?|author|auteurs?|text|reporter|oleh|penulis|da|de|редактор|автор|by-line)\s*[:\-–]?\s+(?=\S)|^by\s*:?\s*(?=\p{Lu})/iu;
/** What follows names: dates, jobs, invitations. */
const AFTER =
  /\s*(?:[|•·–—]|\s-\s|\b(?:updated|published|posted|last updated|first published|follow|@\w+|senior|staff (?:writer|reporter)|associated press writer|contributor|correspondent|\d{1,2}[:.]\d\d|\d{1,2}\s+\p{L}{3,9}\s+\d{4}|\p{L}{3,9}\s+\d{1,2},?\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|min(?:ute)?s? read)\b).*$/iu;
const NOBODY =
  /^(?:admin|administrator|editor|editors|staff|staff writer|staff reporter|guest|author|webmaster|redaktion|redaktionen|redacci[oó]n|redazione|n\/a|none|null|unknown|anonymous|web ?desk|news ?desk|desk)$/i;

/** A name without what stands around it; null for what is no name. */
function nameIn(text: string): string | null {
  const LONGEST = 90;
  let name = collapse(text);
  if (/^https?:|^www\.|^\/\//i.test(name)) return null;
  name = name
    .replace(BY, "")
    .replace(/\S+@\S+\.\S+/g, "")
    .replace(AFTER, "")
    .replace(/^[\s,;:|\-–/]+|[\s,;:|\-–/]+$/g, "")
    .trim();
  if (name === "" || name.length > LONGEST || !/\p{L}{2}/u.test(name)) return null;
  if (name.split(/\s+/).length > 12 || /[!?]|\.\s+\p{Lu}\p{L}+\s+\p{Ll}+\s+\p{Ll}/u.test(name)) return null;
  return name;
}

/** Whether a line only says who wrote the article: the names of its byline, with or without "By". */
export function isBylineOf(text: string, byline: string): boolean {
  const LONGEST = 160;
  if (text.length > LONGEST) return false;
  const names = nameIn(text);
  if (names === null) return false;
  const known = comparable(byline);
  if (comparable(names) === known) return true;
  const each = names.split(/\s*(?:,|;|&|\s(?:and|und|et|y|e|och|og|en)\s)\s*/u).filter((name) => name !== "");
  return BY.test(text) && each.length > 0 && each.every((name) => ` ${known} `.includes(` ${comparable(name)} `));
}

const unique = (names: readonly (string | null)[]): readonly string[] => {
  const seen = new Set<string>();
  return names.filter((name): name is string => {
    if (name === null) return false;
    const key = comparable(name);
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Where the names of an article's authors are looked for, and whose name is none. */
export interface BylinePlace {
  readonly headline: PageElement | null;
  readonly root: PageElement;
  readonly site: string | null;
  readonly address: string;
}

/** Who wrote the article, several names joined by a comma; null where the page does not say. */
export function findByline(
  tree: PageTree,
  data: PageData,
  parts: readonly Part[],
  { headline, root, site, address }: BylinePlace,
): string | null {
  const houses = new Set(
    [site ?? "", data.described?.publisher ?? "", ...hostOf(address).split(".")].map((name) => comparable(name).replace(/ /g, "")),
  );
  const isHouse = (name: string): boolean =>
    houses.has(comparable(name).replace(/ /g, "")) ||
    NOBODY.test(name) ||
    comparable(name).replace(/ /g, "") === comparable(hostOf(address)).replace(/ /g, "");
  const clean = (names: readonly (string | null)[]): readonly string[] =>
    unique(names.map((name) => (name === null ? null : nameIn(plain(name) ?? ""))));
  const described = data.described?.authors ?? [];
  const people = clean(described.filter(({ person }) => person).map(({ name }) => name)).filter((name) => !isHouse(name));
  const shown = shownNames(tree, headline).filter((name) => !isHouse(name));
  if (people.length > 0) {
    // The page can show more of them than its data names.
    const known = new Set(people.map(comparable));
    // Who is named right below the headline wrote it, whoever else the data names.
    const first = shown.filter(looksLikePerson);
    if (first.length > 0 && isBelow(tree, headline, first)) return unique([...first, ...people]).join(", ");
    return (shown.some((name) => known.has(comparable(name))) ? unique([...people, ...shown]) : people).join(", ");
  }
  // The first of the two labelled facts of a shared page is its author in the common tools, unless it is a time.
  const shared = (data.meta.get("twitter:data1") ?? []).filter(
    (name) => looksLikePerson(name) && !/time|zeit|temps|tiempo|tempo|read|tid|doba/i.test(data.meta.get("twitter:label1")?.[0] ?? ""),
  );
  const metas = clean([...METAS.flatMap((name) => data.meta.get(name) ?? []), ...shared]);
  const named = metas.filter((name) => !isHouse(name));
  const shownPeople = shown.filter(looksLikePerson);
  if (named.some(looksLikePerson)) return named.join(", ");
  if (shownPeople.length > 0) return shownPeople.join(", ");
  const line = bylineIn(parts, headline) ?? signature(parts, root);
  if (line) return line;
  const all = clean(described.map(({ name }) => name));
  for (const names of [all.filter((name) => !isHouse(name)), shown, named, all, metas]) if (names.length > 0) return names.join(", ");
  return null;
}

/** Most elements between a headline and the byline right below it. */
const BELOW = 15;

/** Whether the first of these names stands right below the headline. */
function isBelow(tree: PageTree, headline: PageElement | null, [name = ""]: readonly string[]): boolean {
  if (!headline) return false;
  const key = comparable(name);
  return tree.elements
    .slice(headline.end, headline.end + BELOW)
    .some(
      (element) =>
        / (?:authors?|by ?line|writer|reporter) /.test(labelOf(element)) && comparable(textOf(element).slice(0, 200)).includes(key),
    );
}

const METAS = [
  "author",
  "article:author",
  "articleauthor",
  "byl",
  "parsely-author",
  "dc.creator",
  "dcterms.creator",
  "sailthru.author",
  "article:author_name",
  "cxenseparse:author",
  "og:article:author",
  "citation_author",
];

const hostOf = (address: string): string => {
  try {
    return new URL(address).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
};

/** Two to five words that begin as names do, or a name in letters without case. */
const looksLikePerson = (name: string): boolean =>
  !/\d|[,@/.](?:com|org|net|de|co)\b/i.test(name) &&
  (/^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|del|della|van|von|der|den|la|le|bin|al|el|ben|y|e|dos|do|af|av|zu|ten|ter)){1,5}$/u.test(
    name,
  ) ||
    /^[\p{Lo}・\s·]{2,20}$/u.test(name));

/** Names in elements that are marked as the author's, those near the headline first. */
function shownNames(tree: PageTree, headline: PageElement | null): readonly string[] {
  const marked = itemprops(tree, "author").flatMap((element) => {
    const names = tree.elements
      .slice(element.index, element.end)
      .filter((inside) => inside !== element && attribute(inside, "itemprop") === "name");
    return names.length > 0 ? names : [element];
  });
  const linked = tree.elements.filter(
    (element) => element.tag === "a" && /(?:^|\s)author(?:\s|$)/i.test(element.attributes.get("rel") ?? ""),
  );
  const named = tree.elements.filter(
    (element) =>
      / (?:byline|by ?line|author ?name|article ?author|post ?author|entry ?author|story ?author|author|authors|autor|autore|auteur|writer|reporter) /.test(
        labelOf(element),
      ) && !/ (?:bio|box|image|img|photo|avatar|date|time) /.test(labelOf(element)),
  );
  for (const candidates of [marked, linked, named]) {
    const near = candidates.filter((element) => element.tag !== "meta" && !closest(element, isElsewhere));
    const after = headline ? near.filter((element) => element.index > headline.index) : near;
    const [first] = after.length > 0 ? after : near;
    if (!first) continue;
    // All of the first group: elements with the same parent or grandparent.
    const group = near.filter((element) => element.parent === first.parent || element.parent?.parent === first.parent?.parent);
    const found = unique(group.flatMap((element) => namesIn(element)));
    if (found.length > 0) return found;
  }
  return [];
}

/** What holds names and times of others. */
export const isElsewhere = (element: PageElement): boolean =>
  ["aside", "footer", "nav"].includes(element.tag) ||
  (!["body", "html", "main", "article"].includes(element.tag) &&
    / (?:comments?|commentlist|related|sidebar|teaser|promo|recommended|latest|popular) /.test(labelOf(element)));

function namesIn(element: PageElement): readonly (string | null)[] {
  const content = attribute(element, "content");
  if (content) return [nameIn(content)];
  const links: PageElement[] = [];
  const walk = (within: PageElement): void => {
    for (const child of within.children)
      if (isElement(child)) {
        if (child.tag === "a" && collapse(textOf(child)) !== "") links.push(child);
        else walk(child);
      }
  };
  walk(element);
  const LONGEST = 160;
  const whole = collapse(textOf(element));
  if (links.length > 0 && whole.length <= LONGEST) {
    const names = links.map((link) => nameIn(collapse(textOf(link)))).filter((name) => name !== null && looksLikeName(name));
    if (names.length > 0) return names;
  }
  return whole.length <= LONGEST ? [nameIn(whole)] : [];
}

const looksLikeName = (name: string): boolean =>
  name.length <= 60 && !/\d|https?:|\b(?:share|tweet|email|follow|subscribe|comments?|facebook|twitter|view|more|all)\b/i.test(name);

/** The name under the last paragraph, where it stands alone in bold. */
function signature(parts: readonly Part[], root: PageElement): string | null {
  const LONGEST = 40;
  for (const part of [...parts].reverse()) {
    const { text, spans, kind } = part.block;
    if (part.role !== "text" || kind !== "paragraph" || !isWithin(part.place, root)) continue;
    // Above the last sentence a bold line is a heading.
    if (part.reason === null && text.length > LONGEST) return null;
    const bold = spans.some((span) => span.kind === "strong" && span.start === 0 && span.end === text.length);
    if (bold && text.length <= LONGEST && looksLikePerson(text) && text !== text.toUpperCase()) return text;
  }
  return null;
}

/** Most words of a byline's name that does not look like one: "AFP, Manila". */
const MOST_WORDS = 4;

/** A line "By …" between the headline and the text. */
function bylineIn(parts: readonly Part[], headline: PageElement | null): string | null {
  const LOOKED_AT = 14;
  const LONGEST = 120;
  const after = headline ? parts.filter((part) => part.at >= headline.index) : parts;
  for (const part of after.slice(0, LOOKED_AT)) {
    const { text } = part.block;
    if (
      part.role === "text" &&
      text.length <= LONGEST &&
      (/^(?:by|von|por|par|door)\s+\p{Lu}/iu.test(text) ||
        (isNamed.metadata(part.place) && BY.test(text)) ||
        / {2}name {2}/.test(labelOf(part.place)))
    ) {
      const name = nameIn(text);
      if (name && (looksLikePerson(name) || (name.split(" ").length <= MOST_WORDS && /^[\p{Lu}\p{Lo}]/u.test(name)))) return name;
    }
  }
  return null;
}
