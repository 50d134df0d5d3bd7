import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import type { ItemId, NewsQuery } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

const PARAGRAPH =
  "The ferry that links the two shores of the bay returned to service on Monday after a month of repairs, its captain said in the wheelhouse.";
const page = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${PARAGRAPH}</p><p>Tickets for the lighthouse cost less than they did.</p><p>${PARAGRAPH.replace("Monday", "Tuesday")}</p></article>`;

let server: Server;
let base: string;
let app: App;
let pages: Map<string, readonly [status: number, type: string, body: string]>;
beforeEach(async () => {
  pages = new Map();
  server = createServer((request, response) => {
    const [status, type, body] = pages.get(request.url ?? "") ?? [404, "text/plain", ""];
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const feed = `<rss version="2.0"><channel><title>Harbour &amp; Bay</title>
    <item><title>Ferry returns</title><link>${base}/ferry</link><description>Short word of it.</description></item>
    <item><title>Only here</title><guid isPermaLink="false">x</guid><description>&lt;p&gt;${PARAGRAPH}&lt;/p&gt;&lt;script&gt;bad()&lt;/script&gt;</description></item>
    <item><title>Lost page</title><link>${base}/lost</link><description>&lt;p&gt;${PARAGRAPH} ${PARAGRAPH}&lt;/p&gt;</description></item></channel></rss>`;
  pages.set("/feed.xml", [200, "application/rss+xml", feed]);
  pages.set("/", [200, "text/html", '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed.xml">']);
  pages.set("/ferry", [200, "text/html", page("Ferry returns")]);
  app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library: await openLibrary(":memory:"),
    engines: [createTone()],
    clock: { now: () => new Date().toISOString() },
    log: () => {},
  });
});
afterEach(async () => {
  await app.close();
  server.close();
});

const news = (query: Partial<NewsQuery> = {}) => app.news({ list: "all", feed: null, folder: null, after: null, limit: 50, ...query });
const idOf = async (title: string): Promise<ItemId> => (await news()).find((item) => item.title === title)?.id ?? (0 as ItemId);

describe("a listener", () => {
  it("subscribes by a site's address, once, and has its news at once, unread", async () => {
    const { feed, isNew } = await app.subscribe({ address: `${base}/`, folder: ["Local"] });
    expect([feed.title, feed.address, isNew]).toEqual(["Harbour & Bay", `${base}/feed.xml`, true]);
    expect((await app.subscribe({ address: `${base}/feed.xml`, folder: [] })).isNew).toBe(false);
    expect((await news()).map(({ title, read }) => [title, read])).toEqual(
      expect.arrayContaining([
        ["Ferry returns", false],
        ["Only here", false],
      ]),
    );
    expect(await app.feeds({})).toMatchObject([{ folder: ["Local"], unread: 3 }]);
  });

  it("opens an item's page, or what the feed gave of it, and then it is read", async () => {
    await app.subscribe({ address: `${base}/feed.xml`, folder: [] });
    const ferry = await app.openItem({ item: await idOf("Ferry returns") });
    expect(ferry.article.blocks.map(({ text }) => text)).toContain(PARAGRAPH);
    const own = await app.openItem({ item: await idOf("Only here") });
    expect(own.article.title).toBe("Only here");
    expect(JSON.stringify(own.article.blocks)).not.toContain("bad()");
    const lost = await app.openItem({ item: await idOf("Lost page") });
    expect(lost.article.address).toBe(`${base}/lost`);
    expect((await news({ list: "unread" })).length).toBe(0);
    expect((await news({ list: "history" })).map(({ article }) => article)).toContain(ferry.article.id);
    await expect(app.openItem({ item: 999 as ItemId })).rejects.toMatchObject({ code: "not-found" });
  });

  it("takes back what was marked and ended", async () => {
    const { feed } = await app.subscribe({ address: `${base}/feed.xml`, folder: [] });
    const all = (await news()).map(({ id }) => id);
    await app.markItems({ items: all.slice(0, 1), read: true });
    const changed = await app.markItems({ items: all, read: true });
    expect(changed).toEqual(all.slice(1));
    await app.markItems({ items: changed, read: false });
    expect(await news({ list: "unread" })).toHaveLength(2);
    await app.setTaken({ feed: feed.id, taken: false });
    expect([await app.feeds({}), await news()]).toEqual([[], []]);
    await app.setTaken({ feed: feed.id, taken: true });
    expect(await news({ list: "unread" })).toHaveLength(2);
  });

  it("finds what was heard, with the sentence that has the words and its place", async () => {
    await app.subscribe({ address: `${base}/feed.xml`, folder: [] });
    const { article } = await app.openItem({ item: await idOf("Ferry returns") });
    const [hit] = await app.search({ text: "tickets lighthouse", limit: 10 });
    expect(hit).toMatchObject({
      article: article.id,
      title: "Ferry returns",
      source: "Harbour & Bay",
      sentence: "Tickets for the lighthouse cost less than they did.",
    });
    expect(hit?.matches.map(({ start, end }) => hit.sentence.slice(start, end))).toEqual(["Tickets", "lighthouse"]);
    const titled = (await app.search({ text: "FERRY retur", limit: 10 })).find(({ title }) => title === "Ferry returns");
    expect(titled?.titleMatches.map(({ start, end }) => titled.title.slice(start, end))).toEqual(["Ferry", "retur"]);
    expect(article.blocks.find(({ id }) => id === hit?.place?.block)?.text.slice(hit?.place?.offset)).toContain("Tickets");
    expect(await app.search({ text: '"only here" unread:', limit: 10 })).toMatchObject([{ title: "Only here", article: null }]);
    // As a keyboard for Chinese types the signs.
    expect(await app.search({ text: "“only here” unread：", limit: 10 })).toMatchObject([{ title: "Only here", article: null }]);
    expect(await app.search({ text: "feed：elsewhere ferry", limit: 10 })).toEqual([]);
    expect(await app.search({ text: "feed：“harbour & bay” ferry", limit: 10 })).toHaveLength(3);
    expect(await app.search({ text: "ferry -lighthouse feed:bay", limit: 10 })).toHaveLength(2);
    expect(await app.search({ text: "feed:elsewhere ferry", limit: 10 })).toEqual([]);
    expect(await app.search({ text: "date:today", limit: 10 })).toHaveLength(3);
    expect(await app.search({ text: 'NEAR( OR "*', limit: 10 })).toEqual([]);
    for (const wrong of ["date:soon", "-ferry", "   "])
      await expect(app.search({ text: wrong, limit: 5 })).rejects.toMatchObject({ code: "bad-input" });
  });

  it("moves with a list of subscriptions", async () => {
    await app.subscribe({ address: `${base}/feed.xml`, folder: ["Local", "Sea"] });
    const opml = await app.exportFeeds({});
    expect(await app.importFeeds({ text: opml })).toEqual({ added: 0, known: 1, refused: [] });
    const more = opml.replaceAll("/feed.xml", "/other.xml").replace("</body>", '<outline text="x" xmlUrl="javascript:1"/></body>');
    expect(await app.importFeeds({ text: more })).toEqual({ added: 1, known: 0, refused: ["javascript:1"] });
    expect((await app.feeds({})).map(({ folder }) => folder)).toEqual([
      ["Local", "Sea"],
      ["Local", "Sea"],
    ]);
    await expect(app.importFeeds({ text: "words" })).rejects.toMatchObject({ code: "bad-input" });
  });

  it("is shown what an address has before anything is subscribed to", async () => {
    expect(await app.lookForFeeds({ address: `${base}/` })).toEqual({
      kind: "page",
      feeds: [{ address: `${base}/feed.xml`, title: "Harbour & Bay", taken: false, has: { items: 3, newest: "Ferry returns" } }],
    });
    expect(await app.feeds({})).toEqual([]);
    await app.subscribe({ address: `${base}/feed.xml`, folder: [] });
    expect(await app.lookForFeeds({ address: `${base}/feed.xml` })).toMatchObject({ kind: "feed", feeds: [{ taken: true }] });
    const link = (address: string, title: string): string =>
      `<link rel="alternate" type="application/rss+xml" href="${address}" title="${title}">`;
    pages.set("/two", [200, "text/html", `<!doctype html>${link("/a.xml", "News &amp; more")}${link("/b.xml", "Sport")}`]);
    expect((await app.lookForFeeds({ address: `${base}/two` })).feeds.map(({ title, has }) => [title, has])).toEqual([
      ["News & more", null],
      ["Sport", null],
    ]);
    expect(await app.lookForFeeds({ address: `${base}/ferry` })).toEqual({
      kind: "page",
      feeds: [expect.objectContaining({ address: `${base}/feed.xml`, taken: true })],
    });
    pages.delete("/feed.xml");
    expect(await app.lookForFeeds({ address: `${base}/ferry` })).toEqual({ kind: "page", feeds: [] });
    await expect(app.lookForFeeds({ address: `${base}/` })).rejects.toMatchObject({ code: "not-found" });
  });

  it("finds titles by how they begin, without case, accents and marks", async () => {
    pages.set("/feed.xml", [
      200,
      "application/rss+xml",
      ["„Éclair“ wins", "eclipse", "Паром", "parade"].reduce(
        (xml, title, n) => xml.replace("</channel>", `<item><title>${title}</title><guid>${n}</guid></item></channel>`),
        "<rss><channel><title>B</title></channel></rss>",
      ),
    ]);
    await app.subscribe({ address: `${base}/feed.xml`, folder: [] });
    const selection = { list: "all", feed: null, folder: null, order: "newest" } as const;
    const begin = async (text: string) => app.items({ items: await app.newsBeginning({ ...selection, text }) });
    expect((await begin("ecl")).map(({ title }) => title).toSorted()).toEqual(["eclipse", "„Éclair“ wins"].toSorted());
    expect((await begin("ПА")).map(({ title }) => title)).toEqual(["Паром"]);
    expect((await begin("eclair w")).map(({ title }) => title)).toEqual(["„Éclair“ wins"]);
    expect(await begin("zz")).toEqual([]);
  });

  it("hears how a refresh goes on", async () => {
    await app.subscribe({ address: `${base}/feed.xml`, folder: [] });
    pages.set("/feed.xml", [
      200,
      "application/rss+xml",
      `<rss><channel><title>B</title><item><title>New</title><guid>n</guid></item></channel></rss>`,
    ]);
    const told = [];
    for await (const progress of app.refresh({ all: true })) told.push(progress.news);
    expect(told).toEqual([0, 1]);
    expect((await news())[0]?.title).toBe("New");
  });
});
