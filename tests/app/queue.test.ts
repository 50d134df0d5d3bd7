import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import type { ReadyProgress } from "../../src/contract/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { BYLINE, type ItemId } from "../../src/model/index.ts";
import { secondsLeft } from "../../src/play/index.ts";
import { createTone } from "../../src/speak/index.ts";

const PARAGRAPH =
  "The ferry that links the two shores of the bay returned to service on Monday after a month of repairs, its captain said in the wheelhouse.";
/** One pixel, so that there is a picture to be had. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const TASTE = { verbosity: "normal", lang: "en" } as const;

let server: Server;
let base: string;
let app: App;
let asked: string[];
beforeEach(async () => {
  asked = [];
  const story = `<!doctype html><html lang="en"><title>Ferry returns</title><article><h1>Ferry returns</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH.replace("Monday", "Tuesday")}</p><p>Tickets for the lighthouse cost less than they did.</p><figure><img src="/ferry.png" alt="The ferry at the quay"><figcaption>The ferry at the quay</figcaption></figure></article>`;
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/feed.xml") response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed);
    else if (request.url === "/ferry") response.writeHead(200, { "content-type": "text/html" }).end(story);
    else if (request.url === "/ferry.png") response.writeHead(200, { "content-type": "image/png" }).end(PIXEL);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const feed = `<rss version="2.0"><channel><title>Harbour</title>
    <item><title>Ferry returns</title><link>${base}/ferry</link><description>Short word of it. A ferry &amp;amp; its captain.</description></item>
    <item><title>Headline and no more</title><link>${base}/lost</link></item></channel></rss>`;
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
  await app.subscribe({ address: `${base}/feed.xml`, folder: [] });
});
afterEach(async () => {
  await app.close();
  server.close();
});

const idOf = async (title: string): Promise<ItemId> =>
  (await app.news({ list: "all", feed: null, folder: null, after: null, limit: 50 })).find((item) => item.title === title)?.id ??
  (0 as ItemId);

describe("an item that is made ready", () => {
  it("is neither read nor opened, is asked for once, and comes first when it is opened", async () => {
    const last = await app.open({
      kind: "content",
      content: `The last one opened\n\n${PARAGRAPH}`,
      url: null,
      type: "text/plain",
      lang: null,
    });
    const item = await idOf("Ferry returns");
    const { article } = await app.prepareItem({ item, network: true });
    expect(article.blocks.map(({ text }) => text)).toContain(PARAGRAPH);
    expect((await app.articles({ limit: 5 })).map(({ id }) => id)).toEqual([last.article.id]);
    expect((await app.news({ list: "unread", feed: null, folder: null, after: null, limit: 50 })).length).toBe(2);
    await app.prepareItem({ item, network: true });
    expect(asked.filter((path) => path === "/ferry")).toHaveLength(1);
    await app.recall({ article: article.id });
    expect((await app.articles({ limit: 5 })).map(({ id }) => id)).toEqual([article.id, last.article.id]);
    // What was opened once stays so, whoever makes it ready again.
    await app.prepareItem({ item, network: true });
    expect((await app.articles({ limit: 1 })).map(({ id }) => id)).toEqual([article.id]);
  });

  it("without the network is what its feed gave, or its headline, and can be narrated", async () => {
    const given = await app.prepareItem({ item: await idOf("Ferry returns"), network: false });
    expect(given.article.title).toBe("Ferry returns");
    expect(given.article.blocks.map(({ text }) => text).join(" ")).toBe("Short word of it. A ferry & its captain.");
    const bare = await app.prepareItem({ item: await idOf("Headline and no more"), network: false });
    expect(bare.article.title).toBe("Headline and no more");
    for (const { article } of [given, bare]) {
      const { utterances } = await app.narrate({ article: article.id, taste: TASTE });
      expect(utterances.some(({ pieces }) => pieces.some(({ source }) => source?.block !== BYLINE))).toBe(true);
    }
    expect(asked).not.toContain("/ferry");
    expect(await app.articles({ limit: 5 })).toEqual([]);
    await expect(app.prepareItem({ item: await idOf("Headline and no more"), network: true })).rejects.toMatchObject({ code: "not-found" });
    await expect(app.prepareItem({ item: 99 as ItemId, network: false })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the length of an item", () => {
  it("is estimated from words until its article is kept, then measured on its script", async () => {
    const item = await idOf("Ferry returns");
    const [guess] = await app.lengths({ items: [item, 99 as ItemId], taste: TASTE });
    expect(guess).toMatchObject({ item, measured: false });
    const { article } = await app.prepareItem({ item, network: true });
    const script = await app.narrate({ article: article.id, taste: TASTE });
    const [length] = await app.lengths({ items: [item], taste: TASTE });
    expect(length).toMatchObject({ item, measured: true, whole: secondsLeft(script, 0, 1) });
    expect(length?.lead).toBeLessThan(length?.whole ?? 0);
    expect(length?.lead).toBeGreaterThan(5);
    expect(await app.lengths({ items: [item], taste: TASTE })).toEqual([length]);
  });
});

describe("items that are made ready for offline", () => {
  const ready = async (items: readonly ItemId[]): Promise<readonly ReadyProgress[]> => {
    const told: ReadyProgress[] = [];
    for await (const at of app.makeReady({ items })) told.push(at);
    return told;
  };

  it("are there without a network, with their pictures; what can't be had is counted", async () => {
    const items = [await idOf("Ferry returns"), await idOf("Headline and no more")];
    expect((await ready(items)).map(({ done, all, ready: there, item }) => [done, all, there, item])).toEqual([
      [1, 2, 1, items[0]],
      [2, 2, 1, items[1]],
    ]);
    expect(asked).toContain("/ferry.png");
    server.close();
    server.closeAllConnections();
    const { article } = await app.prepareItem({ item: items[0] ?? (0 as ItemId), network: true });
    expect(article.blocks.map(({ text }) => text)).toContain(PARAGRAPH);
    const figure = article.blocks.find(({ kind }) => kind === "figure");
    expect((await app.picture({ article: article.id, block: figure?.id ?? BYLINE })).mediaType).toBe("image/png");
    expect((await app.items({ items })).map((item) => item.article !== null)).toEqual([true, false]);
    expect((await app.news({ list: "unread", feed: null, folder: null, after: null, limit: 50 })).length).toBe(2);
  });

  it("stop where somebody stops", async () => {
    const items = [await idOf("Ferry returns"), await idOf("Headline and no more")];
    for await (const { done } of app.makeReady({ items })) if (done === 1) break;
    expect(asked).not.toContain("/lost");
  });
});
