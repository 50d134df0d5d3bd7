import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { READY_PER_FEED } from "../../src/library/ready.ts";
import type { FeedId, ItemId } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";
import { newItem } from "./item.ts";

const NOW = "2026-11-28T08:00:00.000Z";
/** More than all of a test takes. */
const PLENTY = 1_000_000_000;
const PHOTO = 100_000;

let folder: string;
let path: string;
let library: Library;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "lectern-ready-"));
  path = join(folder, "library.sqlite");
  library = await openLibrary(path);
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A feed with items, the newest first. */
function feedOf(name: string, count: number, place: readonly string[] = []): { readonly id: FeedId; readonly items: readonly ItemId[] } {
  const { id } = library.feeds.add({ address: `https://${name}.example/f`, title: name, site: null, folder: place, added: NOW });
  const items = library.items.keep(
    id,
    Array.from({ length: count }, (_, n) =>
      newItem(`${name}${n}`, `${name} ${n}`, { published: new Date(Date.parse(NOW) - n * 60_000).toISOString() }),
    ),
    NOW,
  );
  return { id, items };
}
const plan = (readyQueue = false, readyFolders: readonly (readonly string[])[] = []): void =>
  library.ready.plan({ readyQueue, readyFolders });
/** Gets one ready, with a photo. */
function prepare(item: ItemId): void {
  const article = articleOf(`https://a.example/${item}`, ["One.", "Two."]);
  library.keepArticle(article, null);
  library.items.setArticle(item, article.id, 2);
  library.webPictures.keep(article.id, "https://a.example/p", { mediaType: "image/png", bytes: randomBytes(PHOTO) }, NOW);
  library.ready.done(item);
}
/** Gets all ready for which there is room; answers with them in their order. */
function prepareAll(most = PLENTY): readonly ItemId[] {
  const done: ItemId[] = [];
  for (;;) {
    while (library.ready.letGo(most));
    const next = library.ready.next(NOW, most);
    if (!next) return done;
    prepare(next.id);
    done.push(next.id);
  }
}
const readyNow = (): readonly ItemId[] =>
  library.items
    .list({ list: "all", feed: null, folder: null, after: null, limit: 1000 }, NOW)
    .filter(({ ready }) => ready)
    .map(({ id }) => id);
const hasPhoto = (item: ItemId): boolean => {
  const article = library.items.item(item)?.article;
  return article != null && library.webPictures.find(article, "https://a.example/p") !== null;
};

describe("what is wished to be ready", () => {
  it("is the queue in its order, then what is unread of feeds and folders, the newest first; nothing unasked", () => {
    const one = feedOf("one", 3);
    const two = feedOf("two", 2, ["News", "Sea"]);
    const three = feedOf("three", 2, ["News of all"]);
    plan();
    expect(library.ready.next(NOW, PLENTY)).toBeNull();
    const [first, , last] = one.items;
    if (first === undefined || last === undefined) throw new Error("too few");
    library.feeds.change(one.id, { ready: true });
    library.items.setRead([first], NOW);
    const queued = three.items.toReversed();
    library.items.enqueue(queued, "end");
    plan(true, [["News"]]);
    const all = prepareAll();
    expect(all.slice(0, 2)).toEqual(queued);
    expect(all.slice(2)).toEqual([two.items[0], two.items[1], one.items[1], one.items[2]]);
    expect(library.feeds.all().map(({ ready }) => ready)).toContain(true);
    expect(library.ready.counts(NOW)).toMatchObject({ wanted: 6, ready: 6, left: 0, queue: { wanted: 2, ready: 2 } });
    // A feed that ended wishes for nothing.
    library.feeds.setRemoved(one.id, NOW);
    plan(true, [["News"]]);
    expect(library.ready.counts(NOW).wanted).toBe(4);
  });

  it("is of a feed so much as is heard in a week", () => {
    const { id } = feedOf("many", READY_PER_FEED + 20);
    library.feeds.change(id, { ready: true });
    plan();
    expect(library.ready.counts(NOW).wanted).toBe(READY_PER_FEED);
  });

  it("is tried again at its time, and given up for good", () => {
    const { id, items } = feedOf("one", 1);
    const [item] = items;
    if (item === undefined) throw new Error("too few");
    library.feeds.change(id, { ready: true });
    plan();
    library.ready.retry(item, "2026-11-28T09:00:00.000Z");
    expect(library.ready.next(NOW, PLENTY)).toBeNull();
    expect(library.ready.next("2026-11-28T09:00:01.000Z", PLENTY)).toMatchObject({ id: item, tries: 1 });
    library.ready.retry(item, null);
    plan();
    expect(library.ready.next("2026-11-28T19:00:01.000Z", PLENTY)).toBeNull();
    expect(library.ready.counts(NOW)).toMatchObject({ wanted: 1, ready: 0, lost: 1, left: 0 });
  });
});

