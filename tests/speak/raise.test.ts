import { expect, it } from "vitest";
import { raised } from "../../src/speak/raise.ts";

const ALL = Int16Array.from({ length: 0x10000 }, (_, index) => index - 0x8000);

it("leaves samples as they are where nothing is to be louder", () => {
  expect([...raised(Int16Array.of(0, 1, 0x4000, 0x7fff, -0x8000), 1)]).toEqual(
    [0, 1, 0x4000, 0x7fff, -0x8000].map((sample) => Math.fround(sample / 0x8000)),
  );
});

it.each([1.2, 1.8, 4])("makes them %d times as loud, rounds the highest, and clips none", (gain) => {
  const louder = raised(ALL, gain);
  expect(Math.max(...louder.slice(-2))).toBeLessThan(0.95);
  expect(louder[0x8000 + 0x1000]).toBeCloseTo(gain / 8, 6);
  // Nowhere a step: the whole rises, and no faster than the gain.
  for (let at = 1; at < louder.length; at++) {
    const rise = (louder[at] ?? 0) - (louder[at - 1] ?? 0);
    expect(rise).toBeGreaterThanOrEqual(0);
    expect(rise).toBeLessThan((gain / 0x8000) * 1.02);
  }
});
