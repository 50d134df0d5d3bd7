import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FeedId, ItemId } from "../../../src/model/index.ts";
import { BETWEEN, type Candidate, planFor } from "../../../src/ui/reading/plan.ts";

const candidate = (
  item: number,
  more: Partial<Record<"feed" | "story" | "day" | "whole" | "lead", number>> & { readonly starred?: boolean } = {},
): Candidate => ({
  item: item as ItemId,
  feed: (more.feed ?? 1) as FeedId,
  story: more.story ?? null,
  starred: more.starred ?? false,
  published: `2026-03-${String(more.day ?? 1).padStart(2, "0")}T00:00:00Z`,
  whole: more.whole ?? 100,
  lead: more.lead ?? 20,
});
const chosen = (candidates: readonly Candidate[], seconds: number, ranked = true): readonly string[] =>
  planFor(candidates, seconds, { ranked }).items.map(({ item, part }) => (part === "lead" ? `${item} lead` : `${item}`));

describe("a plan for the minutes that there are", () => {
  it("takes starred first, then the newest, each source once before any has its second", () => {
    const all = [
      candidate(1, { day: 1, starred: true }),
      candidate(2, { day: 9, feed: 1 }),
      candidate(3, { day: 8, feed: 1 }),
      candidate(4, { day: 2, feed: 2 }),
    ];
    expect(chosen(all, 1000)).toEqual(["1", "2", "4", "3"]);
    expect(chosen(all, 2 * 100 + BETWEEN)).toEqual(["1", "2"]);
  });

  it("takes one of each story, and the lead of what is too long", () => {
    const all = [
      candidate(1, { day: 9, story: 7 }),
      candidate(2, { day: 8, story: 7, feed: 2 }),
      candidate(3, { day: 7, whole: 900, lead: 30 }),
    ];
    expect(chosen(all, 100 + 30 + BETWEEN)).toEqual(["1", "3 lead"]);
    expect(chosen(all, 99)).toEqual(["1 lead", "3 lead"]);
  });

  it("leaves the listener's own order as it is, and has nothing for no time", () => {
    const queue = [candidate(5, { day: 1 }), candidate(9, { day: 9 }), candidate(2, { day: 5 })];
    expect(chosen(queue, 2 * 100 + BETWEEN + 4, false)).toEqual(["5", "9"]);
    expect(chosen(queue, 0)).toEqual([]);
    expect(chosen([], 600)).toEqual([]);
  });

  it("never takes longer than it may, nothing twice, no story twice, and leaves nothing out that still fits whole", () => {
    const anything = fc.record({
      feed: fc.integer({ min: 1, max: 4 }),
      story: fc.option(fc.integer({ min: 1, max: 4 })),
      starred: fc.boolean(),
      day: fc.integer({ min: 1, max: 28 }),
      whole: fc.integer({ min: 1, max: 900 }),
      lead: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), fc.integer({ min: 0, max: 3600 }), fc.boolean(), (rows, seconds, ranked) => {
        const all = rows.map(({ story, ...row }, n) => candidate(n + 1, { ...row, ...(story === null ? {} : { story }) }));
        const plan = planFor(all, seconds, { ranked });
        expect(plan.seconds).toBeLessThanOrEqual(seconds);
        expect(plan.items.reduce((sum, one) => sum + one.seconds, 0)).toBeCloseTo(plan.seconds);
        const found = plan.items.map(({ item }) => all.find((one) => one.item === item));
        expect(new Set(plan.items.map(({ item }) => item)).size).toBe(plan.items.length);
        const stories = found.flatMap((one) => one?.story ?? []);
        expect(new Set(stories).size).toBe(stories.length);
        // While whole ones were chosen there was more time than at the end; what fits even now had to be taken.
        for (const one of all) {
          const fits = plan.seconds + one.whole + (plan.items.length > 0 ? BETWEEN : 0) <= seconds;
          const taken = plan.items.some(({ item }) => item === one.item) || (one.story !== null && stories.includes(one.story));
          expect(taken || !fits).toBe(true);
        }
        expect(planFor([...all].reverse(), seconds, { ranked: true })).toEqual(planFor(all, seconds, { ranked: true }));
      }),
    );
  });
});
