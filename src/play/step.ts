import { type Failure, type Script, spokenText } from "../model/index.ts";
import { cutLane, type Join, laneEnd, type Point, pointAt, type Segment, saidAt, unheard } from "./lane.ts";
import { isAllHeard, type PlayerState } from "./player-state.ts";
import { isTile, type SkipUnit, skipTarget, startsUnit } from "./units.ts";

/** What can happen to a player. `heard` is the sink's at that moment: seconds of sound. */
export type PlayerEvent = { readonly heard: number } & (
  | { readonly kind: "load"; readonly script: Script; readonly utterance: number }
  /** `exact`: from this second of the sink on a cut is exact. */
  | { readonly kind: "extend"; readonly script: Script; readonly from: number; readonly exact: number }
  | { readonly kind: "play" | "pause" | "stop" | "repeat" | "halt" }
  | { readonly kind: "playFrom"; readonly utterance: number; readonly offset: number }
  | { readonly kind: "skip"; readonly unit: SkipUnit; readonly direction: 1 | -1 }
  | { readonly kind: "setRate"; readonly rate: number }
  | { readonly kind: "setVoices" }
  /** Time has passed. */
  | { readonly kind: "time" }
  /** Speech was put into the sink behind the lane; the same `start` as the last segment's: it has grown. */
  | { readonly kind: "laid"; readonly segment: Segment }
  /** The utterance that was to be laid lies there wholly. */
  | { readonly kind: "said"; readonly utterance: number }
  /** The rest in a new rate or voice is ready: it takes over here. */
  | { readonly kind: "join"; readonly join: Join }
  | { readonly kind: "speechFailed" | "soundFailed"; readonly failure: Failure }
);

/** Up to here "previous" goes back to the unit before, later it says the present one again: seconds. Firefox Narrate has the same. */
const GOES_BACK = 2;
/** How often an engine that failed is asked again: its process may just be starting anew. */
export const TRIES = 3;
/** Letters a second at rate 1, for a first idea of how long a text takes: 165 words a minute of 5.5 letters and a space (guess). */
export const LETTERS_PER_SECOND = 18;

/** The next state of the player. Pure: the conductor makes the world follow. */
export function step(before: PlayerState, event: PlayerEvent): PlayerState {
  const state = passTime(before, event.heard);
  switch (event.kind) {
    case "time":
      return state;
    case "load":
      return load(state, event.script, event.utterance);
    case "extend":
      return extend(state, event);
    case "play":
      return play(state);
    case "pause":
      return state.phase === "ended" ? state : { ...state, sounding: false, halting: null };
    case "halt":
      return state.phase === "reading" && state.sounding ? halt({ ...state, halting: state.point.utterance }, event.heard) : state;
    case "stop":
      return state.phase === "reading" ? jump(state, startOf(state.point.utterance), false) : state;
    case "repeat":
      return hasText(state) ? jump(state, startOf(state.point.utterance), true) : state;
    case "playFrom":
      return hasText(state) ? jump(state, wordAt(state, event.utterance, event.offset), true) : state;
    case "skip":
      return hasText(state) ? skip(state, event.unit, event.direction) : state;
    case "setRate":
      return event.rate === state.rate ? state : revoice({ ...state, rate: event.rate });
    case "setVoices":
      return revoice(state);
    case "laid":
      return lay(state, event.segment);
    case "said":
      return { ...state, next: followingOf(state, event.utterance), tries: 0 };
    case "join":
      return exchange(state, event.join);
    case "speechFailed":
      return retry(state, event.failure);
    case "soundFailed":
      return fail(state, event.failure);
  }
}

const startOf = (utterance: number): Point => ({ utterance, offset: 0, time: 0 });
const hasText = (state: PlayerState): boolean => state.script.utterances.length > 0;

/** What follows an utterance, null at the end. */
const followingOf = (state: PlayerState, utterance: number): Point | null =>
  utterance + 1 < state.script.utterances.length ? startOf(utterance + 1) : null;

function passTime(state: PlayerState, heard: number): PlayerState {
  if (state.phase !== "reading") return state;
  if (state.next === null && state.sounding && isAllHeard(state, heard)) {
    return { ...state, phase: "ended", point: pointAt(state.lane, heard) ?? state.point, lane: [], halting: null };
  }
  const lane = unheard(state.lane, heard);
  const point = pointAt(lane, heard) ?? state.point;
  const isSame = point.utterance === state.point.utterance && point.offset === state.point.offset && point.time === state.point.time;
  return halt(isSame && lane === state.lane ? state : { ...state, point, lane }, heard);
}

/** Pauses at the start of the next utterance, when the one that was to be said to its end is. After the last comes the end anyway. */
function halt(state: PlayerState, heard: number): PlayerState {
  const { halting, lane, script, point } = state;
  if (halting === null || !state.sounding || halting + 1 >= script.utterances.length) return state;
  const end = saidAt(lane, halting);
  const isSaid = point.utterance > halting || (end !== null && heard >= end);
  if (!isSaid) return state;
  return { ...jump(state, startOf(Math.max(point.utterance, halting + 1)), false), halts: state.halts + 1 };
}

