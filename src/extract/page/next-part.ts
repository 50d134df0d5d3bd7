import type { NextPart } from "../draft.ts";
import { collapse } from "../text.ts";
import type { Resolve } from "./addresses.ts";
import { labelOf } from "./labels.ts";
import { closest, type PageElement, type PageTree, textOf } from "./tree.ts";

/** Names of the query's part that counts pages. */
const QUERY = /^(?:page|p|n|pg|pn|pagenum|pageno|page_no|pagina|pag|seite|part)$/i;
/** How a path counts pages: "/story/2", "/story/page/2", "/story/p2", "/story-2.html", "/story,2.html", "/story2.html". */
const PATHS: readonly RegExp[] = [
  /^(.*?)\/(?:page|seite|pagina|part|teil|p|pg)[-/_]?(\d{1,2})\/?$/i,
  /^(.*?)\/(\d{1,2})\/?$/,
  /^(.*?)[-_](?:page|seite|pagina|part|teil)[-_]?(\d{1,2})\/?$/i,
  /^(.*?)(?:[-_,.]|[-_](?:page|seite|p|s)[-_]?)(\d{1,2})(\.\w{2,5})$/i,
  /^(.*?)\/(\d{1,2})(\.\w{2,5})$/,
  /^(.*?[a-z])(\d{1,2})(\.\w{2,5})?$/i,
];
/** What says that a page counts pages, even where its first page is not known. */
const PLAIN = /[?&](?:page|pg|pagenum|seite|pagina)=\d|\/(?:page|seite|pagina)\/\d/i;
/** Addresses of front pages and of sections, whose next page has other articles. */
const SECTION = /^\/?(?:[a-z]*\/?|(?:category|tag|tags|author|topic|topics|search)\/.*)$/i;
/** Addresses that count something else. */
const OTHER = /comment|cpage|reply|review|gallery|slide/i;
/** What links to the next page say, in the languages of the pages that were looked at. */
const NEXT =
  /^(?:next(?: page)?|continue(?: reading)?|go to page \d+|page \d+|weiter|nächste(?: seite)?|seite \d+|suivante?|page suivante|siguiente|página siguiente|próxima(?: página)?|avanti|pagina successiva|volgende(?: pagina)?|nästa(?: sida)?|далее|下一页|次(?:の|へ)(?:ページ)?)?\s*(?:[›»→>]|&gt;)*$/iu;

/** Has a number that could be a page's. */
const COUNTS = /(?:^|\D)\d{1,2}(?:\D|$)/;

interface Counted {
  /** The address of the first page, as it is compared. */
  readonly base: string;
  readonly number: number;
}

/** An address as it is compared: without scheme, "www.", fragment, slash at the end and the marks of campaigns. */
function normal(url: URL, path = url.pathname, without: string | null = null): string {
  const query = url.search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && part.split("=")[0] !== without && !/^(?:utm_|fbclid|gclid)/i.test(part))
    .sort()
    .join("&");
  return `${url.host.replace(/^www\./, "")}${path.replace(/\/+$/, "")}?${query}`.toLowerCase();
}

/** Which pages of which texts an address can name. */
function counted(url: URL): readonly Counted[] {
  const found: Counted[] = [];
  for (const part of url.search.slice(1).split("&")) {
    const [name = "", value = ""] = part.split("=");
    if (QUERY.test(name) && /^\d{1,2}$/.test(value)) found.push({ base: normal(url, url.pathname, name), number: Number(value) });
  }
  for (const pattern of PATHS) {
    const [, start, number, ending = ""] = pattern.exec(url.pathname) ?? [];
    if (start === undefined || number === undefined) continue;
    for (const path of new Set([start + ending, start])) found.push({ base: normal(url, path), number: Number(number) });
  }
  return found;
}

/**
 * The page on which the article goes on; null where it ends. It is sure where the page links to it as to the next one and its address is
 * the first page's with the next number. Where the first page has a number itself, or only its pager says so, it can be another article:
 * "next" leads to one on most sites.
 * @param here the page's own address
 * @param first the address of the article's first page
 */
export function findNextPart(tree: PageTree, resolve: Resolve, here: string, first: string): NextPart | null {
  if (!/^https?:/i.test(here) || !URL.canParse(first)) return null;
  const start = new URL(first);
  if (SECTION.test(start.pathname)) return null;
  const base = normal(start);
  const own = new URL(here);
  const starts = [{ base, number: 1 }, ...counted(start)];
  const at = here === first ? starts : counted(own).filter((one) => starts.some((known) => known.base === one.base));
  // The listener can have opened a later page.
  const isPlain = PLAIN.test(first);
  const sureness = (url: URL): boolean | null => {
    if (OTHER.test(url.pathname + url.search)) return null;
    const bases = counted(url)
      .filter(({ base: of, number }) => at.some((one) => one.base === of && number === one.number + 1))
      .map((one) => one.base);
    return bases.length === 0 ? null : isPlain || bases.includes(base);
  };
  let unsure: string | null = null;
  for (const element of tree.elements) {
    if (element.tag !== "a" && element.tag !== "link") continue;
    const href = element.attributes.get("href");
    // Pages have thousands of links.
    if (href === undefined || (!COUNTS.test(href) && unsure !== null)) continue;
    const isPaged = unsure === null && element.tag === "a" && isNextInPager(element);
    if (!isPaged && !COUNTS.test(href)) continue;
    const address = resolve(href);
    if (address === null) continue;
    const url = new URL(address);
    const isSure = COUNTS.test(href) && saysNext(element, url) ? sureness(url) : null;
    url.hash = "";
    if (isSure) return { address: url.href, isSure };
    if (isSure === false || (isPaged && url.host === own.host && url.href !== own.href && !OTHER.test(url.pathname + url.search)))
      unsure ??= url.href;
  }
  return unsure === null ? null : { address: unsure, isSure: false };
}

/** What the link to the next page of the same text says in a pager: other links there lead to the next article. */
const NEXT_PAGE =
  /^(?:next page|nächste seite|page suivante|página siguiente|próxima página|pagina successiva|volgende pagina|nästa sida|下一页|次のページ)\s*[›»→>]*$/iu;

const isNextInPager = (link: PageElement): boolean =>
  NEXT_PAGE.test(collapse(textOf(link))) && closest(link, (around) => / (?:pagination|pager|paging) /.test(labelOf(around))) !== null;

function saysNext(element: PageElement, url: URL): boolean {
  if (/(?:^|\s)next(?:\s|$)/i.test(element.attributes.get("rel") ?? "")) return true;
  if (element.tag === "link" || closest(element, (around) => OTHER.test(around.attributes.get("id") ?? ""))) return false;
  const text = collapse(textOf(element)) || collapse(element.attributes.get("aria-label") ?? element.attributes.get("title") ?? "");
  return (/^\d{1,2}$/.test(text) && counted(url).some(({ number }) => number === Number(text))) || (text !== "" && NEXT.test(text));
}
