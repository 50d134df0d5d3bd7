import { describe, expect, it } from "vitest";
import { createHearing } from "../../src/ui/sound/hearing.ts";

describe("hearing", () => {
  it("runs on between reports, and never beyond the next one", () => {
    const hearing = createHearing(1000);
    hearing.add({ time: 10, frame: 0, running: true });
    expect(hearing.frameAt(9)).toBe(0);
    expect(hearing.frameAt(10.5)).toBeCloseTo(500);
    hearing.add({ time: 10.2, frame: 200, running: false });
    expect(hearing.frameAt(10.1)).toBeCloseTo(100);
    expect(hearing.frameAt(10.5)).toBe(200);
    hearing.add({ time: 11, frame: 200, running: true });
    expect(hearing.frameAt(10.9)).toBe(200);
    expect(hearing.frameAt(11.1)).toBeCloseTo(300);
  });

  it("stands at a reset until it is told more", () => {
    const hearing = createHearing(1000);
    hearing.add({ time: 1, frame: 0, running: true });
    hearing.reset(700);
    expect(hearing.frameAt(5)).toBe(700);
  });

  it("remembers the last second however many reports come", () => {
    const hearing = createHearing(1000);
    for (let n = 0; n < 200; n += 1) hearing.add({ time: n * 0.04, frame: n * 40, running: true });
    expect(hearing.frameAt(199 * 0.04 - 1)).toBeCloseTo(199 * 40 - 1000);
  });
});
