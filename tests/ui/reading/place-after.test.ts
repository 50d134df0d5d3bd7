import { describe, expect, it } from "vitest";
import { blockId, TITLE } from "../../../src/model/index.ts";
import { placeAfter } from "../../../src/ui/reading/place-after.ts";
import { articleOf } from "../article.ts";

const paragraph = (n: number) => ({ id: blockId(n), kind: "paragraph" as const, text: `Text ${n}.`, lang: null, spans: [] });
const before = articleOf([0, 1, 2, 3].map(paragraph));

describe("the place in an article of which something was left out", () => {
  it.each([
    { gone: [1], at: 2, place: { block: "b2", offset: 3 } },
    { gone: [2], at: 2, place: { block: "b3", offset: 0 } },
    { gone: [2, 3], at: 2, place: { block: "b1", offset: 0 } },
    { gone: [0, 1, 2, 3], at: 2, place: { block: TITLE, offset: 0 } },
  ])("without $gone", ({ gone, at, place }) => {
    const after = articleOf([0, 1, 2, 3].filter((n) => !gone.includes(n)).map(paragraph));
    expect(placeAfter(before, after, { block: blockId(at), offset: 3 })).toEqual(place);
  });
});
