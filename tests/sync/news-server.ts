import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { parseFeed } from "../../src/feed/index.ts";
import type { Sites } from "./lectern.ts";

/** A subscription of the servers of these tests. */
interface StoredFeed {
  readonly id: number;
  readonly address: string;
  title: string;
  label: string;
}

interface StoredItem {
  readonly id: number;
  readonly feed: number;
  readonly link: string;
  readonly title: string;
  readonly html: string;
  /** Seconds since 1970: published, and found by the server. */
  readonly published: number;
  readonly found: number;
  read: boolean;
  starred: boolean;
}

/** What such a server keeps for its one user. Written from the protocols' published descriptions, not from any server's code. */
export interface NewsStore {
  readonly user: string;
  readonly password: string;
  readonly feeds: Map<number, StoredFeed>;
  readonly items: Map<number, StoredItem>;
  /** Subscribes; false: there is no feed. */
  subscribe(address: string): StoredFeed | null;
  unsubscribe(id: number): void;
  /** Looks at the sites. */
  update(): void;
  /** `read starred` of each link. */
  stand(): ReadonlyMap<string, string>;
}

/** An empty one that reads the sites. */
export function newsStore(sites: Sites): NewsStore {
  const feeds = new Map<number, StoredFeed>();
  const items = new Map<number, StoredItem>();
  let last = 0;
  const update = (): void => {
    for (const { id, address } of feeds.values()) {
      const bytes = new TextEncoder().encode(sites.get(address) ?? "");
      for (const item of parseFeed({ bytes, mediaType: null, charset: "utf-8", address, lang: null }).items) {
        const link = item.link ?? "";
        if ([...items.values()].some((one) => one.feed === id && one.link === link)) continue;
        const own = ++last;
        items.set(own, {
          ...{ id: own, feed: id, link, title: item.title ?? "", html: item.content ?? item.summary ?? "" },
          ...{ published: Date.parse(item.published ?? "") / 1000, found: Date.now() / 1000, read: false, starred: false },
        });
      }
    }
  };
  return {
    user: "reader",
    password: "päss & wörd",
    feeds,
    items,
    subscribe(address) {
      const known = [...feeds.values()].find((one) => one.address === address);
      if (known) return known;
      if (!sites.has(address)) return null;
      const feed: StoredFeed = { id: ++last, address, title: `Title of ${new URL(address).host}`, label: "" };
      feeds.set(feed.id, feed);
      return feed;
    },
    unsubscribe(id) {
      feeds.delete(id);
      for (const item of [...items.values()]) if (item.feed === id) items.delete(item.id);
    },
    update,
    stand: () =>
      new Map([...items.values()].map(({ link, read, starred }) => [link, `${read ? "read" : "unread"} ${starred ? "starred" : "plain"}`])),
  };
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Answer = { readonly status?: number; readonly text: string };

const answering =
  (work: (request: IncomingMessage, body: string) => Answer): Handler =>
  (request, response) => {
    void bodyOf(request).then(
      (body) => {
        const { status = 200, text } = work(request, body);
        response.writeHead(status, { "content-type": "application/json" }).end(text);
      },
      () => response.destroy(),
    );
  };

const json = (value: unknown): Answer => ({ text: JSON.stringify(value) });
const newest = <T extends { readonly id: number }>(items: Iterable<T>): T[] => [...items].toSorted((a, b) => b.id - a.id);

/** The Google Reader API of a store. `page`: how many ids it gives at a time. */
export function googleReader(store: NewsStore, page = 1_000): Handler {
  const AUTH = "reader/0123456789abcdef";
  const TOKEN = "token57";
  const long = (id: number): string => `tag:google.com,2005:reader/item/${id.toString(16).padStart(16, "0")}`;
  const short = (id: string): number => (id.startsWith("tag:") ? Number.parseInt(id.split("/").at(-1) ?? "", 16) : Number(id));
  const feedOf = (stream: string): StoredFeed | undefined => store.feeds.get(Number(/^feed\/(\d+)$/.exec(stream)?.[1]));
  return answering((request, body) => {
    const url = new URL(request.url ?? "", "http://a.example");
    const form = new URLSearchParams(body);
    if (url.pathname === "/accounts/ClientLogin") {
      const right = form.get("Email") === store.user && form.get("Passwd") === store.password;
      return right ? { text: `SID=${AUTH}\nLSID=null\nAuth=${AUTH}\n` } : { status: 401, text: "Error=BadAuthentication\n" };
    }
    const path = /^\/reader\/api\/0\/(.*)$/.exec(url.pathname)?.[1];
    if (path === undefined) return { status: 404, text: "Not found" };
    if (request.headers.authorization !== `GoogleLogin auth=${AUTH}`) return { status: 401, text: "Unauthorized!" };
    if (path === "token") return { text: `${TOKEN}\n` };
    if (request.method === "POST" && form.get("T") !== TOKEN) return { status: 401, text: "Unauthorized!" };
    if (path === "subscription/list")
      return json({
        subscriptions: [...store.feeds.values()].map(({ id, address, title, label }) => ({
          ...{ id: `feed/${id}`, url: address, title, htmlUrl: address },
          categories: label === "" ? [] : [{ id: `user/-/label/${label}`, label }],
        })),
      });
    if (path === "subscription/edit") {
      const action = form.get("ac");
      const stream = form.get("s") ?? "";
      const feed = action === "subscribe" ? store.subscribe(stream.slice("feed/".length)) : feedOf(stream);
      if (!feed) return { status: 400, text: "Bad Request!" };
      if (action === "unsubscribe") store.unsubscribe(feed.id);
      else {
        feed.title = form.get("t") ?? feed.title;
        if (form.has("r")) feed.label = "";
        feed.label = form.get("a")?.replace("user/-/label/", "") ?? feed.label;
      }
      return { text: "OK" };
    }
    if (path === "stream/items/ids") {
      const from = Number(url.searchParams.get("c") ?? Number.POSITIVE_INFINITY);
      const since = Number(url.searchParams.get("ot") ?? 0);
      const feed = feedOf(url.searchParams.get("s") ?? "");
      const starred = url.searchParams.get("s") === "user/-/state/com.google/starred";
      const unread = url.searchParams.get("xt") === "user/-/state/com.google/read";
      const all = newest(store.items.values()).filter(
        (item) =>
          item.id < from &&
          (feed === undefined || item.feed === feed.id) &&
          item.found >= since &&
          (!starred || item.starred) &&
          (!unread || !item.read),
      );
      const some = all.slice(0, Math.min(page, Number(url.searchParams.get("n") ?? 20)));
      const more = all.length > some.length ? { continuation: String(some.at(-1)?.id) } : {};
      return json({ itemRefs: some.map(({ id }) => ({ id: String(id) })), ...more });
    }
    if (path === "stream/items/contents") {
      const found = form.getAll("i").flatMap((id) => store.items.get(short(id)) ?? []);
      return json({
        items: found.map(({ id, feed, link, title, html, published, read, starred }) => ({
          ...{
            id: long(id),
            title,
            published,
            canonical: [{ href: link }],
            summary: { content: html },
            origin: { streamId: `feed/${feed}` },
          },
          categories: [
            "user/-/state/com.google/reading-list",
            ...(read ? ["user/1/state/com.google/read"] : []),
            ...(starred ? ["user/-/state/com.google/starred"] : []),
          ],
        })),
      });
    }
    if (path === "edit-tag") {
      for (const id of form.getAll("i")) {
        const item = store.items.get(short(id));
        for (const [name, value] of [
          ["a", true],
          ["r", false],
        ] as const) {
          if (!item) continue;
          if (form.get(name)?.endsWith("/read")) item.read = value;
          if (form.get(name)?.endsWith("/starred")) item.starred = value;
        }
      }
      return { text: "OK" };
    }
    return { status: 404, text: "Not found" };
  });
}

/** The Fever API of a store. */
export function fever(store: NewsStore): Handler {
  const PAGE = 50;
  const key = createHash("md5").update(`${store.user}:${store.password}`).digest("hex");
  return answering((request, body) => {
    const url = new URL(request.url ?? "", "http://a.example");
    if (url.pathname !== "/fever/") return { status: 404, text: "Not found" };
    const form = new URLSearchParams(body);
    const base = { api_version: 3, auth: form.get("api_key") === key ? 1 : 0 };
    if (base.auth === 0) return json(base);
    const asked = (name: string): boolean => url.searchParams.has(name);
    const item = store.items.get(Number(form.get("id")));
    const as = form.get("as");
    if (form.get("mark") === "item" && item) {
      if (as === "read" || as === "unread") item.read = as === "read";
      if (as === "saved" || as === "unsaved") item.starred = as === "saved";
    }
    const all = [...store.items.values()].toSorted((a, b) => a.id - b.id);
    const idsOf = (some: readonly StoredItem[]): string => some.map(({ id }) => id).join(",");
    const wanted = (): readonly StoredItem[] => {
      const [since, before, ids] = ["since_id", "max_id", "with_ids"].map((name) => url.searchParams.get(name));
      if (ids) return ids.split(",").flatMap((id) => store.items.get(Number(id)) ?? []);
      if (before) return all.filter(({ id }) => id < Number(before)).toReversed();
      return all.filter(({ id }) => id > Number(since ?? 0));
    };
    return json({
      ...base,
      ...(asked("feeds")
        ? {
            feeds: [...store.feeds.values()].map(({ id, address, title }) => ({ id, url: address, title, site_url: address, is_spark: 0 })),
            feeds_groups: [
              { group_id: 1, feed_ids: [...store.feeds.values()].flatMap(({ id, label }) => (label === "" ? [] : id)).join(",") },
            ],
          }
        : {}),
      ...(asked("groups") ? { groups: [{ id: 1, title: "World" }] } : {}),
      ...(asked("unread_item_ids") ? { unread_item_ids: idsOf(all.filter(({ read }) => !read)) } : {}),
      ...(asked("saved_item_ids") ? { saved_item_ids: idsOf(all.filter(({ starred }) => starred)) } : {}),
      ...(asked("items")
        ? {
            items: wanted()
              .slice(0, PAGE)
              .map(({ id, feed, link, title, html, published, read, starred }) => ({
                ...{ id, feed_id: feed, url: link, title, html, author: "" },
                ...{ created_on_time: published, is_read: read ? 1 : 0, is_saved: starred ? 1 : 0 },
              })),
          }
        : {}),
    });
  });
}
