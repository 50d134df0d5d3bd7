import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../src/library/index.ts";
import type { Article, Settings } from "../../src/model/index.ts";
import { rescueWords } from "../../src/words/index.ts";
import { articleOf } from "./article.ts";
import { newItem } from "./item.ts";

let folder: string;
let good: string;
const now = "2026-11-28T08:00:00.000Z";
const articles: readonly Article[] = Array.from({ length: 60 }, (_, n) =>
  articleOf(
    `https://a.example/${n}`,
    Array.from(
      { length: 1 + (n % 9) * 4 },
      (_, p) => `Paragraph ${p} of piece ${n} says that the ferry ${"left and ".repeat((n * p) % 40)}came back.`,
    ),
  ),
);
const SETTINGS: Partial<Settings> = { textSize: 250, rate: 1.5, verbosity: "full" };

/** All that a listener would miss, by what names it. */
function contentOf(library: Library): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const { id, title } of library.articles(1000)) {
    all.set(`article ${id}`, JSON.stringify(library.article(id)));
    all.set(`title ${id}`, title);
    const place = library.place(id);
    if (place) all.set(`place ${id}`, JSON.stringify(place));
  }
  for (const [name, value] of Object.entries(library.settings())) all.set(`setting ${name}`, JSON.stringify(value));
  for (const { entry } of library.lexicon()) all.set(`entry ${entry.written}`, JSON.stringify(entry));
  for (const feed of library.feeds.all()) all.set(`feed ${feed.address}`, JSON.stringify([feed.title, feed.folder, feed.site]));
  for (const item of library.items.list({ list: "all", feed: null, folder: null, after: null, limit: 1000 }, now))
    all.set(`item ${item.id}`, JSON.stringify([item.title, item.summary, item.link, item.published]));
  return all;
}

let whole: ReadonlyMap<string, string>;
let defaults: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lectern-salvage-"));
  good = join(folder, "good.sqlite");
  const library = await openLibrary(good);
  defaults = contentOf(library);
  for (const article of articles) {
    library.keepArticle(article, now);
    library.keepPlace(article.id, { block: article.blocks[0]?.id ?? ("title" as never), offset: 10 }, now);
  }
  library.changeSettings(SETTINGS);
  library.changeLexicon({
    kind: "keep",
    entries: ["Harl", "Orla", "Baghouz"].map((written) => ({
      written,
      spoken: `${written}!`,
      match: "word" as const,
      lang: null,
      site: null,
      voice: null,
      ignoreCase: false,
    })),
  });
  for (let n = 0; n < 8; n += 1) {
    const { id } = library.feeds.add({
      address: `https://news.example/${n}.xml`,
      title: `News ${n}`,
      site: null,
      folder: n % 2 ? ["World"] : [],
      added: now,
    });
    library.items.keep(
      id,
      Array.from({ length: 25 }, (_, k) => newItem(`${n}-${k}`, `Item ${k} of feed ${n}`)),
      now,
    );
  }
  whole = contentOf(library);
  library.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a damaged copy; checks that all that is in it then is true, and answers with how much that is. */
async function rescue(damage: (path: string) => void): Promise<{ readonly share: number; readonly library: Library }> {
  const path = join(mkdtempSync(join(folder, "one-")), "library.sqlite");
  copyFileSync(good, path);
  copyFileSync(`${good}.state`, `${path}.state`);
  damage(path);
  let library = await openLibrary(path);
  let found: ReadonlyMap<string, string>;
  try {
    found = contentOf(library);
  } catch (thrown) {
    // What no check saw is found when it is used, and rescued the next time.
    expect(thrown).toMatchObject({ code: "storage" });
    library.close();
    library = await openLibrary(path);
    found = contentOf(library);
  }
  for (const [name, value] of found) if (value !== defaults.get(name)) expect([name, value]).toEqual([name, whole.get(name)]);
  return { share: [...found.keys()].filter((name) => !name.startsWith("setting ")).length / (whole.size - defaults.size), library };
}

const overwrite = (path: string, at: number, bytes: Uint8Array): void => {
  const content = readFileSync(path);
  content.set(bytes.subarray(0, Math.max(0, content.length - at)), at);
  writeFileSync(path, content);
};

