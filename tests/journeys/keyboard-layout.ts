import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A layout of the X server, and whether it has Latin letters. */
export interface KeyboardLayout {
  readonly name: string;
  readonly variant?: string;
  readonly latin: boolean;
  /** Where it has the comma and the period of another place: they are pressed where they are written. */
  readonly moved?: true;
  /** Where the minus is on a digit's key: the key after the digits is pressed instead. */
  readonly minusOnDigit?: true;
}

/** Layouts that differ in what is shifted, where the letters are, and in the script. */
export const LAYOUTS: readonly KeyboardLayout[] = [
  { name: "fr", latin: true, minusOnDigit: true },
  { name: "de", latin: true },
  { name: "us", variant: "dvorak", latin: true, moved: true },
  { name: "ru", latin: false },
  { name: "ara", latin: false },
];

/** The X server's numbers of the keys, by what a keyboard of the United States has on them. */
const PLACES: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ["1234567890", 10],
    ["qwertyuiop", 24],
    ["asdfghjkl", 38],
    ["zxcvbnm", 52],
  ].flatMap(([row, first]) => [...String(row)].map((key, n) => [key, Number(first) + n] as const)),
);
const COMMA = 59;
const PERIOD = 60;
const AFTER_DIGITS = 20;

/** Sets the layout of the display. */
export async function setLayout({ name, variant }: KeyboardLayout): Promise<void> {
  await promisify(execFile)("setxkbmap", ["-layout", name, "-variant", variant ?? ""]);
}

/**
 * The keys that somebody at this layout presses for a chord as `xdotool` names it: digits, and the pair that goes slower and faster, by their
 * place; letters by what is written on them, by their place where the layout has none that are Latin.
 */
export function fingersFor(chord: string, { latin, moved, minusOnDigit }: KeyboardLayout): string {
  const keys = chord.split("+");
  return keys
    .map((key) => {
      if (/^\d$/.test(key)) return String(PLACES[key]);
      if (key === "minus" && minusOnDigit) return String(AFTER_DIGITS);
      if (moved) return key;
      if (keys.includes("shift") && key === "comma") return String(COMMA);
      if (keys.includes("shift") && key === "period") return String(PERIOD);
      if (latin) return key;
      return key === "comma" ? String(COMMA) : String(PLACES[key] ?? key);
    })
    .join("+");
}
