import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { Failure, type FailureCode } from "../model/index.ts";
import { ask } from "./ask.ts";
import { drop, redirectTarget, refuseStatus, USER_AGENT, withoutSecrets } from "./http.ts";
import { describeError } from "./http-errors.ts";
import { reachOf } from "./own-network.ts";

/** A file that is to come, and what is known of it: it is only believed when it has that length and checksum. */
export interface Download {
  readonly address: string;
  /** Where it is to be. What came before an interruption waits beside it, as `.part`. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** What a caller may say of a download. */
export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** How many bytes are there, each time that some came. */
  readonly onProgress?: (bytes: number) => void;
  readonly limits?: Partial<DownloadLimits>;
  /** The origins in the person's own network that may be asked; not said: none. */
  readonly own?: readonly string[];
}

/** How patient a download is. */
export interface DownloadLimits {
  /** Seconds without a connection, an answer or the next part of it. */
  readonly stall: number;
  /** How often it is tried again where it broke off, and how long before each time, seconds. */
  readonly waits: readonly number[];
}

/** Sources: a break-off of a train's or a home's network is over in seconds; who waits longer asks again, and loses nothing (guess). */
export const DOWNLOAD_LIMITS: DownloadLimits = { stall: 20, waits: [1, 3, 8] };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 10;
/** A connection that breaks after so many bytes is one that gets somewhere: it is tried again as if for the first time. */
const PROGRESS = 1e6;
const PARTIAL = 206;
const NOT_SATISFIABLE = 416;

/** What may be over in a moment. */
const PASSING: ReadonlySet<FailureCode> = new Set(["offline", "unreachable", "unknown-host", "timeout"]);

/** What broke off, and may go on: nothing else is tried again. */
class Broken extends Error {}

/**
 * Downloads a large file: goes on where an earlier attempt broke off when the server has the same file still, tries again when the
 * connection breaks, and checks length and checksum. The file appears whole, under its name, or not at all; what came stays beside it
 * for the next attempt, unless it is wrong.
 * @throws Failure `offline`, `unreachable`, `unknown-host`, `refused`, `own-network`, `not-found`, `timeout`, `storage`, `bad-input`; the signal's reason
 */
export async function downloadFile(download: Download, options: DownloadOptions): Promise<void> {
  const { signal } = options;
  const limits = { ...DOWNLOAD_LIMITS, ...options.limits };
  const { file, size, sha256 } = download;
  signal.throwIfAborted();
  if (await isThere(file, size, sha256)) {
    options.onProgress?.(size);
    return;
  }
  const part = `${file}.part`;
  try {
    let attempt = 0;
    for (let there = 0; ; ) {
      try {
        await fetchRest(download, part, options, limits);
        break;
      } catch (thrown) {
        signal.throwIfAborted();
        if (!(thrown instanceof Broken)) throw thrown;
        const now = (await stat(part).catch(() => null))?.size ?? 0;
        if (now - there >= PROGRESS) attempt = 0;
        there = now;
        const wait = limits.waits[attempt++];
        if (wait === undefined) throw thrown.cause;
        await pause(wait, signal);
      }
    }
    if ((await checksum(part, signal)) !== sha256) {
      await forget(part);
      throw new Failure(
        "refused",
        `What ${hostOf(download)} sent is not the file that was promised: its checksum differs. Nothing of it is kept.`,
      );
    }
    await rename(part, file);
    await rm(validatorOf(part), { force: true });
  } catch (thrown) {
    signal.throwIfAborted();
    throw storage(thrown);
  }
}

const hostOf = ({ address }: Download): string => (URL.canParse(address) ? new URL(address).host : "the server");
const validatorOf = (part: string): string => `${part}-validator`;

async function isThere(file: string, size: number, sha256: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found?.size === size && (await checksum(file, new AbortController().signal)) === sha256;
}

async function forget(part: string): Promise<void> {
  await rm(part, { force: true });
  await rm(validatorOf(part), { force: true });
}

