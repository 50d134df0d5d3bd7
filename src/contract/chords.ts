import type { OwnKeys } from "../model/index.ts";
import { type Chord, COMMANDS, type CommandId } from "./commands.ts";

/** The chords that a command has at first on this system. */
export const usualChords = (command: CommandId, mac: boolean): readonly Chord[] =>
  (mac ? COMMANDS[command].mac : undefined) ?? COMMANDS[command].keys;

/** The chords of a command: the listener's own, else the usual ones. */
export const chordsOf = (command: CommandId, mac: boolean, own: OwnKeys): readonly Chord[] =>
  Object.hasOwn(own, command) ? (own[command] ?? []) : usualChords(command, mac);
