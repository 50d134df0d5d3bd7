import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Library, type NewItem, openLibrary } from "../../src/library/index.ts";
import type { FeedId, ItemId, NewsQuery } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";

const NOW = "2026-03-02T08:00:00.000Z";
const item = (key: string, change: Partial<NewItem> = {}): NewItem => ({
  key,
  link: `https://news.example/${key}`,
  title: `Title ${key}`,
  summary: "Short.",
  content: "<p>Long.</p>",
  author: null,
  image: null,
  enclosures: null,
  published: "2026-03-02T06:00:00.000Z",
  words: 100,
  text: `Long ${key}.`,
  digest: key,
  ...change,
});

let library: Library;
let feed: FeedId;
beforeEach(async () => {
  library = await openLibrary(":memory:");
  feed = subscribe("https://a.example/feed");
});
afterEach(() => library.close());

const subscribe = (address: string, folder: readonly string[] = []): FeedId =>
  library.feeds.add({ address, title: null, site: null, folder, added: NOW }).id;
const list = (query: Partial<NewsQuery> = {}) =>
  library.items.list({ list: "all", feed: null, folder: null, after: null, limit: 100, ...query }, "2026-03-02T00:00:00.000Z");
const titles = (query: Partial<NewsQuery> = {}) => list(query).map(({ title }) => title.replace("Title ", ""));

describe("subscriptions", () => {
  it("are kept once, by host until they have a title, the listener's own before theirs", () => {
    expect(library.feeds.add({ address: "https://a.example/feed", title: null, site: null, folder: [], added: NOW })).toEqual({
      id: feed,
      isNew: false,
    });
    expect(library.feeds.all().map(({ title }) => title)).toEqual(["a.example"]);
    const fine = {
      kind: "fine",
      checked: NOW,
      due: NOW,
      etag: null,
      modified: null,
      site: null,
      lang: null,
      image: null,
      moved: null,
    } as const;
    library.feeds.settle(feed, { ...fine, title: "Alpha" });
    library.feeds.change(feed, { title: "Mine", folder: ["Papers", "Local"] });
    expect(library.feeds.all()[0]).toMatchObject({ title: "Mine", folder: ["Papers", "Local"], problem: null });
    library.feeds.change(feed, { title: null });
    expect(library.feeds.all()[0]?.title).toBe("Alpha");
  });

  it("keep what went wrong until it goes right, move where they are sent, and end when they are gone", () => {
    library.feeds.settle(feed, { kind: "failed", checked: NOW, due: "2026-03-02T09:00:00.000Z", code: "timeout", message: "Late." });
    expect(library.feeds.all()[0]?.problem).toEqual({ code: "timeout", message: "Late.", times: 1 });
    expect(library.feeds.due(NOW, false)).toEqual([]);
    expect(library.feeds.due(NOW, true)).toHaveLength(1);
    const fine = {
      kind: "fine",
      checked: NOW,
      due: NOW,
      etag: '"x"',
      modified: null,
      title: null,
      site: null,
      lang: null,
      image: null,
    } as const;
    library.feeds.settle(feed, { ...fine, moved: "https://b.example/feed" });
    expect(library.feeds.record(feed)).toMatchObject({ address: "https://b.example/feed", etag: '"x"', failures: 0 });
    const other = subscribe("https://c.example/feed");
    library.feeds.settle(other, { ...fine, moved: "https://b.example/feed" });
    expect(library.feeds.record(other)?.address).toBe("https://c.example/feed");
    library.feeds.settle(feed, { kind: "gone", checked: NOW, due: NOW, message: "Gone." });
    expect(library.feeds.due(NOW, true).map(({ id }) => id)).toEqual([other]);
  });

  it("take their items with them", () => {
    library.items.keep(feed, [item("1")], NOW);
    library.feeds.setRemoved(feed, NOW);
    expect([list(), library.feeds.all()]).toEqual([[], []]);
    library.feeds.setRemoved(feed, null);
    expect(titles()).toEqual(["1"]);
    library.feeds.setRemoved(feed, NOW);
    library.feeds.purge("2026-03-03T00:00:00.000Z");
    library.feeds.setRemoved(feed, null);
    expect([list(), library.feeds.all()]).toEqual([[], []]);
  });
});

