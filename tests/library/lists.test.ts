import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Library, type NewItem, openLibrary } from "../../src/library/index.ts";
import type { FeedId, ItemId, NewsSelection } from "../../src/model/index.ts";

const NOW = "2026-03-02T20:00:00.000Z";
/** Noon of a day, whatever the zone: no zone is half a day off the day it is in. */
const noon = (day: number): string => new Date(2026, 2, day, 12).toISOString();
const item = (key: string, published: string): NewItem => ({
  key,
  link: null,
  title: key,
  summary: "",
  content: null,
  author: null,
  image: null,
  enclosures: null,
  published,
  words: 1,
  text: key,
  digest: key,
});

let library: Library;
let harbour: FeedId;
let bay: FeedId;
let ids: Readonly<Record<string, ItemId>>;
beforeEach(async () => {
  library = await openLibrary(":memory:");
  harbour = library.feeds.add({ address: "https://h.example/", title: "Harbour", site: null, folder: ["Local", "Sea"], added: NOW }).id;
  bay = library.feeds.add({ address: "https://b.example/", title: "bay", site: null, folder: ["Local"], added: NOW }).id;
  const [one, two] = library.items.keep(harbour, [item("one", noon(2)), item("two", noon(1))], NOW);
  const [three, four] = library.items.keep(bay, [item("three", noon(2)), item("four", noon(1))], NOW);
  ids = { one, two, three, four } as Readonly<Record<string, ItemId>>;
});
afterEach(() => library.close());

const open = (selection: Partial<NewsSelection> = {}) =>
  library.lists.open({ list: "all", feed: null, folder: null, order: "newest", ...selection }, new Date(2026, 2, 2).toISOString());
const names = (selection: Partial<NewsSelection> = {}) =>
  open(selection).items.map((id) => Object.entries(ids).find(([, one]) => one === id)?.[0]);

describe("a list", () => {
  it("has its items in the order that is asked for, under the days of their time", () => {
    expect(names()).toEqual(["three", "one", "four", "two"]);
    expect(open()).toMatchObject({
      grouped: "day",
      groups: [
        { start: 0, name: "2026-03-02" },
        { start: 2, name: "2026-03-01" },
      ],
    });
    expect(names({ order: "oldest" })).toEqual(["two", "four", "one", "three"]);
    expect(names({ list: "today" })).toEqual(["three", "one"]);
  });

  it("is grouped by source where it is ordered so, whatever the case", () => {
    expect(names({ order: "source" })).toEqual(["three", "four", "one", "two"]);
    expect(open({ order: "source" }).groups).toEqual([
      { start: 0, name: "bay" },
      { start: 2, name: "Harbour" },
    ]);
  });

  it("is of one feed, or of a folder with what is below it", () => {
    expect(names({ feed: bay })).toEqual(["three", "four"]);
    expect(names({ folder: ["Local"] })).toHaveLength(4);
    expect(names({ folder: ["Local", "Sea"] })).toEqual(["one", "two"]);
    expect(names({ folder: ["Loc"] })).toEqual([]);
  });

  it("keeps the queue's own order, and the time that was starred or read", () => {
    library.items.enqueue([ids.two, ids.three] as ItemId[], "end");
    expect(names({ list: "queue", order: "source" })).toEqual(["two", "three"]);
    expect(open({ list: "queue" }).groups).toEqual([]);
    library.items.setStarred(ids.two as ItemId, noon(1));
    library.items.setStarred(ids.four as ItemId, noon(2));
    expect(names({ list: "starred" })).toEqual(["four", "two"]);
    library.items.setRead([ids.one as ItemId], noon(2));
    expect([names({ list: "history" }), names({ list: "unread" })]).toEqual([["one"], ["three", "four", "two"]]);
    expect(library.lists.counts(new Date(2026, 2, 2).toISOString())).toEqual({ today: 1, unread: 3, starred: 2, queue: 2 });
  });

  it("has nothing of a subscription that ended", () => {
    library.items.enqueue([ids.three] as ItemId[], "end");
    library.feeds.setRemoved(bay, NOW);
    expect([names(), names({ list: "queue" }), names({ order: "source" })]).toEqual([["one", "two"], [], ["one", "two"]]);
    expect(library.lists.counts(noon(2))).toMatchObject({ unread: 2, queue: 0 });
  });

  it("tells the same story once, from the others", () => {
    library.items.setStory([ids.one, ids.three] as ItemId[], 1);
    expect(library.lists.sameStory(ids.one as ItemId).map(({ id, source }) => [id, source])).toEqual([[ids.three, "bay"]]);
    expect(library.lists.sameStory(ids.two as ItemId)).toEqual([]);
  });
});
