import { describe, expect, it } from "vitest";
import { batchesOf, type Piece } from "../../src/app/edition/plan.ts";

/** Pieces of articles that have so many of them. */
const piecesOf = (...counts: readonly number[]): readonly Piece[] =>
  counts.flatMap((count, article) => Array.from({ length: count }, () => ({ article, lines: [], letters: 0 })));

describe("pieces that are encoded in one go", () => {
  it("are of one article, and follow each other, each in one batch", () => {
    const pieces = piecesOf(1, 2, 12, 7, 33);
    const batches = batchesOf(pieces);
    expect(batches.flat()).toEqual([...pieces.keys()]);
    for (const batch of batches) expect(new Set(batch.map((number) => pieces[number]?.article)).size).toBe(1);
  });

  it("are of nearly the same number, at most eight, and two batches where there is more than one piece", () => {
    const sizes = (count: number): readonly number[] => batchesOf(piecesOf(count)).map(({ length }) => length);
    expect([0, 1, 2, 3, 8, 12, 16, 17].map(sizes)).toEqual([[], [1], [1, 1], [2, 1], [4, 4], [6, 6], [8, 8], [6, 5, 6]]);
  });

  it("are one batch an article before the last, since others are encoded beside it", () => {
    expect(batchesOf(piecesOf(5, 9, 8, 4)).map(({ length }) => length)).toEqual([5, 5, 4, 8, 2, 2]);
  });
});
