import breakingUrl from "../../../assets/sounds/breaking.wav?url";
import type { Cue } from "../../play/index.ts";
import { readCue } from "./cues.ts";

let loading: Promise<Cue | null> | null = null;

/** The sound before breaking news, loaded when it is first needed; null where it can't be. */
export function breakingCue(): Promise<Cue | null> {
  loading ??= readCue(breakingUrl).catch(() => null);
  return loading;
}
