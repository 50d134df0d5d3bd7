import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { getReady } from "../../src/app/get-ready.ts";
import { type App, createApp } from "../../src/app/index.ts";
import { SPARE } from "../../src/app/keep-ready.ts";
import { fetchPictures } from "../../src/app/offline-pictures.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import type { FeedId, ItemId, NewsEvent, ReadyState } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";
import { HAS_SMALL_DISKS, smallDisk } from "../library/small-disk.ts";

const PARAGRAPH =
  "The ferry that links the two shores of the bay returned to service on Monday after a month of repairs, its captain said in the wheelhouse.";
const PHOTO = 100_000;
const ITEMS = 6;
const png = Buffer.concat([
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
  randomBytes(PHOTO),
]);

let server: Server;
let base: string;
let library: Library;
let app: App;
let asked: string[];
/** Bytes that are free on the disk. */
let free: () => number;
/** Pages that can't be had, and how often. */
let failing: Map<string, number>;

const story = (n: number): string =>
  `<!doctype html><html lang="en"><title>Story ${n}</title><article><h1>Story ${n}</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH.replace("Monday", `day ${n}`)}</p><p>Tickets for the lighthouse cost less than they did.</p><figure><img src="/photo/${n}.png" width="800" height="600" alt="The ferry at the quay"><figcaption>The ferry at the quay</figcaption></figure></article>`;

async function open(file: string): Promise<void> {
  library = await openLibrary(file);
  app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library,
    engines: [createTone()],
    free: async () => free(),
    clock: { now: () => new Date().toISOString() },
    log: () => {},
  });
}

beforeEach(async () => {
  asked = [];
  failing = new Map();
  free = () => Number.MAX_SAFE_INTEGER;
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const times = failing.get(path) ?? 0;
    if (times > 0) {
      failing.set(path, times - 1);
      response.writeHead(503).end();
    } else if (path === "/feed.xml") response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed);
    else if (path.startsWith("/story/")) response.writeHead(200, { "content-type": "text/html" }).end(story(Number(path.slice(7))));
    else if (path.startsWith("/photo/")) response.writeHead(200, { "content-type": "image/png" }).end(png);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = (n: number): string => new Date(Date.parse("2026-03-02T08:00:00Z") - n * 3_600_000).toUTCString();
  const feed = `<rss version="2.0"><channel><title>Harbour</title>${Array.from(
    { length: ITEMS },
    (_, n) =>
      `<item><title>Story ${n}</title><link>${base}/story/${n}</link><pubDate>${at(n)}</pubDate><description>Short.</description></item>`,
  ).join("")}</channel></rss>`;
  await open(":memory:");
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
  server.closeAllConnections();
  server.close();
});

const subscribe = async (): Promise<FeedId> => (await app.subscribe({ address: `${base}/feed.xml`, folder: [] })).feed.id;
const list = () => app.news({ list: "all", feed: null, folder: null, after: null, limit: 50 });
const readyOnes = async (): Promise<readonly string[]> => (await list()).filter(({ ready }) => ready).map(({ title }) => title);
const pagesAsked = (): readonly string[] => asked.filter((path) => path.startsWith("/story/"));
/** Gets ready what is wished for, without the pause that spares a site. */
async function get(most = 1_000_000_000, signal = new AbortController().signal): Promise<string> {
  const work = getReady(
    {
      library,
      now: () => new Date().toISOString(),
      prepare: async (item, stop) => (await app.prepareItem({ item, network: true }, stop)).article,
      pictures: (article, stop) =>
        fetchPictures(
          {
            library,
            now: () => new Date().toISOString(),
            picture: (address, end) => fetchPicture(address, { signal: end, own: [base] }),
          },
          article,
          stop,
        ),
      idle: async () => {},
      room: async () => ({ most, by: "budget" }),
      pause: 0,
    },
    signal,
  );
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
  }
}

