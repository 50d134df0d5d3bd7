import { describe, expect, it } from "vitest";
import { chooseVoice, type Voice, voiceId } from "../../src/model/index.ts";

const voice = (engine: string, name: string, lang: string): Voice => ({ id: voiceId(engine, name), name, lang, engine });
const voices = [
  voice("espeak", "en-gb", "en-GB"),
  voice("espeak", "en-us", "en-US"),
  voice("espeak", "fr", "fr-FR"),
  voice("espeak", "pt", "pt-PT"),
  voice("say", "kal", "en-US"),
];

describe("the voice for a text", () => {
  it.each([
    ["the listener's, where it speaks the language", voiceId("say", "kal"), "en-AU", "say:kal"],
    ["not the listener's, where it does not", voiceId("say", "kal"), "fr", "espeak:fr"],
    ["the very language first", null, "en-GB", "espeak:en-gb"],
    ["the usual accent of a language without one", null, "en", "espeak:en-us"],
    ["another accent before none", null, "pt-BR", "espeak:pt"],
    ["whatever the case and the separator", null, "EN_us", "espeak:en-us"],
    ["a chosen voice that is gone", voiceId("say", "gone"), "en-US", "espeak:en-us"],
    ["none for a language that nobody speaks", null, "eo", null],
  ])("is %s", (_, chosen, lang, expected) => {
    expect(chooseVoice(voices, chosen, lang)?.id ?? null).toBe(expected);
  });
});
