import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { type Article, blockId, type FeedId, type FeedKeep, type ItemId, type KeepingRules } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";
import { newItem } from "./item.ts";

const NOW = "2026-11-28T08:00:00.000Z";
const OLD = "2026-06-01T08:00:00.000Z";
let folder: string;
let path: string;
let library: Library;
let items: readonly ItemId[];

/** An article of half a megabyte that nothing makes smaller. */
const large = (name: string, opened: string): Article => {
  const article = articleOf(`https://a.example/${name}`, ["One.", "Two.", "Three."]);
  library.keepArticle(article, opened, [{ name: "p", mediaType: "image/png", bytes: randomBytes(500_000) }]);
  return article;
};
/** Tidies until there is nothing more to do; answers with the number of steps. */
const tidy = (rules: Partial<KeepingRules>): number => {
  let steps = 1;
  while (library.tidy({ budget: null, readDays: null, ...rules }, NOW)) steps += 1;
  return steps;
};
const names = (): readonly string[] =>
  library
    .articles(100)
    .map(({ address }) => address.replace("https://a.example/", ""))
    .toSorted();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "lectern-room-"));
  path = join(folder, "library.sqlite");
  library = await openLibrary(path);
  const { id } = library.feeds.add({ address: "https://news.example/1.xml", title: "News", site: null, folder: [], added: OLD });
  items = library.items.keep(
    id,
    Array.from({ length: 6 }, (_, n) => newItem(`${n}`, `Item ${n}`)),
    OLD,
  );
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("room", () => {
  it("lets go what was opened longest ago, and the file shrinks", () => {
    for (let n = 0; n < 8; n += 1) large(`n${n}`, `2026-11-0${n + 1}T08:00:00.000Z`);
    const before = library.room();
    expect(before.articles).toBe(8);
    expect(before.used).toBeGreaterThan(4_000_000);
    expect(tidy({ budget: 10_000_000 })).toBeLessThan(5);
    expect(names()).toHaveLength(8);
    tidy({ budget: 100_000_000 });
    library.keepArticle(articleOf("https://a.example/small", ["Small."]), OLD);
    tidy({ budget: 1_000_000 });
    expect(library.room().used).toBeLessThan(1_000_000);
    expect(statSync(path).size).toBeLessThan(1_000_000);
  });

  it("never lets go what is starred, queued or half heard", () => {
    const [starred, queued, half, begun, heard] = ["starred", "queued", "half", "begun", "heard"].map((name) => large(name, OLD));
    if (!starred || !queued || !half || !begun || !heard) throw new Error("too few");
    const [one, two] = items;
    if (one === undefined || two === undefined) throw new Error("too few");
    library.items.setArticle(one, starred.id, 3);
    library.items.setStarred(one, NOW);
    library.items.setArticle(two, queued.id, 3);
    library.items.enqueue([two], "end");
    library.keepPlace(half.id, { block: blockId(1), offset: 0 }, NOW);
    library.keepPlace(begun.id, { block: blockId(0), offset: 0 }, NOW);
    library.keepPlace(heard.id, { block: blockId(2), offset: 0 }, NOW);
    tidy({ budget: 100_000 });
    expect(names()).toEqual(["half", "queued", "starred"]);
    // Their items are still listed.
    expect(library.items.item(one)?.article).toBe(starred.id);
  });

  it("lets go read items that are old and left their feed, and nothing else of them", () => {
    const [old, starred, queued, fresh, half] = items;
    if (old === undefined || starred === undefined || queued === undefined || fresh === undefined || half === undefined)
      throw new Error("too few");
    for (const id of [old, starred, queued, half]) library.items.setRead([id], OLD);
    library.items.setRead([fresh], NOW);
    library.items.setStarred(starred, NOW);
    library.items.enqueue([queued], "end");
    const article = large("half", OLD);
    library.items.setArticle(half, article.id, 3);
    library.keepPlace(article.id, { block: blockId(1), offset: 0 }, NOW);
    tidy({ readDays: null });
    expect(items.every((id) => library.items.item(id) !== null)).toBe(true);
    tidy({ readDays: 30 });
    expect(items.filter((id) => library.items.item(id) === null)).toEqual([old]);
  });

  it("lets go what was read of a feed when the feed's own time is over, or never", async () => {
    const keep = (keepRead: FeedKeep): FeedId => {
      const address = `https://${keepRead}.example/1.xml`;
      const { id } = library.feeds.add({ address, title: keepRead, site: null, folder: [], added: OLD });
      library.feeds.change(id, { keepRead });
      return id;
    };
    // Read so many days ago, in feeds of which each has its time.
    const days = [3, 10, 100, 1000] as const;
    const feeds = (["general", "7", "365", "forever"] as const).map((name) => {
      const feed = keep(name);
      const kept = days.map((age) => {
        const day = new Date(Date.parse(NOW) - age * 86_400_000).toISOString();
        const [id] = library.items.keep(feed, [newItem(`${age}`, `${name} ${age}`)], day);
        if (id === undefined) throw new Error("not new");
        library.items.setRead([id], day);
        return { id, age };
      });
      return { name, kept };
    });
    const left = (): Readonly<Record<string, readonly number[]>> =>
      Object.fromEntries(
        feeds.map(({ name, kept }) => [name, kept.filter(({ id }) => library.items.item(id) !== null).map(({ age }) => age)]),
      );
    tidy({ readDays: null });
    expect(left()).toEqual({ general: [...days], "7": [3], "365": [3, 10, 100], forever: [...days] });
    tidy({ readDays: 30 });
    expect(left()).toEqual({ general: [3, 10], "7": [3], "365": [3, 10, 100], forever: [...days] });
    // The same after a restart; what is starred, queued or unread has no age.
    library.close();
    library = await openLibrary(path);
    const [, week] = feeds;
    const feed = library.feeds.all().find(({ title }) => title === "7");
    expect(feed?.keepRead).toBe("7");
    if (!feed || !week) throw new Error("not there");
    const [starred, queued, unread] = library.items.keep(
      feed.id,
      ["starred", "queued", "unread"].map((key) => newItem(key, key)),
      OLD,
    );
    if (starred === undefined || queued === undefined || unread === undefined) throw new Error("not new");
    library.items.setRead([starred, queued], OLD);
    library.items.setStarred(starred, NOW);
    library.items.enqueue([queued], "end");
    tidy({ readDays: 30 });
    expect([starred, queued, unread].map((id) => library.items.item(id) !== null)).toEqual([true, true, true]);
    // As all others again.
    library.feeds.change(feed.id, { keepRead: "general" });
    tidy({ readDays: 1 });
    expect(left()["7"]).toEqual([]);
  });

  it("lets no article of a feed go that is kept for ever, whatever room there is", () => {
    const [feed] = library.feeds.all();
    const [one, two] = items;
    if (!feed || one === undefined || two === undefined) throw new Error("too few");
    library.items.setArticle(one, large("one", OLD).id, 3);
    library.items.setArticle(two, large("two", OLD).id, 3);
    large("other", NOW);
    library.feeds.change(feed.id, { keepRead: "forever" });
    tidy({ budget: 100_000 });
    expect(names()).toEqual(["one", "two"]);
    library.feeds.change(feed.id, { keepRead: "365" });
    tidy({ budget: 100_000 });
    expect(names()).toEqual([]);
  });

  it("takes small steps", () => {
    for (let n = 0; n < 30; n += 1) library.keepArticle(articleOf(`https://a.example/${n}`, ["Some words. ".repeat(2000)]), OLD);
    let longest = 0;
    let steps = 0;
    for (let more = true; more; steps += 1) {
      const kept = names().length;
      more = library.tidy({ budget: 1000, readDays: null }, NOW);
      longest = Math.max(longest, kept - names().length);
    }
    expect(names()).toEqual([]);
    expect(longest).toBeLessThanOrEqual(10);
    expect(steps).toBeGreaterThan(3);
  });
});
