import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId, blockId } from "../../../src/model/index.ts";
import { enter, isSamePage, jump, leave, MOST_SPOTS, NO_TRAIL, type Spot, step } from "../../../src/ui/reading/trail.ts";

const article = (name: string, offset = 0): Spot => ({
  kind: "article",
  article: articleId(name),
  title: name,
  place: { block: blockId(0), offset },
  origin: null,
  focus: null,
});
const list = (name: "today" | "unread", search: string | null = null): Spot => ({
  kind: "library",
  listed: { chosen: { list: name, feed: null, folder: null }, search },
  item: null,
  focus: null,
});

describe("the trail", () => {
  it("comes back to where a page was left, not to where it was entered", () => {
    let trail = enter(NO_TRAIL, article("one"));
    trail = leave(trail, article("one", 40));
    trail = enter(trail, article("two"));
    trail = leave(trail, article("two", 7));
    const back = step(trail, -1);
    expect(back?.spots[back.at]).toEqual(article("one", 40));
    const forward = back && step(back, 1);
    expect(forward?.spots[forward.at]).toEqual(article("two", 7));
    expect(forward && step(forward, 1)).toBeNull();
  });

  it("has a step for each other place that somebody jumped to, and none for the same", () => {
    const trail = jump(jump(enter(NO_TRAIL, article("one")), article("one", 90)), article("one", 90));
    expect(trail.spots).toEqual([article("one"), article("one", 90)]);
  });

  it("tells lists from searches, and one search from another", () => {
    expect(isSamePage(list("today"), list("unread"))).toBe(false);
    expect(isSamePage(list("today"), list("today", "ferry"))).toBe(false);
    expect(isSamePage(list("today", "ferry"), list("unread", "ferry"))).toBe(true);
    expect(isSamePage(list("today"), article("today"))).toBe(false);
  });

  it("forgets what was ahead when somebody goes elsewhere", () => {
    const there = enter(enter(NO_TRAIL, article("one")), article("two"));
    const back = step(there, -1) ?? NO_TRAIL;
    expect(enter(back, article("three")).spots.map((spot) => spot.kind === "article" && spot.title)).toEqual(["one", "three"]);
  });

  it("agrees with a browser's history, whatever is done", () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant("enter" as const), page: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ do: fc.constantFrom("back" as const, "forward" as const), page: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 250 }), (acts) => {
        let trail = NO_TRAIL;
        let known: number[] = [];
        let at = -1;
        for (const { do: what, page } of acts) {
          if (what === "enter") {
            trail = enter(leave(trail, trail.spots[trail.at] ?? null), article(String(page)));
            if (known[at] !== page) {
              known = [...known.slice(0, at + 1), page].slice(-MOST_SPOTS);
              at = known.length - 1;
            }
          } else {
            const to = at + (what === "back" ? -1 : 1);
            trail = step(trail, what === "back" ? -1 : 1) ?? trail;
            if (to >= 0 && to < known.length) at = to;
          }
          expect(trail.at).toBe(at);
          expect(trail.spots.map((spot) => spot.kind === "article" && spot.title)).toEqual(known.map(String));
        }
      }),
    );
  });
});
