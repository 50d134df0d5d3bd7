import { describe, expect, it } from "vitest";
import { COMMAND_IDS, COMMANDS } from "../../../src/contract/index.ts";
import { usualChords } from "../../../src/ui/keys.ts";
import { clashOf } from "../../../src/ui/reading/clashes.ts";

describe("chords that others need", () => {
  it.each([
    ["a bare letter", { by: "key", key: "j" }, "bare"],
    ["a bare digit", { by: "code", key: "Digit3" }, "bare"],
    ["a shifted letter", { shift: true, by: "key", key: "j" }, "bare"],
    ["a bracket", { mod: true, by: "code", key: "BracketLeft" }, "reader"],
    ["Ctrl+Alt and a letter", { mod: true, alt: true, by: "key", key: "j" }, "reader"],
    ["Alt+Shift and a letter", { alt: true, shift: true, by: "key", key: "j" }, "reader"],
    ["Ctrl+Shift+K", { mod: true, shift: true, by: "key", key: "k" }, "reader"],
    ["Ctrl+Shift+2", { mod: true, shift: true, by: "code", key: "Digit2" }, "reader"],
    ["Ctrl+Space", { mod: true, by: "code", key: "Space" }, "reader"],
    ["Ctrl+←", { mod: true, by: "key", key: "ArrowLeft" }, "moving"],
    ["Alt+↓", { alt: true, by: "key", key: "ArrowDown" }, "moving"],
    ["Tab", { by: "key", key: "Tab" }, "moving"],
    ["Escape", { by: "key", key: "Escape" }, "moving"],
    ["Ctrl+C", { mod: true, by: "key", key: "c" }, "editing"],
    ["Alt+F4", { alt: true, by: "key", key: "F4" }, "system"],
    ["Ctrl+J", { mod: true, by: "key", key: "j" }, null],
    ["F9", { by: "key", key: "F9" }, null],
    ["Ctrl+Shift+F9", { mod: true, shift: true, by: "key", key: "F9" }, null],
  ] as const)("%s", (_name, chord, clash) => {
    expect(clashOf(chord, false)).toBe(clash);
  });

  it.each([false, true])("are none of Lectern's own (macOS: %s)", (mac) => {
    const wrong = COMMAND_IDS.flatMap((id) =>
      usualChords(id, mac).flatMap((chord) => {
        const clash = clashOf(chord, mac);
        // What fields do with a chord is no clash where the chord is theirs in fields.
        const isTheirs = clash === "editing" && COMMANDS[id].notInFields === true;
        return clash && !isTheirs ? [`${id}: ${JSON.stringify(chord)} ${clash}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
