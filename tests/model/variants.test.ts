import { describe, expect, it } from "vitest";
import { chooseVoice, isOffered, type Voice, type VoiceId, variantOf, voiceByTaste, voiceOf, withVariant } from "../../src/model/index.ts";

const voice = (id: string, lang: string): Voice => ({ id: id as VoiceId, name: id, lang, engine: id.split(":")[0] ?? "" });
const british = voice("espeak:en-gb+klatt4", "en-GB");
const american = voice("espeak:en-us+klatt4", "en-US");
const voices = [british, american, voice("espeak:de", "de"), voice("neural:a+b", "de"), voice("flite:slt", "en-US")];

describe("a voice with several sounds", () => {
  it("is named by its plain id and the sound", () => {
    expect(variantOf("espeak:de" as VoiceId)).toEqual({ plain: "espeak:de", variant: null });
    expect(variantOf("espeak:de+f3" as VoiceId)).toEqual({ plain: "espeak:de", variant: "f3" });
    for (const none of ["espeak:de+nobody", "espeak:de+", "espeak:de+f3+m3", "flite:slt+f3"]) expect(variantOf(none as VoiceId)).toBeNull();
    expect(withVariant("espeak:de+f3" as VoiceId, "m3")).toBe("espeak:de+m3");
    expect(withVariant("espeak:de+f3" as VoiceId, null)).toBe("espeak:de");
  });

  it.each([
    ["espeak:en-gb+klatt4", british],
    ["espeak:en-gb", { ...british, id: "espeak:en-gb" }],
    ["espeak:en-us+Alex", { ...american, id: "espeak:en-us+Alex" }],
    ["neural:a+b", voices[3]],
    ["flite:slt+f3", null],
    ["espeak:xx+f3", null],
    ["espeak:en-gb+nobody", null],
  ])("%s is a voice, though a list has each voice once", (id, expected) => {
    expect(voiceOf(voices, id as VoiceId)).toEqual(expected);
  });

  it("is offered where a recogniser understands it, and else there for who asks", () => {
    const caribbean = voice("espeak:en-029+klatt4", "en-029");
    expect([...voices, caribbean].filter((one) => !isOffered(one))).toEqual([caribbean]);
    expect(chooseVoice([caribbean, ...voices], null, "en-029")?.id).toBe("espeak:en-us+klatt4");
    expect(chooseVoice([caribbean, ...voices], "espeak:en-029" as VoiceId, "en-029")?.id).toBe("espeak:en-029");
  });

  it("stays as it was chosen", () => {
    expect(chooseVoice(voices, "espeak:en-gb" as VoiceId, "en-US")?.id).toBe("espeak:en-gb");
    expect(chooseVoice(voices, "espeak:en-gb" as VoiceId, "de")?.id).toBe("espeak:de");
    expect(chooseVoice(voices, null, "en-GB")?.id).toBe("espeak:en-gb+klatt4");
    const taste = { voice: null, voices: { en: american.id, "en-gb": "espeak:en-gb+f3" as VoiceId }, dialects: true };
    expect(voiceByTaste(voices, taste, "en-GB")?.id).toBe("espeak:en-gb+f3");
  });
});
