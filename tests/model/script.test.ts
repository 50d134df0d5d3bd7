import { describe, expect, it } from "vitest";
import { articleId, blockId, firstPlace, locate, pieceAt, places, spokenText, type Utterance } from "../../src/model/index.ts";

const range = (block: number, start: number, end: number) => ({ block: blockId(block), start, end });
const utterance: Utterance = {
  role: "figure",
  lang: "en",
  pause: 0.5,
  pieces: [
    { spoken: "Photo. ", source: null },
    { spoken: "A ", source: range(2, 0, 1) },
    { spoken: "", source: range(2, 2, 3) },
    { spoken: "ferry.", source: range(2, 4, 10) },
  ],
};

describe("an utterance", () => {
  it("is what its pieces say, as they are", () => {
    expect(spokenText(utterance)).toBe("Photo. A ferry.");
  });

  it("knows the piece and the place of what is said", () => {
    expect([0, 6, 7, 9, 14].map((offset) => pieceAt(utterance, offset)?.spoken)).toEqual(["Photo. ", "Photo. ", "A ", "ferry.", "ferry."]);
    expect(pieceAt(utterance, 15)).toBeNull();
    expect(locate(utterance, { start: 3 })).toBeNull();
    expect(locate(utterance, { start: 10 })).toEqual(range(2, 4, 10));
    expect(firstPlace(utterance)).toEqual(range(2, 0, 1));
    expect(places(utterance)).toEqual([range(2, 0, 10)]);
  });
});

describe("an article's id", () => {
  it("is the same for the same address and of one shape", () => {
    expect(articleId("https://news.example/a")).toBe(articleId("https://news.example/a"));
    expect(articleId("https://news.example/a")).not.toBe(articleId("https://news.example/b"));
    expect(articleId("zürich")).toMatch(/^a[0-9a-f]{16}$/);
    // FNV-1a of nothing is its offset basis.
    expect(articleId("")).toBe("acbf29ce484222325");
  });
});
