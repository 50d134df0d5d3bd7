import { describe, expect, it } from "vitest";
import { COMMAND_IDS, type CommandId } from "../../src/contract/index.ts";
import { ariaShortcut, chordLabel, chordOf, chordsOf, commandFor, isSameChord, type KeyPress, usualChords } from "../../src/ui/keys.ts";
import { speakLanguage } from "../../src/words/index.ts";

/** A key press as a keyboard layout sends it: `modifiers` of c(ontrol), s(hift), a(lt), m(eta), g (AltGraph). */
const press = (key: string, code: string, modifiers = ""): KeyPress => ({
  key,
  code,
  ctrlKey: modifiers.includes("c"),
  shiftKey: modifiers.includes("s"),
  altKey: modifiers.includes("a"),
  metaKey: modifiers.includes("m"),
  isComposing: false,
  getModifierState: () => modifiers.includes("g"),
});

describe("commandFor", () => {
  it.each([
    ["QWERTY Ctrl+2", press("2", "Digit2", "c"), "play"],
    ["AZERTY Ctrl+2, where the key gives é", press("é", "Digit2", "c"), "play"],
    ["AZERTY Ctrl+4, where the key gives an apostrophe", press("'", "Digit4", "c"), "stop"],
    ["QWERTY Ctrl+O", press("o", "KeyO", "c"), "open"],
    ["with Caps Lock on", press("O", "KeyO", "c"), "open"],
    ["Dvorak Ctrl+O, another key", press("o", "KeyS", "c"), "open"],
    ["Cyrillic Ctrl+щ, the key of O", press("щ", "KeyO", "c"), "open"],
    ["Greek Ctrl+ι, the key of I", press("ι", "KeyI", "c"), "whereAmI"],
    ["QWERTY Ctrl+Shift+, which gives <", press("<", "Comma", "cs"), "slower"],
    ["QWERTY Ctrl+Shift+. which gives >", press(">", "Period", "cs"), "faster"],
    ["Ctrl+,", press(",", "Comma", "c"), "settings"],
    ["Ctrl+=", press("=", "Equal", "c"), "largerText"],
    ["QWERTY Ctrl++, which takes Shift", press("+", "Equal", "cs"), "largerText"],
    ["QWERTZ Ctrl++, a key of its own", press("+", "BracketRight", "c"), "largerText"],
    ["QWERTZ Ctrl+=, which takes Shift+0", press("=", "Digit0", "cs"), "largerText"],
    ["the keypad's plus", press("+", "NumpadAdd", "c"), "largerText"],
    ["Ctrl+-", press("-", "Minus", "c"), "smallerText"],
    ["Ctrl+0", press("0", "Digit0", "c"), "resetText"],
    ["AZERTY Ctrl+0", press("à", "Digit0", "c"), "resetText"],
    ["F5", press("F5", "F5"), "play"],
    ["the media key", press("MediaPlayPause", "MediaPlayPause"), "play"],
    ["Ctrl+F7, not F7", press("F7", "F7", "c"), "elements"],
    ["Shift+F6, not F6", press("F6", "F6", "s"), "previousRegion"],
    ["Alt+←", press("ArrowLeft", "ArrowLeft", "a"), "previousParagraph"],
    ["Ctrl+Page Down", press("PageDown", "PageDown", "c"), "nextSection"],
  ])("%s", (_name, event, command) => {
    expect(commandFor(event, false, false, {})).toBe(command);
  });

  it.each([
    ["a bare digit", press("2", "Digit2")],
    ["a bare letter", press("o", "KeyO")],
    ["Space", press(" ", "Space")],
    ["AltGraph, which makes characters", press("@", "Digit2", "cag")],
    ["AltGraph as Windows tells it", press("²", "Digit2", "ca")],
    ["Ctrl+Shift+2", press("@", "Digit2", "cs")],
    ["Ctrl+Alt+O", press("o", "KeyO", "ca")],
    ["the Windows key", press("o", "KeyO", "cm")],
    ["a Latin letter on the key of O", press("ö", "KeyO", "c")],
    ["a key while a word is being composed", { ...press("o", "KeyO", "c"), isComposing: true }],
  ])("never %s", (_name, event) => {
    expect(commandFor(event, false, false, {})).toBeNull();
  });

  const ARABIC = new Map([
    ["KeyF", "ب"],
    ["KeyV", "ر"],
    ["Comma", "و"],
    ["Minus", "-"],
    ["Digit6", "6"],
  ]);
  const DVORAK = new Map([
    ["KeyO", "r"],
    ["Comma", "w"],
    ["KeyW", ","],
    ["Period", "v"],
    ["KeyE", "."],
    ["Minus", "["],
    ["Digit6", "6"],
  ]);
  const AZERTY = new Map([
    ["KeyO", "o"],
    ["Comma", ";"],
    ["Minus", ")"],
    ["Digit6", "-"],
  ]);
  it.each([
    ["Arabic Ctrl+Shift+F, where it gives a bracket", press("[", "KeyF", "cs"), ARABIC, "findLibrary"],
    ["Arabic Ctrl+Shift+V", press("{", "KeyV", "cs"), ARABIC, "paste"],
    ["Arabic Ctrl+Shift+,", press("،", "Comma", "cs"), ARABIC, "slower"],
    ["Dvorak Ctrl+Shift+V, where others have the period", press("V", "Period", "cs"), DVORAK, "paste"],
    ["Dvorak Ctrl+Shift+.", press(">", "KeyE", "cs"), DVORAK, "faster"],
    ["Dvorak Ctrl+Shift+,", press("<", "KeyW", "cs"), DVORAK, "slower"],
    ["Dvorak Ctrl+Shift+W", press("W", "Comma", "cs"), DVORAK, null],
    ["AZERTY Ctrl+6, which has the minus", press("-", "Digit6", "c"), AZERTY, "explain"],
    ["AZERTY's key after the digits, beside that for larger", press(")", "Minus", "c"), AZERTY, "smallerText"],
    ["AZERTY Ctrl+Shift+, by its place", press(".", "Comma", "cs"), AZERTY, "slower"],
  ])("%s", (_name, event, layout, command) => {
    expect(commandFor(event, false, false, {}, layout)).toBe(command);
  });

  it("leaves edit fields what is theirs", () => {
    expect(commandFor(press("V", "KeyV", "cs"), false, false, {})).toBe("paste");
    expect(commandFor(press("V", "KeyV", "cs"), false, true, {})).toBeNull();
    expect(commandFor(press("ArrowLeft", "ArrowLeft", "a"), false, true, {})).toBeNull();
    expect(commandFor(press("2", "Digit2", "c"), false, true, {})).toBe("play");
  });

  it("takes Cmd for Ctrl on macOS, and its own chords for paragraphs and sections", () => {
    expect(commandFor(press("o", "KeyO", "m"), true, false, {})).toBe("open");
    expect(commandFor(press("o", "KeyO", "c"), true, false, {})).toBeNull();
    expect(commandFor(press("ArrowLeft", "ArrowLeft", "cm"), true, false, {})).toBe("previousParagraph");
    expect(commandFor(press("ArrowLeft", "ArrowLeft", "a"), true, false, {})).toBeNull();
    expect(commandFor(press("ArrowDown", "ArrowDown", "am"), true, false, {})).toBe("nextSection");
  });
});

