import { describe, expect, it } from "vitest";
import { AFTER_LOST, AFTER_SLEEP, AFTER_START, holdOf, isMetered, isRoundDue, type Occasion } from "../../src/app/schedule.ts";
import { DEFAULT_REFRESH } from "../../src/model/index.ts";

const STARTED = Date.parse("2026-03-02T08:00:00Z") / 1000;
const HOUR = 3600;
const occasion = (change: Partial<Occasion> = {}): Occasion => ({
  now: STARTED + 2 * HOUR,
  started: STARTED,
  woke: null,
  last: STARTED + HOUR,
  lost: false,
  settings: DEFAULT_REFRESH,
  line: { online: true, metered: null },
  onBattery: null,
  ...change,
});
const set = (change: Partial<Occasion["settings"]>): Occasion["settings"] => ({ ...DEFAULT_REFRESH, ...change });

describe("a round begins by itself", () => {
  it.each([
    ["30", 1800],
    ["60", 3600],
    ["180", 10_800],
  ] as const)("every %s minutes", (refreshTime, seconds) => {
    const last = STARTED + HOUR;
    expect(isRoundDue(occasion({ settings: set({ refreshTime }), last, now: last + seconds - 1 }))).toBe(false);
    expect(isRoundDue(occasion({ settings: set({ refreshTime }), last, now: last + seconds }))).toBe(true);
  });

  it("at the start, once, when the page has come first", () => {
    const settings = set({ refreshTime: "start" });
    const before = STARTED - 5 * HOUR;
    expect(isRoundDue(occasion({ settings, last: before, now: STARTED + AFTER_START - 1 }))).toBe(false);
    expect(isRoundDue(occasion({ settings, last: before, now: STARTED + AFTER_START }))).toBe(true);
    expect(isRoundDue(occasion({ settings, last: STARTED + AFTER_START, now: STARTED + 20 * HOUR }))).toBe(false);
  });

  it("never where it is off, and at once where no feed was ever asked", () => {
    expect(isRoundDue(occasion({ settings: set({ refreshTime: "off" }), last: null }))).toBe(false);
    expect(isRoundDue(occasion({ last: null }))).toBe(true);
  });

  it("some time after the computer slept", () => {
    const woke = STARTED + 2 * HOUR;
    expect(isRoundDue(occasion({ woke, now: woke + AFTER_SLEEP - 1 }))).toBe(false);
    expect(isRoundDue(occasion({ woke, now: woke + AFTER_SLEEP }))).toBe(true);
  });

  it("soon again where the last one reached nobody", () => {
    const last = STARTED + HOUR;
    expect(isRoundDue(occasion({ lost: true, last, now: last + AFTER_LOST - 1 }))).toBe(false);
    expect(isRoundDue(occasion({ lost: true, last, now: last + AFTER_LOST }))).toBe(true);
  });

  it("also after the clock was put back", () => {
    expect(isRoundDue(occasion({ last: STARTED + 9 * HOUR }))).toBe(true);
    expect(isRoundDue(occasion({ now: STARTED - HOUR, woke: STARTED, last: STARTED + HOUR }))).toBe(true);
  });
});

describe("a round is held back", () => {
  it.each([
    [{}, null],
    [{ line: { online: false, metered: null } }, "offline"],
    [{ onBattery: true }, "battery"],
    [{ onBattery: true, settings: set({ refreshOnBattery: true }) }, null],
    [{ line: { online: true, metered: true } }, "metered"],
    [{ line: { online: true, metered: true }, settings: set({ refreshOnMetered: true }) }, null],
    [{ line: { online: true, metered: true }, settings: set({ lineCost: "free" }) }, null],
    [{ settings: set({ lineCost: "metered" }) }, "metered"],
    [{ onBattery: true, line: { online: false, metered: true }, settings: set({ refreshTime: "off" }) }, "off"],
  ] as const)("%j: %s", (change, hold) => {
    const asked = occasion(change);
    expect(holdOf(asked)).toBe(hold);
    expect(isRoundDue(asked)).toBe(hold === null);
  });

  it("by what the listener says of the line, before what the system says", () => {
    expect(isMetered({ lineCost: "system" }, { online: true, metered: null })).toBe(false);
    expect(isMetered({ lineCost: "free" }, { online: true, metered: true })).toBe(false);
    expect(isMetered({ lineCost: "metered" }, { online: true, metered: false })).toBe(true);
  });
});
