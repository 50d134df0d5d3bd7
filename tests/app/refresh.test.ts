import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RefreshWorld, refresh } from "../../src/app/refresh.ts";
import { fetchFeed } from "../../src/fetch/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { Failure, type RefreshProgress } from "../../src/model/index.ts";

const feedOf = (...titles: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Harbour News</title>${titles
    .map(
      (title) => `<item><guid isPermaLink="false">${title}</guid><title>${title}</title><link>https://news.example/${title}</link></item>`,
    )
    .join("")}</channel></rss>`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const answers = new Map<string, Answer>();
let server: Server;
let base: string;
let library: Library;
let now: string;

beforeEach(async () => {
  answers.clear();
  server = createServer((request, response) => {
    const answer = answers.get(request.url ?? "");
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  library = await openLibrary(":memory:");
  now = "2026-03-02T08:00:00.000Z";
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  library.close();
});

const subscribe = (path: string, answer?: Answer): void => {
  if (answer) answers.set(path, answer);
  library.feeds.add({ address: path.startsWith("http") ? path : base + path, title: null, site: null, folder: [], added: now });
};
const give =
  (body: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { "content-type": "application/rss+xml", ...headers }).end(body);

async function round(
  all = true,
  signal = new AbortController().signal,
  feed: RefreshWorld["feed"] = (request, stop) =>
    fetchFeed(request, { signal: stop, own: [base], limits: { stall: 1, total: 2, bytes: 100_000 } }),
): Promise<readonly RefreshProgress[]> {
  const told: RefreshProgress[] = [];
  for await (const progress of refresh({ library, feed, now: () => now }, all, signal)) told.push(progress);
  return told;
}
const items = (): readonly string[] =>
  library.items.list({ list: "all", feed: null, folder: null, after: null, limit: 1000 }, now).map(({ title }) => title);
const feed = (path: string) => library.feeds.all().find(({ address }) => address.endsWith(path));

describe("a refresh", () => {
  it("keeps what is new, tells how far it is, and brings nothing twice", async () => {
    subscribe("/a", give(feedOf("one", "two")));
    subscribe("/b", give(feedOf("three")));
    const told = await round();
    expect(told.at(-1)).toMatchObject({ done: 2, all: 2, news: 3 });
    expect(told.map(({ done }) => done)).toEqual([0, 1, 2]);
    answers.set("/a", give(feedOf("zero", "one", "two")));
    expect((await round()).at(-1)).toMatchObject({ news: 1 });
    expect(items().toSorted()).toEqual(["one", "three", "two", "zero"]);
    expect(feed("/a")).toMatchObject({ title: "Harbour News", problem: null });
  });

  it("asks only for what has changed, and not before the site wants it", async () => {
    const asked: (string | undefined)[] = [];
    subscribe("/a", (request, response) => {
      asked.push(request.headers["if-none-match"]);
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304, { "cache-control": "max-age=7200" }).end();
      else give(feedOf("one"), { etag: '"v1"', "cache-control": "max-age=7200" })(request, response);
    });
    await round();
    now = "2026-03-02T09:00:00.000Z";
    expect(await round(false)).toHaveLength(1);
    now = "2026-03-02T10:30:00.000Z";
    await round(false);
    expect(asked).toEqual([undefined, '"v1"']);
    expect(items()).toEqual(["one"]);
  });

  it("waits as long as it is asked to, and longer after each failure", async () => {
    subscribe("/busy", (_, response) => response.writeHead(429, { "retry-after": "7200" }).end());
    subscribe("/broken", (_, response) => response.writeHead(500).end());
    await round();
    now = "2026-03-02T09:59:00.000Z";
    await round(false);
    expect(feed("/broken")?.problem).toMatchObject({ code: "site-fault", times: 2 });
    expect(feed("/busy")?.problem).toMatchObject({ code: "busy" });
    now = "2026-03-02T10:30:00.000Z";
    expect((await round(false)).at(-1)).toMatchObject({ all: 1 });
    expect(feed("/broken")?.problem?.times).toBe(2);
  });

  it("leaves a site alone that asked for patience, also when everything is asked for, and tells of a fault once", async () => {
    let asked = 0;
    subscribe("/busy", (_, response) => {
      asked += 1;
      response.writeHead(503, { "retry-after": "7200" }).end();
    });
    subscribe("/broken", (_, response) => response.writeHead(500).end());
    const faults = (told: readonly RefreshProgress[]) => told.filter((one) => one.feed?.isNewProblem).map((one) => one.feed?.problem);
    expect(faults(await round()).toSorted()).toEqual(["busy", "site-fault"]);
    now = "2026-03-02T09:59:00.000Z";
    expect(faults(await round())).toEqual([]);
    expect(asked).toBe(1);
    now = "2026-03-02T10:01:00.000Z";
    await round();
    expect(asked).toBe(2);
  });

  it("follows a feed that moved for good, and stays with one that is away for now", async () => {
    subscribe("/old", (_, response) => response.writeHead(301, { location: "/new" }).end());
    subscribe("/away", (_, response) => response.writeHead(302, { location: "/elsewhere" }).end());
    answers.set("/new", give(feedOf("one")));
    answers.set("/elsewhere", give(feedOf("two")));
    await round();
    expect(
      library.feeds
        .all()
        .map(({ address }) => address.slice(base.length))
        .toSorted(),
    ).toEqual(["/away", "/new"]);
  });

  it("tells once that a feed is gone, and asks no more", async () => {
    subscribe("/gone", (_, response) => response.writeHead(410).end());
    await round();
    expect(feed("/gone")).toMatchObject({ gone: true });
    expect(await round()).toHaveLength(1);
    subscribe("/lost");
    for (let n = 0; n < 5; n++) await round();
    expect(feed("/lost")).toMatchObject({ gone: true });
  });

  it("comes to an end whatever its feeds do, and loses nothing of the good ones", async () => {
    subscribe("/good", give(feedOf("good")));
    subscribe("/hangs", () => {});
    subscribe("/drips", (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("<"), 100);
      response.on("close", () => clearInterval(timer));
    });
    subscribe("/huge", (_, response) => {
      response.writeHead(200);
      const write = (): void => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
        if (!response.destroyed) response.once("drain", write);
      };
      write();
    });
    subscribe("/bomb", give("", { "content-encoding": "gzip" }));
    answers.set("/bomb", (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(20_000_000))));
    subscribe("/loop", (_, response) => response.writeHead(302, { location: "/loop" }).end());
    subscribe("/cut", (_, response) => {
      response.writeHead(200, { "content-length": "9999" });
      response.write(feedOf("x").slice(0, 50));
      setTimeout(() => response.destroy(), 50);
    });
    subscribe("/page", give("<!doctype html><p>Not a feed"));
    subscribe("/lol", give(`<!DOCTYPE rss [<!ENTITY a "${"a".repeat(60_000)}">]>${feedOf("&a;&a;&a;&a;")}`));
    subscribe("/half", give(feedOf("whole").replace("</channel></rss>", "<item><title>hal")));
    subscribe("/none");
    const told = await round();
    expect(told.at(-1)).toMatchObject({ done: 11, all: 11 });
    expect(items().toSorted()).toEqual(["good", "hal", "whole"]);
    const problems = Object.fromEntries(
      library.feeds.all().map(({ address, problem }) => [address.slice(base.length), problem?.code ?? null]),
    );
    expect(problems).toEqual({
      "/good": null,
      "/half": null,
      "/hangs": "timeout",
      "/drips": "timeout",
      "/huge": "too-large",
      "/bomb": "too-large",
      "/loop": "refused",
      "/cut": "unreachable",
      "/page": "bad-input",
      "/lol": "bad-input",
      "/none": "not-found",
    });
  });

  it("asks a host that never answers three times, not for each of its feeds", async () => {
    let asked = 0;
    for (let n = 0; n < 8; n++)
      subscribe(`/silent${n}`, () => {
        asked += 1;
      });
    expect((await round()).at(-1)).toMatchObject({ done: 8, all: 8 });
    expect(asked).toBe(3);
    expect(library.feeds.all().every(({ problem }) => problem?.code === "timeout")).toBe(true);
  });

  it("asks again for the whole of what broke off without a sign", async () => {
    const asked: (string | undefined)[] = [];
    subscribe("/cut", (request, response) => {
      asked.push(request.headers["if-none-match"]);
      const whole = feedOf("one", "two");
      give(asked.length === 1 ? whole.slice(0, whole.indexOf('<item><guid isPermaLink="false">two')) : whole, { etag: '"same"' })(
        request,
        response,
      );
    });
    await round();
    await round();
    expect(items().toSorted()).toEqual(["one", "two"]);
    await round();
    expect(asked).toEqual([undefined, undefined, '"same"']);
  });

  it("blames nobody when there is no line", async () => {
    for (let n = 0; n < 12; n++) subscribe(`http://site${n}.example/feed`);
    const told = await round(true, new AbortController().signal, () => Promise.reject(new Failure("offline", "There is no connection.")));
    expect(told.at(-1)).toMatchObject({ done: 12, all: 12, news: 0 });
    expect(library.feeds.all().every(({ problem }) => problem === null)).toBe(true);
  });

  it("stops when it is told to, with what it has", async () => {
    subscribe("/hangs", () => {});
    const controller = new AbortController();
    const running = round(true, controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(running).rejects.toThrow();
    expect(feed("/hangs")?.problem).toBeNull();
  });

  it("finds the same story in two feeds", async () => {
    subscribe("/a", give(feedOf("Ferry returns to the harbour after repairs")));
    subscribe("/b", give(feedOf("After repairs ferry returns to harbour")));
    await round();
    expect(library.items.list({ list: "all", feed: null, folder: null, after: null, limit: 9 }, now).map(({ sources }) => sources)).toEqual(
      [2, 2],
    );
  });
});
