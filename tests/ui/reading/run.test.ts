import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../../src/model/index.ts";
import { EMPTY_RUN, nextOf, placeInRun, previousOf, type Run, type RunEvent, stepRun } from "../../../src/ui/reading/run.ts";

const id = (n: number): ItemId => n as ItemId;
const ids = (...all: readonly number[]): readonly ItemId[] => all.map(id);
const begun = (...events: readonly RunEvent[]): Run => events.reduce(stepRun, EMPTY_RUN);

describe("a run through the queue", () => {
  it("goes on with what follows, whatever was heard before it", () => {
    const run = begun({ kind: "order", order: ids(1, 2, 3, 4) }, { kind: "begin", item: id(2) }, { kind: "heard" });
    expect([run.order, nextOf(run)]).toEqual([ids(1, 3, 4), 3]);
    const next = [{ kind: "begin", item: id(3) } as const, { kind: "heard" } as const].reduce(stepRun, run);
    expect([next.order, nextOf(next), placeInRun(next)]).toEqual([ids(1, 4), 4, null]);
    const last = [{ kind: "begin", item: id(4) } as const, { kind: "heard" } as const].reduce(stepRun, next);
    // What was passed over by the listener does not come round again.
    expect([last.order, nextOf(last)]).toEqual([ids(1), null]);
  });

  it("passes over what could not be opened until it is tried again", () => {
    const run = begun(
      { kind: "order", order: ids(1, 2, 3) },
      { kind: "begin", item: id(1) },
      { kind: "failed", item: id(2), code: "offline" },
    );
    expect(nextOf(run)).toBe(3);
    expect(nextOf(stepRun(run, { kind: "again" }))).toBe(2);
    expect(nextOf(stepRun(run, { kind: "failed", item: id(3), code: "offline" }))).toBe(null);
    expect(run.order).toEqual(ids(1, 2, 3));
  });

  it("goes on where the current one was when somebody takes it out", () => {
    const run = begun({ kind: "order", order: ids(1, 2, 3) }, { kind: "begin", item: id(2) }, { kind: "order", order: ids(1, 3) });
    expect([nextOf(run), placeInRun(run)]).toEqual([id(3), null]);
  });

  it("goes back to what was heard here, and then to what stands before", () => {
    const run = begun(
      { kind: "order", order: ids(1, 2, 3) },
      { kind: "begin", item: id(2) },
      { kind: "heard" },
      { kind: "begin", item: id(3) },
    );
    expect(previousOf(run)).toEqual({ item: 2, wasHeard: true });
    const back = stepRun(stepRun(run, { kind: "back", item: id(2) }), { kind: "begin", item: id(2) });
    expect([back.order, previousOf(back), nextOf(back)]).toEqual([ids(1, 2, 3), { item: 1, wasHeard: false }, 3]);
    expect(previousOf(begun({ kind: "order", order: ids(1) }, { kind: "begin", item: id(1) }))).toBe(null);
  });
});

/** The same, as simple as it can be said: rows that somebody strikes out. */
class Model {
  rows: { item: number; here: boolean; faulty: boolean }[] = [];
  current: number | null = null;
  struck: number[] = [];
  here(): readonly number[] {
    return this.rows.filter(({ here }) => here).map(({ item }) => item);
  }
  next(): number | null {
    const from = this.current === null ? -1 : this.rows.findIndex(({ item }) => item === this.current);
    return this.rows.slice(from + 1).find(({ here, faulty }) => here && !faulty)?.item ?? null;
  }
}

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("add" as const), item: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ kind: fc.constant("remove" as const), index: fc.nat(8) }),
    fc.record({ kind: fc.constant("move" as const), index: fc.nat(8), by: fc.integer({ min: -4, max: 4 }) }),
    fc.record({ kind: fc.constant("begin" as const), index: fc.nat(8) }),
    fc.record({ kind: fc.constant("heard" as const) }),
    fc.record({ kind: fc.constant("failed" as const), index: fc.nat(8) }),
    fc.record({ kind: fc.constant("again" as const) }),
    fc.record({ kind: fc.constant("back" as const), index: fc.nat(8) }),
  ),
  { maxLength: 40 },
);

