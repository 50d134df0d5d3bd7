import { afterEach, describe, expect, it } from "vitest";
import { en } from "../../src/words/en/index.ts";
import { interfaceDirection, interfaceLanguage, type MessageKey, PSEUDO_LOCALES, speakLanguage, words } from "../../src/words/index.ts";
import { pseudoMessage } from "../../src/words/pseudo.ts";

afterEach(async () => {
  await speakLanguage("en");
});

describe("a language that nobody speaks", () => {
  it("is longer by two fifths, has accents and ends, and leaves alone what is for the format", () => {
    expect(pseudoMessage("Fetch again", "en-XA")).toBe("⟦Féétçh ààgààîîñ⟧");
    expect(pseudoMessage("{count, plural, one {# new} other {# new ones}} of {all}", "en-XA")).toBe(
      "⟦{count, plural, one {# ñééw} other {# ñééw ööñééš}} ööf {all}⟧",
    );
  });

  it.each(["en-XA", "ar-XB"] as const)("speaks every message in %s, none of them as it is in English", async (tag) => {
    expect(await speakLanguage(tag)).toBe("en");
    expect(interfaceLanguage()).toBe("en");
    expect(interfaceDirection()).toBe(PSEUDO_LOCALES[tag].direction);
    const length = (texts: readonly string[]): number => texts.join("").length;
    const plain = (Object.keys(en) as MessageKey[]).filter((key) => !key.startsWith("terminal.") && !en[key].includes("{"));
    expect(plain.filter((key) => words(key) === en[key])).toEqual([]);
    expect(length(plain.map((key) => words(key))) / length(plain.map((key) => en[key]))).toBeGreaterThan(1.35);
    for (const count of [0, 1, 2]) expect(words("find.count", { count })).toMatch(/^\u200f?⟦.*⟧\u200f?$/);
  });

  it("is left again", async () => {
    await speakLanguage("ar-XB");
    await speakLanguage("en");
    expect(words("header.open")).toBe(en["header.open"]);
    expect(interfaceDirection()).toBe("ltr");
  });
});
