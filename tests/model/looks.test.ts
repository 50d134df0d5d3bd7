import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areReadable,
  between,
  type Colour,
  contrast,
  DEFAULT_LOOKS,
  isColour,
  isDark,
  LOOKS_CHECKS,
  type Looks,
} from "../../src/model/index.ts";

const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, "0")}` as Colour);

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    // The grey that WCAG's own examples name as just enough on white.
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.48],
    ["#0000ff", "#ffffff", 8.59],
  ] as const)("of %s and %s is %f", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  });

  it("is the same either way round, and between 1 and 21", () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const ratio = contrast(one, other);
        expect(ratio).toBe(contrast(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21.0001);
      }),
    );
  });
});

describe("own colours", () => {
  it("are refused where text or marks have less than 4.5 to 1", () => {
    expect(areReadable({ page: "#ffffff", text: "#000000", accent: "#767676" })).toBe(true);
    expect(areReadable({ page: "#ffffff", text: "#777777", accent: "#000000" })).toBe(false);
    expect(areReadable({ page: "#ffffff", text: "#000000", accent: "#ffff00" })).toBe(false);
    expect(LOOKS_CHECKS.ownColours({ page: "#ffffff", text: "#777777", accent: "#000000" })).toBe(false);
  });

  it("are colours, whatever comes from outside", () => {
    for (const value of ["red", "#FFF", "#ffffff;", "#ffffff url(x)", "", null, 7, "#gggggg"])
      expect(isColour(value), String(value)).toBe(false);
    expect(isColour("#0a1b2c")).toBe(true);
  });

  it("know a dark page from a light one", () => {
    expect(isDark({ page: "#14213d" })).toBe(true);
    expect(isDark({ page: "#f6ecd8" })).toBe(false);
  });
});

describe("a colour on the way to another", () => {
  it("begins at the first and ends at the second", () => {
    fc.assert(
      fc.property(colour, colour, (from, to) => {
        expect(between(from, to, 0)).toBe(from);
        expect(between(from, to, 1)).toBe(to);
        expect(isColour(between(from, to, 0.37))).toBe(true);
      }),
    );
  });
});

describe("what is set at first", () => {
  it.each(Object.keys(DEFAULT_LOOKS) as (keyof Looks)[])("%s may be set", (name) => {
    expect(LOOKS_CHECKS[name](DEFAULT_LOOKS[name])).toBe(true);
    expect(LOOKS_CHECKS[name]({})).toBe(false);
  });
});
