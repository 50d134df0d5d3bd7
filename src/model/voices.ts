import type { VoiceId } from "./ids.ts";
import type { Voice } from "./speech.ts";

const base = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? "";

/** The accent that a language without one is read in where several are equally good: the most widely taught (guess). */
const USUAL: Readonly<Record<string, string>> = { en: "en-US", pt: "pt-BR", zh: "zh-CN" };

/**
 * The voice for a text: the chosen one where it speaks the language, else the first of the very language, else the first of the
 * same language in another accent (the usual one before others), else null.
 * @param voices in the order of preference
 * @param chosen the listener's choice, null: none
 * @param lang BCP 47
 */
export function chooseVoice(voices: readonly Voice[], chosen: VoiceId | null, lang: string): Voice | null {
  const same = voices.filter((voice) => base(voice.lang) === base(lang));
  const exact = (tag: string): Voice | undefined => same.find((voice) => voice.lang.toLowerCase() === tag.toLowerCase());
  return same.find((voice) => voice.id === chosen) ?? exact(lang) ?? exact(USUAL[base(lang)] ?? lang) ?? same[0] ?? null;
}
