import { findFeeds, parseFeed, usualFeeds } from "../feed/index.ts";
import { Failure, type Feed, type Source, type SourceRequest } from "../model/index.ts";

/** A feed and the address that it was really read from. */
export interface ReadFeed {
  readonly feed: Feed;
  /** After redirects, or where a page named it. */
  readonly address: string;
}

/** Whether it looks like a page to a browser: what no parser of feeds should be asked about. */
export const isPage = ({ bytes, mediaType }: Source): boolean => {
  const START = 2000;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, START));
  return !/<(?:rss|feed|rdf:RDF|channel)\b/i.test(start) && (mediaType === "text/html" || /<!doctype\s+html|<html\b/i.test(start));
};

/**
 * The feed at an address, or the one that the page there names first, or one at an address where sites keep theirs.
 * @throws Failure `not-found` when a page has no feed; what `fetch` and `parseFeed` throw
 */
export async function readFeed(
  fetch: (request: SourceRequest, signal?: AbortSignal) => Promise<Source>,
  request: SourceRequest,
  signal?: AbortSignal,
): Promise<ReadFeed> {
  const source = await fetch(request, signal);
  if (!isPage(source)) return { feed: parseFeed(source), address: source.address };
  const at = async (address: string): Promise<ReadFeed> => {
    const found = await fetch({ kind: "address", address, url: null, type: null, lang: null }, signal);
    return { feed: parseFeed(found), address: found.address };
  };
  const named = findFeeds(source).map(({ address }) => address);
  const guessed = request.kind === "address" && named.length === 0 ? usualFeeds(source.address) : [];
  for (const address of [...named.slice(0, MOST_TRIED), ...guessed]) {
    try {
      return await at(address);
    } catch (thrown) {
      signal?.throwIfAborted();
      if (!(thrown instanceof Failure) || ["offline", "unknown-host", "unreachable"].includes(thrown.code)) throw thrown;
    }
  }
  throw new Failure("not-found", "This page names no feed. Look on it for a link such as RSS or Feed, and give its address.");
}

/** Feeds of one page that are tried until one can be read: the others are its topics and its comments. */
const MOST_TRIED = 5;
