/** A key chord. `Mod` is Ctrl, on macOS Cmd. Named as in `KeyboardEvent.code` where `by` is code, else as in `key`. */
export interface Chord {
  readonly mod?: true;
  readonly ctrl?: true;
  readonly shift?: true;
  readonly alt?: true;
  readonly by: "code" | "key";
  readonly key: string;
}

/** The listener's own keys, by the name of a command: instead of those that it has. No chord: it has none. */
export type OwnKeys = Readonly<Record<string, readonly Chord[]>>;

/** More than anybody sets (guess). */
const MOST = { commands: 300, chords: 5, name: 40 };
const MODIFIERS = ["mod", "ctrl", "shift", "alt"] as const;

function isChord(value: unknown): value is Chord {
  if (typeof value !== "object" || value === null) return false;
  const { by, key, ...modifiers } = value as Record<string, unknown>;
  if ((by !== "code" && by !== "key") || typeof key !== "string" || key === "" || key.length > MOST.name) return false;
  return Object.entries(modifiers).every(([name, held]) => MODIFIERS.some((known) => known === name) && held === true);
}

/** Whether a value can be somebody's own keys. */
export const isOwnKeys = (value: unknown): value is OwnKeys =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= MOST.commands &&
  Object.entries(value).every(
    ([name, chords]) =>
      /^[a-z][A-Za-z]*$/.test(name) &&
      name.length <= MOST.name &&
      Array.isArray(chords) &&
      chords.length <= MOST.chords &&
      chords.every(isChord),
  );
