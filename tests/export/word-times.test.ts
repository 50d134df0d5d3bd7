import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordTimes } from "../../src/export/index.ts";
import { blockId, type Piece, type Utterance } from "../../src/model/index.ts";

const page = "It paid $5.2 million on Feb. 18.";
const shown = ({ start, end }: { readonly start: number; readonly end: number }): string => page.slice(start, end);
const piece = (spoken: string, start: number, end: number): Piece => ({ spoken, source: { block: blockId(0), start, end } });
const utterance: Utterance = {
  role: "paragraph",
  lang: "en",
  pause: 0,
  pieces: [
    { spoken: "News: ", source: null },
    piece("It ", 0, 2),
    piece("paid ", 3, 7),
    piece("five point two million dollars ", 8, 20),
    piece("on ", 21, 23),
    piece("February ", 24, 28),
    piece("eighteenth.", 29, 32),
  ],
};

describe("when words are heard", () => {
  it("gives every shown word its place and its share of a phrase's time", () => {
    const marks = [0, 6, 9, 14, 45, 48, 57].map((start, index) => ({ time: index * 0.5, start, end: start + 1 }));
    const words = wordTimes(utterance, shown, marks, 4);
    expect(words.map(({ text, start, end }) => [text, start, end])).toEqual([
      ["News:", 0, 0.5],
      ["It", 0.5, 1],
      ["paid", 1, 1.5],
      ["$5.2", 1.5, 1.5 + (0.5 * 4) / 11],
      ["million", 1.5 + (0.5 * 4) / 11, 2],
      ["on", 2, 2.5],
      ["Feb.", 2.5, 3],
      ["18.", 3, 4],
    ]);
    expect(words[3]?.source).toEqual({ block: "b0", start: 8, end: 12 });
    expect(words[0]?.source).toBeNull();
  });

  it("is monotone and inside the sound whatever the engine marks", () => {
    const mark = fc.record({
      time: fc.float({ min: 0, max: 10, noNaN: true }),
      start: fc.integer({ min: 0, max: 80 }),
      end: fc.integer({ min: 0, max: 80 }),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 20 }), fc.float({ min: 0, max: 10, noNaN: true }), (marks, duration) => {
        const words = wordTimes(utterance, shown, marks, duration);
        expect(words.map(({ text }) => text)).toEqual(["News:", "It", "paid", "$5.2", "million", "on", "Feb.", "18."]);
        let time = 0;
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(time - 1e-9);
          expect(word.end).toBeGreaterThanOrEqual(word.start);
          time = word.end;
        }
        expect(time).toBeLessThanOrEqual(duration + 1e-6);
      }),
    );
  });
});
