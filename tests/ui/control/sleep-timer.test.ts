import { beforeEach, describe, expect, it } from "vitest";
import { createSleepTimer, type SleepTimer } from "../../../src/ui/control/sleep-timer.ts";
import { nextSleep, type SleepChoice } from "../../../src/ui/reading/sleep.ts";

let now: number;
let tick: (() => void) | null;
let sounding: boolean;
let halts: boolean;
let volumes: number[];
let events: string[];
let timer: SleepTimer;

/** Lets time pass as the window's timers do. */
const pass = (seconds: number): void => {
  for (let passed = 0; passed < seconds; passed += 0.25) {
    now += 0.25;
    tick?.();
  }
};

beforeEach(() => {
  now = 100;
  tick = null;
  sounding = true;
  halts = true;
  volumes = [];
  events = [];
  timer = createSleepTimer({
    now: () => now,
    every(_seconds, run) {
      tick = run;
      return () => {
        tick = null;
      };
    },
    sounding: () => sounding,
    halts: () => halts,
    loudness: (volume) => volumes.push(volume),
    sleep: () => events.push("sleep"),
    over: () => events.push("over"),
  });
});

describe("the sleep timer", () => {
  it("gets softer in the last seconds, then stops the reading, and is as loud as before", () => {
    timer.set(5);
    pass(279);
    expect(volumes).toEqual([]);
    pass(20);
    expect(volumes.length).toBeGreaterThan(50);
    expect(volumes.toSorted((one, other) => other - one)).toEqual(volumes);
    expect(volumes.at(-1)).toBeLessThan(0.02);
    expect(events).toEqual([]);
    pass(2);
    expect(events).toEqual(["sleep", "over"]);
    expect(volumes.at(-1)).toBe(1);
    expect(tick).toBeNull();
  });

  it("waits while nothing is read", () => {
    timer.set(5);
    pass(60);
    sounding = false;
    pass(600);
    expect(timer.left()).toBeCloseTo(240);
    sounding = true;
    pass(241);
    expect(events).toEqual(["sleep", "over"]);
  });

  it("goes on while nothing is read where that is set, and stops nothing then", () => {
    halts = false;
    timer.set(5);
    sounding = false;
    pass(301);
    expect(events).toEqual(["over"]);
  });

  it("counts a computer that slept for two seconds at most", () => {
    timer.set(5);
    pass(10);
    now += 36_000;
    tick?.();
    expect(timer.left()).toBeGreaterThan(285);
  });

  it("is as loud as before when it is set anew, or the reading was paused, in the fade", () => {
    timer.set(5);
    pass(290);
    expect(volumes.at(-1)).toBeLessThan(1);
    timer.set(15);
    expect(volumes.at(-1)).toBe(1);
    pass(890);
    timer.heard("silent");
    expect(volumes.at(-1)).toBe(1);
  });

  it("is over with the article where that was chosen, and only there", () => {
    timer.set(15);
    timer.heard("ended");
    expect(events).toEqual([]);
    timer.set("article");
    timer.heard("playing");
    expect(events).toEqual([]);
    timer.heard("ended");
    expect(events).toEqual(["over"]);
  });
});

describe("the key of the sleep timer", () => {
  it("steps through all of its choices and comes back", () => {
    const seen: SleepChoice[] = ["off"];
    for (let choice = nextSleep("off"); choice !== "off"; choice = nextSleep(choice)) seen.push(choice);
    expect(seen).toEqual(["off", 15, 30, 45, 60, "article", "queue"]);
    expect(nextSleep(90)).toBe("off");
  });
});
