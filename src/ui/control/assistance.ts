import type { Desktop } from "../../contract/index.ts";

/** How often it is asked, milliseconds. */
const STEP = 100;
/**
 * How long a screen reader that is running may take to find a new window, milliseconds: Orca 43 took up to 0.8 s on two busy cores.
 * The first question is spoken by Lectern only when none was found by then.
 */
const PATIENCE = 1200;
/** When it is looked again for one that was started later, milliseconds after the start. */
const LATER = [2_000, 5_000, 15_000];

const asks = (desktop: Desktop): Promise<boolean> => desktop.assisted().catch(() => false);

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether a screen reader is running: waits a little for one that has not yet found the window. */
export async function findAssistance(desktop: Desktop): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    if (await asks(desktop)) return true;
    await wait(STEP);
  }
  return false;
}

/** Tells of a screen reader that comes later, and whenever the window gets the focus. */
export function watchAssistance(desktop: Desktop, tell: (found: boolean) => void): void {
  const look = (): void => void asks(desktop).then(tell);
  for (const delay of LATER) setTimeout(look, delay);
  addEventListener("focus", look);
}
