import { afterEach, describe, expect, it } from "vitest";
import { isBreakingWords, isQuiet, isQuietHours } from "../../src/model/index.ts";

const at = (time: string): Date => new Date(`2026-03-02T${time}:00`);
const NIGHT = { from: "22:00", to: "07:00" };

describe("quiet hours", () => {
  it.each([
    ["21:59", false],
    ["22:00", true],
    ["23:59", true],
    ["00:00", true],
    ["06:59", true],
    ["07:00", false],
    ["12:00", false],
  ])("over midnight: %s %s", (time, quiet) => {
    expect(isQuiet(at(time), NIGHT)).toBe(quiet);
  });

  it("within a day, all day, and none", () => {
    const noon = { from: "12:00", to: "13:30" };
    expect([at("11:59"), at("12:00"), at("13:29"), at("13:30")].map((time) => isQuiet(time, noon))).toEqual([false, true, true, false]);
    expect([at("00:00"), at("12:00")].map((time) => isQuiet(time, { from: "05:00", to: "05:00" }))).toEqual([true, true]);
    expect(isQuiet(at("03:00"), null)).toBe(false);
  });

  describe("go by the clock on the wall when clocks are changed", () => {
    const before = process.env.TZ;
    afterEach(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    it.each([
      // Spring: 01:59 is followed by 03:00.
      ["2026-03-29T00:59:00Z", { from: "02:00", to: "03:00" }, false],
      ["2026-03-29T01:00:00Z", { from: "02:00", to: "03:00" }, false],
      ["2026-03-29T01:00:00Z", NIGHT, true],
      ["2026-03-29T04:59:00Z", NIGHT, true],
      ["2026-03-29T05:00:00Z", NIGHT, false],
      // Autumn: 02:30 comes twice.
      ["2026-10-25T00:30:00Z", { from: "02:00", to: "03:00" }, true],
      ["2026-10-25T01:30:00Z", { from: "02:00", to: "03:00" }, true],
      ["2026-10-25T05:59:00Z", NIGHT, true],
      ["2026-10-25T06:00:00Z", NIGHT, false],
    ])("%s %j %s", (moment, hours, quiet) => {
      process.env.TZ = "Europe/Berlin";
      expect(isQuiet(new Date(moment), hours)).toBe(quiet);
    });
  });

  it("are believed only as times of a day", () => {
    for (const good of [null, NIGHT, { from: "00:00", to: "23:59" }]) expect(isQuietHours(good)).toBe(true);
    for (const bad of [undefined, {}, { from: "24:00", to: "07:00" }, { from: "7:00", to: "08:00" }, { from: 7, to: 8 }, "22-7"])
      expect(isQuietHours(bad), JSON.stringify(bad)).toBe(false);
    expect(isBreakingWords(["ferry", "prime minister"])).toBe(true);
    for (const bad of ["ferry", [""], [1], Array(201).fill("a"), ["a".repeat(101)]]) expect(isBreakingWords(bad)).toBe(false);
  });
});