describe("a feed that is kept ready for offline", () => {
  it("is there without a network, with its photos and to be heard, and nothing of it is got twice or marked", async () => {
    const feed = await subscribe();
    expect(await get()).toBe("done");
    expect(asked).toEqual(["/feed.xml"]);
    await app.changeFeed({ feed, ready: true });
    expect(await app.readiness({})).toMatchObject({ wanted: ITEMS, ready: 0, used: 0, full: null, hold: null, working: false });
    expect(await get()).toBe("done");
    expect(await readyOnes()).toEqual(Array.from({ length: ITEMS }, (_, n) => `Story ${n}`));
    const state = await app.readiness({});
    expect(state).toMatchObject({ wanted: ITEMS, ready: ITEMS, lost: 0 });
    expect(state.used).toBeGreaterThan(ITEMS * PHOTO);
    const before = asked.length;
    expect(await get()).toBe("done");
    expect(asked).toHaveLength(before);
    expect((await list()).every(({ read }) => !read)).toBe(true);
    expect(await app.articles({ limit: 5 })).toEqual([]);

    server.closeAllConnections();
    server.close();
    const [item] = await list();
    const { article } = await app.openItem({ item: item?.id ?? (0 as ItemId) });
    expect(article.blocks.map(({ text }) => text)).toContain(PARAGRAPH);
    const figure = article.blocks.find(({ kind }) => kind === "figure");
    if (!figure) throw new Error("no figure");
    expect(Buffer.from((await app.picture({ article: article.id, block: figure.id })).bytes)).toEqual(png);
    const { utterances } = await app.narrate({ article: article.id, taste: { verbosity: "normal", lang: "en" } });
    const said = utterances.flatMap(({ pieces }) => pieces.map(({ spoken }) => spoken)).join("");
    expect(said).toContain("returned to service");
    let samples = 0;
    const [voice] = (await app.voices({})).voices;
    if (!voice) throw new Error("no voice");
    for await (const chunk of app.speak({ text: said, voice: voice.id, rate: 1, pitch: 1 })) samples += chunk.samples.length;
    expect(samples).toBeGreaterThan(1000);
  });

  it("keeps within its room: the newest first, and says that it is full", async () => {
    const feed = await subscribe();
    await app.changeFeed({ feed, ready: true });
    expect(await get(3.5 * PHOTO)).toBe("budget");
    expect(await readyOnes()).toEqual(["Story 0", "Story 1", "Story 2"]);
    expect(library.ready.counts("9").used).toBeLessThanOrEqual(3.5 * PHOTO);
    const asking = asked.length;
    await get(3.5 * PHOTO);
    expect(asked).toHaveLength(asking);
    // What the queue is wished for goes before it.
    await app.changeSettings({ readyQueue: true });
    const last = (await list()).at(-1)?.id ?? (0 as ItemId);
    await app.enqueue({ items: [last], where: "end" });
    await get(3.5 * PHOTO);
    expect(await readyOnes()).toEqual(["Story 0", "Story 1", "Story 5"]);
    expect((await app.readiness({})).queue).toEqual({ wanted: 1, ready: 1 });
  });

  it("leaves some of the disk to others", async () => {
    const feed = await subscribe();
    await app.changeFeed({ feed, ready: true });
    const [first, second, ...rest] = (await list()).map(({ id }) => id);
    await app.markItems({ items: rest.slice(1), read: true });
    expect([first, second]).toHaveLength(2);
    // So much that two have room: what is ready takes from what is free.
    free = () => SPARE + 2.5 * PHOTO - library.ready.counts("9").used;
    const told: ReadyState[] = [];
    for await (const state of app.getReady({})) told.push(state);
    expect(told.at(-1)).toMatchObject({ wanted: 3, ready: 2, full: "disk", working: false });
    free = () => 0;
    for await (const state of app.getReady({})) told.push(state);
    expect(told.at(-1)).toMatchObject({ ready: 0, used: 0, full: "disk" });
  });

  it("tries again what could not be had for a moment, and gives up what is gone", async () => {
    failing.set("/story/1", 1);
    const feed = await subscribe();
    await app.changeFeed({ feed, ready: true });
    const gone = (await list())[2]?.id ?? (0 as ItemId);
    server.prependListener("request", (request) => {
      if (request.url === "/story/2") request.url = "/nothing";
    });
    expect(await get()).toBe("done");
    expect(await app.readiness({})).toMatchObject({ wanted: ITEMS, ready: ITEMS - 2, lost: 1 });
    expect(await app.lostReady({})).toHaveLength(1);
    expect(library.ready.next("9999", 1e12)?.tries).toBe(1);
    expect((await app.items({ items: [gone] }))[0]?.ready).toBe(false);
  });

  it("goes on where somebody, or a crash, stopped it", async () => {
    const feed = await subscribe();
    await app.changeFeed({ feed, ready: true });
    const stop = new AbortController();
    server.prependListener("request", (request) => {
      if (request.url === "/story/3") stop.abort();
    });
    await expect(get(1e9, stop.signal)).rejects.toThrow();
    expect(await readyOnes()).toEqual(["Story 0", "Story 1", "Story 2"]);
    await get();
    expect(await readyOnes()).toHaveLength(ITEMS);
    for (const n of [0, 1, 2]) expect(pagesAsked().filter((path) => path === `/story/${n}`)).toHaveLength(1);
  });

  it("waits for mains power, then goes on by itself, and tells whoever watches", async () => {
    const feed = await subscribe();
    const [, , ...others] = (await list()).map(({ id }) => id);
    await app.markItems({ items: others, read: true });
    await app.changeFeed({ feed, ready: true });
    const events: NewsEvent[] = [];
    const leaving = new AbortController();
    void (async () => {
      for await (const event of app.watchNews({}, leaving.signal)) events.push(event);
    })().catch(() => {});
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    app.tellPower({ onBattery: true, woke: false });
    await app.changeSettings({ refreshTime: "off" });
    app.keepFresh();
    vi.advanceTimersByTime(60_000);
    expect(await app.readiness({})).toMatchObject({ wanted: 2, ready: 0, hold: "battery", working: false });
    app.tellPower({ onBattery: false, woke: false });
    vi.advanceTimersByTime(10_000);
    expect(await app.readiness({})).toMatchObject({ hold: null, working: true });
    await vi.waitFor(async () => expect(await app.readiness({})).toMatchObject({ ready: 2, working: false }), { timeout: 15_000 });
    expect(events).toContainEqual({ kind: "changed", part: "ready" });
    leaving.abort();
  });

  it.runIf(HAS_SMALL_DISKS)("says that the disk is full, and what is ready stays", async () => {
    const disk = smallDisk(1_500);
    if (!disk) return;
    try {
      await app.close();
      await open(join(disk.folder, "library.sqlite"));
      const feed = await subscribe();
      await app.changeFeed({ feed, ready: true });
      await expect(get()).rejects.toMatchObject({ code: expect.stringMatching(/storage|disk-full/) });
      const again = async (): Promise<void> => {
        for await (const _ of app.getReady({}));
      };
      await expect(again()).rejects.toMatchObject({ code: expect.stringMatching(/storage|disk-full/) });
      expect(await app.readiness({})).toMatchObject({ wanted: ITEMS, full: "disk" });
      const [first] = await list();
      expect(first?.ready).toBe(true);
      expect(await app.prepareItem({ item: first?.id ?? (0 as ItemId), network: false })).toMatchObject({
        article: { title: "Story 0" },
      });
    } finally {
      await app.close();
      disk.remove();
      await open(":memory:");
    }
  });
});
