import type { ItemId, ReadyState } from "../model/index.ts";

/**
 * What a window can ask of what is kept ready for offline. What is wished for is set at feeds (`changeFeed`) and in the settings; the work
 * goes on by itself, and `watchNews` tells that something of it has changed.
 */
export interface ReadyReader {
  readiness(input: Record<never, never>, signal?: AbortSignal): Promise<ReadyState>;
  /** Those that are wished for and can't be had, in the order of the wish. */
  lostReady(input: Record<never, never>, signal?: AbortSignal): Promise<readonly ItemId[]>;
  /**
   * Gets ready now what is wished for, also on battery and on a line that costs by amount, and tells how far it is until nothing more can
   * be done. Ending the stream ends it, unless it was going on before. @throws Failure `storage`
   */
  getReady(input: Record<never, never>, signal?: AbortSignal): AsyncIterable<ReadyState>;
}
