import { describe, expect, it } from "vitest";
import { articleId, blockId, languageOf, places, SAID_LANGUAGES, type Script, spokenText, type Utterance } from "../../src/model/index.ts";
import { withoutVoice } from "../../src/narrate/index.ts";

const sentence = (lang: string, text: string, block = 0): Utterance => ({
  role: "paragraph",
  lang,
  pieces: [{ spoken: text, source: { block: blockId(block), start: 0, end: text.length } }],
  pause: 0.35,
});
const script = (...utterances: readonly Utterance[]): Script => ({ article: articleId("0".repeat(16)), utterances });
const KHMER = "ភាសាខ្មែរជាភាសាផ្លូវការ។";
const TASTE = { verbosity: "brief", lang: "en" } as const;
const SPOKEN: readonly string[] = [...SAID_LANGUAGES, "he"];
const speaks = (lang: string): boolean => SPOKEN.includes(languageOf(lang));
const said = (of: Script): readonly string[] => of.utterances.map(spokenText);

describe("a language that no voice speaks", () => {
  it("is told once, before its first sentence, and silent where no voice knows its letters", () => {
    const before = script(sentence("en", "Hello."), sentence("km", KHMER, 1), sentence("en", "Again."), sentence("km-KH", KHMER, 2));
    const after = withoutVoice(before, TASTE, speaks);
    expect(said(after)).toEqual([
      "Hello.",
      "Khmer: no voice speaks it. 2 sentences are left out. You can add a voice in the settings.",
      "",
      "Again.",
      "",
    ]);
    expect(after.utterances[1]).toMatchObject({ role: "announcement", lang: "en" });
    expect(after.utterances.flatMap(places)).toEqual(before.utterances.flatMap(places));
    expect(after.utterances[2]?.pause).toBe(0);
  });

  it("is read by the listener's own voice in their letters, else by one of another language in its letters", () => {
    const text = script(sentence("so", "Waa maxay?"), sentence("mn", "Сайн байна уу?", 1), sentence("yi", "אַ גוטן טאָג", 2));
    const english = withoutVoice(text, TASTE, speaks);
    expect(english.utterances.map(({ lang }) => lang)).toEqual(["en", "en", "en", "ru", "en", "he"]);
    expect(said(english)[0]).toBe(
      "Somali: no voice speaks it. A voice of another language reads it: English. You can add a voice in the settings.",
    );
    expect(said(english)[2]).toContain("Russian");
    expect(withoutVoice(text, { ...TASTE, lang: "fr-CA" }, speaks).utterances[1]?.lang).toBe("fr-CA");
    expect(withoutVoice(text, { ...TASTE, lang: "uk" }, speaks).utterances[3]?.lang).toBe("uk");
  });

  it("is silent in letters whose voice is not there", () => {
    const after = withoutVoice(script(sentence("yi", "אַ גוטן טאָג")), TASTE, (lang) => lang === "en");
    expect(said(after)[0]).toMatch(/^Yiddish: .* 1 sentence is left out\./);
    expect(said(after)[1]).toBe("");
  });

  it.each(SAID_LANGUAGES)("is told in %s, by its name there", (lang) => {
    const [told] = withoutVoice(script(sentence("km", KHMER)), { ...TASTE, lang }, speaks).utterances;
    expect(told?.lang).toBe(lang);
    expect(told && spokenText(told)).toContain(new Intl.DisplayNames([lang], { type: "language" }).of("km"));
  });

  it("is told in English where nothing speaks the listener's language", () => {
    expect(withoutVoice(script(sentence("km", KHMER)), { ...TASTE, lang: "fr" }, (lang) => lang === "en").utterances[0]?.lang).toBe("en");
  });
});

it.each(["", "und", "mul", "zxx", "english", "x-a", "<b>"])("what is no language, as %j, stays as it is", (lang) => {
  const before = script(sentence(lang, "Hello."), sentence("en", "Again."));
  expect(withoutVoice(before, TASTE, speaks)).toBe(before);
});

it("a script in languages that are spoken stays as it is", () => {
  const before = script(sentence("en-GB", "Hello."), sentence("ru", "Привет."));
  expect(withoutVoice(before, TASTE, speaks)).toBe(before);
});