describe("every command", () => {
  const pressOf = (mac: boolean, command: (typeof COMMAND_IDS)[number]): readonly KeyPress[] =>
    usualChords(command, mac).map((chord) =>
      press(
        chord.by === "key" ? chord.key : "",
        chord.by === "code" ? chord.key : "",
        [(chord.ctrl || (chord.mod && !mac)) && "c", chord.mod && mac && "m", chord.shift && "s", chord.alt && "a"]
          .filter(Boolean)
          .join(""),
      ),
    );

  it.each([false, true])("is found by each of its chords, and by no other's (mac: %s)", (mac) => {
    for (const command of COMMAND_IDS) for (const event of pressOf(mac, command)) expect(commandFor(event, mac, false, {})).toBe(command);
  });

  it("has a shortcut as assistive technologies and as people read it", () => {
    expect(ariaShortcut("play", false, {})).toBe("Control+2");
    expect(ariaShortcut("faster", false, {})).toBe("Control+Shift+.");
    expect(ariaShortcut("settings", true, {})).toBe("Meta+,");
    expect(ariaShortcut("nextPhoto", false, {})).toBeUndefined();
    const [chord] = usualChords("previousParagraph", false);
    expect(chord && chordLabel(chord, false)).toBe("Alt+←");
  });

  it("is called by the keyboard of the interface's language, and stays as it is for assistive technologies", async () => {
    const label = (command: CommandId, mac = false): string => usualChords(command, mac).map((chord) => chordLabel(chord, mac))[0] ?? "";
    expect(label("nextSection")).toBe("Ctrl+Page Down");
    expect(await speakLanguage("de")).toBe("de");
    try {
      expect(label("nextSection")).toBe("Strg+Bild ab");
      expect(label("faster")).toBe("Strg+Umschalt+.");
      expect(label("faster", true)).toBe("Befehl+Umschalt+.");
      expect(ariaShortcut("faster", false, {})).toBe("Control+Shift+.");
    } finally {
      await speakLanguage("en");
    }
  });
});

