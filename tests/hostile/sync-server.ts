import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchSource } from "../../src/fetch/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { type Article, Failure, SYNC_PROTOCOLS, type SyncProtocol, type Wire } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

/** What a sync server says where it has only one thing to say; `turn` makes its ids new each time. */
type Says = { readonly vector: string; readonly turn: number };

const POLLUTED = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},';
const json = (value: object): string => JSON.stringify(value).replace(/^\{/, POLLUTED).replace(/,\}$/, "}");

/** Tiny Tiny RSS: https://tt-rss.org, "API Reference". */
function tinyTiny({ vector, turn }: Says, body: string): string {
  const { op } = JSON.parse(body) as { readonly op: string };
  const headline = {
    id: turn + 1,
    feed_id: 1,
    link: vector,
    title: vector,
    content: vector,
    author: vector,
    updated: 1.7e9 + turn,
    unread: true,
  };
  const CONTENT: Readonly<Record<string, unknown>> = {
    login: { session_id: vector || "x" },
    getCategories: [{ id: 1, title: vector }],
    getFeeds: [
      { id: 1, feed_url: "https://news.example/feed", title: vector, cat_id: 1 },
      { id: 2 + turn, feed_url: vector, title: vector, cat_id: 1 },
    ],
    getHeadlines: [headline, { ...headline, id: vector, feed_id: vector }],
    getArticle: [headline],
  };
  return json({ status: 0, content: CONTENT[op] ?? { status: { code: 1, message: vector } } });
}

/** The Google Reader API. */
function googleReader({ vector, turn }: Says, address: string): string {
  const item = {
    ...{ id: `tag:google.com,2005:reader/item/${(turn + 1).toString(16).padStart(16, "0")}`, origin: { streamId: "feed/1" } },
    ...{ title: vector, author: vector, published: 1.7e9 + turn, canonical: [{ href: vector }], summary: { content: vector } },
    categories: [vector, "user/-/state/com.google/starred"],
  };
  if (address.includes("ClientLogin")) return `Auth=${encodeURIComponent(vector) || "x"}\n`;
  if (address.includes("/token")) return vector;
  if (address.includes("subscription/list"))
    return json({
      subscriptions: [
        { id: "feed/1", url: "https://news.example/feed", title: vector, categories: [{ label: vector }] },
        { id: vector, url: vector, title: vector, categories: [{ label: vector }] },
      ],
    });
  if (address.includes("items/ids")) return json({ itemRefs: [{ id: String(turn + 1) }, { id: vector }] });
  return json({ items: [item, { ...item, id: vector }] });
}

/** The Fever API. */
function fever({ vector, turn }: Says): string {
  const item = {
    id: turn + 1,
    feed_id: 1,
    url: vector,
    title: vector,
    html: vector,
    author: vector,
    created_on_time: 1.7e9 + turn,
    is_read: 0,
  };
  return json({
    ...{ api_version: 3, auth: 1, last_refreshed_on_time: vector, saved_item_ids: vector, unread_item_ids: String(turn + 1) },
    ...{ groups: [{ id: 1, title: vector }], feeds_groups: [{ group_id: 1, feed_ids: `1,${vector}` }] },
    feeds: [
      { id: 1, url: "https://news.example/feed", title: vector },
      { id: 2 + turn, url: vector, title: vector },
    ],
    items: [item, { ...item, id: vector }],
  });
}

/** A Lectern that syncs with such a server, over each protocol. */
export interface Victim {
  /** Lets its server say this, syncs, and hands on what can be read of it. @throws Error where something was asked of the network */
  take(vector: string, read: (article: Article) => void): Promise<void>;
  close(): Promise<void>;
}

/** Opens them in a folder of their own inside of `root`. */
export async function openVictim(root: string): Promise<Victim> {
  const folder = mkdtempSync(join(root, "lectern-victim-"));
  let turn = 0;
  let says: Says = { vector: "", turn };
  const asked: string[] = [];
  const wires: Readonly<Record<SyncProtocol, Wire>> = {
    ttrss: async ({ body }) => ({ status: 200, text: tinyTiny(says, body ?? "{}") }),
    greader: async ({ address }) => ({ status: 200, text: googleReader(says, address) }),
    fever: async () => ({ status: 200, text: fever(says) }),
  };
  const refuse = (what: string) => async (): Promise<never> => {
    asked.push(what);
    throw new Failure("offline", "There is no network.");
  };
  const lecterns: { readonly app: App; readonly library: Library }[] = [];
  for (const protocol of SYNC_PROTOCOLS) {
    const library = await openLibrary(join(folder, `${protocol}.sqlite`));
    const secrets = { hasKeychain: async () => false, keep: async () => {}, find: async () => null, drop: async () => {} };
    const app = createApp({
      // What a feed gave of an item is content of our own making.
      fetch: {
        source: (request, signal) => (request.kind === "content" ? fetchSource(request, { signal }) : refuse("a page")()),
        picture: refuse("a picture"),
        feed: refuse("a feed"),
      },
      sync: { wire: wires[protocol], secrets },
      library,
      engines: [createTone()],
      clock: { now: () => new Date(1.8e12 + turn * 1_000).toISOString() },
      log: () => {},
    });
    await app.addSync({ protocol, address: "https://sync.example", user: "ann", password: "p", place: "nowhere", openLine: true });
    lecterns.push({ app, library });
  }
  return {
    async take(vector, read) {
      turn += 1;
      says = { vector, turn };
      const one = lecterns[turn % lecterns.length];
      if (!one) throw new Error("there is none");
      try {
        await one.app.syncNow({ password: null });
      } catch (thrown) {
        if (!(thrown instanceof Failure) || thrown.code === "bug") throw thrown;
      }
      for (const { address } of one.library.feeds.all()) if (!/^https?:/i.test(address)) throw new Error(`${address} is no feed`);
      for (const item of await one.app.news({ list: "all", feed: null, folder: null, after: null, limit: 1 })) {
        if (item.link !== null && !/^https?:/i.test(item.link)) throw new Error(`${item.link} is no link`);
        try {
          read((await one.app.prepareItem({ item: item.id, network: false })).article);
        } catch (thrown) {
          if (!(thrown instanceof Failure) || thrown.code === "bug") throw thrown;
        }
      }
      if (asked.length > 0) throw new Error(`It asked for ${asked.join(", ")}`);
    },
    async close() {
      for (const { app } of lecterns) await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
