import type { ShareState } from "../model/index.ts";

/** What a window can ask of the folder by which places and settings travel. */
export interface ShareReader {
  shareState(input: Record<never, never>, signal?: AbortSignal): Promise<ShareState>;
  /**
   * Shares places and settings by files in this folder from now on; null: no more, and the files stay. Who comes to a folder that others
   * share takes their settings. @throws Failure `bad-input` for what is no folder, `storage`
   */
  shareIn(input: { readonly folder: string | null }, signal?: AbortSignal): Promise<ShareState>;
  /**
   * Looks at the folder now: of each setting and place the newest is everybody's. How many were taken over.
   * @throws Failure `not-found` where none is shared, `storage`
   */
  shareNow(input: Record<never, never>, signal?: AbortSignal): Promise<{ readonly settings: number; readonly places: number }>;
}
