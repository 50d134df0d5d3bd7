import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bookmarkUses } from "../../src/app/bookmarks.ts";
import { search } from "../../src/app/search.ts";
import type { BookmarkReader } from "../../src/contract/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { type Article, blockId } from "../../src/model/index.ts";
import { articleOf } from "../library/article.ts";

const ADDRESS = "https://a.example/ferry";
const before = articleOf(ADDRESS, [
  "The ferry left at noon. It carried nine people to the island.",
  "The captain had not slept. He said so himself in the evening.",
]);

let library: Library;
let uses: BookmarkReader;
let second = 0;
const now = (): string => new Date(Date.UTC(2026, 10, 28, 8, 0, second++)).toISOString();

beforeEach(async () => {
  library = await openLibrary(":memory:");
  library.keepArticle(before, now());
  uses = bookmarkUses(library, now);
});
afterEach(() => library.close());

const mark = async (article: Article, block: number, sentence: string) => {
  const offset = article.blocks[block]?.text.indexOf(sentence) ?? -1;
  return uses.addBookmark({ article: article.id, place: { block: blockId(block), offset }, end: offset + sentence.length });
};

describe("a bookmark", () => {
  it("has its sentence and article, and is made once", async () => {
    const { bookmark, isNew } = await mark(before, 0, "It carried nine people to the island.");
    expect(isNew).toBe(true);
    expect(bookmark).toMatchObject({ sentence: "It carried nine people to the island.", title: before.title, note: "", spoken: null });
    expect((await mark(before, 0, "It carried nine people to the island.")).isNew).toBe(false);
    expect(await uses.bookmarks({ article: before.id })).toEqual([bookmark]);
  });

  it("is found by its words when the article has changed, and says when it is gone", async () => {
    const { bookmark: moved } = await mark(before, 1, "He said so himself in the evening.");
    const { bookmark: lost } = await mark(before, 0, "It carried nine people to the island.");
    const after = articleOf(ADDRESS, [
      "Update: the ferry is safe in its harbour.",
      "The ferry left at noon, and nobody was on board of it at all.",
      "The captain had not slept. He said so himself in the evening.",
    ]);
    library.keepArticle(after, now());
    const all = await uses.bookmarks({ article: null });
    expect(all.find(({ id }) => id === moved.id)?.place).toEqual({ block: "b2", offset: 27 });
    expect(all.find(({ id }) => id === lost.id)).toMatchObject({ place: null, sentence: "It carried nine people to the island." });
  });

  it("is found by what was noted at it, and is heard from its sentence", async () => {
    const { bookmark } = await mark(before, 1, "He said so himself in the evening.");
    const find = (text: string) => search(library, text, 10, now()).map(({ sentence, place }) => ({ sentence, place }));
    expect(find("note:")).toEqual([]);
    await uses.noteBookmark({ bookmark: bookmark.id, note: "Résumé for Ana" });
    const hit = { sentence: "He said so himself in the evening.", place: { block: "b1", offset: 27 } };
    expect(find("note:")).toEqual([hit]);
    expect(find("note:resume")).toEqual([hit]);
    expect(find('note:"for ana" captain')).toEqual([hit]);
    expect(find("note:bob")).toEqual([]);
    await uses.removeBookmark({ bookmark: bookmark.id, removed: true });
    expect(find("note:ana")).toEqual([]);
    // A spoken note has no words, but is one.
    const { bookmark: other } = await mark(before, 0, "The ferry left at noon.");
    await uses.speakBookmark({ bookmark: other.id, note: { bytes: new Uint8Array([1]), mediaType: "audio/webm", seconds: 1 } });
    expect(find("note:")).toEqual([{ sentence: "The ferry left at noon.", place: { block: "b0", offset: 0 } }]);
    expect(find("note:noon")).toEqual([]);
  });

  it("keeps a typed and a spoken note", async () => {
    const { bookmark } = await mark(before, 0, "The ferry left at noon.");
    expect((await uses.noteBookmark({ bookmark: bookmark.id, note: "  Ask Ana: which ferry?  " })).note).toBe("Ask Ana: which ferry?");
    const sound = { bytes: new Uint8Array([1, 2, 3]), mediaType: "audio/webm;codecs=opus", seconds: 2.5 };
    expect((await uses.speakBookmark({ bookmark: bookmark.id, note: sound })).spoken).toBe(2.5);
    expect(await uses.spokenNote({ bookmark: bookmark.id })).toEqual(sound);
    expect((await uses.speakBookmark({ bookmark: bookmark.id, note: null })).spoken).toBeNull();
    await expect(uses.spokenNote({ bookmark: bookmark.id })).rejects.toMatchObject({ code: "not-found" });
  });

  it("is deleted, and brought back with its note", async () => {
    const { bookmark } = await mark(before, 0, "The ferry left at noon.");
    await uses.noteBookmark({ bookmark: bookmark.id, note: "Look this up" });
    await uses.removeBookmark({ bookmark: bookmark.id, removed: true });
    expect(await uses.bookmarks({ article: null })).toEqual([]);
    await expect(uses.noteBookmark({ bookmark: bookmark.id, note: "" })).rejects.toMatchObject({ code: "not-found" });
    await uses.removeBookmark({ bookmark: bookmark.id, removed: false });
    expect(await uses.bookmarks({ article: null })).toMatchObject([{ id: bookmark.id, note: "Look this up" }]);
  });

  it("is not made where there is no text", async () => {
    const place = { block: blockId(7), offset: 0 };
    await expect(uses.addBookmark({ article: before.id, place, end: 3 })).rejects.toMatchObject({ code: "not-found" });
  });
});
