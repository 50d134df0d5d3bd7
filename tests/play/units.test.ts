import { describe, expect, it } from "vitest";
import { type BlockId, blockId, type Role, type Script, TITLE, type Utterance } from "../../src/model/index.ts";
import { placeOf, skipTarget, utteranceAt } from "../../src/play/index.ts";

const say = (role: Role, block: BlockId | null, start = 0, end = 10): Utterance => ({
  role,
  pieces: [{ spoken: "words", source: block ? { block, start, end } : null }],
  lang: "en",
  pause: 0.3,
});

/** A title, a photo announced by itself, two paragraphs, a section of a quotation, a photo and a paragraph. */
const script: Script = {
  article: "a0000000000000000" as Script["article"],
  utterances: [
    say("title", TITLE), // 0
    say("announcement", null), // 1 announces 2
    say("figure", blockId(0), 0, 20), // 2
    say("figure", blockId(0), 21, 40), // 3
    say("paragraph", blockId(1), 0, 20), // 4
    say("paragraph", blockId(1), 21, 40), // 5
    say("paragraph", blockId(2)), // 6
    say("heading", blockId(4)), // 7
    say("quote", blockId(5)), // 8
    say("figure", blockId(6)), // 9
    say("paragraph", blockId(7)), // 10
    say("announcement", null), // 11 at the very end
  ],
};

describe("skipTarget", () => {
  it.each([
    ["sentence", 4, 1, 5],
    ["sentence", 4, -1, 3],
    ["sentence", 11, 1, null],
    ["sentence", 0, -1, null],
    ["sentence", 12, -1, 11],
    ["paragraph", 0, 1, 1],
    ["paragraph", 1, 1, 4],
    ["paragraph", 5, 1, 6],
    ["paragraph", 5, -1, 4],
    ["paragraph", 4, -1, 1],
    ["section", 2, 1, 7],
    ["section", 8, 1, null],
    ["section", 8, -1, 7],
    ["section", 7, -1, 0],
    ["photo", 0, 1, 1],
    ["photo", 3, 1, 9],
    ["photo", 9, 1, null],
    ["photo", 10, -1, 9],
    ["photo", 9, -1, 1],
    ["heading", 3, -1, 0],
    ["heading", 3, 1, 7],
    ["quote", 0, 1, 8],
    ["quote", 8, -1, null],
  ] as const)("%s from %i, %i: %s", (unit, from, direction, target) => {
    expect(skipTarget(script, from, unit, direction)).toBe(target);
  });

  it("has no target in an empty script", () => {
    expect(skipTarget({ ...script, utterances: [] }, 0, "section", 1)).toBeNull();
  });
});

describe("utteranceAt", () => {
  it.each([
    ["title", 3, 0],
    ["b0", 0, 2],
    ["b0", 20, 3],
    ["b0", 25, 3],
    ["b1", 19, 4],
    ["b1", 400, 6],
    ["b3", 0, 7],
    ["byline", 0, 2],
    ["b7", 400, 11],
    ["b99", 0, 11],
  ])("%s, %i: %i", (block, offset, utterance) => {
    expect(utteranceAt(script, { block: block as BlockId, offset })).toBe(utterance);
  });
});

describe("placeOf", () => {
  it("is the first place of the utterance, or of the next that has one", () => {
    expect(placeOf(script, 5)).toEqual({ block: "b1", offset: 21 });
    expect(placeOf(script, 1)).toEqual({ block: "b0", offset: 0 });
    expect(placeOf(script, 11)).toBeNull();
  });

  it("comes back to the same utterance", () => {
    for (const [n, { pieces }] of script.utterances.entries()) {
      const place = placeOf(script, n);
      if (place && pieces[0]?.source) expect(utteranceAt(script, place)).toBe(n);
    }
  });
});
