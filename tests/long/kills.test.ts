import { describe, expect, it } from "vitest";
import { KILLS, killTimes } from "../library/kill-rounds.ts";

/** How often a process is killed, each kind of work as often as the others. */
const TIMES = Number(process.env.LECTERN_KILLS ?? 300);

describe("a process that is killed hundreds of times", () => {
  it.each(KILLS)("loses nothing that was kept: %s", async (kill) => {
    const times = Math.ceil(TIMES / KILLS.length);
    const said = await killTimes(kill, times);
    console.log(`${kill}: killed ${times} times; ${said} things were said to be kept, and were.`);
    expect(said).toBeGreaterThanOrEqual(times);
  });
});
