import type { ItemLength } from "../../contract/index.ts";
import type { FailureCode, ItemId, NewsItem } from "../../model/index.ts";
import { secondsLeft } from "../../play/index.ts";
import type { WindowState } from "../state.ts";
import { BETWEEN } from "./plan.ts";

/** The queue, as the page shows it. */
export interface QueueState {
  /** In its order; null: not known yet. */
  readonly items: readonly NewsItem[] | null;
  /** How long they are, as far as that is known. */
  readonly lengths: ReadonlyMap<ItemId, ItemLength>;
  /** What is listened to of it, and which one of how many. */
  readonly current: ItemId | null;
  readonly place: { readonly n: number; readonly total: number } | null;
  /** What could not be opened, and why. */
  readonly faults: ReadonlyMap<ItemId, FailureCode>;
  /** The headline of what was heard to its end last, and can be put back; null: nothing can. */
  readonly heard: string | null;
}

/** Before the host was asked. */
export const UNKNOWN_QUEUE: QueueState = { items: null, lengths: new Map(), current: null, place: null, faults: new Map(), heard: null };

/**
 * About how many minutes the queue takes at the listener's speed: of the one that is listened to, what is left of it. Measured on the scripts
 * of what is kept, estimated from the words that feeds tell of where nothing is (see `ItemLength`); both at the pace of the embedded voice.
 */
export function queueMinutes({ queue, reading, utterance, settings, sound }: WindowState): number {
  const items = queue.items ?? [];
  if (items.length === 0) return 0;
  const seconds = items.map(({ id }) => {
    if (id !== queue.current || !reading) return queue.lengths.get(id)?.whole ?? 0;
    return sound === "ended" ? 0 : secondsLeft(reading.script, utterance, 1);
  });
  const sum = seconds.reduce((total, one) => total + one, 0) + BETWEEN * (items.length - 1);
  return Math.max(1, Math.ceil(sum / settings.rate / 60));
}
