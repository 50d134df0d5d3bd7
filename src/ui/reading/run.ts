import type { FailureCode, ItemId } from "../../model/index.ts";

/** An item that was heard to its end, and where in the queue it stood. */
export interface Heard {
  readonly item: ItemId;
  readonly at: number;
}

/** Listening through a queue: the queue as it is, and where the listener is in it. */
export interface Run {
  readonly order: readonly ItemId[];
  /** What is listened to, null: nothing of the queue. It is in `order`, but where it was taken out meanwhile. */
  readonly current: ItemId | null;
  /** Where the current one stands, or the gap that the last one left: what stands there comes next then. */
  readonly at: number;
  /** What has left the queue because it was heard, the last one last. */
  readonly heard: readonly Heard[];
  /** How many were heard since the queue was empty last: so that the second one is called the second. */
  readonly counted: number;
  /** What could not be opened, and why. It stays in the queue. */
  readonly faults: ReadonlyMap<ItemId, FailureCode>;
}

/** What can happen to a run. */
export type RunEvent =
  /** The queue is so now, whoever changed it. */
  | { readonly kind: "order"; readonly order: readonly ItemId[] }
  /** This is listened to; null: something that is not of the queue. */
  | { readonly kind: "begin"; readonly item: ItemId | null }
  /** The current one was heard to its end: it leaves the queue. */
  | { readonly kind: "heard" }
  | { readonly kind: "failed"; readonly item: ItemId; readonly code: FailureCode }
  /** What could not be opened is tried again. */
  | { readonly kind: "again" }
  /** One that was heard stands where it stood. */
  | { readonly kind: "back"; readonly item: ItemId };

/** Before anything is known of the queue. */
export const EMPTY_RUN: Run = { order: [], current: null, at: 0, heard: [], counted: 0, faults: new Map() };

/** The next state of a run. Pure; items never double, and leave the queue only by `heard` and `order`. */
export function stepRun(run: Run, event: RunEvent): Run {
  switch (event.kind) {
    case "order": {
      const order = [...new Set(event.order)];
      const known = new Set(order);
      const found = run.current === null ? -1 : order.indexOf(run.current);
      // Taken out while it is listened to: the gap is where it was among those that are still there.
      const gap = run.order.slice(0, run.at).filter((item) => known.has(item)).length;
      return {
        ...run,
        order,
        at: found < 0 ? gap : found,
        heard: run.heard.filter(({ item }) => !known.has(item)),
        faults: new Map([...run.faults].filter(([item]) => known.has(item))),
      };
    }
    case "begin": {
      if (event.item === null) return { ...run, current: null };
      const at = run.order.indexOf(event.item);
      const faults = new Map(run.faults);
      faults.delete(event.item);
      return { ...run, current: event.item, at: at < 0 ? run.at : at, faults };
    }
    case "heard": {
      const { current, order, heard } = run;
      if (current === null) return run;
      const at = order.indexOf(current);
      if (at < 0) return { ...run, current: null };
      const rest = order.filter((item) => item !== current);
      const counted = rest.length === 0 ? 0 : run.counted + 1;
      return { ...run, current: null, order: rest, at, heard: [...heard, { item: current, at }], counted };
    }
    case "failed":
      return run.order.includes(event.item) ? { ...run, faults: new Map(run.faults).set(event.item, event.code) } : run;
    case "again":
      return run.faults.size === 0 ? run : { ...run, faults: new Map() };
    case "back": {
      const found = run.heard.find(({ item }) => item === event.item);
      if (!found) return run;
      const at = Math.min(found.at, run.order.length);
      const order = run.order.toSpliced(at, 0, found.item);
      const moved = run.current !== null || at < run.at ? (at <= run.at ? run.at + 1 : run.at) : run.at;
      return { ...run, order, heard: run.heard.filter((one) => one !== found), counted: Math.max(0, run.counted - 1), at: moved };
    }
  }
}

/** What comes next of itself: the one behind the current one, or at the gap; what could not be opened is passed over. Null: the queue ends. */
export function nextOf({ order, current, at, faults }: Run): ItemId | null {
  const from = current !== null && order[at] === current ? at + 1 : at;
  return order.slice(from).find((item) => !faults.has(item)) ?? null;
}

/** What comes before: what was heard last where that stood here, else the one before the current one. Null: there is none. */
export function previousOf({ order, at, heard }: Run): { readonly item: ItemId; readonly wasHeard: boolean } | null {
  const last = heard.at(-1);
  if (last && last.at >= at) return { item: last.item, wasHeard: true };
  const before = order[at - 1];
  if (before !== undefined) return { item: before, wasHeard: false };
  return last ? { item: last.item, wasHeard: true } : null;
}

/** Which one of how many, both from 1. What was heard before counts too. */
export interface RunPlace {
  readonly n: number;
  readonly total: number;
}

/** Which one an item of the queue is. */
export const numberInRun = ({ order, counted }: Run, item: ItemId): RunPlace => ({
  n: counted + order.indexOf(item) + 1,
  total: counted + order.length,
});

/** Which one the current one is; null: none of the queue is listened to. */
export const placeInRun = (run: Run): RunPlace | null =>
  run.current !== null && run.order[run.at] === run.current ? numberInRun(run, run.current) : null;
