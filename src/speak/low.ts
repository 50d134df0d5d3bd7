import { setPriority } from "node:os";

/** How much others go before, as `nice` counts it. */
const NICE = 10;

/**
 * Lets everybody else's work go before that of this thread. Only Linux counts threads one by one; elsewhere all of the process would step
 * back, and with it who reads aloud.
 */
export function beLow(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(NICE);
  } catch {
    // Not allowed here: then it is as everybody.
  }
}

/**
 * The limits of a thread that makes sound: what lies about in it is short-lived, and large. With V8's own a thread grew by 30 MB, and was no
 * quicker (measured).
 */
export const SOUND_LIMITS = { maxYoungGenerationSizeMb: 4 } as const;
