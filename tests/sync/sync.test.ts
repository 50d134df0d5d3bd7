import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { Failure, type SyncProtocol } from "../../src/model/index.ts";
import { serve } from "../fetch/server.ts";
import { cuttingProxy } from "./cutting-proxy.ts";
import { feedOf, type Machine, machine, randomOf } from "./lectern.ts";
import { fever, googleReader, type NewsStore, newsStore } from "./news-server.ts";
import { editAtRandom, standOf, tryToSync } from "./random-edits.ts";

const FEEDS = ["https://one.example/feed", "https://two.example/feed", "https://three.example/feed"] as const;
const [ONE, TWO, THREE] = FEEDS;
const ITEMS = 6;
const DAY = Date.parse("2026-11-20T08:00:00Z");

let folder: string;
let sites: Map<string, string>;
let store: NewsStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-sync-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  sites = new Map(
    FEEDS.map((address) => {
      const { host } = new URL(address);
      const links = Array.from({ length: ITEMS }, (_, index) => `https://${host}/${index}`);
      return [address, feedOf(host, links, (index) => new Date(DAY - index * 3_600_000))];
    }),
  );
  store = newsStore(sites);
});

async function lectern(name: string): Promise<Machine> {
  const one = await machine(folder, name, sites);
  onTestFinished(() => one.close());
  return one;
}

async function signIn({ app }: Machine, protocol: SyncProtocol, address: string): Promise<void> {
  const account = { protocol, address, user: store.user, password: store.password, place: "keychain", openLine: false } as const;
  expect(await app.addSync(account)).toEqual({ kind: "added" });
}

const addressesOf = ({ library }: Machine): readonly string[] =>
  library.feeds
    .all()
    .map(({ address }) => address)
    .toSorted();
const itemOf = (one: Machine, link: string) => {
  const found = one.items().find((item) => item.link === link);
  if (!found) throw new Error(`There is no ${link}`);
  return found;
};

const FACES: readonly (readonly [SyncProtocol, (store: NewsStore) => (request: IncomingMessage, response: ServerResponse) => void])[] = [
  ["greader", (given) => googleReader(given, 5)],
  ["fever", fever],
];

