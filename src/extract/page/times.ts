import { parseDate } from "../dates.ts";
import { collapse } from "../text.ts";
import { isElsewhere } from "./authors.ts";
import { itemprops, metaContent, type PageData, saidBy } from "./data.ts";
import { isNamed } from "./labels.ts";
import type { Part } from "./part.ts";
import { attribute, closest, type PageElement, type PageTree } from "./tree.ts";

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "datepublished",
  "og:published_time",
  "date",
  "dc.date.issued",
  "dc.date",
  "dcterms.date",
  "dcterms.created",
  "dc.date.created",
  "parsely-pub-date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "sailthru.date",
  "article.published",
  "cxenseparse:recs:publishtime",
  "last-published",
  "article_date_original",
  "originalpublicationdate",
  "rbpubdate",
  "shareaholic:article_published_time",
  "bt:pubdate",
  "datecreated",
  "created",
];
const MODIFIED = [
  "article:modified_time",
  "datemodified",
  "og:updated_time",
  "last-modified",
  "dcterms.modified",
  "lastmod",
  "revision_date",
  "article:modified",
];

/** When the article was published and changed, ISO 8601; null where the page does not say. */
export function findTimes(
  tree: PageTree,
  data: PageData,
  parts: readonly Part[],
  headline: PageElement | null,
  address: string,
): { readonly published: string | null; readonly modified: string | null } {
  const firstOf = (texts: Iterable<string | null>): string | null => {
    for (const text of texts) {
      const date = text === null ? null : parseDate(text);
      if (date !== null) return date;
    }
    return null;
  };
  const published =
    firstOf([data.described?.published ?? null, ...PUBLISHED.map((name) => metaContent(data, name))]) ??
    firstOf(itemprops(tree, "datePublished").map(saidBy)) ??
    shownTime(tree, headline) ??
    shownDate(parts, headline) ??
    dateInAddress(address);
  const modified = firstOf([
    data.described?.modified ?? null,
    ...MODIFIED.map((name) => metaContent(data, name)),
    ...itemprops(tree, "dateModified").map(saidBy),
  ]);
  return { published, modified };
}

/** A time element or one named a date, the first after the headline. */
function shownTime(tree: PageTree, headline: PageElement | null): string | null {
  const times = tree.elements.filter(
    (element) =>
      (element.tag === "time" || attribute(element, "datetime") !== null || attribute(element, "pubdate") !== null) &&
      !closest(element, isElsewhere),
  );
  const after = headline
    ? [...times.filter((element) => element.index > headline.index), ...times.filter((element) => element.index < headline.index).reverse()]
    : times;
  for (const element of after) {
    const date = parseDate(attribute(element, "datetime") ?? "") ?? parseDate(saidBy(element));
    if (date !== null) return date;
  }
  return null;
}

const WORDS =
  /^(?:(?:first |last |originally )?(?:published|posted|updated|created|date|on|aktualisiert|ver[oö]ffentlicht|stand|erstellt|publi[ée]e?|publicado|pubblicato|publicerad|publisert|opublikowano|дата|le|am|el|il|den|vom|datum|at|online seit|zuletzt)[\s:,-]*(?:on|at|le|el|am|il|den|:)?\s*)+/iu;

/** A line that is a date, or begins with one, near the headline. */
function shownDate(parts: readonly Part[], headline: PageElement | null): string | null {
  const LOOKED_AT = 20;
  const LONGEST = 160;
  const before = headline ? parts.filter((part) => part.at < headline.index).slice(-6) : [];
  const after = (headline ? parts.filter((part) => part.at >= headline.index) : parts).slice(0, LOOKED_AT);
  for (const part of [...after, ...before]) {
    if (part.block.text.length > LONGEST) continue;
    const date = dateInLine(part.block.text);
    if (date !== null) return date;
  }
  // Old pages say it at the end.
  for (const part of parts) {
    if (part.block.text.length > LONGEST || !isNamed.metadata(part.place)) continue;
    const date = dateInLine(part.block.text);
    if (date !== null) return date;
  }
  return null;
}

const DATE =
  /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{4}年\s?\d{1,2}月\s?\d{1,2}日|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d\d(?!\d|[.:]))(?:(?:,|\s*\|)?\s+(?:um\s+)?\d{1,2}[:.]\d\d)?|\d{1,2}[/]\d{1,2}[/]\d{4}|\d{1,2}(?:st|nd|rd|th|º|\.)?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}(?:,?\s+(?:um\s+|at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]m)?)?|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?)?/iu;

function dateInLine(text: string): string | null {
  const bare = collapse(text)
    .replace(/^\p{L}{2,3}\.? (?=\d)/u, "")
    .replace(WORDS, "");
  const found = DATE.exec(bare)?.[0];
  return found === undefined ? null : (parseDate(found) ?? parseDate(/^\D*?(\d.*)$/.exec(found)?.[1] ?? ""));
}

/** The date that many addresses carry: `/2019/02/18/`. */
function dateInAddress(address: string): string | null {
  const found =
    /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(address) ?? /[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?:\/|-|\.|$)/.exec(address);
  return found ? parseDate(`${found[1]}-${(found[2] ?? "").padStart(2, "0")}-${(found[3] ?? "").padStart(2, "0")}`) : null;
}
