import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure, type Source, type SourceRequest } from "../model/index.ts";
import { tooLarge } from "./decode-body.ts";
import { pathOfAddress, readRegularFile } from "./file.ts";
import { get } from "./http.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { isDocument, mediaTypeOfFile, parseContentType, refuseUnreadable } from "./media-type.ts";
import { reachOf } from "./own-network.ts";

/** What a caller may say of a fetch. */
export interface FetchOptions {
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** The origins in the person's own network that may be asked; not said: none but what is `typed`. */
  readonly own?: readonly string[] | undefined;
}

/** The bytes of a picture. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

const ARTICLES =
  "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,application/epub+zip;q=0.8,application/pdf;q=0.7,*/*;q=0.5";
/** What every Chromium that we run on can decode. No SVG: it is a document. */
const PICTURES = /^image\/(avif|bmp|gif|jpeg|jpg|png|webp|x-icon)$/;

/**
 * Fetches what can become an article: an http(s) or `file:` address, a path, or content that is already here. What the request says of
 * itself (`url`, `type`, `lang`) goes before what the transport says. A path without a file that looks like a host (`www.example.org/x`)
 * is an https address. Only what a person typed may be a file.
 * @throws Failure `offline`, `unknown-host`, `unreachable`, `refused`, `own-network`, `sign-in`, `busy`, `site-fault`, `not-found`, `no-file`,
 * `closed-file`, `timeout`, `too-large`, `unsupported`, `bad-input`; the signal's reason
 */
export async function fetchSource(request: SourceRequest, options: FetchOptions = {}): Promise<Source> {
  options.signal?.throwIfAborted();
  const url = request.url === null ? null : knownAddress(request.url);
  const said = parseContentType(request.type);
  if (request.kind === "address") refuseUnreadable(said.mediaType);
  const found = request.kind === "content" ? ofContent(request.content, options) : await ofRequest(request, options);
  return {
    bytes: found.bytes,
    mediaType: said.mediaType ?? found.mediaType,
    charset: said.charset ?? found.charset,
    address: url ?? found.address,
    lang: request.lang ?? found.lang,
    ...(found.isOwn ? { isOwn: true } : {}),
  };
}

/**
 * Fetches a picture from an http(s) address.
 * @throws Failure as `fetchSource`; `unsupported` for what is not a picture that a page can show
 */
export async function fetchPicture(address: string, options: FetchOptions = {}): Promise<Picture> {
  options.signal?.throwIfAborted();
  const answer = await get(webAddress(address), {
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    signal: options.signal,
    reach: reachOf(options.own ?? [], null),
    accept: "image/avif,image/webp,image/*;q=0.8",
    documents: false,
    check: ({ mediaType }) => {
      if (mediaType === null || !PICTURES.test(mediaType))
        throw new Failure("unsupported", `What is at ${address} is not a picture (${mediaType}).`);
    },
  });
  return { bytes: answer.bytes, mediaType: answer.mediaType ?? "" };
}

function ofContent(content: string | Uint8Array, options: FetchOptions): Source {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const limit = isDocument(null, bytes) ? limits.documentBytes : limits.bytes;
  if (bytes.byteLength > limit) throw tooLarge(limit);
  const SHORT = 16;
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, SHORT);
  return { bytes, mediaType: null, charset: typeof content === "string" ? "utf-8" : null, address: `lectern:pasted/${name}`, lang: null };
}

/** What nobody typed is of the web, whatever it says. */
function ofRequest(
  { address, typed = false }: { readonly address: string; readonly typed?: boolean | undefined },
  options: FetchOptions,
): Promise<Source> {
  return typed ? ofAddress(address.trim(), options) : ofWeb(webAddress(address.trim()), false, options);
}

async function ofAddress(address: string, options: FetchOptions): Promise<Source> {
  if (address === "") throw new Failure("bad-input", "There is no address.");
  if (/^https?:/i.test(address)) return ofWeb(webAddress(address), true, options);
  if (/^file:/i.test(address)) return ofFile(pathOfAddress(address), options);
  try {
    return await ofFile(address, options);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "no-file") throw error;
    const meant = meantBy(address);
    if (meant !== null) return ofAddress(meant, options);
    const host = hostAddress(address);
    if (host) return ofWeb(host, true, options);
    // One letter and a colon is a Windows drive.
    if (/^[a-z][a-z0-9+.-]+:/i.test(address))
      throw new Failure("bad-input", "Lectern opens addresses that begin with http, https or file, and files.", { cause: error });
    throw error;
  }
}

/** Quotation marks that a file manager or a shell puts around a path, and the brackets that a letter puts around an address. */
const WRAPPED = /^(?:"(.+)"|'(.+)'|“(.+)”|‘(.+)’|«(.+)»|<(.+)>)$/su;

/** What a text stands for where it is no file as it is: without the marks around it, with the home folder for `~`; null for nothing else. */
function meantBy(text: string): string | null {
  const inner = WRAPPED.exec(text)?.slice(1).find(Boolean)?.trim();
  if (inner) return inner;
  if (/^~[\\/]/.test(text)) return join(homedir(), text.slice(2));
  // As a terminal writes it.
  return sep === "/" && /\\[ '"()&]/.test(text) ? text.replace(/\\([ '"()&])/g, "$1") : null;
}

const ofWeb = (address: URL, typed: boolean, options: FetchOptions): Promise<Source> =>
  get(address, {
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    signal: options.signal,
    reach: reachOf(options.own ?? [], typed ? address : null),
    accept: ARTICLES,
    documents: true,
    // Servers that don't know a book by its name call it an archive.
    check: ({ mediaType }) => refuseUnreadable(isDocument(mediaTypeOfFile(address.pathname)) ? null : mediaType),
  });

async function ofFile(path: string, options: FetchOptions): Promise<Source> {
  const mediaType = mediaTypeOfFile(path);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const limitOf = (head: Uint8Array): number => (isDocument(mediaType, head) ? limits.documentBytes : limits.bytes);
  const bytes = await readRegularFile(path, limitOf, options.signal);
  refuseUnreadable(mediaType);
  return { bytes, mediaType, charset: null, address: pathToFileURL(resolve(path)).href, lang: null };
}

/** @throws Failure `bad-input` */
function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") throw new Failure("bad-input", "This is not an http or https address.");
  return url;
}

/** What a person says that content is known by. @throws Failure `bad-input` */
function knownAddress(address: string): string {
  if (!URL.canParse(address)) throw new Failure("bad-input", "The address that was given for this text is not an address.");
  return new URL(address).href;
}

/** The https address of `www.example.org/x` (http for `localhost`, `192.168.1.7` and `server:8080`), null for what does not look like a host. */
function hostAddress(text: string): URL | null {
  const host = /^[^\s/?#:\\]+(?=(:\d+)?([/?#]|$))/.exec(text)?.[0] ?? "";
  // On this machine or in this house: a server with a number, or with a port behind a single name.
  const isNear = host === "localhost" || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || /^[\p{L}\p{N}-]+:\d{2,5}(?:[/?#]|$)/u.test(text);
  if (isNear && URL.canParse(`http://${text}`)) return new URL(`http://${text}`);
  const isHost = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(host);
  // `report.txt` is a file that is not there; `report.txt/page` can only be a host.
  if (!isHost || (host === text && mediaTypeOfFile(text) !== null)) return null;
  return URL.canParse(`https://${text}`) ? new URL(`https://${text}`) : null;
}
