import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId, blockId, type Script } from "../../../src/model/index.ts";
import { sentencesOf, stretches } from "../../../src/ui/reading/sentences.ts";

const block = blockId(0);
const scriptOf = (ranges: readonly (readonly [number, number])[]): Script => ({
  article: articleId("test"),
  utterances: ranges.map(([start, end]) => ({
    role: "paragraph",
    lang: "en",
    pause: 0,
    pieces: [{ spoken: "x", source: { block, start, end } }],
  })),
});

describe("sentencesOf", () => {
  it("is in the order of the page, whatever the order of speech", () => {
    expect(
      sentencesOf(
        scriptOf([
          [10, 20],
          [0, 9],
        ]),
      ).get(block),
    ).toEqual([
      { start: 0, end: 9, utterance: 1 },
      { start: 10, end: 20, utterance: 0 },
    ]);
  });

  it("never overlaps", () => {
    expect(
      sentencesOf(
        scriptOf([
          [0, 9],
          [5, 12],
          [2, 4],
        ]),
      ).get(block),
    ).toEqual([
      { start: 0, end: 9, utterance: 0 },
      { start: 9, end: 12, utterance: 1 },
    ]);
  });
});

describe("stretches", () => {
  it("covers the text without a gap or an overlap", () => {
    const range = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([one, other]): readonly [number, number] => [Math.min(one, other), Math.max(one, other)]);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), range, (ranges, [start, end]) => {
        let at = start;
        for (const stretch of stretches(sentencesOf(scriptOf(ranges)).get(block) ?? [], start, end)) {
          expect(stretch.start).toBe(at);
          expect(stretch.end).toBeGreaterThan(stretch.start);
          at = stretch.end;
        }
        expect(at).toBe(end);
      }),
    );
  });
});
