/** Time as the player sees it: the page's, the terminal's or a test's. */
export interface Clock {
  /** Seconds, from any origin; never goes back. */
  now(): number;
  /** Calls `run` once, `seconds` from now. Returns what cancels it. */
  after(seconds: number, run: () => void): () => void;
}

/**
 * A clock that runs on the timers of the room. `now` gives seconds: `performance.now() / 1000` in a page and in Node.
 */
export const timerClock = (now: () => number): Clock => ({
  now,
  after(seconds, run) {
    const timer = setTimeout(run, Math.max(0, seconds) * 1000);
    return () => clearTimeout(timer);
  },
});
