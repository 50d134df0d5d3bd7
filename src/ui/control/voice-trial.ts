import type { VoiceId, VoiceMode } from "../../model/index.ts";
import type { Timbre } from "../../play/index.ts";
import { interfaceLanguage, joined, sampleOf, words } from "../../words/index.ts";
import { FIRST_VOICES, FIRST_VOICES_LANGUAGE, type FirstVoice, offeredAt, offeredVoices } from "../reading/first-voices.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";

/** Hearing voices before choosing one. */
export interface VoiceTrial {
  /** Says a sentence of the language with a voice; null: the one that would be chosen. */
  hear(voice: VoiceId | null, lang: string): void;
  /** An offered voice introduces itself. */
  introduce(name: FirstVoice): void;
  /** Says what has the focus; an offered voice by its own mouth. */
  focus(message: string): void;
  /** Whether there is anything to choose from, for those who want to hear Lectern at all. */
  isWorthAsking(mode: VoiceMode): boolean;
}

const spokenBy = (voice: VoiceId): Timbre => ({ voice, pitch: 1, cue: null });

/** Makes it. `voiceFor`: the voice that reads a language. */
export function createVoiceTrial(world: {
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "focus" | "preview">;
  readonly voiceFor: (lang: string) => VoiceId;
}): VoiceTrial {
  const { store, announcer, voiceFor } = world;
  let asked = false;
  const introduction = (name: FirstVoice): string => words(`voice.sample.${name}`);
  return {
    hear(voice, lang) {
      announcer.preview(sampleOf(lang), spokenBy(voice ?? voiceFor(lang)));
    },
    introduce(name) {
      announcer.preview(introduction(name), spokenBy(FIRST_VOICES[name]));
    },
    focus(message) {
      const name = offeredAt(document.activeElement);
      if (!name) {
        announcer.focus(message);
        return;
      }
      // The question comes before its first answer. No offered voice speaks another language than its own: there the interface's asks.
      const question = asked ? "" : words("voice.spoken");
      asked = true;
      if (question !== "" && interfaceLanguage() !== FIRST_VOICES_LANGUAGE) announcer.focus(joined([question, message]));
      else announcer.focus(joined([question, introduction(name)]), spokenBy(FIRST_VOICES[name]));
    },
    isWorthAsking: (mode) => mode !== "screen-reader" && offeredVoices(store.get().voices?.voices ?? null, store.get().assisted).length > 1,
  };
}
