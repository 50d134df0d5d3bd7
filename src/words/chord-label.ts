import type { Chord } from "../model/index.ts";
import { keyName } from "./key-names.ts";
import { leftToRight } from "./left-to-right.ts";

/** The key of a chord without what only code calls it. */
export const plainKey = (chord: Chord): string => chord.key.replace(/^(Digit|Numpad(?=\d)|Key)/, "");

const SHOWN: Readonly<Record<string, string>> = {
  Comma: ",",
  Period: ".",
  "-": "−",
  NumpadAdd: "+",
  NumpadSubtract: "−",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** A chord as a person reads it, in the language of the interface. */
export function chordLabel(chord: Chord, mac: boolean): string {
  const name = keyName(chord.key) ?? SHOWN[chord.key] ?? plainKey(chord);
  const holding = [
    ...(chord.ctrl || (chord.mod && !mac) ? ["Control"] : []),
    ...(chord.mod && mac ? ["Command"] : []),
    ...(chord.alt ? [mac ? "Option" : "Alt"] : []),
    ...(chord.shift ? ["Shift"] : []),
  ];
  return leftToRight([...holding.map((key) => keyName(key) ?? key), name.length === 1 ? name.toUpperCase() : name].join("+"));
}
