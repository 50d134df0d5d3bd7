import { createHash, timingSafeEqual } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { openOrdinary } from "./files.ts";

/** A file that is offered, by the name that it has in addresses: nobody can ask for another. */
export interface OfferedFile {
  readonly path: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** What is offered. */
export interface PodcastOffer {
  /** The first part of every address; whoever does not know it learns nothing. */
  readonly secret: string;
  /** The feed, for who asks at this origin. */
  readonly feed: (base: string) => Promise<string>;
  readonly file: (name: string) => Promise<OfferedFile | null>;
}

/** A server that listens. */
export interface PodcastServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A house has fewer players (guess). */
const MOST_CONNECTIONS = 32;
/** How long a player may take to ask, and may be silent while it is answered, milliseconds (guess). */
const PATIENCE = 30_000;
/** How a request names this computer: nothing else gets into the feed's addresses. */
const HOST = /^(?:[\w.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
/** In a time that tells nothing of where they differ. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** The bytes that are asked for: `null` all, `"none"` some that there are not. Only the first range of several, as players ask for one. */
export function rangeOf(header: string | undefined, bytes: number): { readonly start: number; readonly end: number } | null | "none" {
  const [found, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (found === undefined || (from === "" && to === "")) return null;
  const start = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (start > end || start >= bytes) return "none";
  return { start, end };
}

function refuse(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { "content-length": "0", ...headers }).end();
}

async function sendFile({ path, bytes, mediaType }: OfferedFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let file: FileHandle;
  try {
    // A link that took its place leads to what was never offered.
    file = await openOrdinary(path);
  } catch {
    refuse(response, 404);
    return;
  }
  try {
    const found = await file.stat();
    // Another file of its name is not the edition.
    if (found.size !== bytes) {
      refuse(response, 404);
      return;
    }
    const range = rangeOf(request.headers.range, bytes);
    if (range === "none") {
      refuse(response, 416, { "content-range": `bytes */${bytes}` });
      return;
    }
    const { start, end } = range ?? { start: 0, end: bytes - 1 };
    response.writeHead(range ? 206 : 200, {
      "content-type": mediaType,
      "content-length": String(end - start + 1),
      "accept-ranges": "bytes",
      ...(range ? { "content-range": `bytes ${start}-${end}/${bytes}` } : {}),
    });
    if (request.method === "HEAD") response.end();
    else await pipeline(file.createReadStream({ start, end, autoClose: false }), response);
  } catch {
    // Whoever asked is gone.
    response.destroy();
  } finally {
    await file.close();
  }
}

/**
 * Offers a feed and its files over HTTP: to this computer, or (`open`) to the networks that it is in. It reads, and changes nothing.
 * @param port that it had before, 0: any. Where that is taken, another.
 * @throws a system's error where it can't listen
 */
export async function servePodcast(offer: PodcastOffer, isOpen: boolean, port: number): Promise<PodcastServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of [
      ["cache-control", "no-store"],
      ["x-content-type-options", "nosniff"],
      ["referrer-policy", "no-referrer"],
      ["content-security-policy", "default-src 'none'"],
    ] as const)
      response.setHeader(name, value);
    const { host = "" } = request.headers;
    const [, secret = "", name = "", ...rest] = (request.url ?? "").split("?")[0]?.split("/") ?? [];
    if (!isSame(secret, offer.secret) || rest.length > 0 || !HOST.test(host)) {
      refuse(response, 404);
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      refuse(response, 405, { allow: "GET, HEAD" });
      return;
    }
    if (name === "feed.xml") {
      const feed = Buffer.from(await offer.feed(`http://${host}/${offer.secret}`));
      response.writeHead(200, { "content-type": "application/rss+xml; charset=utf-8", "content-length": String(feed.length) });
      response.end(request.method === "HEAD" ? undefined : feed);
      return;
    }
    const file = await offer.file(name);
    if (file) await sendFile(file, request, response);
    else refuse(response, 404);
  };
  const listen = async (wanted: number): Promise<Server> => {
    const server = createServer({ requestTimeout: PATIENCE, headersTimeout: PATIENCE }, (request, response) => {
      answer(request, response).catch(() => response.destroy());
    });
    server.maxConnections = MOST_CONNECTIONS;
    server.setTimeout(PATIENCE);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted, isOpen ? "0.0.0.0" : "127.0.0.1", resolve);
    });
    return server;
  };
  const server = await listen(port).catch((thrown: NodeJS.ErrnoException) => {
    if (port !== 0 && (thrown.code === "EADDRINUSE" || thrown.code === "EACCES")) return listen(0);
    throw thrown;
  });
  // What goes wrong with one who asks is theirs.
  server.on("error", () => {});
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
