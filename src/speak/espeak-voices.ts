import { type Variant, type Voice, type VoiceId, variantOf, voiceId, withVariant } from "../model/index.ts";
import type { EspeakVoice } from "./espeak-protocol.ts";

/** The engine's name, and what its voices' ids begin with. */
export const ESPEAK = "espeak";

/** A voice and how eSpeak is asked for it. */
export interface EspeakSetting {
  readonly voice: Voice;
  /** What `set_voice` takes. */
  readonly identifier: string;
  /** eSpeak's own scale, 100 is as it comes. */
  readonly volume: number;
  /** What the samples are multiplied with after that. */
  readonly gain: number;
}

/** The volume of most voices: about -22 LUFS, peaks under -1 dBFS (measured on forty numbers each, by ITU-R BS.1770). */
const VOLUME = 84;
/** Voices and variants that are more than 1.5 dB louder or softer than the others at that (measured likewise), as far as they don't clip. */
const VOLUMES: Readonly<Record<string, number>> = {
  "en-us": 90,
  "en-us-nyc": 88,
  mi: 32,
  piqd: 66,
  haw: 45,
  "vi-vn-x-central": 68,
  mto: 90,
  chr: 100,
  be: 100,
  fr: 100,
  "fr-be": 100,
  "fr-ch": 100,
  ht: 100,
  tt: 100,
  hu: 100,
  py: 100,
  qu: 100,
  "ru-lv": 96,
  ca: 84,
  "ca-ba": 92,
  "ca-va": 92,
  lt: 98,
  uz: 98,
  ja: 98,
  nl: 98,
  ltg: 66,
  tn: 64,
  or: 68,
  my: 69,
  ur: 70,
  cmn: 70,
  "cmn-latn-pinyin": 70,
  as: 70,
};

/** How loud the variants are to be, in the same measure. */
const VARIANT_VOLUMES: Partial<Readonly<Record<Variant, number>>> = { klatt4: 70, klatt6: 94, m3: 87, Alex: 100 };
/** Klatt's voices have peaks that eSpeak itself would clip at that volume: they get so much of it, and the rest after it (measured). */
const HEADROOM: Partial<Readonly<Record<Variant, number>>> = { klatt4: 0.55 };

/**
 * English is listed with the variant that is understood best. Measured with a recogniser on five articles, errors in a hundred words: American
 * 7.5 (24.5 as it comes), British 13.4 (41); at twice the pace 17 (88) and 30.
 */
const CLEAREST: Variant = "klatt4";

/** Ids where eSpeak's file name is not one that says which it is. */
const IDS: Readonly<Record<string, string>> = { en: "en-gb" };
/** Not a language: eSpeak's own test voice. */
const HIDDEN: ReadonlySet<string> = new Set(["xex"]);

/** BCP 47 where eSpeak's code says something else there (`ca-ba` would be Catalan of Bosnia) or nothing at all. */
const LANGUAGES: Readonly<Record<string, string>> = {
  "ca-ba": "ca-x-balear",
  "ca-nw": "ca-x-nordocc",
  "ca-va": "ca-valencia",
  chr: "chr-US",
  "en-us-nyc": "en-US-x-nyc",
  piqd: "tlh",
  py: "art-x-pyash",
  "ru-cl": "ru-x-classic",
};
/** Names that are no name of a voice. */
const NAMES: Readonly<Record<string, string>> = {
  cmn: "Chinese (Mandarin)",
  "cmn-latn-pinyin": "Chinese (Mandarin, pinyin)",
  "yue-latn-jyutping": "Chinese (Cantonese, jyutping)",
};

/** The voices that are shown, in order of name within a language, each once, and how to ask for each. `listed` is what eSpeak lists. */
export function espeakSettings(listed: readonly EspeakVoice[]): readonly EspeakSetting[] {
  return listed
    .map((voice) => ({ ...voice, code: codeOf(voice) }))
    .filter(({ code }) => !HIDDEN.has(code))
    .map(({ identifier, name, code }) => {
      const plain = settingOf(code, NAMES[code] ?? name.trim(), identifier);
      return code.startsWith("en-") ? varied(plain, CLEAREST) : plain;
    });
}

/** How to ask for a voice, listed or with another variant; null: there is no such voice. */
export function espeakSetting(settings: readonly EspeakSetting[], id: VoiceId): EspeakSetting | null {
  const known = settings.find(({ voice }) => voice.id === id);
  if (known) return known;
  const wanted = variantOf(id);
  const listed = settings.find(({ voice }) => variantOf(voice.id)?.plain === wanted?.plain);
  return wanted && listed ? varied(listed, wanted.variant) : null;
}

function codeOf({ identifier }: EspeakVoice): string {
  const file = (identifier.split("/").at(-1) ?? "").toLowerCase();
  return IDS[file] ?? file;
}

function settingOf(code: string, name: string, identifier: string): EspeakSetting {
  const lang = LANGUAGES[code] ?? Intl.getCanonicalLocales(code)[0] ?? code;
  return { voice: { id: voiceId(ESPEAK, code), name, lang, engine: ESPEAK }, identifier, volume: VOLUMES[code] ?? VOLUME, gain: 1 };
}

/** The same voice with another variant; null: as it comes. */
function varied({ voice, identifier }: EspeakSetting, variant: Variant | null): EspeakSetting {
  const [plain = identifier] = identifier.split("+");
  const asked = settingOf(withVariant(voice.id, null).slice(ESPEAK.length + 1), voice.name, plain);
  if (variant === null) return asked;
  const headroom = HEADROOM[variant] ?? 1;
  return {
    voice: { ...voice, id: withVariant(voice.id, variant) },
    identifier: `${plain}+${variant}`,
    volume: Math.round((VARIANT_VOLUMES[variant] ?? asked.volume) * headroom),
    gain: 1 / headroom,
  };
}
