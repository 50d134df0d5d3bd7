import type { Chord } from "../../contract/index.ts";

/** Why a chord is no good for a command. */
export type Clash = "bare" | "reader" | "system" | "editing" | "moving";

const FUNCTION_KEY = /^F([1-9]|1[0-9]|2[0-4])$/;
const ARROW = /^Arrow/;
/** What edit fields and lists do with Ctrl (Cmd) and a letter. */
const EDITING: ReadonlySet<string> = new Set(["a", "c", "v", "x", "y", "z"]);
const MOVING: ReadonlySet<string> = new Set([
  "Tab",
  "Enter",
  "Escape",
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "Backspace",
  "Delete",
  " ",
  "Space",
]);
/** What Orca, NVDA and JAWS take with Ctrl and Shift, or alone. */
const READER_CTRL_SHIFT: ReadonlySet<string> = new Set(["k", "u"]);

/**
 * Why screen readers, the system or the page itself need a chord; null: nothing known does. A bare letter, digit or sign is eaten in
 * browse mode by every screen reader; chords with Ctrl+Alt are Orca's and NVDA's table commands and the desktop's; Alt+Shift changes the
 * keyboard layout. Sources: the command lists of Orca 43, NVDA 2024 and JAWS 2024, and what was heard with Orca.
 */
export function clashOf(chord: Chord, mac: boolean): Clash | null {
  const { mod, ctrl, shift, alt, key } = chord;
  const isFunction = FUNCTION_KEY.test(key);
  const held = mod || ctrl || alt;
  if (!held && MOVING.has(key)) return "moving";
  if (!held && ARROW.test(key)) return "moving";
  if (!held && !isFunction && !/^(Media|Browser)/.test(key)) return "bare";
  if (mac && (ctrl || false) && alt) return "reader";
  if (!mac && mod && alt) return "reader";
  if (alt && shift && !isFunction) return "reader";
  if (mod && ARROW.test(key) && !alt && !ctrl) return "moving";
  if (!mac && alt && (key === "ArrowUp" || key === "ArrowDown")) return "moving";
  if (mod && shift && (READER_CTRL_SHIFT.has(key) || /^Digit\d$/.test(key))) return "reader";
  if (mod && !shift && !alt && EDITING.has(key)) return "editing";
  if (/^(Bracket|Space)/.test(key) || key === " ") return "reader";
  if ((alt && (key === "Tab" || key === "F4" || key === "Escape")) || (mod && (key === "Escape" || key === "Tab"))) return "system";
  if (mac && mod && ["q", "h", "m"].includes(key) && !shift) return "system";
  if (mac && mod && key === "F5") return "reader";
  return null;
}
