import { type Failure, locate, type Moment, type Script } from "../model/index.ts";
import { type Lane, laneEnd, type Point, pointAt } from "./lane.ts";

/** Everything that the player knows. Only `step` makes a new one. */
export interface PlayerState {
  readonly script: Script;
  /** `reading`: playing, loading or paused, see `sounding`. */
  readonly phase: "idle" | "reading" | "ended" | "failed";
  /** Whether the listener wants sound. Kept while `ended`, so that a skip back goes on sounding. */
  readonly sounding: boolean;
  readonly failure: Failure | null;
  /** What sounds or sounded last, or what will sound first. */
  readonly point: Point;
  /** What lies in the sink, from what sounds on. */
  readonly lane: Lane;
  /** What is to be laid behind the lane, null: all of the script is laid. */
  readonly next: Point | null;
  /** The last cut that was ordered: how many there were, and the second of the sink (0: at once). */
  readonly cut: { readonly count: number; readonly at: number };
  readonly rate: number;
  /** Counts the choices of rate and voice: speech of an earlier one is exchanged. */
  readonly voicing: number;
  /** How often in a row the engine failed at this utterance. */
  readonly tries: number;
  /** The utterance after which it pauses, null: none. */
  readonly halting: number | null;
  /** How often it did. */
  readonly halts: number;
}

/** The player before anything is loaded. */
export const initialState = (rate: number): PlayerState => ({
  script: { article: "" as Script["article"], utterances: [] },
  phase: "idle",
  sounding: false,
  failure: null,
  point: { utterance: 0, offset: 0, time: 0 },
  lane: [],
  next: null,
  cut: { count: 0, at: 0 },
  rate,
  voicing: 0,
  tries: 0,
  halting: null,
  halts: 0,
});

/**
 * How much of the end may be unheard for the whole to count as heard, seconds: far below what can be told by ear, above what the
 * rounding of samples to seconds leaves.
 */
const HEARD_WHOLLY = 0.001;

/** Whether nothing that lies in the sink is still to be heard. */
export const isAllHeard = ({ lane }: PlayerState, heard: number): boolean => heard >= (laneEnd(lane) ?? 0) - HEARD_WHOLLY;

/** What sounds, as the world may know it. */
export function momentOf(state: PlayerState, heard: number): Moment {
  const { phase, lane, script, failure } = state;
  if (phase === "idle" || phase === "ended") return { state: phase };
  if (phase === "failed" && failure) return { state: "failed", failure };
  const point = pointAt(lane, heard) ?? state.point;
  if (state.sounding && isAllHeard(state, heard)) {
    return state.next ? { state: "loading", utterance: state.next.utterance } : { state: "ended" };
  }
  const utterance = script.utterances[point.utterance];
  return {
    state: state.sounding ? "playing" : "paused",
    utterance: point.utterance,
    time: point.time,
    at: utterance ? locate(utterance, { start: point.offset }) : null,
  };
}

/** Whether a listener has to be told: another state, utterance, word or failure. Time alone passes silently. */
export function isSameMoment(one: Moment, other: Moment): boolean {
  if (one.state !== other.state) return false;
  if (one.state === "failed") return other.state === "failed" && one.failure === other.failure;
  if (one.state === "loading") return other.state === "loading" && one.utterance === other.utterance;
  if (one.state === "idle" || one.state === "ended") return true;
  if (other.state !== "playing" && other.state !== "paused") return false;
  const same =
    one.at === other.at || (one.at?.block === other.at?.block && one.at?.start === other.at?.start && one.at?.end === other.at?.end);
  return one.utterance === other.utterance && same;
}
