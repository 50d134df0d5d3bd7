import { type Chord, COMMAND_IDS, COMMANDS, type CommandId, chordsOf } from "../contract/index.ts";
import type { OwnKeys } from "../model/index.ts";
import { chordLabel, plainKey, saidChord, words } from "../words/index.ts";

export { chordsOf, usualChords } from "../contract/index.ts";
export { chordLabel } from "../words/index.ts";

/** What is read of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  getModifierState(name: "AltGraph"): boolean;
}

/** What a layout writes without Shift, by the place of the key (`KeyboardEvent.code`); null: it is not known. */
export type Layout = ReadonlyMap<string, string> | null;

const LATIN = /^[a-z]$/;
const CYPHERS: Readonly<Record<string, string>> = { "=": "Equal", "-": "Minus", ",": "Comma" };

/** The key that a layout without Latin letters has where Latin ones have this letter or sign. */
const codeOf = (name: string): string | undefined => (LATIN.test(name) ? `Key${name.toUpperCase()}` : CYPHERS[name]);

const isSign = (name: string): boolean => [...name].length === 1 && !/\p{L}/u.test(name);
const isForeignLetter = (name: string): boolean => /^\p{L}$/u.test(name) && !/\p{Script=Latin}/u.test(name);

/** Whether a layout is known to have no Latin letters. */
const isForeign = (layout: Layout): boolean => layout !== null && ![...layout.values()].some((sign) => LATIN.test(sign));

/** What the signs at places are that chords name by place, and that a layout may have elsewhere. */
const SIGNS: Readonly<Record<string, string>> = { Comma: ",", Period: "." };

/** Where a layout has what a chord names by its place: a place that has a Latin letter, as on Dvorak's, is that letter's. */
function placeOf(place: string, layout: Layout): string {
  const sign = SIGNS[place];
  if (!layout || sign === undefined || !LATIN.test(layout.get(place) ?? "")) return place;
  return [...layout].find(([, written]) => written === sign)?.[0] ?? place;
}

/** Whether a layout has a sign on the key of a digit, as the French has the minus: there the digit is meant. */
const isOnDigit = (sign: string, layout: Layout): boolean =>
  layout !== null && [...layout].some(([place, written]) => written === sign && place.startsWith("Digit"));

/**
 * Whether a key press is this chord. A minus that is on a digit's key is the key after the digits instead, beside that for larger. Where the chord names a sign, Shift is the layout's business, not the chord's: one layout
 * shifts what another doesn't. AltGraph makes characters and is never a chord's.
 */
export function matches(press: KeyPress, chord: Chord, mac: boolean, layout: Layout = null): boolean {
  if (press.isComposing || press.getModifierState("AltGraph")) return false;
  const ctrl = chord.ctrl === true || (chord.mod === true && !mac);
  const meta = chord.mod === true && mac;
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== (chord.alt === true)) return false;
  const shift = press.shiftKey === (chord.shift === true);
  if (chord.by === "code") return shift && press.code === placeOf(chord.key, layout);
  const name = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (name === chord.key) return shift || (isSign(name) && chord.shift !== true);
  if (chord.key === "-" && press.code === "Minus" && isOnDigit("-", layout)) return shift;
  // With Shift, an Arabic layout has signs where the Latin ones have letters.
  return shift && press.code === codeOf(chord.key) && (isForeignLetter(name) || (LATIN.test(chord.key) && isForeign(layout)));
}

/**
 * The command that a key press asks for, or null. Chords by position come first: a layout that has a sign on a digit's key must
 * not lose the digit's command. What the listener has chosen goes before all that is usual.
 * @param inField whether a text field has the focus
 */