describe.each(FACES)("a server that speaks %s", (protocol, face) => {
  it("gives its subscriptions and how its items stand, and takes what is edited here", async () => {
    for (const address of [ONE, TWO]) store.subscribe(address);
    store.update();
    const items = [...store.items.values()];
    for (const item of items.slice(0, 4)) item.read = true;
    for (const item of items.slice(3, 5)) item.starred = true;
    const one = await lectern("one");
    await signIn(one, protocol, await serve(face(store)));
    const first = await one.app.syncNow({ password: null });
    expect(first).toMatchObject({ sent: 0, news: 2 * ITEMS, feeds: 2 });
    expect(addressesOf(one)).toEqual([ONE, TWO].toSorted());
    expect(standOf(one)).toEqual(store.stand());
    // The feeds bring nothing that is not there yet.
    for await (const progress of one.app.refresh({ all: true })) expect(progress.news).toBe(0);
    expect(one.items()).toHaveLength(2 * ITEMS);

    const item = itemOf(one, items[5]?.link ?? "");
    await one.app.markItems({ items: [item.id], read: true });
    await one.app.starItem({ item: item.id, starred: true });
    expect((await one.app.syncState({})).waiting).toBe(2);
    expect(await one.app.syncNow({ password: null })).toMatchObject({ sent: 2, changed: 0 });
    expect(items[5]).toMatchObject({ read: true, starred: true });
    expect(await one.app.syncNow({ password: null })).toEqual({ sent: 0, news: 0, changed: 0, feeds: 0 });
  });

  it("takes back read and starred, and leaves what it has not any more", async () => {
    store.subscribe(ONE);
    store.update();
    const items = [...store.items.values()];
    const one = await lectern("one");
    await signIn(one, protocol, await serve(face(store)));
    for (const item of items.slice(0, 3)) Object.assign(item, { read: true, starred: true });
    await one.app.syncNow({ password: null });
    Object.assign(items[0] ?? {}, { read: false, starred: false });
    Object.assign(items[4] ?? {}, { read: true });
    // Gone there: what is unread or starred here stays so.
    store.items.delete(items[1]?.id ?? 0);
    store.items.delete(items[5]?.id ?? 0);
    expect(await one.app.syncNow({ password: null })).toMatchObject({ changed: 3 });
    expect(itemOf(one, items[0]?.link ?? "")).toMatchObject({ read: false, starred: false });
    expect(itemOf(one, items[1]?.link ?? "")).toMatchObject({ read: true, starred: true });
    expect(itemOf(one, items[4]?.link ?? "")).toMatchObject({ read: true });
    expect(itemOf(one, items[5]?.link ?? "")).toMatchObject({ read: false });
  });

  it("meets what was read here before: both have all of it then", async () => {
    store.subscribe(ONE);
    store.update();
    const [first, second] = [...store.items.values()];
    Object.assign(first ?? {}, { read: true });
    const one = await lectern("one");
    await one.app.subscribe({ address: ONE, folder: [] });
    const mine = itemOf(one, second?.link ?? "");
    await one.app.markItems({ items: [mine.id], read: true });
    await one.app.starItem({ item: mine.id, starred: true });
    await signIn(one, protocol, await serve(face(store)));
    await one.app.syncNow({ password: null });
    expect(one.items()).toHaveLength(ITEMS);
    expect(itemOf(one, first?.link ?? "").read).toBe(true);
    expect(second).toMatchObject({ read: true, starred: true });
    expect(standOf(one)).toEqual(store.stand());
  });

  it("says that the password is wrong, and keeps nothing of it", async () => {
    const one = await lectern("one");
    const address = await serve(face(store));
    const account = { protocol, address, user: store.user, password: "wrong", place: "keychain", openLine: false } as const;
    await expect(one.app.addSync(account)).rejects.toMatchObject({ code: "sign-in" });
    expect(await one.app.syncState({})).toMatchObject({ account: null });
  });

  it("keeps edits while there is no line, and says why", async () => {
    store.subscribe(ONE);
    store.update();
    // Every connection ends before anything came.
    const proxy = await cuttingProxy(await serve(face(store)), () => 0);
    onTestFinished(() => proxy.close());
    const one = await lectern("one");
    await signIn(one, protocol, proxy.address);
    await one.app.syncNow({ password: null });
    proxy.setCuts(1);
    const item = one.items()[0];
    if (!item) throw new Error("There are items");
    await one.app.markItems({ items: [item.id], read: true });
    for (let time = 0; time < 3; time += 1) await expect(one.app.syncNow({ password: null })).rejects.toBeInstanceOf(Failure);
    const { account, waiting } = await one.app.syncState({});
    expect(account?.problem?.code).toMatch(/^(unreachable|refused)$/);
    expect(waiting).toBe(1);
    expect([...store.items.values()].some(({ read }) => read)).toBe(false);
    proxy.setCuts(0);
    await one.app.syncNow({ password: null });
    expect((await one.app.syncState({})).account?.problem).toBeNull();
    expect([...store.items.values()].filter(({ read }) => read)).toHaveLength(1);
  });

  it("ends equal with two Lecterns after random edits on a line that breaks", async () => {
    const random = randomOf(1);
    for (const address of FEEDS) store.subscribe(address);
    store.update();
    const proxy = await cuttingProxy(await serve(face(store)), random);
    onTestFinished(() => proxy.close());
    const both = [await lectern("first"), await lectern("second")];
    for (const one of both) {
      await signIn(one, protocol, proxy.address);
      await one.app.syncNow({ password: null });
    }
    proxy.setCuts(0.1);
    await editAtRandom(both, 120, random, () => {
      if (protocol === "greader") store.update();
    });
    proxy.setCuts(0);
    for (let round = 0; round < 3; round += 1) {
      store.update();
      for (const one of both) expect(await tryToSync(one)).toBe(true);
    }
    for (const one of both) {
      const stand = standOf(one);
      expect(stand).toEqual(new Map([...store.stand()].filter(([link]) => stand.has(link))));
      // Fever can't be told of subscriptions.
      if (protocol === "greader") expect(addressesOf(one)).toEqual([...store.feeds.values()].map(({ address }) => address).toSorted());
      expect((await one.app.syncState({})).waiting).toBe(0);
    }
  });
});

