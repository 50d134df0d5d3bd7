import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fullTextReason, learnedFrom } from "../../src/app/full-text.ts";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import type { ItemId } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

const LINK = "https://news.example/a";
const text = (words: number): string => Array.from({ length: words }, (_, n) => `word${n}`).join(" ");

describe("the page of an item is fetched", () => {
  it.each([
    ["absent", null],
    ["absent", "<p> </p>"],
    ["cut", `<p>${text(100)} …</p>`],
    ["cut", `${text(100)} [&#8230;]`],
    ["cut", `${text(100)}...`],
    ["cut", `<p>${text(100)}. <a href="/x">Read more »</a></p>`],
    ["cut", `<p>${text(100)}. <a href="/x">Weiterlesen</a></p>`],
    ["cut", `${text(100)} 阅读全文`],
    ["brief", `<p>${text(59)}.</p>`],
    ["unsure", `<p>${text(60)}.</p>`],
    ["unsure", `<p>${text(60)}, and whoever wants can read more about it.</p>`],
  ] as const)("because it is %s: %#", (reason, content) => {
    expect(fullTextReason({ link: LINK, content }, "auto", null)).toBe(reason);
  });

  it("as the listener wants it, and as its feed was found to be", () => {
    const long = { link: LINK, content: text(300) };
    expect(fullTextReason(long, "always", "whole")).toBe("asked");
    expect(fullTextReason({ link: LINK, content: null }, "never", null)).toBeNull();
    expect(fullTextReason(long, "auto", "whole")).toBeNull();
    expect(fullTextReason(long, "auto", "short")).toBe("learned");
    expect(fullTextReason({ ...long, link: null }, "always", null)).toBeNull();
    expect(fullTextReason({ ...long, link: "javascript:alert(1)" }, "always", null)).toBeNull();
  });

  it("where pages of its feed have far more", () => {
    expect(learnedFrom({ link: LINK, content: text(100) }, 150)).toBe("short");
    expect(learnedFrom({ link: LINK, content: text(100) }, 140)).toBe("whole");
  });
});

