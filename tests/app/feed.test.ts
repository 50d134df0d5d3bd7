import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFeed } from "../../src/app/feed.ts";
import { fetchSource } from "../../src/fetch/index.ts";
import { Failure, type SourceRequest } from "../../src/model/index.ts";

const FEED = '<rss version="2.0"><channel><title>Harbour News</title><item><title>One</title></item></channel></rss>';
const PAGES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  "/feed.xml": ["application/rss+xml", FEED],
  "/as-html": ["text/html", FEED],
  "/page": [
    "text/html",
    '<!doctype html><link rel="alternate" type="application/rss+xml" href="/gone.xml"><link rel="feed" href="/feed.xml"><p>x',
  ],
  "/silent": ["text/html", "<!doctype html><p>No feed is named here.</p>"],
};

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const [type, body] = PAGES[request.url ?? ""] ?? [];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type ?? "text/plain" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const said = { url: null, type: null, lang: null };
const at = (path: string): SourceRequest => ({ kind: "address", address: `${base}${path}`, typed: true, ...said });
const read = (request: SourceRequest) => readFeed((one, signal) => fetchSource(one, { signal, own: [base] }), request);

describe("a feed", () => {
  it("is read at its address, whatever the server calls it", async () => {
    expect((await read(at("/feed.xml"))).feed.title).toBe("Harbour News");
    expect((await read(at("/as-html"))).feed.title).toBe("Harbour News");
  });

  it("is found from a page that names it, past the ones that are gone", async () => {
    expect(await read(at("/page"))).toMatchObject({ address: `${base}/feed.xml`, feed: { title: "Harbour News" } });
  });

  it("is looked for where sites keep it when the page names none", async () => {
    expect((await read(at("/silent"))).address).toBe(`${base}/feed.xml`);
  });

  it("that a pasted page does not name is not guessed", async () => {
    await expect(read({ kind: "content", content: PAGES["/silent"]?.[1] ?? "", ...said })).rejects.toThrow(Failure);
  });
});
