import type { Reader } from "../../contract/index.ts";
import { isEmbedded, languageOf, type VoiceId, voiceByTaste, voiceId } from "../../model/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** Which voice reads what, before and after it is known which there are. */
export interface KnownVoices {
  /** The voice that reads a language (BCP 47), as far as it is known. */
  voiceFor(lang: string): VoiceId;
  /** Asks which voices there are: this starts every engine. */
  learn(): Promise<void>;
}

/** What it needs. */
export interface KnownVoicesWorld {
  readonly voices: Reader["voices"];
  readonly store: Store<WindowState>;
  /** The voices are known. `needed`: one of them may be the only one that speaks what is open. */
  readonly learned: (needed: boolean) => void;
}

/** What speaks before the voices are known, and a language that no voice knows. */
const USUAL_VOICE = voiceId("espeak", "en-us+klatt4");

/** The voices of a window. */
export function createKnownVoices({ voices: ask, store, learned }: KnownVoicesWorld): KnownVoices {
  const needsOwnVoice = (): boolean => {
    const article = store.get().reading?.article;
    return article?.blocks.some(({ lang }) => !isEmbedded(lang ?? article.lang)) ?? false;
  };
  return {
    voiceFor(lang) {
      const { voices, settings } = store.get();
      const set = settings.voices[languageOf(lang)] ?? settings.voice ?? USUAL_VOICE;
      // Before they are known, what is set is believed: whoever presses play at once hears the voice that they chose.
      return voices ? (voiceByTaste(voices.voices, settings, lang)?.id ?? settings.voice ?? USUAL_VOICE) : set;
    },
    learn: () =>
      ask({}).then(
        (list) => {
          const before = store.get().voices;
          store.set({ voices: list });
          // A voice that was added or deleted may be the only one of its language.
          learned(before !== null && needsOwnVoice());
        },
        () => store.set({ voices: { voices: [], missing: [] } }),
      ),
  };
}