describe("a damaged library", () => {
  it("is rescued whole where only its first page is gone, and is found by its words again", async () => {
    const { share, library } = await rescue((path) => overwrite(path, 0, new Uint8Array(4096).fill(0x5a)));
    expect(share).toBe(1);
    expect(library.settings()).toMatchObject(SETTINGS);
    expect(library.search.find(searchFor("ferry"), 100).length).toBeGreaterThan(50);
    expect(library.search.find(searchFor("Item 7 of feed 3"), 10)).toHaveLength(1);
    expect(library.rescue).toMatchObject({ articles: { kept: 60, all: 60 }, feeds: { kept: 8, all: 8 }, items: { kept: 200, all: 200 } });
    expect(existsSync(library.setAside ?? "")).toBe(true);
    library.close();
  });

  it("says what was rescued", async () => {
    const { library } = await rescue((path) => overwrite(path, 0, new Uint8Array(4096)));
    expect(library.rescue && rescueWords({ ...library.rescue, file: "F", feeds: { kept: 7, all: 8 } })).toBe(
      "Your library was damaged. Lectern rescued 60 articles, all settings, 7 of 8 subscriptions, 200 items of news, and 3 pronunciations. The damaged file is kept as F.",
    );
    library.close();
  });

  it("loses no more than what was on a page that is gone", async () => {
    const pages = Math.floor(readFileSync(good).length / 4096);
    const shares: number[] = [];
    for (let page = 1; page < pages; page += Math.ceil(pages / 12)) {
      const { share, library } = await rescue((path) => overwrite(path, page * 4096, new Uint8Array(4096).fill(0xff)));
      shares.push(share);
      library.close();
    }
    expect(Math.min(...shares)).toBeGreaterThan(0.6);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.93);
  });

  it("is taken once: the next opening finds it whole", async () => {
    const { library } = await rescue((path) => truncateSync(path, Math.floor((readFileSync(path).length * 0.7) / 4096) * 4096 + 100));
    const { setAside } = library;
    library.close();
    const path = (setAside ?? "").replace(/\.damaged-.*/, "");
    const again = await openLibrary(path);
    expect(again.setAside).toBeNull();
    expect(again.articles(1000).length).toBeGreaterThan(0);
    again.close();
    expect(readdirSync(join(path, "..")).filter((name) => name.includes(".damaged-"))).toHaveLength(1);
  });

  it.each([
    ["small", 0],
    ["so large that it is not checked at each opening", 9_000_000],
  ])("is rescued where a text was overwritten, which no check of SQLite's finds, in a library that is %s", async (_what, size) => {
    const path = join(mkdtempSync(join(folder, "one-")), "library.sqlite");
    copyFileSync(good, path);
    let library = await openLibrary(path);
    if (size > 0)
      library.keepArticle(articleOf("https://b.example/large", ["Large."]), now, [
        { name: "p", mediaType: "image/png", bytes: randomBytes(size) },
      ]);
    library.close();
    const content = readFileSync(path);
    const at = content.indexOf(Buffer.from([0x78, 0x9c]), 200_000);
    overwrite(path, at + 30, Buffer.from([content[at + 30] ? 0 : 1, 0, 0]));
    library = await openLibrary(path);
    if (size > 0) {
      // It is noticed when it is used, and rescued at the next opening.
      expect(library.setAside).toBeNull();
      const failed = library.articles(1000).filter(({ id }) => {
        try {
          return library.article(id) === null;
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: "storage" });
          return true;
        }
      });
      expect(failed).toHaveLength(1);
      library.close();
      library = await openLibrary(path);
    }
    expect(library.rescue?.articles).toEqual({ kept: size > 0 ? 60 : 59, all: size > 0 ? 61 : 60 });
    library.close();
  });

  it("never crashes or hangs, and brings back nothing that was not there, whatever was overwritten", async () => {
    const { length } = readFileSync(good);
    const shares: number[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.option(fc.double({ min: 0.2, max: 1, noNaN: true }), { freq: 4 }),
        async (writes, cut) => {
          const { share, library } = await rescue((path) => {
            for (const { at, bytes } of writes) overwrite(path, at, bytes);
            if (cut !== null) truncateSync(path, Math.floor(length * cut));
          });
          if (cut === null) shares.push(share);
          library.close();
        },
      ),
      { numRuns: Number(process.env.LECTERN_FUZZ ?? 15) },
    );
    shares.sort((one, other) => one - other);
    expect(shares[Math.floor(shares.length / 2)]).toBeGreaterThan(0.8);
  }, 3_600_000);
});

const searchFor = (text: string) => ({
  words: [{ text, isPhrase: true }],
  without: [],
  feed: null,
  after: null,
  before: null,
  unread: false,
  starred: false,
  note: null,
});

describe("a library that is too large to be checked when it is opened", () => {
  it("is checked aside after its owner was killed, and what is found is rescued at the next opening", async () => {
    const path = join(mkdtempSync(join(folder, "large-")), "library.sqlite");
    let library = await openLibrary(path);
    const picture = { name: "p", mediaType: "image/png", bytes: randomBytes(35_000_000) };
    for (const name of ["one", "two"]) library.keepArticle(articleOf(`https://b.example/${name}`, ["Large."]), now, [picture]);
    for (const article of articles) library.keepArticle(article, now);
    library.close();
    const open = async (): Promise<void> => {
      // What a killed owner leaves behind.
      writeFileSync(`${path}.owner`, "{}");
      library = await openLibrary(path);
    };
    await open();
    expect(await library.check()).toBe(true);
    library.close();
    library = await openLibrary(path);
    // It was let go as it should be, and checked lately.
    expect(await library.check()).toBeNull();
    library.close();
    const { pages, root } = pagesOf(path);
    overwrite(path, (root - 1) * pages + 8, new Uint8Array(200).fill(0xff));
    await open();
    expect(library.setAside).toBeNull();
    expect(await library.check()).toBe(false);
    library.close();
    library = await openLibrary(path);
    expect(library.rescue?.articles.kept).toBe(62);
    library.close();
  }, 120_000);
});

/** The size of a page, and where the table of pictures begins. */
function pagesOf(path: string): { readonly pages: number; readonly root: number } {
  const raw = new DatabaseSync(path, { readOnly: true });
  const { pages } = raw.prepare("SELECT page_size AS pages FROM pragma_page_size()").get() as { readonly pages: number };
  const { root } = raw.prepare("SELECT rootpage AS root FROM sqlite_schema WHERE name = 'picture'").get() as { readonly root: number };
  raw.close();
  return { pages, root };
}
