import { describe, expect, it } from "vitest";
import { isCrash } from "../../../src/shell/main/watch-crashes.ts";

describe("a process of Chromium's that ends", () => {
  it.each([
    ["Utility", "clean-exit", 0, false],
    // What Chromium ends because it is not needed for now: the sound's, some seconds after the last sound.
    ["Utility", "killed", 15, false],
    ["Utility", "killed", 9, true],
    ["Utility", "crashed", 11, true],
    ["GPU", "killed", 15, true],
    ["page", "killed", 15, true],
    ["page", "oom", 0, true],
  ] as const)("%s, %s, %i: a crash is %s", (type, reason, code, crashed) => {
    expect(isCrash(type, reason, code)).toBe(crashed);
  });
});
