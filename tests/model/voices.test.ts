import { describe, expect, it } from "vitest";
import { chooseVoice, secondVoice, type Voice, type VoiceId, voiceId } from "../../src/model/index.ts";

const voices: readonly Voice[] = [
  ["espeak", "cmn", "zh"],
  ["espeak", "de", "de"],
  ["espeak", "en-029", "en-029"],
  ["espeak", "en-gb", "en-GB"],
  ["espeak", "en-us", "en-US"],
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
    ["en", "espeak:en-us"],
    ["en-US", "espeak:en-us"],
    ["en_GB", "espeak:en-gb"],
    ["en-AU", "espeak:en-us"],
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
    ["another when the chosen one is gone", "say:gone", "en-US", "espeak:en-us"],
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
