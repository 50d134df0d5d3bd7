export { type Clock, timerClock } from "./clock.ts";
export { createPlayer } from "./conductor.ts";
export { createFallbackSink, type FallbackSink } from "./fallback-sink.ts";
export type { Cue, Manner, Timbre } from "./manner.ts";
export type { Player, PlayerOptions } from "./player.ts";
export { createPlayhead, type Playhead } from "./playhead.ts";
export { type Resumption, resumption } from "./resume.ts";
export { createSilentSink } from "./silent-sink.ts";
export { placeOf, type SkipUnit, skipTarget, utteranceAt } from "./units.ts";
