import type { Readable } from "node:stream";
import { Failure } from "../model/index.ts";
import { ask } from "./ask.ts";
import { decodeBody, tooLarge } from "./decode-body.ts";
import { describeError } from "./http-errors.ts";
import type { Limits } from "./limits.ts";
import { type ContentType, isDocument, parseContentType } from "./media-type.ts";
import { isOwnAddress, type Reach } from "./own-network.ts";
import { sendsOnTo } from "./sends-on.ts";

/** What came from an address. */
export interface Answer extends ContentType {
  readonly bytes: Uint8Array;
  /** After redirects, without fragment. */
  readonly address: string;
  /** The Content-Language header where it names one language. */
  readonly lang: string | null;
  /** 304 where the request allowed it, else 2xx. */
  readonly status: number;
  /** The last answer's header, null where it has none. */
  readonly header: (name: string) => string | null;
  /** Where redirects that all are for good led to, null: nowhere else, or for now only. */
  readonly moved: string | null;
  /** Whether it came from the person's own network. */
  readonly isOwn: boolean;
}

/** What a request needs to know. */
export interface GetOptions {
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** What may be asked of the person's own network; redirects are judged each. */
  readonly reach: Reach;
  /** The Accept header. */
  readonly accept: string;
  /** Whether it is for reading: a document with pictures in it may come, which is larger than a page; a page may send on to another one. */
  readonly documents: boolean;
  /** Throws to refuse what has come before its body is read. */
  readonly check: (type: ContentType) => void;
  /** Further headers. With `if-none-match` or `if-modified-since`, "not modified" is an answer too. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Throws a failure of its own for a status that is none of success; the usual ones follow where it does not. */
  readonly refuse?: (status: number, header: (name: string) => string | null) => void;
}

/** Says what we are. "Mozilla/5.0 (compatible; …)" as all well-behaved robots do: without it some news sites answer 403. */
export const USER_AGENT = "Mozilla/5.0 (compatible; Lectern)";
/** What may send on by its own words. */
const PAGES = new Set(["text/html", "application/xhtml+xml"]);
const FOR_GOOD = new Set([301, 308]);
const NOT_MODIFIED = 304;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const milliseconds = (seconds: number): number => Math.ceil(seconds * 1000);

/**
 * Gets what is at an http or https address, following redirects, and pages that only send on. Certificates are always checked.
 * @throws Failure `offline`, `unknown-host`, `unreachable`, `refused`, `own-network`, `sign-in`, `busy`, `site-fault`, `not-found`, `timeout`, `too-large`, `unsupported`, `bad-input`; the signal's reason
 */
export async function get(address: URL, options: GetOptions): Promise<Answer> {
  const { limits } = options;
  const late = new AbortController();
  const started = Date.now();
  let seconds = limits.total;
  let timer = setTimeout(() => late.abort(), milliseconds(seconds));
  /** It is a document: it may be larger, and take longer. */
  const allowMore = (): void => {
    if (seconds === limits.documentTotal) return;
    seconds = Math.max(seconds, limits.documentTotal);
    clearTimeout(timer);
    timer = setTimeout(() => late.abort(), Math.max(0, milliseconds(seconds) - (Date.now() - started)));
  };
  const signal = options.signal ? AbortSignal.any([options.signal, late.signal]) : late.signal;
  try {
    return await follow(address, signal, options, allowMore);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (late.signal.aborted)
      throw new Failure("timeout", `No whole answer came from ${address.host} within ${seconds} seconds.`, { cause: error });
    throw describeError(error, address.host);
  } finally {
    clearTimeout(timer);
  }
}

