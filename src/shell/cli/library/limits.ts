/** How much is shown where nobody says how much, lines: what can be gone through at once (guess). */
export const USUAL = 50;
/** Most that is shown at a time. */
export const MOST = 100_000;
