import type { ItemId, Taste } from "../model/index.ts";
import type { Opened } from "./reader.ts";

/** How long it takes to hear an item at rate 1, in seconds of a voice of the usual pace. */
export interface ItemLength {
  readonly item: ItemId;
  /** All of it. */
  readonly whole: number;
  /** Headline and lead. */
  readonly lead: number;
  /** True: counted on the very script that would be read, because its article is kept. False: estimated from the words that its feed tells of. */
  readonly measured: boolean;
}

/** How far making items ready for offline is. */
export interface ReadyProgress {
  /** How many were looked at, of all. */
  readonly done: number;
  readonly all: number;
  /** How many of them are there without a network. */
  readonly ready: number;
  /** The one that was looked at last, null: none was. */
  readonly item: ItemId | null;
  /** There is no network: it ends here. */
  readonly isOffline: boolean;
}

/** What a window asks of the host to listen through a queue. */
export interface QueueReader {
  /**
   * Makes an article of an item ready to be listened to, and marks nothing: neither as read nor as the last opened. One that is kept is
   * taken as it is kept. `network` false: of what the feed gave of it, at once; such an article is not kept, and gone when the host ends.
   * @throws Failure `not-found`; as `open`
   */
  prepareItem(input: { readonly item: ItemId; readonly network: boolean }, signal?: AbortSignal): Promise<Opened>;
  /**
   * Fetches the articles of items, with their pictures where the listener keeps those, so that they are there without a network. Ending
   * the stream ends it. @throws Failure `storage`
   */
  makeReady(input: { readonly items: readonly ItemId[] }, signal?: AbortSignal): AsyncIterable<ReadyProgress>;
  /** How long items are, in their order; those that are not there any more are left out. */
  lengths(input: { readonly items: readonly ItemId[]; readonly taste: Taste }, signal?: AbortSignal): Promise<readonly ItemLength[]>;
}
