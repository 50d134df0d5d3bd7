import { describe, expect, it } from "vitest";
import { blockId, TITLE } from "../../../src/model/index.ts";
import { findIn, nextOf } from "../../../src/ui/reading/find.ts";
import { articleOf } from "../article.ts";

const paragraph = (number: number, text: string) => ({ kind: "paragraph" as const, id: blockId(number), text, lang: null, spans: [] });

const article = articleOf([
  paragraph(1, "The café by the harbour is open. The CAFE  is new."),
  paragraph(2, "Nobody goes there. Straße and strasse are not found for each other."),
  paragraph(3, "A cafe again."),
]);

const found = (text: string): readonly string[] =>
  findIn(article, text).map(({ block, start, end }) => (article.blocks.find(({ id }) => id === block)?.text ?? "").slice(start, end));

describe("finding in an article", () => {
  it("minds neither case nor accents, and finds what is written", () => expect(found("cafe")).toEqual(["café", "CAFE", "cafe"]));

  it("takes any spaces for one", () => expect(found("  cafe   is ")).toEqual(["CAFE  is"]));

  it("finds nothing for nothing, and for what is not there", () => {
    expect(findIn(article, "")).toEqual([]);
    expect(findIn(article, "  ")).toEqual([]);
    expect(findIn(article, "zebra")).toEqual([]);
  });

  it("finds in the headline", () =>
    expect(findIn(article, article.title)[0]).toEqual({ block: TITLE, start: 0, end: article.title.length }));

  it("keeps signs whole that are longer when they are folded", () => {
    const odd = articleOf([paragraph(1, "The İstanbul and the ﬁrst 😀 end.")]);
    for (const text of ["istanbul", "😀", "end"]) {
      const [range] = findIn(odd, text);
      expect(range, text).toBeDefined();
      expect((range?.end ?? 0) - (range?.start ?? 0)).toBeGreaterThan(0);
    }
    const [range] = findIn(odd, "end");
    expect(odd.blocks[0]?.text.slice(range?.start, range?.end)).toBe("end");
  });
});

describe("the next one", () => {
  const ranges = findIn(article, "cafe");
  const place = { block: blockId(1), offset: ranges[1]?.start ?? 0 };

  it("is after or before the place, and begins anew at the other end", () => {
    expect(nextOf(article, ranges, null, 1, true)).toBe(0);
    expect(nextOf(article, ranges, null, -1, true)).toBe(2);
    expect(nextOf(article, ranges, place, 1, true)).toBe(1);
    expect(nextOf(article, ranges, place, 1, false)).toBe(2);
    expect(nextOf(article, ranges, place, -1, false)).toBe(0);
    expect(nextOf(article, ranges, { block: blockId(3), offset: 9 }, 1, false)).toBe(0);
    expect(nextOf(article, ranges, { block: TITLE, offset: 0 }, -1, false)).toBe(2);
    expect(nextOf(article, [], place, 1, true)).toBe(-1);
  });
});
