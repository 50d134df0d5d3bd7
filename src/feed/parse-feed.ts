import { Failure, type Feed, type Source } from "../model/index.ts";
import { readAtom } from "./atom.ts";
import { decodeFeed } from "./decode-feed.ts";
import { readJsonFeed } from "./json-feed.ts";
import { readRss } from "./rss.ts";
import { type Element, readXml } from "./xml.ts";

/** How deep a feed's own root may stand in what wraps it. */
const WRAPPED = 4;

/** The feed in a document, with what kind it is; null: there is none. */
function rootOf(element: Element, depth = 0): Element | null {
  if (/^(?:rss|rdf:rdf|(?:atom:)?feed|channel|rss:rss)$/.test(element.name)) return element;
  if (depth >= WRAPPED) return null;
  for (const child of element.children) {
    const found = typeof child === "string" ? null : rootOf(child, depth + 1);
    if (found) return found;
  }
  return null;
}

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, RSS as JSON. Forgiving: what a publisher forgot to close
 * or to escape is read as it was meant, and what is cut off is read as far as it goes. Nothing that it names is fetched.
 * @throws Failure `bad-input` for what is no feed (a page: ask `findFeeds`), is empty, or is made to break readers
 */
export function parseFeed(source: Source): Feed {
  const feed = read(source);
  return {
    ...feed,
    language: feed.language ?? source.lang,
    link: safe(feed.link),
    image: safe(feed.image),
    items: feed.items.map((item) => ({
      ...item,
      link: safe(item.link),
      image: safe(item.image),
      enclosures: item.enclosures.filter(({ url }) => safe(url) !== null),
    })),
  };
}

/** An address, null for one that is not of the web: code, a file of the reader's own machine, a program. */
const safe = (address: string | null): string | null =>
  address !== null && URL.canParse(address) && !/^\s*https?:/i.test(address) ? null : address;

function read({ bytes, charset, address }: Source): Feed {
  const text = decodeFeed(bytes, charset).replace(/^\uFEFF/, "");
  const start = text.trimStart();
  if (start === "") throw new Failure("bad-input", "This feed is empty.");
  if (start.startsWith("{") || start.startsWith("[")) return readJsonFeed(start, address);
  const root = readXml(start, address);
  const feed = root ? rootOf(root) : null;
  if (!feed) throw new Failure("bad-input", "There is no feed here.");
  return /(?:^|:)feed$/.test(feed.name) ? readAtom(feed, address) : readRss(feed, address);
}
