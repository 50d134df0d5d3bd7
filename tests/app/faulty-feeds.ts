import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createGzip, gzipSync } from "node:zlib";
import type { FailureCode } from "../../src/model/index.ts";

/** What a feed does wrong, and what is made of it: its items come all the same, or it has a problem. */
export interface Fault {
  readonly name: string;
  readonly problem: FailureCode | null;
  /** Items that come of it in the end. */
  readonly items: number;
  readonly answer: (feed: string, request: IncomingMessage, response: ServerResponse) => void;
}

/** Items of each feed that has any. */
export const ITEMS = 3;
/** Bytes of what is far too large, and of what a bomb becomes. */
const HUGE = 200_000_000;

const itemsOf = (feed: string): string =>
  Array.from(
    { length: ITEMS },
    (_, n) =>
      `<item><guid isPermaLink="false">${feed}-${n}</guid><title>${feed}-${n} café</title><description>What is new at ${feed}, ${n}.</description></item>`,
  ).join("");
const xmlOf = (feed: string): string => `<rss version="2.0"><channel><title>${feed}</title>${itemsOf(feed)}</channel></rss>`;
const xml = { "content-type": "application/rss+xml; charset=utf-8" };

let bomb: Buffer | null = null;
/** 200 MB of blanks inside of a feed, packed. */
function packedBomb(): Promise<Buffer> | Buffer {
  if (bomb) return bomb;
  return new Promise((resolve) => {
    const gzip = createGzip();
    const parts: Buffer[] = [];
    gzip.on("data", (part: Buffer) => parts.push(part));
    gzip.on("end", () => {
      bomb = Buffer.concat(parts);
      resolve(bomb);
    });
    gzip.write("<rss><channel><title>");
    const blanks = Buffer.alloc(1_000_000, 32);
    const fill = (left: number): void => {
      if (left === 0) gzip.end();
      else gzip.write(blanks, () => fill(left - 1));
    };
    fill(HUGE / blanks.length);
  });
}

function pour(response: ServerResponse): void {
  const part = Buffer.alloc(1 << 16, 120);
  let left = HUGE;
  const write = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= part.length;
      if (!response.write(part)) {
        response.once("drain", write);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  write();
}

/** One byte a second. */
function drip(text: string, response: ServerResponse): void {
  let at = 0;
  const timer = setInterval(() => {
    response.write(text[at++ % text.length]);
  }, 1000);
  response.on("close", () => clearInterval(timer));
}

/** Every fault, and those that are none. */
export const FAULTS: readonly Fault[] = [
  { name: "good", problem: null, items: ITEMS, answer: (feed, _, response) => response.writeHead(200, xml).end(xmlOf(feed)) },
  {
    name: "packed",
    problem: null,
    items: ITEMS,
    answer: (feed, _, response) => response.writeHead(200, { ...xml, "content-encoding": "gzip" }).end(gzipSync(xmlOf(feed))),
  },
  {
    name: "unchanged",
    problem: null,
    items: ITEMS,
    answer(feed, { headers }, response) {
      if (headers["if-none-match"] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { ...xml, etag: '"1"' }).end(xmlOf(feed));
    },
  },
  { name: "hangs", problem: "timeout", items: 0, answer: () => {} },
  {
    name: "drips",
    problem: "timeout",
    items: 0,
    answer(feed, _, response) {
      response.writeHead(200, xml);
      drip(xmlOf(feed), response);
    },
  },
  { name: "broken", problem: "site-fault", items: 0, answer: (_feed, _, response) => response.writeHead(500).end("Oh no") },
  { name: "busy", problem: "busy", items: 0, answer: (_feed, _, response) => response.writeHead(429, { "retry-after": "7200" }).end() },
  { name: "loops", problem: "refused", items: 0, answer: (_feed, { url }, response) => response.writeHead(302, { location: url }).end() },
  {
    name: "bomb",
    problem: "too-large",
    items: 0,
    async answer(_feed, _, response) {
      response.writeHead(200, { ...xml, "content-encoding": "gzip" }).end(await packedBomb());
    },
  },
  {
    name: "longer than said",
    problem: "unreachable",
    items: 0,
    answer(feed, _, response) {
      response.writeHead(200, { ...xml, "content-length": String(xmlOf(feed).length + 5000) }).write(xmlOf(feed));
      setTimeout(() => response.destroy(), 50);
    },
  },
  {
    name: "shorter than said",
    problem: null,
    // What came until then is whole but for its end.
    items: ITEMS,
    answer(feed, _, response) {
      const body = Buffer.from(xmlOf(feed));
      const head = `HTTP/1.1 200 OK\r\ncontent-type: application/rss+xml\r\netag: "half"\r\ncontent-length: ${body.length - 9}\r\nconnection: close\r\n\r\n`;
      response.socket?.end(Buffer.concat([Buffer.from(head), body]));
    },
  },
  {
    name: "wrong charset",
    problem: null,
    items: ITEMS,
    answer: (feed, _, response) => response.writeHead(200, { "content-type": "text/xml; charset=us-ascii" }).end(xmlOf(feed)),
  },
  {
    name: "cut off",
    problem: null,
    items: ITEMS,
    answer: (feed, _, response) => response.writeHead(200, xml).end(xmlOf(feed).replace(/<\/description><\/item><\/channel>.*/s, "")),
  },
  {
    name: "entities",
    problem: "bad-input",
    items: 0,
    answer(feed, _, response) {
      const entities = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};&e${n};">`).join("");
      response
        .writeHead(200, xml)
        .end(`<!DOCTYPE rss [<!ENTITY e0 "${"ha".repeat(5000)}">${entities}]>${xmlOf(feed).replace("What is new", "&e20;")}`);
    },
  },
  {
    name: "huge",
    problem: "too-large",
    items: 0,
    answer(_feed, _, response) {
      response.writeHead(200, xml);
      pour(response);
    },
  },
  {
    name: "no feed",
    problem: "bad-input",
    items: 0,
    answer: (_feed, _, response) => response.writeHead(200, xml).end("<!doctype html><p>Hi"),
  },
  { name: "resets", problem: "unreachable", items: 0, answer: (_feed, { socket }) => socket.resetAndDestroy() },
];

