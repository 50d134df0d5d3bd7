/** How often a part may die before it is given time: five times in a minute is no accident any more (guess). */
const MOST_DEATHS = 5;
const WITHIN = 60_000;
/** How long it is given then, milliseconds. */
const PAUSE = 10_000;

/** Decides how soon a part that died is started again. */
export interface Restarts {
  /** It died at `now` (milliseconds): how long to wait before it is started again; 0 is at once. */
  died(now: number): number;
}

/** Counts the deaths of one part. */
export function createRestarts(): Restarts {
  let deaths: number[] = [];
  return {
    died(now) {
      deaths = [...deaths.filter((then) => now - then < WITHIN), now];
      return deaths.length > MOST_DEATHS ? PAUSE : 0;
    },
  };
}
