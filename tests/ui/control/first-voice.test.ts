import { afterEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS, type SettingsChange } from "../../../src/model/index.ts";
import { createQuestions } from "../../../src/ui/control/questions.ts";
import { createVoiceTrial } from "../../../src/ui/control/voice-trial.ts";
import { FIRST_VOICES } from "../../../src/ui/reading/first-voices.ts";
import { createWindowState } from "../../../src/ui/state.ts";
import { speakLanguage, words } from "../../../src/words/index.ts";

afterEach(async () => {
  vi.unstubAllGlobals();
  await speakLanguage("en");
});

/** What is said when the focus comes to offered voices, each with the voice that says it; null: the interface's own. */
function focusOn(...names: readonly string[]): readonly (readonly [string, string | null])[] {
  const said: [string, string | null][] = [];
  const trial = createVoiceTrial({
    store: createWindowState(),
    announcer: { focus: (message, how) => said.push([message, how?.voice ?? null]), preview: () => {} },
    voiceFor: () => FIRST_VOICES.espeak,
  });
  for (const name of names) {
    vi.stubGlobal("document", { activeElement: { getAttribute: () => name } });
    trial.focus(`<${name}>`);
  }
  return said;
}

describe("the question for the first voice", () => {
  it("is asked in English by the voice that is offered", () => {
    expect(focusOn("slt", "rms")).toEqual([
      [`${words("voice.spoken")} ${words("voice.sample.slt")}`, FIRST_VOICES.slt],
      [words("voice.sample.rms"), FIRST_VOICES.rms],
    ]);
  });

  it.each([
    ["ru", " "],
    ["zh", ""],
  ])("is asked in %s by a voice of that language: those that are offered do not speak it", async (lang, gap) => {
    await speakLanguage(lang);
    expect(focusOn("slt", "rms")).toEqual([
      [`${words("voice.spoken")}${gap}<slt>`, null],
      [words("voice.sample.rms"), FIRST_VOICES.rms],
    ]);
  });

  it.each(["en", "ru"])("sets the voice of English, also where the window speaks %s", async (lang) => {
    await speakLanguage(lang);
    const changes: SettingsChange[] = [];
    const store = createWindowState();
    store.set({ settings: DEFAULT_SETTINGS });
    createQuestions({
      store,
      voice: { hush: () => {} },
      trial: { isWorthAsking: () => true },
      change: (change) => changes.push(change),
      mode: () => "app",
      answered: () => {},
    }).chooseFirstVoice("rms");
    expect(changes).toEqual([{ voices: { en: FIRST_VOICES.rms } }]);
  });
});