export function commandFor(press: KeyPress, mac: boolean, inField: boolean, own: OwnKeys, layout: Layout = null): CommandId | null {
  const chosen = COMMAND_IDS.filter((command) => Object.hasOwn(own, command));
  const usual = COMMAND_IDS.filter((command) => !Object.hasOwn(own, command));
  for (const commands of [chosen, usual])
    for (const by of ["code", "key"] as const)
      for (const command of commands) {
        if (inField && COMMANDS[command].notInFields) continue;
        if (chordsOf(command, mac, own).some((chord) => chord.by === by && matches(press, chord, mac, layout))) return command;
      }
  return null;
}

const ARIA_KEYS: Readonly<Record<string, string>> = { Comma: ",", Period: ".", "+": "plus", NumpadAdd: "plus", NumpadSubtract: "-" };

/** A command's first chord as `aria-keyshortcuts` wants it (ARIA 1.2), undefined where it has none. */
export function ariaShortcut(command: CommandId, mac: boolean, own: OwnKeys): string | undefined {
  const chord = chordsOf(command, mac, own)[0];
  if (!chord) return undefined;
  const name = ARIA_KEYS[chord.key] ?? plainKey(chord);
  return [
    ...(chord.ctrl || (chord.mod && !mac) ? ["Control"] : []),
    ...(chord.mod && mac ? ["Meta"] : []),
    ...(chord.alt ? ["Alt"] : []),
    ...(chord.shift ? ["Shift"] : []),
    name.length === 1 ? name.toUpperCase() : name,
  ].join("+");
}

/** The first chord of a command as a person reads it, "" where it has none. */
export function labelOfKey(command: CommandId, mac: boolean, own: OwnKeys): string {
  const [chord] = chordsOf(command, mac, own);
  return chord ? chordLabel(chord, mac) : "";
}

/** The first chord of a command as a sentence names it, its name where it has none. `said`: as it is read aloud. */
export function keysOrName(command: CommandId, mac: boolean, own: OwnKeys, said = false): string {
  const [chord] = chordsOf(command, mac, own);
  if (!chord) return words(`command.${command}`);
  return said ? saidChord(chord, mac) : chordLabel(chord, mac);
}

const MODIFIER_KEYS: ReadonlySet<string> = new Set([
  "Control",
  "Shift",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
  "NumLock",
  "Fn",
  "Dead",
  "Process",
]);

/**
 * The chord that a key press is: letters by what they write where that is Latin, function keys by name, the rest by their place. Null for
 * a modifier alone, and for what writes a character with AltGraph.
 */
export function chordOf(press: KeyPress, mac: boolean): Chord | null {
  if (MODIFIER_KEYS.has(press.key) || press.isComposing || press.getModifierState("AltGraph")) return null;
  const letter = press.key.toLowerCase();
  const byKey = LATIN.test(letter) ? letter : press.key.length > 1 ? press.key : null;
  const main = mac ? press.metaKey : press.ctrlKey;
  // The system's own key beside Ctrl is no key of ours where it is not the main one.
  if (!mac && press.metaKey) return null;
  return {
    ...(main ? { mod: true as const } : {}),
    ...(mac && press.ctrlKey ? { ctrl: true as const } : {}),
    ...(press.shiftKey ? { shift: true as const } : {}),
    ...(press.altKey ? { alt: true as const } : {}),
    ...(byKey === null ? { by: "code" as const, key: press.code } : { by: "key" as const, key: byKey }),
  };
}

/** Whether two chords are the same keys. */
export const isSameChord = (one: Chord, other: Chord): boolean =>
  one.by === other.by &&
  one.key === other.key &&
  (["mod", "ctrl", "shift", "alt"] as const).every((name) => (one[name] ?? false) === (other[name] ?? false));

/** The commands whose keys go on acting while they are held. */
const REPEATING: ReadonlySet<CommandId> = new Set([
  "previousSentence",
  "nextSentence",
  "previousParagraph",
  "nextParagraph",
  "previousSection",
  "nextSection",
  "slower",
  "faster",
  "largerText",
  "smallerText",
]);

/** Whether holding the keys of a command repeats it. */
export const repeats = (command: CommandId): boolean => REPEATING.has(command);
