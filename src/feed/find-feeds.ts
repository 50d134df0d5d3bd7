import { Parser } from "htmlparser2";
import type { FeedLink, Source } from "../model/index.ts";
import { decodeFeed } from "./decode-feed.ts";
import { resolve } from "./xml.ts";

/** Media types that a page's `link` calls a feed (HTML standard, "alternate"; the others as sites have them). */
const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|application\/xml|text\/xml|application\/x\.atom\+xml)\b/i;
/** Addresses of a page's links that look like feeds: for sites that name theirs in no other way. */
const FEED_ADDRESS =
  /(?:\/(?:rss|feeds?|atom)(?:\/|$|\?|\.)|[./](?:rss|atom|rdf)$|\.(?:rss|atom)\b|(?:rss|feed|atom)\.(?:xml|json)\b|[?&]format=(?:rss|atom)\b)/i;
/** Feeds of comments and of single entries are offered last. */
const LESSER = /\bcomments?\b|kommentare|commentaires|comentarios/i;

/** Where sites keep feeds that no page names, in the order of how many do (guess, from common site software). */
const USUAL = ["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json"] as const;

/**
 * The feeds that a page names, the likeliest first, each once: `link` elements, then links that look like feeds.
 * @param page HTML; its scripts never run
 */
export function findFeeds(page: Source): readonly FeedLink[] {
  const named: FeedLink[] = [];
  const linked: FeedLink[] = [];
  let base = page.address;
  let anchor: { readonly address: string; text: string } | null = null;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const address = resolve(attributes.href?.trim() ?? "", base);
      if (tag === "base" && address !== null && base === page.address) base = address;
      if (address === null || !/^https?:/.test(address)) return;
      if (tag === "link" && isFeedLink(attributes)) named.push({ address, title: attributes.title?.trim() || null });
      if (tag === "a" && FEED_ADDRESS.test(address)) anchor = { address, text: attributes.title ?? attributes["aria-label"] ?? "" };
    },
    ontext(text) {
      if (anchor) anchor.text += text;
    },
    onclosetag(tag) {
      if (tag !== "a" || !anchor) return;
      linked.push({ address: anchor.address, title: anchor.text.replace(/\s+/g, " ").trim() || null });
      anchor = null;
    },
  });
  parser.end(decodeFeed(page.bytes, page.charset));
  const all = [...named, ...linked];
  const once = [...new Map(all.toReversed().map((link) => [link.address, link])).values()].toReversed();
  const isLesser = ({ title, address }: FeedLink): boolean => LESSER.test(title ?? "") || LESSER.test(address);
  return [...once.filter((link) => !isLesser(link)), ...once.filter(isLesser)];
}

function isFeedLink({ rel = "", type = "", href }: { readonly [name: string]: string | undefined }): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  if (href === undefined) return false;
  return relations.includes("feed") || (relations.includes("alternate") && FEED_TYPE.test(type.trim()) && !/oembed|wp-json/i.test(href));
}

/** Addresses at which a site may keep a feed that none of its pages names. */
export const usualFeeds = (site: string): readonly string[] =>
  USUAL.map((path) => resolve(path, site)).filter((address): address is string => address !== null && /^https?:/.test(address));
