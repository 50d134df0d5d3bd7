import { Failure, type FeedAnswer, type FeedRequest } from "../model/index.ts";
import type { FetchOptions } from "./fetch-source.ts";
import { get } from "./http.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { reachOf } from "./own-network.ts";

const FEEDS =
  "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5";

/** The longest that a site may ask us to stay away, seconds: two weeks (guess). */
const LONGEST_WAIT = 14 * 86_400;

const NOT_FOUND = 404;
const GONE = 410;

/**
 * Fetches a feed if it has changed since the last time (RFC 9110 13, RFC 9111 5): what the site said of it then goes along.
 * @throws Failure as `fetchSource`; a site that asks for patience is an answer, `later`, not a failure
 */
export async function fetchFeed(request: FeedRequest, options: FetchOptions = {}): Promise<FeedAnswer> {
  options.signal?.throwIfAborted();
  if (!URL.canParse(request.address) || !/^https?:/i.test(request.address))
    throw new Failure("bad-input", "This is not an http or https address.");
  try {
    const answer = await get(new URL(request.address), {
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      signal: options.signal,
      reach: reachOf(options.own ?? [], null),
      accept: FEEDS,
      check: () => {},
      documents: false,
      headers: {
        ...(request.etag === null ? {} : { "if-none-match": request.etag }),
        ...(request.modified === null ? {} : { "if-modified-since": request.modified }),
      },
      refuse: (status, header) => {
        if (status === GONE || status === NOT_FOUND) throw new Gone(status === GONE);
        const wait = waitOf(header("retry-after"));
        if (wait !== null || status === TOO_MANY) throw new Later(wait ?? DEFAULT_WAIT);
      },
    });
    const fresh = freshness(answer.header("cache-control"), answer.header("expires"), answer.header("date"));
    const said = { etag: answer.header("etag"), modified: answer.header("last-modified"), fresh, moved: answer.moved };
    if (answer.status === NOT_MODIFIED)
      return { kind: "same", ...said, etag: said.etag ?? request.etag, modified: said.modified ?? request.modified };
    return {
      kind: "new",
      ...said,
      source: { bytes: answer.bytes, mediaType: answer.mediaType, charset: answer.charset, address: answer.address, lang: answer.lang },
    };
  } catch (thrown) {
    if (thrown instanceof Later) return { kind: "later", seconds: thrown.seconds };
    if (thrown instanceof Gone) return { kind: "gone", isForGood: thrown.isForGood };
    throw thrown;
  }
}

const NOT_MODIFIED = 304;
const TOO_MANY = 429;
/** What "too many requests" without a time means, seconds (guess: an hour). */
const DEFAULT_WAIT = 3600;

/** The site asked for patience. */
class Later extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super("later");
    this.seconds = seconds;
  }
}

/** There is nothing at the address any more. */
class Gone extends Error {
  readonly isForGood: boolean;
  constructor(isForGood: boolean) {
    super("gone");
    this.isForGood = isForGood;
  }
}

/** Seconds of a Retry-After header, a number or a date; null: none, or not understood. */
function waitOf(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(LONGEST_WAIT, Math.max(0, Math.ceil(seconds))) : null;
}

/** How long the answer stays fresh, seconds; 0: nothing said. */
function freshness(control: string | null, expires: string | null, date: string | null): number {
  const age = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(control ?? "")?.[1];
  if (/(?:^|[\s,])no-(?:cache|store)\b/i.test(control ?? "")) return 0;
  const seconds = age === undefined ? (Date.parse(expires ?? "") - (Date.parse(date ?? "") || Date.now())) / 1000 : Number(age);
  return Number.isFinite(seconds) ? Math.min(LONGEST_WAIT, Math.max(0, seconds)) : 0;
}
