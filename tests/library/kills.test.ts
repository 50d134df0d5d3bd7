import { describe, expect, it } from "vitest";
import { KILLS, killTimes } from "./kill-rounds.ts";

/** How often each kind is killed here; `tests/long/kills.test.ts` does it hundreds of times. */
const TIMES = 10;

describe("a process that is killed in the middle of its work", () => {
  it.each(KILLS)(
    "loses nothing that was kept: %s",
    async (kill) => {
      expect(await killTimes(kill, TIMES)).toBeGreaterThanOrEqual(TIMES);
    },
    120_000,
  );
});
