import { plainDigits } from "../../words/index.ts";

/** Hours, minutes and seconds as players show them: colons, or points, or letters. */
const TIME = /^(?:(\d{1,3})\s*[:.h]\s*)?(\d{1,4})\s*[:.m]\s*(\d{1,2})\s*s?$/i;
/** Minutes alone. */
const MINUTES = /^(\d{1,4})\s*m?$/i;

/** The seconds of a time as a player shows it: 12:31, 1:02:03, or 12 for minutes; null where it is none. Digits of any script. */
export function secondsOf(text: string): number | null {
  const plain = plainDigits(text.trim()).replaceAll("：", ":").replaceAll("٫", ".");
  const alone = MINUTES.exec(plain)?.[1];
  if (alone !== undefined) return Number(alone) * 60;
  const [found, hours, minutes, seconds] = TIME.exec(plain) ?? [];
  if (found === undefined || Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
}
