import type { Voice } from "../../model/index.ts";

const base = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? "";

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
