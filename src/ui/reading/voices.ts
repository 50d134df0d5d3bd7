import { type Voice, type VoiceId, voiceId } from "../../model/index.ts";

/** The engines from the best to the last resort: beeps are chosen only by a person. */
const ENGINES = ["espeak", "say", "tone"];
const rank = (voice: Voice): number => {
  const found = ENGINES.indexOf(voice.engine);
  return found === -1 ? ENGINES.length : found;
};

const base = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? "";

/** Language and the region that is meant where none is said: `en` is `en-us` (CLDR likely subtags). */
function likely(lang: string): string {
  try {
    const { language, region } = new Intl.Locale(lang.replaceAll("_", "-")).maximize();
    return `${language}-${region ?? ""}`.toLowerCase();
  } catch {
    return lang.toLowerCase();
  }
}

/**
 * The voice for a language: the chosen one where it speaks that language, else the best that does, else the chosen one or the
 * first there is.
 */
export function chooseVoice(voices: readonly Voice[], chosen: VoiceId | null, lang: string): VoiceId {
  const own = voices.find((voice) => voice.id === chosen);
  if (own && base(own.lang) === base(lang)) return own.id;
  const speaking = voices
    .filter((voice) => base(voice.lang) === base(lang) && voice.engine !== "tone")
    .sort((one, other) => rank(one) - rank(other));
  const [first] = voices.toSorted((one, other) => rank(one) - rank(other));
  const fit = speaking.find((voice) => likely(voice.lang) === likely(lang)) ?? speaking[0] ?? own ?? first;
  return fit?.id ?? chosen ?? voiceId("espeak", "en-us");
}

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
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });
  const nameOf = (lang: string): string => {
    try {
      return names.of(lang) ?? lang;
    } catch {
      return lang;
    }
  };
  const groups = new Map<string, Voice[]>();
  for (const voice of voices) {
    const lang = base(voice.lang);
    groups.set(lang, [...(groups.get(lang) ?? []), voice]);
  }
  return [...groups]
    .map(([lang, members]) => ({ lang, name: nameOf(lang), voices: members }))
    .sort((one, other) => Number(other.lang === base(first)) - Number(one.lang === base(first)) || one.name.localeCompare(other.name));
}