describe("items", () => {
  it("are added once, renewed when they change, and stay read", () => {
    const [id] = library.items.keep(feed, [item("1"), item("2")], NOW);
    library.items.setRead([id as ItemId], NOW);
    expect(library.items.keep(feed, [item("1", { title: "New title", digest: "other" }), item("2"), item("3")], NOW)).toHaveLength(1);
    expect(list().find((one) => one.id === id)).toMatchObject({ title: "New title", read: true });
    expect(titles({ list: "unread" })).toEqual(["3", "2"]);
    expect(library.feeds.all()[0]).toMatchObject({ items: 3, unread: 2 });
  });

  it("are listed a page at a time without a gap or a repeat", () => {
    const many = Array.from({ length: 25 }, (_, n) => item(String(n), { published: `2026-03-02T0${n % 5}:00:00.000Z` }));
    library.items.keep(feed, many, NOW);
    for (const which of ["all", "unread", "today"] as const) {
      const seen: number[] = [];
      for (
        let page = list({ list: which, limit: 4 });
        page.length > 0;
        page = list({ list: which, limit: 4, after: seen.at(-1) as ItemId })
      )
        seen.push(...page.map(({ id }) => id));
      expect(new Set(seen).size).toBe(25);
      expect(seen).toEqual(list({ list: which }).map(({ id }) => id));
    }
  });

  it("are cut out by feed, folder and day", () => {
    const other = subscribe("https://b.example/feed", ["Papers", "Local"]);
    const third = subscribe("https://c.example/feed", ["Papers 2"]);
    library.items.keep(feed, [item("1", { published: "2026-03-01T23:00:00.000Z" })], NOW);
    library.items.keep(other, [item("2")], NOW);
    library.items.keep(third, [item("3")], NOW);
    expect(titles({ feed: other })).toEqual(["2"]);
    expect(titles({ folder: ["Papers"] })).toEqual(["2"]);
    expect(titles({ folder: ["Papers", "Local"] })).toEqual(["2"]);
    expect(titles({ folder: [] })).toHaveLength(3);
    expect(titles({ list: "today" })).toEqual(["3", "2"]);
  });

  it("queue in the listener's order", () => {
    const ids = library.items.keep(
      feed,
      ["1", "2", "3", "4"].map((key) => item(key)),
      NOW,
    );
    const [one, two, three, four] = ids as [ItemId, ItemId, ItemId, ItemId];
    library.items.enqueue([one, two], "end");
    library.items.enqueue([three], "next");
    library.items.enqueue([four], "end");
    expect(titles({ list: "queue" })).toEqual(["3", "1", "2", "4"]);
    library.items.moveInQueue(four, -2);
    library.items.moveInQueue(three, 99);
    expect(titles({ list: "queue" })).toEqual(["4", "1", "2", "3"]);
    expect(titles({ list: "queue", after: one })).toEqual(["2", "3"]);
    library.items.dequeue([four]);
    expect(list({ list: "queue" }).every(({ queued }) => queued)).toBe(true);
    expect(titles({ list: "queue" })).toEqual(["1", "2", "3"]);
  });

  it("that are marked back are where they were, in the history and among the starred", () => {
    const [one, two] = library.items.keep(feed, [item("1"), item("2")], NOW) as [ItemId, ItemId];
    library.items.setRead([one], "2026-01-01T00:00:00.000Z");
    library.items.setRead([two], "2026-01-02T00:00:00.000Z");
    library.items.setStarred(one, "2026-01-01T00:00:00.000Z");
    library.items.setStarred(two, "2026-01-02T00:00:00.000Z");
    const order = (name: "history" | "starred"): readonly ItemId[] =>
      library.items.list({ list: name, feed: null, folder: null, after: null, limit: 9 }, NOW).map(({ id }) => id);
    for (const back of [true, false]) {
      library.items.setRead([one], null);
      library.items.setStarred(one, null);
      expect([order("history"), order("starred")]).toEqual([[two], [two]]);
      expect(library.items.setRead([one], NOW, back)).toEqual([one]);
      library.items.setStarred(one, NOW, back);
      // Undone, it is the older one again; marked anew, it is the newest.
      const expected = back ? [two, one] : [one, two];
      expect([order("history"), order("starred")]).toEqual([expected, expected]);
    }
  });

  it("that are one story know from how many feeds it came", () => {
    const other = subscribe("https://b.example/feed");
    const [one] = library.items.keep(feed, [item("1")], NOW);
    const [two] = library.items.keep(other, [item("2")], NOW);
    library.items.setStory([one as ItemId, two as ItemId], one ?? 0);
    expect(list().map(({ sources }) => sources)).toEqual([2, 2]);
  });
});