async function follow(start: URL, signal: AbortSignal, options: GetOptions, allowMore: () => void): Promise<Answer> {
  const { limits } = options;
  let address = withoutSecrets(start);
  let isForGood = true;
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const headers = { ...options.headers, "user-agent": USER_AGENT, accept: options.accept, "accept-encoding": "gzip, br, deflate" };
    const answer = await ask(address, { headers, stall: limits.stall, signal, reach: options.reach });
    const status = answer.statusCode ?? 0;
    // Asked now: a body that has ended has no connection any more.
    const isOwn = isOwnAddress(answer.socket.remoteAddress ?? "");
    const header = (name: string): string | null => [answer.headers[name]].flat()[0] ?? null;
    const location = header("location");
    if (REDIRECTS.has(status) && location !== null) {
      drop(answer);
      isForGood &&= FOR_GOOD.has(status);
      address = withoutSecrets(redirectTarget(location, address));
      continue;
    }
    try {
      const isSame = status === NOT_MODIFIED && options.headers !== undefined;
      if (!isSame && !isSuccess(status)) options.refuse?.(status, header);
      if (!isSame) refuseStatus(status, address.host);
      const type = parseContentType(header("content-type"));
      options.check(type);
      const packed = (header("content-encoding") ?? "").trim();
      const length = packed === "" ? Number(header("content-length") ?? 0) : 0;
      const limitOf = (head: Uint8Array): number => {
        const mayBeMore = options.documents && isDocument(type.mediaType, head);
        if (mayBeMore) allowMore();
        const limit = mayBeMore ? limits.documentBytes : limits.bytes;
        if (length > limit) throw tooLarge(limit);
        return limit;
      };
      const bytes = await decodeBody(answer, packed, limitOf);
      const next = options.documents && (type.mediaType === null || PAGES.has(type.mediaType)) ? sendsOnTo(bytes) : null;
      const target = next === null ? address : withoutSecrets(webTarget(next, address));
      if (target.href !== address.href) {
        isForGood = false;
        address = target;
        continue;
      }
      const lang = header("content-language");
      return {
        bytes,
        ...type,
        address: address.href,
        status,
        header,
        isOwn,
        moved: hop > 0 && isForGood ? address.href : null,
        lang: lang && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang.trim()) ? lang.trim() : null,
      };
    } finally {
      drop(answer);
    }
  }
  throw new Failure("refused", `The site redirected more than ${limits.redirects} times.`);
}

/** Ends a body that nobody reads. Its error has been told, or is of no interest. */
export function drop(body: Readable): void {
  body.on("error", () => {});
  body.destroy();
}

/** Names and passwords in an address are not sent, and a fragment is the browser's own. */
export function withoutSecrets(address: URL): URL {
  const clean = new URL(address);
  clean.username = "";
  clean.password = "";
  clean.hash = "";
  return clean;
}

/** Where a redirect leads. @throws Failure `refused` for what is not the web */
export function redirectTarget(location: string, from: URL): URL {
  // Header bytes are Latin-1 to Node, UTF-8 to everybody who writes them.
  return webTarget(Buffer.from(location, "latin1").toString("utf8"), from);
}

/** @throws Failure `refused` for what is not the web */
function webTarget(text: string, from: URL): URL {
  const target = URL.canParse(text, from.href) ? new URL(text, from) : null;
  if (target?.protocol !== "http:" && target?.protocol !== "https:")
    throw new Failure("refused", "The site redirected to something that is not a web page.");
  return target;
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** @throws Failure for each answer that is not the page */
export function refuseStatus(status: number, host: string): void {
  if (isSuccess(status)) return;
  if (status === 404 || status === 410) throw new Failure("not-found", `${host} has no page at this address (status ${status}).`);
  if (status === 408 || status === 504) throw new Failure("timeout", `${host} did not answer in time (status ${status}).`);
  if (status === 401 || status === 407)
    throw new Failure(
      "sign-in",
      `${host} gives the page only to who signs in (status ${status}). Open it in your browser, and sign in there.`,
    );
  if (status === 429) throw new Failure("busy", `${host} was asked too often (status ${status}). Try again in a few minutes.`);
  if (status >= 500) throw new Failure("site-fault", `${host} has a problem of its own (status ${status}). Try again later.`);
  throw new Failure("refused", `${host} did not give the page (status ${status}).`);
}
