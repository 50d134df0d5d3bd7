export { type Clock, timerClock } from "./clock.ts";
export { createPlayer } from "./conductor.ts";
export type { Player, PlayerOptions } from "./player.ts";
export { placeOf, type SkipUnit, skipTarget, utteranceAt } from "./units.ts";
