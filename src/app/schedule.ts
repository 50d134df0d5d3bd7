import type { Line, RefreshHold, RefreshSettings } from "../model/index.ts";

/** Seconds after the start before the first round: the page, and what the listener does first, come first (guess). */
export const AFTER_START = 10;
/** Seconds after the computer slept before a round: the line needs some to come back (guess). */
export const AFTER_SLEEP = 30;
/** Seconds after a round that reached nobody: shorter than any interval, so that a line that is back is found (guess). */
export const AFTER_LOST = 300;

/** What is known of the moment when it is asked whether a round should begin. Times in seconds since 1970. */
export interface Occasion {
  readonly now: number;
  /** When Lectern started. */
  readonly started: number;
  /** When the computer last woke up, null: not since. */
  readonly woke: number | null;
  /** When the last round began, also before Lectern started; null: never. */
  readonly last: number | null;
  /** The last round reached no site at all. */
  readonly lost: boolean;
  readonly settings: RefreshSettings;
  readonly line: Line;
  /** Null: not known. */
  readonly onBattery: boolean | null;
}

/** Why no round begins by itself, null: nothing hinders it. What is not known hinders nothing. */
export function holdOf({ settings, line, onBattery }: Pick<Occasion, "settings" | "line" | "onBattery">): RefreshHold | null {
  return settings.refreshTime === "off" ? "off" : hindranceOf({ settings, line, onBattery });
}

/** Why nothing is fetched now that nobody waits for, whenever news is looked for; null: nothing hinders it. */
export function hindranceOf({
  settings,
  line,
  onBattery,
}: Pick<Occasion, "settings" | "line" | "onBattery">): Exclude<RefreshHold, "off"> | null {
  if (!line.online) return "offline";
  if (onBattery && !settings.refreshOnBattery) return "battery";
  if (isMetered(settings, line) && !settings.refreshOnMetered) return "metered";
  return null;
}

/** Whether the line costs by amount: what the listener says goes before what the system does. */
export const isMetered = ({ lineCost }: Pick<RefreshSettings, "lineCost">, { metered }: Line): boolean =>
  lineCost === "system" ? metered === true : lineCost === "metered";

/** Whether a round should begin now. A clock that was put back does not keep it waiting for the time to come again. */
export function isRoundDue(occasion: Occasion): boolean {
  const { now, started, woke, last, lost, settings } = occasion;
  if (holdOf(occasion) !== null) return false;
  if (now - started < AFTER_START && now >= started) return false;
  if (woke !== null && now - woke < AFTER_SLEEP && now >= woke) return false;
  if (last === null || last > now) return true;
  if (lost && now - last >= AFTER_LOST) return true;
  if (settings.refreshTime === "start") return last < started;
  return now - last >= Number(settings.refreshTime) * 60;
}