describe("subscriptions over the Google Reader API", () => {
  it("go both ways, with their titles and folders", async () => {
    store.subscribe(ONE);
    const [one, two] = [await lectern("one"), await lectern("two")];
    await one.app.subscribe({ address: TWO, folder: ["World", "Europe"] });
    const address = await serve(googleReader(store));
    for (const each of [one, two]) {
      await signIn(each, "greader", address);
      await each.app.syncNow({ password: null });
    }
    expect([...store.feeds.values()].map((feed) => [feed.address, feed.label])).toEqual([
      [ONE, ""],
      [TWO, "World/Europe"],
    ]);
    expect(addressesOf(two)).toEqual([ONE, TWO].toSorted());
    const moved = two.library.feeds.all().find((feed) => feed.address === TWO);
    expect(moved?.folder).toEqual(["World", "Europe"]);
    await two.app.changeFeed({ feed: moved?.id ?? (0 as never), title: "Mine", folder: [] });
    await two.app.syncNow({ password: null });
    await one.app.syncNow({ password: null });
    expect([...store.feeds.values()].find((feed) => feed.address === TWO)).toMatchObject({ title: "Mine", label: "" });
    expect(one.library.feeds.all().find((feed) => feed.address === TWO)).toMatchObject({ title: "Mine", folder: [] });
    // An end, and what was starred of it.
    await one.app.setTaken({ feed: one.library.feeds.all().find((feed) => feed.address === TWO)?.id ?? (0 as never), taken: false });
    await one.app.syncNow({ password: null });
    await two.app.syncNow({ password: null });
    expect(addressesOf(two)).toEqual([ONE]);
  });

  it("that were begun anew there are met anew, also where the line breaks in the middle of it", async () => {
    for (const address of [ONE, TWO]) store.subscribe(address);
    store.update();
    const face = googleReader(store);
    let isBroken = false;
    const one = await lectern("one");
    await signIn(
      one,
      "greader",
      await serve((request, response) => {
        if (isBroken && request.url?.includes("subscription/edit")) response.destroy();
        else face(request, response);
      }),
    );
    await one.app.syncNow({ password: null });
    for await (const { news } of one.app.refresh({ all: true })) expect(news).toBe(0);
    await one.app.markItems({ items: one.items().map(({ id }) => id), read: true });
    await one.app.syncNow({ password: null });
    // There it ends and begins anew, and its items with it; here another one ends.
    const old = [...store.feeds.values()].find(({ address }) => address === ONE);
    store.unsubscribe(old?.id ?? 0);
    store.subscribe(ONE);
    store.update();
    // It is told of first.
    for (const feed of [...store.feeds.values()].filter(({ address }) => address === TWO)) {
      store.feeds.delete(feed.id);
      store.feeds.set(feed.id, feed);
    }
    await one.app.setTaken({ feed: one.library.feeds.all().find(({ address }) => address === TWO)?.id ?? (0 as never), taken: false });
    isBroken = true;
    expect(await tryToSync(one)).toBe(false);
    isBroken = false;
    await one.app.syncNow({ password: null });
    await one.app.syncNow({ password: null });
    expect(one.items()).toHaveLength(ITEMS);
    expect(standOf(one)).toEqual(store.stand());
    const item = [...store.items.values()][0];
    Object.assign(item ?? {}, { read: false });
    await one.app.syncNow({ password: null });
    expect(one.items()).toHaveLength(ITEMS);
    expect(standOf(one)).toEqual(store.stand());
  });

  it("that were taken and ended before the server heard of them leave nothing to tell", async () => {
    store.subscribe(ONE);
    store.update();
    const one = await lectern("one");
    await signIn(one, "greader", await serve(googleReader(store)));
    await one.app.syncNow({ password: null });
    await one.app.subscribe({ address: TWO, folder: [] });
    await one.app.setTaken({ feed: one.library.feeds.all().find(({ address }) => address === TWO)?.id ?? (0 as never), taken: false });
    expect((await one.app.syncState({})).waiting).toBe(1);
    await one.app.syncNow({ password: null });
    expect((await one.app.syncState({})).waiting).toBe(0);
    expect([...store.feeds.values()].map(({ address }) => address)).toEqual([ONE]);
    expect(addressesOf(one)).toEqual([ONE]);
  });

  it("that the server looks at late, and that somebody else has read by then, are met all the same", async () => {
    const one = await lectern("one");
    await one.app.subscribe({ address: ONE, folder: [] });
    await signIn(one, "greader", await serve(googleReader(store)));
    for (let round = 0; round < 4; round += 1) await one.app.syncNow({ password: null });
    const mine = itemOf(one, "https://one.example/3");
    await one.app.starItem({ item: mine.id, starred: true });
    store.update();
    // They are older than what this machine has asked for, and on no list.
    for (const item of store.items.values()) store.items.set(item.id, { ...item, found: 0, read: true });
    await one.app.syncNow({ password: null });
    expect(one.items()).toHaveLength(ITEMS);
    expect(itemOf(one, "https://one.example/3")).toMatchObject({ read: true, starred: true });
    expect(standOf(one)).toEqual(store.stand());
  });

  it("that the server does not take are named, and kept", async () => {
    const one = await lectern("one");
    await one.app.subscribe({ address: THREE, folder: [] });
    sites.delete(THREE);
    await signIn(one, "greader", await serve(googleReader(store)));
    await one.app.syncNow({ password: null });
    expect(await one.app.syncState({})).toMatchObject({ refused: [THREE], waiting: 0 });
    expect(addressesOf(one)).toEqual([THREE]);
  });

  it("do not end because a server has lost all of them", async () => {
    for (const address of FEEDS) store.subscribe(address);
    const one = await lectern("one");
    await signIn(one, "greader", await serve(googleReader(store)));
    await one.app.syncNow({ password: null });
    store.feeds.clear();
    await one.app.syncNow({ password: null });
    expect(addressesOf(one)).toHaveLength(FEEDS.length);
  });
});