describe("the listener's own keys", () => {
  const own = { nextPhoto: [{ mod: true, by: "key", key: "j" }], play: [] } as const;

  it("go before the usual ones, and can be none", () => {
    expect(commandFor(press("j", "KeyJ", "c"), false, false, own)).toBe("nextPhoto");
    expect(commandFor(press("2", "Digit2", "c"), false, false, own)).toBeNull();
    expect(chordsOf("play", false, own)).toEqual([]);
    expect(chordsOf("stop", false, own)).toEqual(usualChords("stop", false));
    expect(ariaShortcut("nextPhoto", false, own)).toBe("Control+J");
  });

  it.each([
    ["a letter", press("j", "KeyJ", "c"), { mod: true, by: "key", key: "j" }],
    ["a capital", press("J", "KeyJ", "cs"), { mod: true, shift: true, by: "key", key: "j" }],
    ["a letter of another script, by its place", press("щ", "KeyO", "c"), { mod: true, by: "code", key: "KeyO" }],
    ["a digit that AZERTY writes é, by its place", press("é", "Digit2", "c"), { mod: true, by: "code", key: "Digit2" }],
    ["a function key", press("F9", "F9"), { by: "key", key: "F9" }],
  ] as const)("are made of %s", (_name, event, chord) => {
    const made = chordOf(event, false);
    expect(made).toEqual(chord);
    if (made) expect(commandFor(event, false, false, { nextPhoto: [made] })).toBe("nextPhoto");
  });

  it.each([
    ["a modifier alone", press("Shift", "ShiftLeft", "s")],
    ["AltGraph", press("@", "KeyQ", "cag")],
    ["the Windows key", press("o", "KeyO", "m")],
  ])("are never made of %s", (_name, event) => expect(chordOf(event, false)).toBeNull());

  it("are the same only with the same modifiers", () => {
    expect(isSameChord({ mod: true, by: "key", key: "j" }, { mod: true, by: "key", key: "j" })).toBe(true);
    expect(isSameChord({ mod: true, by: "key", key: "j" }, { by: "key", key: "j" })).toBe(false);
    expect(isSameChord({ mod: true, by: "key", key: "j" }, { mod: true, by: "code", key: "j" })).toBe(false);
  });
});
