import fc from "fast-check";
import { expect, it } from "vitest";
import { type ArticleId, blockId, type EditionPlace, placeAt } from "../../src/model/index.ts";

it("finds the sentence that is heard at a time, as a look through all of them does", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: -1, max: 60 }), (starts, seconds) => {
      const places: readonly EditionPlace[] = [...starts]
        .sort((a, b) => a - b)
        .map((start, at) => ({ start, article: "a1" as ArticleId, block: blockId(at), offset: 0 }));
      expect(placeAt(places, seconds)).toBe(places.findLast(({ start }) => start <= seconds) ?? null);
    }),
  );
});
