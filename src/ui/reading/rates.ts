import { RATE } from "../../model/index.ts";

/** The rates that slower and faster step through: fine where a step is heard most, coarse where it is not (guess). */
export const RATES: readonly number[] = (() => {
  const found: number[] = [];
  for (let tenth = RATE.lowest * 10; tenth < 20; tenth += 1) found.push(tenth / 10);
  for (let rate = 2; rate < 4; rate += 0.25) found.push(rate);
  for (let rate = 4; rate <= RATE.highest; rate += 0.5) found.push(rate);
  return found;
})();

/** The next of some ascending steps in a direction; the last one where there is none further. */
export function step(steps: readonly number[], from: number, direction: 1 | -1): number {
  const further = direction === 1 ? steps.find((value) => value > from) : steps.findLast((value) => value < from);
  return further ?? steps.at(direction === 1 ? -1 : 0) ?? from;
}