it("keeps it all in the file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lectern-news-"));
  const path = join(folder, "library.sqlite");
  const first = await openLibrary(path);
  const { id } = first.feeds.add({ address: "https://a.example/feed", title: "A", site: null, folder: ["x"], added: NOW });
  first.items.keep(id, [item("1")], NOW);
  first.close();
  const second = await openLibrary(path);
  expect(second.feeds.all()[0]).toMatchObject({ title: "A", folder: ["x"], unread: 1 });
  second.close();
  rmSync(folder, { recursive: true });
});

describe("a search that finds thousands", () => {
  const find = (change: Partial<Parameters<Library["search"]["find"]>[0]> = {}) =>
    library.search
      .find(
        {
          ...{ words: [{ text: "ferry", isPhrase: false }], without: [], feed: null, after: null, before: null },
          ...{ unread: false, starred: false, note: null, ...change },
        },
        3,
      )
      .map(({ title }) => title);

  it("puts the newest of them in order, and takes the newest that pass a filter", () => {
    const many = Array.from({ length: 2_300 }, (_, n) =>
      item(`${n}`, { title: `Note ${n}`, text: `The ferry ${"and more ".repeat(n % 7)}.` }),
    );
    // The best of all is too old to be looked at; the best of the newest is not.
    many[0] = item("0", { title: "Ferry ferry", text: "Ferry." });
    many[1_000] = item("1000", { title: "Ferry", text: "Ferry." });
    const ids = library.items.keep(feed, many, NOW);
    expect(find()[0]).toBe("Ferry");
    library.items.setRead(ids.slice(2_000), NOW);
    expect(find({ unread: true })).toEqual(["Note 1999", "Note 1998", "Note 1997"]);
    library.items.setStarred(ids[0] ?? (0 as ItemId), NOW);
    expect(find({ starred: true })).toEqual(["Ferry ferry"]);
  });

  it("is not hindered by what an ended subscription had", () => {
    const ended = subscribe("https://b.example/feed");
    library.items.keep(feed, [item("here", { title: "Here", text: "A long way to the ferry that is here at last." })], NOW);
    library.items.keep(
      ended,
      Array.from({ length: 20 }, (_, n) => item(`${n}`, { title: "Ferry", text: "Ferry." })),
      NOW,
    );
    library.feeds.setRemoved(ended, NOW);
    expect(find()).toEqual(["Here"]);
  });

  it("is of items and of articles without one, the newest first, where nothing but a time is asked for", () => {
    library.items.keep(
      feed,
      [item("b", { published: "2026-03-01T12:00:00.000Z" }), item("d", { published: "2026-02-01T12:00:00.000Z" })],
      NOW,
    );
    library.keepArticle({ ...articleOf("a", ["Text."]), title: "Pasted" }, "2026-03-02T07:00:00.000Z");
    expect(find({ words: [], after: "2026-03-01T00:00:00.000Z" })).toEqual(["Pasted", "Title b"]);
    expect(find({ words: [], unread: true })).toEqual(["Title b", "Title d"]);
  });
});
