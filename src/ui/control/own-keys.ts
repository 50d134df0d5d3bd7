import { type Chord, COMMAND_IDS, type CommandId } from "../../contract/index.ts";
import type { OwnKeys } from "../../model/index.ts";
import { chordsOf, isSameChord, usualChords } from "../keys.ts";

/** The command that has a chord, null where none has. */
export const ownerOf = (chord: Chord, mac: boolean, own: OwnKeys): CommandId | null =>
  COMMAND_IDS.find((id) => chordsOf(id, mac, own).some((one) => isSameChord(one, chord) || isSameKey(one, chord))) ?? null;

/** Whether a letter's chord and that of its place are pressed alike on the usual keyboard. */
function isSameKey(one: Chord, other: Chord): boolean {
  const place = (chord: Chord): Chord =>
    chord.by === "key" && /^[a-z]$/.test(chord.key) ? { ...chord, by: "code", key: `Key${chord.key.toUpperCase()}` } : chord;
  return isSameChord(place(one), place(other));
}

const without = (own: OwnKeys, command: CommandId): OwnKeys => Object.fromEntries(Object.entries(own).filter(([name]) => name !== command));

/** Gives a command one chord, and takes it from the one that has it. */
export function assign(command: CommandId, chord: Chord, mac: boolean, own: OwnKeys): OwnKeys {
  const owner = ownerOf(chord, mac, own);
  const taken =
    owner && owner !== command
      ? { ...own, [owner]: chordsOf(owner, mac, own).filter((one) => !isSameChord(one, chord) && !isSameKey(one, chord)) }
      : own;
  return { ...taken, [command]: [chord] };
}

/** Leaves a command without keys. */
export const unassign = (command: CommandId, own: OwnKeys): OwnKeys => ({ ...own, [command]: [] });

/**
 * Gives a command its first keys again, and takes them from those that got them meanwhile: what was given away and comes back is the same
 * for all.
 */
export function restore(command: CommandId, mac: boolean, own: OwnKeys): OwnKeys {
  let left = without(own, command);
  for (const chord of usualChords(command, mac)) {
    const owner = COMMAND_IDS.find((id) => id !== command && chordsOf(id, mac, left).some((one) => isSameChord(one, chord)));
    if (owner) left = { ...left, [owner]: chordsOf(owner, mac, left).filter((one) => !isSameChord(one, chord)) };
  }
  return left;
}