describe("whatever happens to a queue", () => {
  it("loses nothing and doubles nothing, and next is what stands behind", () => {
    fc.assert(
      fc.property(steps, (all) => {
        let run = EMPTY_RUN;
        /** What must be in the queue, in no order, and what has left it by being heard. */
        const inside = new Set<number>();
        const left: number[] = [];
        const order = (next: readonly number[]): void => {
          run = stepRun(run, { kind: "order", order: next.map(id) });
        };
        for (const step of all) {
          const now = run.order;
          if (step.kind === "add") {
            if (!inside.has(step.item)) order([...now, step.item]);
            inside.add(step.item);
          } else if (step.kind === "remove") {
            const item = now[step.index];
            if (item !== undefined) inside.delete(item);
            order(now.filter((other) => other !== item));
          } else if (step.kind === "move") {
            const item = now[step.index];
            if (item === undefined) continue;
            const rest = now.filter((other) => other !== item);
            order(rest.toSpliced(Math.max(0, Math.min(rest.length, step.index + step.by)), 0, item));
          } else if (step.kind === "begin") {
            run = stepRun(run, { kind: "begin", item: now[step.index] ?? null });
          } else if (step.kind === "failed") {
            const item = now[step.index];
            if (item !== undefined) run = stepRun(run, { kind: "failed", item, code: "offline" });
          } else if (step.kind === "back") {
            const back = run.heard.at(-1 - (step.index % Math.max(1, run.heard.length)));
            run = stepRun(run, { kind: "back", item: back?.item ?? id(99) });
            if (back) inside.add(back.item);
          } else {
            const { current } = run;
            const was = current !== null && now.includes(current);
            run = stepRun(run, step);
            if (step.kind === "heard" && was && current !== null) {
              inside.delete(current);
              left.push(current);
            }
          }
          expect([...run.order].sort()).toEqual([...inside].sort());
          expect(new Set(run.order).size).toBe(run.order.length);
          expect(run.heard.every(({ item }) => left.includes(item) && !inside.has(item))).toBe(true);
          expect([...run.faults.keys()].every((item) => inside.has(item))).toBe(true);
          const place = placeInRun(run);
          expect(place === null || run.order[place.n - 1 - run.counted] === run.current).toBe(true);
          expect(place === null || place.total === run.order.length + run.counted).toBe(true);
          const next = nextOf(run);
          expect(next === null || (next !== run.current && inside.has(next) && !run.faults.has(next))).toBe(true);
        }
      }),
    );
  });

  it("is heard in the order of the queue where nobody changes it, whatever fails", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 12 }), fc.array(fc.boolean()), (items, broken) => {
        const model = new Model();
        model.rows = items.map((item, n) => ({ item, here: true, faulty: broken[n] ?? false }));
        let run = stepRun(EMPTY_RUN, { kind: "order", order: items.map(id) });
        for (const { item, faulty } of model.rows) if (faulty) run = stepRun(run, { kind: "failed", item: id(item), code: "offline" });
        const heard: number[] = [];
        for (let next = nextOf(run); next !== null; next = nextOf(run)) {
          expect(next).toBe(model.next());
          run = stepRun(stepRun(run, { kind: "begin", item: next }), { kind: "heard" });
          model.current = next;
          for (const row of model.rows) if (row.item === next) row.here = false;
          heard.push(next);
        }
        expect(run.order).toEqual(model.here());
        expect(heard).toEqual(model.rows.filter(({ faulty }) => !faulty).map(({ item }) => item));
        for (const { item } of run.heard.toReversed()) run = stepRun(run, { kind: "back", item });
        expect(run.order).toEqual(items);
      }),
    );
  });
});