/** Drops what lies in the sink and goes on elsewhere. */
const jump = (state: PlayerState, point: Point, sounding: boolean): PlayerState => ({
  ...state,
  phase: "reading",
  sounding,
  failure: null,
  point,
  lane: [],
  next: point,
  cut: { count: state.cut.count + 1, at: 0 },
  tries: 0,
  halting: null,
});

function load(state: PlayerState, script: Script, utterance: number): PlayerState {
  const loaded = jump({ ...state, script }, startOf(clampUtterance(script, utterance)), false);
  return hasText(loaded) ? loaded : { ...loaded, phase: "idle", next: null };
}

/** What lies in the sink of the old script's end goes, and the new one's follows; what is about to sound is not waited for. */
function extend(before: PlayerState, { script, from, exact }: PlayerEvent & { readonly kind: "extend" }): PlayerState {
  const state = { ...before, script };
  if (state.phase === "idle" || from >= script.utterances.length) return state;
  if (state.phase === "ended" || state.phase === "failed" || state.point.utterance >= from)
    return jump(state, startOf(from), state.sounding);
  const replaced = state.lane.find((segment) => segment.utterance >= from);
  if (replaced && replaced.start < exact) return jump(state, startOf(from), state.sounding);
  const at = replaced?.start ?? laneEnd(state.lane) ?? 0;
  const isLaid = state.next === null || state.next.utterance >= from;
  if (!isLaid) return state;
  return { ...state, lane: cutLane(state.lane, at), next: startOf(from), cut: { count: state.cut.count + 1, at }, tries: 0 };
}

const clampUtterance = (script: Script, utterance: number): number =>
  Math.max(0, Math.min(Math.trunc(utterance), script.utterances.length - 1));

function play(state: PlayerState): PlayerState {
  if (state.phase === "ended") return jump(state, startOf(0), true);
  if (state.phase === "failed") return jump(state, state.point, true);
  return state.phase === "reading" ? { ...state, sounding: true } : state;
}

function skip(state: PlayerState, unit: SkipUnit, direction: 1 | -1): PlayerState {
  const { script, point } = state;
  const hasEnded = state.phase === "ended";
  const from = hasEnded ? script.utterances.length : point.utterance;
  const isLate = !hasEnded && direction === -1 && point.time > GOES_BACK && startsUnit(script, from, unit);
  const target = isLate ? from : skipTarget(script, from, unit, direction);
  if (target !== null) return jump(state, startOf(target), state.sounding);
  if (!isTile(unit) || hasEnded) return state;
  if (direction === -1) return jump(state, startOf(0), state.sounding);
  const last = startOf(script.utterances.length - 1);
  return { ...jump(state, last, state.sounding), phase: "ended", next: null };
}

/** The word at an offset of an utterance: its start. Words are parted by spaces and by pieces. */
function wordAt(state: PlayerState, wanted: number, offset: number): Point {
  const number = clampUtterance(state.script, wanted);
  const utterance = state.script.utterances[number];
  if (!utterance || offset <= 0) return startOf(number);
  const text = spokenText(utterance);
  if (offset >= text.trimEnd().length) return startOf(number);
  let pieceStart = 0;
  for (const { spoken } of utterance.pieces) {
    if (pieceStart + spoken.length > offset) break;
    pieceStart += spoken.length;
  }
  const spaces = text.slice(pieceStart, offset).match(/^[\s\S]*\s/)?.[0].length ?? 0;
  const word = pieceStart + spaces;
  const start = word + (text.slice(word).match(/^\s*/)?.[0].length ?? 0);
  return { utterance: number, offset: start, time: start / LETTERS_PER_SECOND / state.rate };
}

const revoice = (state: PlayerState): PlayerState => ({ ...state, voicing: state.voicing + 1 });

function lay(state: PlayerState, segment: Segment): PlayerState {
  const last = state.lane.at(-1);
  const lane = last?.start === segment.start && last.utterance === segment.utterance ? state.lane.slice(0, -1) : state.lane;
  return { ...state, lane: [...lane, segment] };
}

const exchange = (state: PlayerState, join: Join): PlayerState => ({
  ...state,
  lane: cutLane(state.lane, join.at),
  next: join.point,
  cut: { count: state.cut.count + 1, at: join.at },
  tries: 0,
});

/** Asks again from the last word that is not known to lie in the sink as a whole, or gives up. */
function retry(state: PlayerState, failure: Failure): PlayerState {
  if (failure.code !== "engine" || state.tries >= TRIES) return fail(state, failure);
  const tries = state.tries + 1;
  const count = state.cut.count + 1;
  const last = state.lane.at(-1);
  if (!last || last.whole || last.utterance !== state.next?.utterance)
    return { ...state, tries, cut: { count, at: laneEnd(state.lane) ?? 0 } };
  const word = last.marks.at(-1);
  const at = word?.at ?? last.start;
  const point = { utterance: last.utterance, offset: word?.offset ?? last.offset, time: last.base + at - last.start };
  return { ...state, tries, lane: cutLane(state.lane, at), next: point, cut: { count, at } };
}

const fail = (state: PlayerState, failure: Failure): PlayerState => ({
  ...state,
  phase: "failed",
  sounding: false,
  failure,
  lane: [],
  next: null,
  cut: { count: state.cut.count + 1, at: 0 },
});