/** Fetches what is missing of a file. @throws Broken when it may go on */
async function fetchRest(download: Download, part: string, options: DownloadOptions, limits: DownloadLimits): Promise<void> {
  const { size } = download;
  const there = (await stat(part).catch(() => null))?.size ?? 0;
  if (there === size) return;
  const validator = there > 0 && there < size ? await readFile(validatorOf(part), "utf8").catch(() => null) : null;
  const from = validator === null ? 0 : there;
  const headers = validator === null ? {} : { range: `bytes=${from}-`, "if-range": validator };
  const answer = await follow(webAddress(download.address), headers, limits.stall, options).catch((thrown: unknown) => {
    throw mayGoOn(thrown, download);
  });
  try {
    const status = answer.statusCode ?? 0;
    if (status === NOT_SATISFIABLE) {
      await forget(part);
      throw new Broken("The server has another file now", {
        cause: new Failure("refused", `${hostOf(download)} did not go on with the file.`),
      });
    }
    refuseStatus(status, hostOf(download));
    const start = startOf(status, answer.headers["content-range"] ?? null);
    if (start !== 0 && start !== from)
      throw new Failure("refused", `${hostOf(download)} sent another part of the file than was asked for.`);
    const length = Number(answer.headers["content-length"] ?? size - start);
    if (start + length !== size) throw lying(download, start + length);
    const { etag } = answer.headers;
    const validates = etag !== undefined && !etag.startsWith("W/") ? etag : answer.headers["last-modified"];
    if (validates === undefined) await rm(validatorOf(part), { force: true });
    else await writeFile(validatorOf(part), validates);
    await write(answer, part, start, download, options);
  } finally {
    drop(answer);
  }
}

/** Where a body begins in the file. */
function startOf(status: number, range: string | null): number {
  if (status !== PARTIAL) return 0;
  const start = /^bytes (\d+)-/.exec(range ?? "")?.[1];
  return start === undefined ? -1 : Number(start);
}

const lying = (download: Download, found: number): Failure =>
  new Failure("refused", `What ${hostOf(download)} has is not the file that was promised: it has ${found} bytes, not ${download.size}.`);

/** Asks for a file, following redirects. */
async function follow(
  start: URL,
  headers: Readonly<Record<string, string>>,
  stall: number,
  { signal, own = [] }: DownloadOptions,
): Promise<IncomingMessage> {
  const reach = reachOf(own, null);
  let address = withoutSecrets(start);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const all = { "user-agent": USER_AGENT, accept: "*/*", "accept-encoding": "identity", ...headers };
    const answer = await ask(address, { headers: all, stall, signal, reach });
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.statusCode ?? 0) || location === undefined) return answer;
    drop(answer);
    address = withoutSecrets(redirectTarget(location, address));
  }
  throw new Failure("refused", `The site redirected more than ${MOST_REDIRECTS} times.`);
}

/** A network's failure may be over in a moment; what a site answers is not. */
function mayGoOn(thrown: unknown, download: Download): unknown {
  const failure = describeError(thrown, hostOf(download));
  if (!(failure instanceof Failure) || !PASSING.has(failure.code)) return failure;
  return new Broken("The connection broke", { cause: failure });
}

async function write(
  body: AsyncIterable<Uint8Array>,
  part: string,
  start: number,
  download: Download,
  { onProgress, signal }: DownloadOptions,
): Promise<void> {
  const target: FileHandle = await open(part, start === 0 ? "w" : "r+");
  let at = start;
  try {
    onProgress?.(at);
    const parts = body[Symbol.asyncIterator]();
    for (;;) {
      const next = await parts.next().catch((thrown: unknown) => {
        signal.throwIfAborted();
        throw mayGoOn(thrown, download);
      });
      if (next.done === true) break;
      if (at + next.value.length > download.size) throw lying(download, at + next.value.length);
      await target.write(next.value, 0, next.value.length, at);
      at += next.value.length;
      onProgress?.(at);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  if (at < download.size)
    throw new Broken("The file is cut off", {
      cause: new Failure("unreachable", `The connection to ${hostOf(download)} ended before the file did.`),
    });
}

async function checksum(file: string, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) {
    signal.throwIfAborted();
    hash.update(bytes as Uint8Array);
  }
  return hash.digest("hex");
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** @throws Failure `bad-input` */
function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") throw new Failure("bad-input", "This is not an http or https address.");
  return url;
}

function storage(thrown: unknown): unknown {
  const { code, message } = (thrown ?? {}) as NodeJS.ErrnoException;
  if (thrown instanceof Failure || typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return thrown;
  const full = code === "ENOSPC" || code === "EDQUOT";
  return new Failure("storage", full ? "The disk is full." : `The file can’t be written. ${message}`, { cause: thrown });
}
