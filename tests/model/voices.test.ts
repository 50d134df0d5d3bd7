import { describe, expect, it } from "vitest";
import {
  chooseVoice,
  knowsLetters,
  languageOf,
  secondVoice,
  type Voice,
  type VoiceId,
  voiceByTaste,
  voiceId,
} from "../../src/model/index.ts";

const voices: readonly Voice[] = [
  ["espeak", "cmn", "zh"],
  ["espeak", "de", "de"],
  ["espeak", "en-029", "en-029"],
  ["espeak", "en-gb", "en-GB"],
  ["espeak", "en-us+klatt4", "en-US"],
  ["espeak", "es", "es"],
  ["espeak", "es-419", "es-419"],
  ["espeak", "fr-be", "fr-BE"],
  ["espeak", "fr", "fr"],
  ["espeak", "nb", "nb"],
  ["espeak", "yue", "yue"],
  ["say", "kal_diphone", "en-US"],
  ["tone", "beep", "zxx"],
].map(([engine = "", name = "", lang = ""]) => ({ id: voiceId(engine, name), name, lang, engine }));

describe("the voice for a language", () => {
  it.each([
    ["en", "espeak:en-us+klatt4"],
    ["en-US", "espeak:en-us+klatt4"],
    ["en_GB", "espeak:en-gb"],
    ["en-AU", "espeak:en-us+klatt4"],
    ["de-AT", "espeak:de"],
    ["fr-CA", "espeak:fr"],
    ["fr-BE", "espeak:fr-be"],
    ["es-MX", "espeak:es-419"],
    ["es-ES", "espeak:es"],
    ["no", "espeak:nb"],
    ["zh-Hans-CN", "espeak:cmn"],
    ["zh-HK", "espeak:yue"],
    ["tlh", null],
    ["", null],
  ])("%s is %s", (lang, id) => {
    expect(chooseVoice(voices, null, lang)?.id ?? null).toBe(id);
  });

  it("is the tones only where nothing else speaks", () => {
    expect(chooseVoice(voices.slice(-1), null, "en")?.id).toBe("tone:beep");
    expect(chooseVoice([], null, "en")).toBeNull();
  });

  it.each([
    ["the chosen one for its language", "say:kal_diphone", "en-GB", "say:kal_diphone"],
    ["another one for another language", "say:kal_diphone", "de-AT", "espeak:de"],
    ["null where nothing speaks it", "say:kal_diphone", "fo", null],
    ["tones where they were chosen", "tone:beep", "en", "tone:beep"],
    ["another when the chosen one is gone", "say:gone", "en-US", "espeak:en-us+klatt4"],
  ])("is %s", (_, chosen, lang, expected) => {
    expect(chooseVoice(voices, chosen as Voice["id"], lang)?.id ?? null).toBe(expected);
  });
});

describe("secondVoice", () => {
  const voice = (id: string, lang: string): Voice => ({ id: id as VoiceId, name: id, lang, engine: id.split(":")[0] ?? "" });
  const other = (main: string, lang: string): string | null =>
    secondVoice(
      [
        voice("tone:beep", "zxx"),
        voice("flite:slt", "en-US"),
        voice("flite:rms", "en-US"),
        voice("say:anna", "de-DE"),
        voice("espeak:de", "de"),
      ],
      main as VoiceId,
      lang,
    );

  it.each([
    ["espeak:en-us", "en", "espeak:en-us+f3"],
    ["espeak:en-us+m3", "en", "espeak:en-us"],
    ["flite:slt", "en-GB", "flite:rms"],
    ["say:anna", "de", "espeak:de"],
    ["say:pierre", "fr", null],
  ])("beside %s for %s: %s", (main, lang, expected) => {
    expect(other(main, lang)).toBe(expected);
  });
});

describe("the voice by what a listener has set", () => {
  const voice = (engine: string, name: string, lang: string): Voice => ({ id: voiceId(engine, name), name, lang, engine });
  const all = [
    voice("espeak", "en-gb", "en-GB"),
    voice("espeak", "en-us+klatt4", "en-US"),
    voice("espeak", "de", "de"),
    voice("flite", "slt", "en-US"),
    voice("flite", "awb", "en-GB"),
    voice("tone", "beep", "zxx"),
  ];
  const slt = { en: voiceId("flite", "slt") };
  const none = { voice: null, voices: {}, dialects: false };

  it.each([
    ["nothing set: the best for the text", none, "en-GB", "espeak:en-gb"],
    ["one for the language: it, for every dialect", { ...none, voices: slt }, "en-GB", "flite:slt"],
    ["another language: what was not set", { ...none, voices: slt }, "de", "espeak:de"],
    ["dialects: one of the same engine", { ...none, voices: slt, dialects: true }, "en-GB", "flite:awb"],
    ["dialects, a text that names none: the usual", { ...none, voices: slt, dialects: true }, "en", "flite:slt"],
    ["dialects, of the voice's own", { ...none, voices: slt, dialects: true }, "en-US", "flite:slt"],
    ["dialects, nobody speaks it: the usual", { ...none, voices: slt, dialects: true }, "en-AU", "flite:slt"],
    [
      "dialects, one set for it",
      { ...none, voices: { ...slt, "en-gb": voiceId("espeak", "en-gb") }, dialects: true },
      "en-GB",
      "espeak:en-gb",
    ],
    ["one for everything, and one for a language", { ...none, voice: voiceId("tone", "beep"), voices: slt }, "en", "flite:slt"],
    ["tones for everything", { ...none, voice: voiceId("tone", "beep"), dialects: true }, "de-AT", "tone:beep"],
    ["a voice that is gone", { ...none, voices: { en: voiceId("neural", "gone") }, dialects: true }, "en-US", "espeak:en-us+klatt4"],
    ["a language that nobody speaks", { ...none, voices: slt }, "fo", null],
  ])("with %s", (_, taste, lang, expected) => {
    expect(voiceByTaste(all, taste, lang)?.id ?? null).toBe(expected);
  });

  it("names languages without their dialects", () => {
    expect(["en-GB", "EN", "cmn", "zh-HK", "no", "pt_BR"].map(languageOf)).toEqual(["en", "en", "zh", "yue", "nb", "pt"]);
  });
});

describe("the letters that a voice knows", () => {
  const lang = (own: string) => ({ lang: own });
  it.each([
    ["en-US", "zh"],
    ["en-US", "ar"],
    ["de", "ru"],
    ["ru", "zh-TW"],
    ["zh", "uk"],
    ["fa", "hi"],
  ])("%s has none of %s", (own, other) => expect(knowsLetters(lang(own), other)).toBe(false));
  it.each([
    ["en-US", "de"],
    ["ru", "en"],
    ["ru", "uk"],
    ["ar", "fa"],
    ["cmn", "zh-TW"],
    ["zh", "yue"],
    ["zh-HK", "zh"],
    ["sr", "sr-Latn"],
    ["en", "und"],
    ["en", "not a language"],
    ["zxx", "zh"],
  ])("%s has those of %s", (own, other) => expect(knowsLetters(lang(own), other)).toBe(true));
});
