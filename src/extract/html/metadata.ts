import type { Direction } from "../../model/index.ts";
import { parseDate } from "../dates.ts";
import { comparable } from "../same-text.ts";
import { collapse } from "../text.ts";
import { metaContent, type Resolve } from "./addresses.ts";
import { attribute, type DomDocument, type DomElement, labelsOf, parsePage } from "./dom.ts";
import { readJsonLd } from "./json-ld.ts";

/** What a page says of its article. */
export interface Metadata {
  readonly title: string | null;
  /** The element that shows the title. */
  readonly heading: DomElement | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly image: string | null;
  readonly lang: string | null;
  readonly dir: Direction | null;
}

/** Reads it: JSON-LD, then meta elements, then what the page shows. */
export function readMetadata(page: DomDocument, resolve: Resolve): Metadata {
  const described = readJsonLd(page);
  const site = plain(metaContent(page, "og:site_name") ?? described?.publisher ?? metaContent(page, "application-name"));
  const { title, heading } = findTitle(page, plain(described?.headline ?? null), site);
  const published =
    described?.published ??
    metaContent(page, "article:published_time", "datePublished", "date", "dc.date.issued", "dc.date", "parsely-pub-date", "pubdate");
  const modified = described?.modified ?? metaContent(page, "article:modified_time", "dateModified", "og:updated_time", "last-modified");
  return {
    title,
    heading,
    byline: findByline(page, described?.authors ?? []),
    site,
    published: parseDate(published ?? "") ?? shownDate(page, "datePublished"),
    modified: parseDate(modified ?? "") ?? shownDate(page, "dateModified"),
    image: resolve(
      metaContent(page, "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src") ??
        described?.image ??
        null,
    ),
    lang:
      attribute(page.documentElement, "lang") ??
      attribute(page.documentElement, "xml:lang") ??
      attribute(page.body, "lang") ??
      metaContent(page, "og:locale", "content-language") ??
      described?.lang ??
      null,
    dir: direction(attribute(page.documentElement, "dir") ?? attribute(page.body, "dir")),
  };
}

const direction = (text: string | null): Direction | null =>
  text?.toLowerCase() === "rtl" ? "rtl" : text?.toLowerCase() === "ltr" ? "ltr" : null;

/** Text that can have character references in it, as in JSON. */
function plain(text: string | null): string | null {
  if (text === null) return null;
  const LONGEST = 1000;
  const cut = text.slice(0, LONGEST);
  return collapse(/[&<]/.test(cut) ? (parsePage(cut).body.textContent ?? "") : cut) || null;
}

/** What stands between a headline and the name of the site in a title element. */
const SEPARATOR = /\s+[-–—|•·»:/]+\s+|\s*\|\s*/u;

function findTitle(page: DomDocument, described: string | null, site: string | null): { title: string | null; heading: DomElement | null } {
  const shared = plain(metaContent(page, "og:title", "twitter:title"));
  const element = page.querySelector("title");
  const said = [described, shared, element ? collapse(element.textContent ?? "") || null : null].filter((text) => text !== null);
  const headings = [...page.querySelectorAll("h1")].filter((heading) => collapse(heading.textContent ?? "") !== "");
  const agrees = (heading: DomElement): boolean => said.some((text) => isTitleOf(comparable(heading.textContent ?? ""), comparable(text)));
  const heading =
    headings.find((candidate) => agrees(candidate) && !isLogo(candidate)) ??
    (said.length === 0 || headings.length === 1 ? headings.find((candidate) => !isLogo(candidate)) : undefined) ??
    null;
  if (heading && (agrees(heading) || said.length === 0)) return { title: collapse(heading.textContent ?? ""), heading };
  const best = described ?? shared;
  const title = best ? withoutSite(best, site) : said[0] ? withoutSite(said[0], site ?? lastPart(said[0])) : null;
  const same =
    title === null
      ? null
      : (["h2", "h3"]
          .flatMap((name) => [...page.querySelectorAll(name)])
          .find((candidate) => comparable(candidate.textContent ?? "") === comparable(title)) ?? null);
  // A page's only main heading is its headline even where the description says it in other words.
  if (heading && !same && isInArticle(heading)) return { title: collapse(heading.textContent ?? ""), heading };
  return { title, heading: same };
}

/** The heading is the title or all of it but the name of the site. */
const isTitleOf = (heading: string, title: string): boolean =>
  heading !== "" &&
  (title === heading || title.startsWith(`${heading} `) || title.endsWith(` ${heading}`) || heading.startsWith(`${title} `)) &&
  heading.length * 3 >= title.length;

/** A heading that is the name of the site. */
export const isLogo = (heading: DomElement): boolean =>
  labelsOf(heading).some((label) => /(?:^|-)(?:logo|site-?(?:title|name)|brand)(?:-|$)/.test(label));

const isInArticle = (heading: DomElement): boolean => {
  for (let at = heading.parentNode; at; at = at.parentNode) if (/^(?:article|main)$/.test(at.localName ?? "")) return true;
  return false;
};

/** The last part of "Headline - Site", when the first is longer. */
function lastPart(title: string): string | null {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? "";
  return parts.length > 1 && last.length < title.length / 3 ? last : null;
}

function withoutSite(title: string, site: string | null): string {
  if (site === null) return title;
  const name = comparable(site);
  for (const match of [...title.matchAll(new RegExp(SEPARATOR, "gu"))].reverse()) {
    const head = title.slice(0, match.index);
    if (comparable(title.slice(match.index)) === name && head.trim() !== "") return head.trim();
  }
  return title;
}

const BY = /^(?:by|von|par|por|door|di|written by)\s*:?\s+/i;

function findByline(page: DomDocument, described: readonly string[]): string | null {
  const names = described.map((name) => plain(name)).filter((name) => name !== null);
  if (names.length > 0) return [...new Set(names)].join(", ");
  const meta = metaContent(page, "author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author");
  if (meta !== null && !/^https?:/i.test(meta)) return plain(meta.replace(BY, ""));
  const LONGEST = 120;
  for (const selector of [
    '[itemprop~="author"] [itemprop="name"]',
    '[itemprop~="author"]',
    'a[rel~="author"]',
    ".byline .author",
    ".author-name",
    ".byline",
    ".author",
  ])
    for (const element of page.querySelectorAll(selector)) {
      const text = collapse(element.textContent ?? "").replace(BY, "");
      if (text !== "" && text.length <= LONGEST) return text;
    }
  return null;
}

function shownDate(page: DomDocument, property: "datePublished" | "dateModified"): string | null {
  const selectors =
    property === "datePublished"
      ? [`[itemprop="${property}"]`, "article time[datetime]", "main time[datetime]", "header time[datetime]", "time[datetime]"]
      : [`[itemprop="${property}"]`];
  for (const selector of selectors)
    for (const element of page.querySelectorAll(selector)) {
      const date = parseDate(attribute(element, "datetime") ?? attribute(element, "content") ?? element.textContent ?? "");
      if (date !== null) return date;
    }
  return null;
}