describe("in the background", () => {
  let server: Server;
  let base: string;
  let library: Library;
  let app: App;
  let now: string;
  let asked: string[];
  let answer: (path: string, request: IncomingMessage, response: ServerResponse) => void;

  const PARAGRAPH =
    "The ferry that links the two shores of the bay returned to service on Monday after a month of repairs, its captain said in the wheelhouse.";
  const page = (title: string): string =>
    `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>${`<p>${PARAGRAPH}</p>`.repeat(6)}</article>`;
  const item = (name: string, description: string): string =>
    `<item><title>${name}</title><guid isPermaLink="false">${name}</guid><link>${base}/${name}</link><description>${description}</description></item>`;
  const feed = (...items: readonly string[]): string =>
    `<rss version="2.0"><channel><title>Harbour</title>${items.join("")}</channel></rss>`;

  beforeEach(async () => {
    asked = [];
    now = "2026-03-02T08:00:00.000Z";
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      answer(request.url ?? "", request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    library = await openLibrary(":memory:");
    app = createApp({
      fetch: {
        source: (request, signal, own) => fetchSource(request, { signal, own }),
        picture: (address, signal, own) => fetchPicture(address, { signal, own }),
        feed: (request, signal, own) => fetchFeed(request, { signal, own }),
      },
      library,
      engines: [createTone()],
      clock: { now: () => now },
      log: () => {},
    });
  });
  afterEach(async () => {
    await app.close();
    server.closeAllConnections();
    server.close();
  });

  const round = async (): Promise<void> => {
    await app.startRefresh({ all: true });
    await expect.poll(() => app.refreshState({}).then(({ running }) => running), { timeout: 20_000 }).toBeNull();
  };
  const idOf = async (title: string): Promise<ItemId> => {
    const found = (await app.news({ list: "all", feed: null, folder: null, after: null, limit: 50 })).find((one) => one.title === title);
    return found?.id ?? (0 as ItemId);
  };

  it("pages of short items are kept, open without a network, are not the last opened, and become stale when the feed changes them", async () => {
    let changed = "Short.";
    answer = (path, _, response) => {
      if (path === "/feed") response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed(item("ferry", changed)));
      else response.writeHead(200, { "content-type": "text/html" }).end(page(path.slice(1)));
    };
    await app.subscribe({ address: `${base}/feed`, folder: [] });
    await round();
    expect(asked.filter((path) => path === "/ferry")).toHaveLength(1);
    expect(await app.articles({ limit: 5 })).toEqual([]);
    const [listed] = await app.news({ list: "unread", feed: null, folder: null, after: null, limit: 5 });
    expect(listed).toMatchObject({ title: "ferry", read: false, article: expect.stringMatching(/^a/) });
    const opened = await app.openItem({ item: await idOf("ferry") });
    expect(opened.article.blocks).toHaveLength(6);
    expect(asked.filter((path) => path === "/ferry")).toHaveLength(1);
    await app.openItem({ item: await idOf("ferry"), anew: true });
    expect(asked.filter((path) => path === "/ferry")).toHaveLength(2);
    // The feed tells something else of it: its page is fetched when it is opened, and the kept one is read where that fails.
    changed = "Short, and new.";
    await round();
    await app.openItem({ item: await idOf("ferry") });
    expect(asked.filter((path) => path === "/ferry")).toHaveLength(3);
    changed = "Short, and newer.";
    await round();
    answer = (_path, { socket }) => socket.destroy();
    expect((await app.openItem({ item: await idOf("ferry") })).article.blocks).toHaveLength(6);
  }, 40_000);

  it("keep their photos, as the listener wants it, and show them without a network", async () => {
    const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=", "base64");
    const withPhoto = (title: string): string =>
      page(title).replace(
        "</h1>",
        `</h1><figure><img src="/${title}.png" width="800" height="600" alt="A ferry at the quay"><figcaption>The ferry at the quay.</figcaption></figure>`,
      );
    const cookies: (string | undefined)[] = [];
    answer = (path, request, response) => {
      if (path === "/feed") response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed(item("one", "Short.")));
      else if (path === "/feed2") response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed(item("two", "Short.")));
      else if (path.endsWith(".png")) {
        cookies.push(request.headers.cookie, request.headers.referer);
        response.writeHead(200, { "content-type": "image/png" }).end(PNG);
      } else response.writeHead(200, { "content-type": "text/html", "set-cookie": "a=b" }).end(withPhoto(path.slice(1)));
    };
    await app.subscribe({ address: `${base}/feed`, folder: [] });
    await round();
    expect(asked).toContain("/one.png");
    expect(cookies).toEqual([undefined, undefined]);
    const { article } = await app.openItem({ item: await idOf("one") });
    const figure = article.blocks.find(({ kind }) => kind === "figure");
    if (!figure) throw new Error("no figure");
    answer = (_path, { socket }) => socket.destroy();
    expect(Buffer.from((await app.picture({ article: article.id, block: figure.id })).bytes)).toEqual(PNG);
    library.webPictures.trim(PNG.byteLength - 1);
    await expect(app.picture({ article: article.id, block: figure.id })).rejects.toMatchObject({ code: "unreachable" });
  });

  it("of a feed with long items one page tells whether the others are wanted", async () => {
    const long = `<p>${text(70)}.</p>`.replaceAll("<", "&lt;");
    answer = (path, _, response) => {
      if (path === "/feed")
        response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed(item("one", long), item("two", long)));
      else response.writeHead(200, { "content-type": "text/html" }).end(page(path.slice(1)));
    };
    const { feed: subscribed } = await app.subscribe({ address: `${base}/feed`, folder: [] });
    await round();
    expect(library.wanted.feedText(subscribed.id)).toEqual({ how: "auto", learned: "short" });
    expect(asked.filter((path) => path !== "/feed")).toHaveLength(1);
    await round();
    expect(asked.filter((path) => path !== "/feed").toSorted()).toEqual(["/one", "/two"]);
    await app.changeFeed({ feed: subscribed.id, fullText: "never" });
    expect((await app.feeds({}))[0]?.fullText).toBe("never");
  }, 40_000);

  it("a site that asks for patience is left alone, a page that is none is given up, and what is left is fetched later", async () => {
    let isBusy = true;
    answer = (path, _, response) => {
      if (path === "/feed")
        response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed(item("one", ""), item("two", ""), item("gone", "")));
      else if (path === "/gone") response.writeHead(404).end();
      else if (isBusy) response.writeHead(429, { "retry-after": "60" }).end();
      else response.writeHead(200, { "content-type": "text/html" }).end(page(path.slice(1)));
    };
    await app.subscribe({ address: `${base}/feed`, folder: [] });
    await round();
    const pages = (): readonly string[] => asked.filter((path) => path !== "/feed");
    expect(pages().length).toBeLessThanOrEqual(2);
    isBusy = false;
    await round();
    expect(pages().filter((path) => path !== "/gone")).toHaveLength(1);
    now = "2026-03-02T09:30:00.000Z";
    await round();
    await round();
    expect(pages().filter((path) => path === "/gone")).toHaveLength(1);
    expect(
      (await app.news({ list: "unread", feed: null, folder: null, after: null, limit: 5 })).filter(({ article }) => article !== null),
    ).toHaveLength(2);
  }, 60_000);

  it("stops with the round, and goes on with the next", async () => {
    const held: ServerResponse[] = [];
    let isHeld = true;
    answer = (path, _, response) => {
      if (path === "/feed") response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed(item("one", "Short.")));
      else if (isHeld) held.push(response);
      else response.writeHead(200, { "content-type": "text/html" }).end(page(path.slice(1)));
    };
    await app.subscribe({ address: `${base}/feed`, folder: [] });
    await app.startRefresh({ all: true });
    await expect.poll(() => held.length).toBe(1);
    expect((await app.refreshState({})).running).toMatchObject({ stage: "articles", done: 0, all: 1 });
    expect(await app.stopRefresh({})).toEqual({ stopped: true });
    isHeld = false;
    await round();
    expect((await app.news({ list: "unread", feed: null, folder: null, after: null, limit: 5 }))[0]?.article).not.toBeNull();
  });
});