describe("the room of what is ready", () => {
  it("is never more than is given: the oldest stay out, and go for what is newer and for the queue", () => {
    const { id, items } = feedOf("one", 8);
    library.feeds.change(id, { ready: true });
    plan();
    const most = 3.5 * PHOTO;
    prepareAll(most);
    expect(readyNow()).toEqual(items.slice(0, 3));
    expect(library.ready.counts(NOW)).toMatchObject({ wanted: 8, ready: 3, left: 5 });
    expect(library.ready.counts(NOW).used).toBeLessThanOrEqual(most);
    const [fresh] = library.items.keep(id, [newItem("fresh", "Fresh", { published: "2026-11-28T08:01:00.000Z" })], NOW);
    plan();
    prepareAll(most);
    expect(readyNow()).toEqual([fresh, items[0], items[1]]);
    expect([items[1], items[2]].map((item) => item !== undefined && hasPhoto(item))).toEqual([true, false]);
    // The text of what had to go stays as any other, to be heard all the same.
    expect(library.items.item(items[2] ?? (0 as ItemId))?.article).not.toBeNull();
    library.items.enqueue(items.slice(6), "end");
    plan(true);
    prepareAll(most);
    expect(readyNow()).toEqual([fresh, items[6], items[7]]);
    // Less room: the queue goes last, its end first.
    prepareAll(1.5 * PHOTO);
    expect(readyNow()).toEqual([items[6]]);
    expect(library.ready.counts(NOW).used).toBeLessThanOrEqual(1.5 * PHOTO);
  });

  it("is kept by what was read until somebody else needs it, and given back where nothing is wished for", () => {
    const { id, items } = feedOf("one", 4);
    library.feeds.change(id, { ready: true });
    plan();
    const most = 4.5 * PHOTO;
    prepareAll(most);
    const [first, second] = items;
    if (first === undefined || second === undefined) throw new Error("too few");
    library.items.setRead([second], "2026-11-28T08:02:00.000Z");
    library.items.setRead([first], "2026-11-28T08:03:00.000Z");
    plan();
    prepareAll(most);
    expect(readyNow()).toEqual(items);
    const [fresh] = library.items.keep(id, [newItem("fresh", "Fresh", { published: "2026-11-28T08:01:00.000Z" })], NOW);
    plan();
    prepareAll(most);
    // Read first, goes first.
    expect(readyNow()).toEqual([fresh, first, ...items.slice(2)]);
    library.feeds.change(id, { ready: false });
    plan();
    while (library.ready.letGo(most));
    expect(readyNow()).toEqual([]);
    expect(library.ready.counts(NOW)).toMatchObject({ wanted: 0, ready: 0, used: 0 });
  });

  it("is nobody else's: neither the library's limit nor that of other photos lets it go", () => {
    const { id, items } = feedOf("one", 3);
    library.feeds.change(id, { ready: true });
    const empty = library.room().used;
    plan();
    prepareAll();
    const other = feedOf("two", 1).items[0] ?? (0 as ItemId);
    prepare(other);
    expect(library.room().used).toBeLessThan(empty + 2 * PHOTO);
    library.webPictures.trim(PHOTO / 2);
    expect([...items, other].map(hasPhoto)).toEqual([true, true, true, false]);
    while (library.tidy({ budget: 1, readDays: null }, NOW));
    expect([...items, other].map((item) => library.items.item(item)?.article !== null)).toEqual([true, true, true, false]);
  });

  it("is known again after a restart: nothing is got twice", async () => {
    const { id, items } = feedOf("one", 3);
    library.feeds.change(id, { ready: true });
    plan();
    const next = library.ready.next(NOW, PLENTY);
    if (next) prepare(next.id);
    library.close();
    library = await openLibrary(path);
    plan();
    expect(prepareAll()).toEqual(items.slice(1));
  });
});
