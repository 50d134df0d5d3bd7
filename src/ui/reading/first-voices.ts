import { type Voice, type VoiceId, voiceId } from "../../model/index.ts";

/** The voices that a new listener chooses from, by the names that they go by in words. Those of this computer are in the settings. */
export const FIRST_VOICES = {
  slt: voiceId("flite", "slt"),
  rms: voiceId("flite", "rms"),
  awb: voiceId("flite", "awb"),
  espeak: voiceId("espeak", "en-us+klatt4"),
} as const;
/** What all of them speak, as `Settings.voices` names a language. */
export const FIRST_VOICES_LANGUAGE = "en";
export type FirstVoice = keyof typeof FIRST_VOICES;

/** A voice that is offered. */
export interface Offer {
  readonly name: FirstVoice;
  readonly id: VoiceId;
  readonly suggested: boolean;
}

/**
 * What is offered, the suggestion first. Whoever comes with a screen reader mostly listens fast, and eSpeak is what screen readers on this
 * system sound like; for others a voice that sounds like a person is less strange (guesses).
 * @param voices those that there are; null: not known yet
 */
export function offeredVoices(voices: readonly Voice[] | null, assisted: boolean): readonly Offer[] {
  const names: readonly FirstVoice[] = assisted ? ["espeak", "slt", "rms", "awb"] : ["slt", "rms", "awb", "espeak"];
  return names
    .filter((name) => voices === null || voices.some(({ id }) => id === FIRST_VOICES[name]))
    .map((name, index) => ({ name, id: FIRST_VOICES[name], suggested: index === 0 }));
}

/** The offered voice that an element stands for; null: none. */
export const offeredAt = (element: Element | null): FirstVoice | null => {
  const found = element?.getAttribute("data-voice") ?? "";
  return Object.hasOwn(FIRST_VOICES, found) ? (found as FirstVoice) : null;
};