describe("an account", () => {
  it("needs a word where the line can be listened to, or the system has no keychain", async () => {
    const one = await machine(folder, "one", sites, false);
    onTestFinished(() => one.close());
    const account = { protocol: "greader", user: store.user, password: store.password, openLine: false } as const;
    expect(await one.app.addSync({ ...account, address: "http://news.example", place: "keychain" })).toEqual({ kind: "open-line" });
    const address = await serve(googleReader(store));
    expect(await one.app.addSync({ ...account, address, place: "keychain" })).toEqual({ kind: "no-keychain" });
    expect(await one.app.addSync({ ...account, address, place: "nowhere" })).toEqual({ kind: "added" });
    expect(await one.app.syncNow({ password: null })).toMatchObject({ feeds: 0 });
  });

  it("is forgotten, and nothing else is", async () => {
    store.subscribe(ONE);
    store.update();
    const one = await lectern("one");
    await signIn(one, "greader", await serve(googleReader(store)));
    await one.app.syncNow({ password: null });
    await one.app.removeSync({});
    expect(await one.app.syncState({})).toMatchObject({ account: null, waiting: 0 });
    expect(one.items()).toHaveLength(ITEMS);
    await expect(one.app.syncNow({ password: null })).rejects.toMatchObject({ code: "not-found" });
  });

  it("sends its password to no other place", async () => {
    const heard: string[] = [];
    const elsewhere = await serve((request, response) => {
      heard.push(request.url ?? "");
      response.end("Auth=1");
    });
    const address = await serve((_request, response) =>
      response.writeHead(307, { location: elsewhere.replace("127.0.0.1", "localhost") }).end(),
    );
    const one = await lectern("one");
    await expect(signIn(one, "greader", address)).rejects.toMatchObject({ code: "refused" });
    expect(heard).toEqual([]);
  });

  it("ends a round that is aborted, with what was done until then", async () => {
    store.subscribe(ONE);
    store.update();
    let hang = false;
    const face = googleReader(store);
    const one = await lectern("one");
    await signIn(
      one,
      "greader",
      await serve((request, response) => {
        if (!hang) face(request, response);
      }),
    );
    hang = true;
    const abort = new AbortController();
    const round = one.app.syncNow({ password: null }, abort.signal);
    setTimeout(() => abort.abort(new Error("enough")), 50);
    await expect(round).rejects.toThrow("enough");
    await expect.poll(async () => (await one.app.syncState({})).running).toBe(false);
    hang = false;
    expect(await one.app.syncNow({ password: null })).toMatchObject({ news: ITEMS });
  });
});

describe("what a server sends", () => {
  const ANSWERS: readonly (readonly [string, string])[] = [
    ["nothing", ""],
    ["a page", "<!doctype html><title>Hello</title>"],
    ["a number", "7"],
    ["null", "null"],
    ["a list", "[[[]]]"],
    [
      "names of objects",
      `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"items":{"length":1e9},"subscriptions":"x","itemRefs":[null,{"id":{}}]}`,
    ],
    ["deep nesting", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
    [
      "scripts and strange ids",
      JSON.stringify({
        ...{
          api_version: 3,
          auth: 1,
          status: 0,
          feeds: [
            { id: "1; DROP TABLE item", url: "javascript:alert(1)", title: "<script>x</script>" },
            { id: 5, url: "file:///etc/passwd", title: "<b>F</b>" },
          ],
        },
        ...{
          items: [
            { id: 4, feed_id: 5, url: "javascript:alert(1)", title: "<img src=x onerror=alert(1)>", html: "<script>alert(1)</script>" },
          ],
        },
        ...{ subscriptions: [{ id: "feed/1", url: "file:///etc/passwd", title: "x" }], unread_item_ids: "4,../../x", saved_item_ids: "4" },
      }),
    ],
  ];
  it.each(ANSWERS.flatMap(([name, text]) => FACES.map(([protocol, face]) => [name, protocol, text, face] as const)))(
    "%s to %s, does no harm",
    async (_name, protocol, text, face) => {
      const right = face(store);
      let asked = 0;
      const one = await lectern("one");
      await signIn(
        one,
        protocol,
        await serve((request, response) => {
          // It lets in, and then says that.
          if (asked++ < 1) right(request, response);
          else response.end(text);
        }),
      );
      await one.app.syncNow({ password: null }).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(Failure));
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(addressesOf(one).every((address) => /^https?:/.test(address))).toBe(true);
      for (const { title, summary, link } of one.items()) {
        expect(`${title}${summary}`).not.toMatch(/<script|onerror/);
        expect(link ?? "https://a.example").toMatch(/^https?:/);
      }
    },
  );
});
