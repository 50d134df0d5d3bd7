import { hasVariants, languageOf, type Variant, type Voice, type VoiceId, variantOf } from "../../model/index.ts";
import { interfaceLanguage, type MessageKey, words } from "../../words/index.ts";

/** A voice that speaks no language, such as the tones, is none to choose for one. */
const NO_LANGUAGE = "zxx";

const ENGINES: Readonly<Record<string, MessageKey>> = {
  espeak: "engine.espeak",
  flite: "engine.flite",
  say: "engine.say",
  tone: "engine.tone",
};

/** An engine as a person knows it. */
export const engineWords = (engine: string): string => (ENGINES[engine] ? words(ENGINES[engine]) : engine);

/** The voices of one language, for a list. */
export interface VoiceGroup {
  /** The language's own code. */
  readonly lang: string;
  /** Its name in the interface's language. */
  readonly name: string;
  readonly voices: readonly Voice[];
}

/** Voices by language: those of `first` before all others, the rest by name. */
export function groupVoices(voices: readonly Voice[], first: string): readonly VoiceGroup[] {
  const names = new Intl.DisplayNames([interfaceLanguage()], { type: "language", fallback: "code" });
  const nameOf = (lang: string): string => {
    try {
      return names.of(lang) ?? lang;
    } catch {
      return lang;
    }
  };
  const groups = new Map<string, Voice[]>();
  for (const voice of voices) {
    const lang = languageOf(voice.lang);
    if (lang === NO_LANGUAGE) continue;
    groups.set(lang, [...(groups.get(lang) ?? []), voice]);
  }
  return [...groups]
    .map(([lang, members]) => ({ lang, name: nameOf(lang), voices: members }))
    .sort(
      (one, other) =>
        Number(other.lang === languageOf(first)) - Number(one.lang === languageOf(first)) || one.name.localeCompare(other.name),
    );
}

/** The row of a list that a voice is of: the voice itself, or the same with another sound. Null: none. */
export function listedVoice(voices: readonly Voice[], id: VoiceId | null): Voice | null {
  const plain = id === null ? undefined : variantOf(id)?.plain;
  const alike = (voice: Voice): boolean => plain !== undefined && hasVariants(voice) && variantOf(voice.id)?.plain === plain;
  return voices.find((voice) => voice.id === id) ?? voices.find(alike) ?? null;
}

/** What a voice can sound like: by eSpeak's own names, as those who know it do. Null: as it comes. */
export const variantWords = (variant: Variant | null): string =>
  variant === null ? words("settings.plainVoice") : (NAMES[variant] ?? variant);
const NAMES: Partial<Readonly<Record<Variant, string>>> = { f3: "female3", m3: "male3" };
