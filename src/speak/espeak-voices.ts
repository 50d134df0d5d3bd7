import { type Voice, type VoiceId, voiceId } from "../model/index.ts";
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
  klatt4: 70,
  klatt6: 94,
  m3: 87,
  Alex: 100,
};

/** Voices that are variants of another: listed for American English, taken with any language. The first two lose fewest words (measured). */
const VARIANTS: Readonly<Record<string, string>> = { klatt4: "klatt4", klatt6: "klatt6", f3: "female3", m3: "male3", Alex: "Alex" };
const LISTED_WITH_VARIANTS = "en-us";
/** British English is listed with the clearest: a recogniser loses 14 % of its words, and 41 % of the plain voice's (five articles). */
const LISTED_WITH_CLEAREST = "en-gb";
const CLEAREST = "klatt4";

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

/** The voices that are shown, in order of name within a language, and how to ask for each. `listed` is what eSpeak lists. */
export function espeakSettings(listed: readonly EspeakVoice[]): readonly EspeakSetting[] {
  return listed
    .map((voice) => ({ ...voice, code: codeOf(voice) }))
    .filter(({ code }) => !HIDDEN.has(code))
    .flatMap(({ identifier, name, code }) => {
      const plain = settingOf(code, NAMES[code] ?? name.trim(), identifier);
      const variants = code === LISTED_WITH_VARIANTS ? Object.keys(VARIANTS) : code === LISTED_WITH_CLEAREST ? [CLEAREST] : [];
      return [plain, ...variants.map((variant) => withVariant(plain, variant))];
    });
}

/** How to ask for a voice, also for a variant of a language that is not listed with variants; null: there is no such voice. */
export function espeakSetting(settings: readonly EspeakSetting[], id: VoiceId): EspeakSetting | null {
  const known = settings.find(({ voice }) => voice.id === id);
  if (known) return known;
  const [base, variant = "", ...rest] = id.split("+");
  const plain = settings.find(({ voice }) => voice.id === base);
  return plain && rest.length === 0 && Object.hasOwn(VARIANTS, variant) ? withVariant(plain, variant) : null;
}

function codeOf({ identifier }: EspeakVoice): string {
  const file = (identifier.split("/").at(-1) ?? "").toLowerCase();
  return IDS[file] ?? file;
}

function settingOf(code: string, name: string, identifier: string): EspeakSetting {
  const lang = LANGUAGES[code] ?? Intl.getCanonicalLocales(code)[0] ?? code;
  return { voice: { id: voiceId(ESPEAK, code), name, lang, engine: ESPEAK }, identifier, volume: VOLUMES[code] ?? VOLUME };
}

const withVariant = ({ voice, identifier, volume }: EspeakSetting, variant: string): EspeakSetting => ({
  voice: { ...voice, id: `${voice.id}+${variant}` as VoiceId, name: `${voice.name}, ${VARIANTS[variant] ?? variant}` },
  identifier: `${identifier}+${variant}`,
  volume: VOLUMES[variant] ?? volume,
});