/** One feed of many. */
export interface FaultyFeed {
  readonly address: string;
  /** Its title where it has one, and what its items' titles begin with. */
  readonly name: string;
  readonly fault: Fault;
}

/** Sites of this machine, each with its own address, that have feeds with every fault. */
export interface FaultySites {
  readonly feeds: readonly FaultyFeed[];
  close(): Promise<void>;
}

/** Listens on an address of its own where the system has it, else on a port of its own. */
async function listen(server: Server, host: string): Promise<string> {
  const on = (address: string): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, address, resolve);
    });
  await on(host).catch(() => on("127.0.0.1"));
  const { address, port } = server.address() as AddressInfo;
  return `http://${address}:${port}`;
}

/** Opens so many sites with so many feeds in all: each fault comes about as often as any other. */
export async function openFaultySites(sites: number, feeds: number): Promise<FaultySites> {
  const byPath = new Map<string, FaultyFeed>();
  const servers = Array.from({ length: sites }, () =>
    createServer((request, response) => {
      const feed = byPath.get(`${request.headers.host}${request.url}`);
      if (feed) void feed.fault.answer(feed.name, request, response);
      else response.writeHead(404).end();
    }),
  );
  await packedBomb();
  const bases = await Promise.all(servers.map((server, n) => listen(server, `127.0.0.${n + 1}`)));
  const all: FaultyFeed[] = [];
  for (let n = 0; n < feeds; n += 1) {
    const fault = FAULTS[n % FAULTS.length];
    const base = bases[n % sites];
    if (!fault || !base) continue;
    const feed: FaultyFeed = { address: `${base}/${n}`, name: `f${n}`, fault };
    byPath.set(`${new URL(base).host}/${n}`, feed);
    all.push(feed);
  }
  return {
    feeds: all,
    close: () =>
      Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise<void>((resolve) => server.close(() => resolve()));
        }),
      ).then(() => {}),
  };
}

/** What should have come of feeds in the end: the titles of all good items. */
export const itemsExpected = (feeds: readonly FaultyFeed[]): readonly string[] =>
  feeds.flatMap(({ name, fault }) => Array.from({ length: fault.items }, (_, n) => `${name}-${n} café`)).toSorted();
