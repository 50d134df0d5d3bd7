import { type Settings, type SettingsChange, STYLE_SETTINGS, STYLED, type Styled, type VoiceId } from "../model/index.ts";
import type { Cue, Manner, Timbre } from "./manner.ts";

/** Easily told from the voice's own pitch, and still the same voice (guess). */
const LOWER = 0.8;
const HIGHER = 1.25;

/** What is set of how the parts of an article sound. */
export type MannerSettings = Pick<Settings, "pauses" | "pitch" | (typeof STYLE_SETTINGS)[Styled]>;

/**
 * How the parts of an article sound by what is set.
 * @param second another voice for the same text, null where there is none
 * @param cueOf the sound of a kind, null where there is none yet
 */
export function mannerOf(settings: MannerSettings, second: (lang: string) => VoiceId | null, cueOf: (kind: Styled) => Cue | null): Manner {
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
          return { ...plain, cue: cueOf(kind) };
      }
    },
  };
}

/** Whether anything is set to have a sound. */
export const needsCues = (settings: Settings): boolean => STYLED.some((kind) => settings[STYLE_SETTINGS[kind]] === "sound");

/** What a change is about, null: nothing that sounds different. */
export const styledBy = (change: SettingsChange): Styled | null =>
  STYLED.find((kind) => change[STYLE_SETTINGS[kind]] !== undefined) ?? null;
