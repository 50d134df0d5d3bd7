import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phraseAt, phrasesOf } from "../../../src/ui/reading/phrases.ts";

const cut = (text: string, most: number, lang = "en"): readonly string[] =>
  phrasesOf(text, most, lang).map(({ start, end }) => text.slice(start, end));

describe("phrases", () => {
  it("are of whole words, and no longer than asked", () => {
    expect(cut("The first ships came in on Monday morning.", 16)).toEqual(["The first ships", "came in on", "Monday morning."]);
  });

  it("end where one pauses, when there is enough before it", () => {
    expect(cut("When it rained, the market was moved inside.", 20)).toEqual(["When it rained,", "the market was moved", "inside."]);
  });

  it("keep a word whole that is longer than asked", () => {
    expect(cut("A Donaudampfschifffahrtsgesellschaft sank", 10)).toEqual(["A", "Donaudampfschifffahrtsgesellschaft", "sank"]);
  });

  it("part scripts without spaces between words, and keep a stop with its word", () => {
    const phrases = cut("第一批船只星期一早上到达港口。", 6, "zh");
    expect(phrases.join("")).toBe("第一批船只星期一早上到达港口。");
    expect(phrases.length).toBeGreaterThan(2);
    for (const phrase of phrases) expect(phrase.startsWith("。")).toBe(false);
  });

  it("are nothing for nothing", () => {
    expect(cut("", 10)).toEqual([]);
    expect(cut(" \n ", 10)).toEqual([]);
  });

  it("lose no sign of any text, and never overlap", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const phrases = phrasesOf(text, most, "en");
        expect(
          phrases
            .map(({ start, end }) => text.slice(start, end))
            .join("")
            .replace(/\s/g, ""),
        ).toBe(text.replace(/\s/g, ""));
        for (const [index, { start, end }] of phrases.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(phrases[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});

describe("the phrase at an offset", () => {
  it("is the one that it stands in, or the one before it", () => {
    const phrases = phrasesOf("One two three four", 8, "en");
    expect(phrases.map(({ start }) => phraseAt(phrases, start))).toEqual(phrases.map((_, index) => index));
    expect(phraseAt(phrases, 999)).toBe(phrases.length - 1);
    expect(phraseAt([], 3)).toBe(0);
  });
});
