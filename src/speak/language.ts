import { type Voice, type VoiceId, voiceId } from "../model/index.ts";

/** The voices that are taken first for a language as such: the others have names of a country, or come later in the alphabet. */
const PREFERRED: Readonly<Record<string, VoiceId>> = {
  en: voiceId("espeak", "en-us"),
  es: voiceId("espeak", "es"),
  fr: voiceId("espeak", "fr"),
  pt: voiceId("espeak", "pt-br"),
  zh: voiceId("espeak", "cmn"),
};

/** Languages that go by another code too: what a page says → what voices say. */
const SAME: Readonly<Record<string, string>> = { cmn: "zh", no: "nb", iw: "he", in: "id", tl: "fil", mo: "ro", sh: "hr" };
/** Of one language by its tag, but not understood as one: Cantonese pages say `zh-HK`. */
const REGIONS: Readonly<Record<string, string>> = { "zh-hk": "yue", "zh-mo": "yue" };

/** A voice of tones speaks no language. */
const NO_LANGUAGE = "zxx";

/**
 * The voice for a language: the exact tag, else the preferred voice of the language, else the one that agrees with most of the tag; the
 * earlier where two agree alike, so list what should win first. Only where no voice speaks any language at all, the tones serve.
 * @param lang BCP 47
 */
export function voiceFor(lang: string, voices: readonly Voice[]): VoiceId | null {
  const speaking = voices.filter((voice) => voice.lang !== NO_LANGUAGE);
  if (speaking.length === 0) return voices[0]?.id ?? null;
  const wanted = subtags(lang);
  const exact = speaking.find((voice) => subtags(voice.lang).join() === wanted.join());
  const preferred = speaking.find((voice) => voice.id === PREFERRED[wanted[0] ?? ""]);
  if (wanted.length === 1 && preferred) return preferred.id;
  if (exact) return exact.id;
  const alike = speaking.map((voice) => ({ voice, shared: sharedStart(subtags(voice.lang), wanted) })).filter(({ shared }) => shared > 0);
  const most = Math.max(...alike.map(({ shared }) => shared));
  const best = alike.filter(({ shared }) => shared === most);
  return best.find(({ voice }) => voice === preferred)?.voice.id ?? best[0]?.voice.id ?? null;
}

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
