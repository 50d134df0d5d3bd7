import { spokenText } from "../model/index.ts";
import type { Point } from "./lane.ts";
import type { PlayerState } from "./player-state.ts";
import { LETTERS_PER_SECOND } from "./step.ts";
import { type SkipUnit, skipTarget } from "./units.ts";

/** How far speech is made ahead of the ear: at least so many sentences, and so many seconds. A guess; eSpeak NG needs 0.04 s for each. */
const SENTENCES_AHEAD = 2;
const SECONDS_AHEAD = 8;
/** A script with many empty or tiny utterances doesn't make the look-ahead longer than this. */
const MOST_AHEAD = 40;
/** Where a skip may go: made last, when nothing else is to be done. */
const LIKELY: readonly (readonly [SkipUnit, 1 | -1])[] = [
  ["paragraph", 1],
  ["paragraph", -1],
  ["section", 1],
  ["section", -1],
];

/**
 * The points whose speech is wanted now, the most urgent first: what is laid now, what follows it, the present and the previous
 * sentence from their starts, the likely targets of a skip. `seconds`: how long an utterance takes, where it is known.
 */
export function wantedPoints(state: PlayerState, seconds: (utterance: number) => number | null): readonly Point[] {
  const { script, point, next, rate } = state;
  if (state.phase === "idle") return [];
  const from = state.phase === "ended" ? 0 : point.utterance;
  const ahead: number[] = [];
  let time = 0;
  for (let n = from + 1; n < script.utterances.length && ahead.length < MOST_AHEAD; n += 1) {
    if (ahead.length >= SENTENCES_AHEAD && time >= SECONDS_AHEAD) break;
    const utterance = script.utterances[n];
    ahead.push(n);
    time += seconds(n) ?? (utterance ? spokenText(utterance).length : 0) / LETTERS_PER_SECOND / rate;
  }
  const likely = LIKELY.flatMap(([unit, direction]) => skipTarget(script, from, unit, direction) ?? []);
  const starts = [...ahead, from, from - 1, ...likely].filter((n) => n >= 0 && n < script.utterances.length);
  const points = starts.map((utterance) => ({ utterance, offset: 0, time: 0 }));
  return next ? [next, ...points] : points;
}
