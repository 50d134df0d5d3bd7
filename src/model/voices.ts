import { type VoiceId, voiceId } from "./ids.ts";
import type { Settings } from "./settings.ts";
import type { Voice } from "./speech.ts";
import { isOffered, voiceOf } from "./variants.ts";

/** The voices that are taken first for a language as such: the others have names of a country, or come later in the alphabet. */
const PREFERRED: Readonly<Record<string, VoiceId>> = {
  en: voiceId("espeak", "en-us+klatt4"),
  es: voiceId("espeak", "es"),
  fr: voiceId("espeak", "fr"),
  pt: voiceId("espeak", "pt-br"),
  zh: voiceId("espeak", "cmn"),
};

/** Languages that go by another code too: what a page says → what voices say. */
const SAME: Readonly<Record<string, string>> = { cmn: "zh", no: "nb", iw: "he", in: "id", tl: "fil", mo: "ro", sh: "hr" };
/** Of one language by its tag, but not understood as one: Cantonese pages say `zh-HK`. */
const REGIONS: Readonly<Record<string, string>> = { "zh-hk": "yue", "zh-mo": "yue" };

/** A voice of tones speaks no language, and beeps in any when it was chosen. */
const NO_LANGUAGE = "zxx";

/**
 * The voice for a text: the chosen one where it speaks the language, else the exact tag, else the preferred voice of the language, else
 * the one that agrees with most of the tag; the earlier where two agree alike, so list what should win first. Null when none speaks the
 * language; only where no voice speaks any language at all, the tones serve.
 * @param chosen the listener's choice, null: none
 * @param lang BCP 47
 */
export function chooseVoice(voices: readonly Voice[], chosen: VoiceId | null, lang: string): Voice | null {
  const speaking = voices.filter((voice) => voice.lang !== NO_LANGUAGE && isOffered(voice));
  const wanted = subtags(lang);
  const own = voiceOf(voices, chosen);
  if (own && (own.lang === NO_LANGUAGE || subtags(own.lang)[0] === wanted[0])) return own;
  if (speaking.length === 0) return voices[0] ?? null;
  const exact = speaking.find((voice) => subtags(voice.lang).join() === wanted.join());
  const preferred = speaking.find((voice) => voice.id === PREFERRED[wanted[0] ?? ""]);
  if (wanted.length === 1 && preferred) return preferred;
  if (exact) return exact;
  const alike = speaking.map((voice) => ({ voice, shared: sharedStart(subtags(voice.lang), wanted) })).filter(({ shared }) => shared > 0);
  const most = Math.max(...alike.map(({ shared }) => shared));
  const best = alike.filter(({ shared }) => shared === most).map(({ voice }) => voice);
  return best.find((voice) => voice === preferred) ?? best[0] ?? null;
}

/** Scripts that are read as one. */
const SAME_SCRIPT: Readonly<Record<string, string>> = { Hans: "Hani", Hant: "Hani" };

/** The script that a language is written in (ISO 15924), null where nobody knows. */
function scriptOf(lang: string): string | null {
  try {
    const { script = "" } = new Intl.Locale(lang).maximize();
    return script === "" ? null : (SAME_SCRIPT[script] ?? script);
  } catch {
    return null;
  }
}

/**
 * Whether a voice can say what is written in a language, well or not: it knows the letters of its own language, and Latin ones. Of others
 * an English voice says nothing, or the name of each letter (measured).
 * @param lang BCP 47
 */
export function knowsLetters({ lang: own }: Pick<Voice, "lang">, lang: string): boolean {
  if (own === NO_LANGUAGE || languageOf(own) === languageOf(lang)) return true;
  const script = scriptOf(lang);
  return script === null || script === "Latn" || script === scriptOf(own);
}

/** What a listener has set about voices. */
export type VoiceTaste = Pick<Settings, "voice" | "voices" | "dialects">;

/**
 * The voice for a text, by what the listener has set: that of the language, else the one for everything, else the best. With `dialects`,
 * a text in another dialect than that voice's goes to the voice set for the dialect, else to one of the same engine that speaks it,
 * else to any that does. Null when none speaks the language.
 * @param lang BCP 47
 */
export function voiceByTaste(voices: readonly Voice[], { voice, voices: set, dialects }: VoiceTaste, lang: string): Voice | null {
  const wanted = subtags(lang);
  const [base = "", region] = wanted;
  const usual = chooseVoice(voices, set[base] ?? voice, lang);
  const own = set[base] ?? voice;
  if (!dialects || region === undefined || usual === null || usual.id !== own || usual.lang === NO_LANGUAGE) return usual;
  if (sharedStart(subtags(usual.lang), wanted) > 1) return usual;
  const native = voices.filter((one) => isOffered(one) && subtags(one.lang)[0] === base && subtags(one.lang)[1] === region);
  const chosen = voiceOf(voices, set[wanted.join("-")] ?? null);
  return chosen ?? native.find(({ engine }) => engine === usual.engine) ?? native[0] ?? usual;
}

/** The language of a voice or text as `Settings.voices` names it: without its dialect. */
export const languageOf = (lang: string): string => subtags(lang)[0] ?? "";

function subtags(lang: string): readonly string[] {
  const [base = "", ...rest] = lang.toLowerCase().replaceAll("_", "-").split("-");
  const region = REGIONS[[base, ...rest].join("-")];
  if (region !== undefined) return [region];
  // Spanish of any country but Spain is nearer to Latin America's.
  if (base === "es" && /^[a-z]{2}$/.test(rest[0] ?? "") && rest[0] !== "es") return ["es", "419"];
  return [SAME[base] ?? base, ...rest];
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}

/** What tells another eSpeak voice from the plain one of a language: the clearest of its variants (measured). */
const VARIANT = "+f3";

/**
 * A voice that is easily told from another, for the same text: of the same engine where it has one, else of any. Null: there is no other.
 * @param main the voice of the body
 * @param lang BCP 47
 */
export function secondVoice(voices: readonly Voice[], main: VoiceId, lang: string): VoiceId | null {
  if (main.startsWith("espeak:")) {
    const [plain = ""] = main.split("+");
    return (main === plain ? `${plain}${VARIANT}` : plain) as VoiceId;
  }
  const engine = voices.find((voice) => voice.id === main)?.engine;
  const others = voices.filter(
    (voice) => voice.id !== main && voice.lang !== NO_LANGUAGE && sharedStart(subtags(voice.lang), subtags(lang)) > 0,
  );
  return (others.find((voice) => voice.engine === engine) ?? others[0])?.id ?? null;
}
