import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowAt, rowUnit, WINDOW_EDGE, WINDOW_ROWS, windowAround, windowFor } from "../../../src/ui/lists/row-window.ts";

const list = fc.integer({ min: 1, max: 100_000 }).chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1)));

describe("the rows that are in the page", () => {
  it("are around a row, inside of the list, and always as many as there can be", () => {
    fc.assert(
      fc.property(list, ([count, index]) => {
        const { start, end } = windowAround(index, count);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(end - start).toBe(Math.min(count, WINDOW_ROWS));
        expect(index >= start && index < end).toBe(true);
      }),
    );
  });

  it("move on before somebody who walks comes to their end, and rest in between", () => {
    const now = windowAround(500, 1000);
    expect(windowFor(now.start + WINDOW_EDGE, now.start + WINDOW_EDGE + 5, now, 1000)).toBe(now);
    for (const row of [now.start + WINDOW_EDGE - 1, now.end - WINDOW_EDGE]) {
      const next = windowFor(row, row, now, 1000);
      expect(next.start).not.toBe(now.start);
      // What was seen is still there.
      expect(row >= next.start && row < next.end).toBe(true);
      expect(windowFor(row, row, next, 1000)).toBe(next);
    }
    const all = windowAround(0, 20);
    expect(windowFor(0, 19, all, 20)).toBe(all);
  });

  it("are reached from every height of what stands for the others", () => {
    const window = windowAround(500, 1000);
    const shown = WINDOW_ROWS * 80;
    expect(rowAt(0, window, shown, 50, 1000)).toBe(0);
    expect(rowAt(window.start * 50 - 1, window, shown, 50, 1000)).toBe(window.start - 1);
    expect(rowAt(window.start * 50 + shown, window, shown, 50, 1000)).toBe(window.end);
    expect(rowAt(1e9, window, shown, 50, 1000)).toBe(999);
  });

  it("stand in a page that is never too high for Chromium, at 400 % with a hundred thousand rows", () => {
    const COUNTED = 2 ** 25;
    expect(rowUnit(400, 100_000, 4) * 100_000 * 4).toBeLessThan(COUNTED);
    expect(rowUnit(88, 10_000, 1)).toBe(88);
  });
});
