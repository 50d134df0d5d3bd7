import { words } from "../../words/index.ts";

/** A length of time as it is said: over an hour in hours and minutes. @param minutes whole ones */
export const lengthOf = (minutes: number): string => words("terminal.length", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });

/** The same to the second. */
export function lengthToTheSecond(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return words("terminal.length-seconds", { hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: whole % 60 });
}
