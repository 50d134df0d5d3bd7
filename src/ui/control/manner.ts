import { type Settings, type SettingsChange, STYLE_SETTINGS, STYLED, type Styled, type VoiceId } from "../../model/index.ts";
import type { Manner, Timbre } from "../../play/index.ts";
import type { Cues } from "../sound/cues.ts";

/** Easily told from the voice's own pitch, and still the same voice (guess). */
const LOWER = 0.8;
const HIGHER = 1.25;

/** How the parts of an article sound by what is set. `second`: another voice for the same text, null where there is none. */
export function mannerOf(settings: Settings, second: (lang: string) => VoiceId | null, cues: Cues): Manner {
  return {
    pauses: settings.pauses,
    pitch: settings.pitch,
    timbreOf(kind, lang): Timbre | null {
      const plain = { pitch: 1, voice: null, cue: null };
      switch (settings[STYLE_SETTINGS[kind]]) {
        case "plain":
          return null;
        case "lower":
          return { ...plain, pitch: LOWER };
        case "higher":
          return { ...plain, pitch: HIGHER };
        case "second-voice": {
          const voice = second(lang);
          // Where one voice is all there is, its pitch tells the difference.
          return voice ? { ...plain, voice } : { ...plain, pitch: LOWER };
        }
        case "sound":
          return { ...plain, cue: cues.cue(kind) };
      }
    },
  };
}

/** Whether anything is set to have a sound. */
export const needsCues = (settings: Settings): boolean => STYLED.some((kind) => settings[STYLE_SETTINGS[kind]] === "sound");

/** What a change is about, null: nothing that sounds different. */
export const styledBy = (change: SettingsChange): Styled | null =>
  STYLED.find((kind) => change[STYLE_SETTINGS[kind]] !== undefined) ?? null;
