import { describe, expect, it } from "vitest";
import { type Audit, RATE, type Variant, type Voice, voiceId } from "../../../src/model/index.ts";
import { auditWords, leftGroups } from "../../../src/ui/reading/audit.ts";
import { RATES, step } from "../../../src/ui/reading/rates.ts";
import { timeWords } from "../../../src/ui/reading/time.ts";
import { groupVoices, listedVoice, variantWords } from "../../../src/ui/reading/voices.ts";
import { articleOf } from "../article.ts";

describe("RATES", () => {
  it("go from the lowest to the highest, each of them once, in steps as fine as the ear", () => {
    expect(RATES[0]).toBe(RATE.lowest);
    expect(RATES.at(-1)).toBe(RATE.highest);
    expect([...RATES].sort((one, other) => one - other)).toEqual(RATES);
    expect(new Set(RATES).size).toBe(RATES.length);
    expect(step(RATES, 1, 1)).toBe(1.1);
    expect(step(RATES, 2, 1)).toBe(2.25);
    expect(step(RATES, 4, 1)).toBe(4.5);
    expect(step(RATES, 2, -1)).toBe(1.9);
  });

  it("end where they end, and go on from between two steps", () => {
    expect(step(RATES, 8, 1)).toBe(8);
    expect(step(RATES, 0.5, -1)).toBe(0.5);
    expect(step(RATES, 1.05, 1)).toBe(1.1);
    expect(step(RATES, 1.05, -1)).toBe(1);
  });
});

describe("a list of voices", () => {
  const voice = (engine: string, name: string, lang: string): Voice => ({ id: voiceId(engine, name), name, lang, engine });
  const voices = [
    voice("tone", "beep", "en"),
    voice("say", "kal", "en-US"),
    voice("espeak", "de", "de"),
    voice("espeak", "en-gb", "en-GB"),
    voice("espeak", "en-us", "en-US"),
    voice("espeak", "en-us+f3", "en-US"),
  ];

  it("groups by language, the article's first", () => {
    expect(groupVoices(voices, "de-CH").map(({ name, voices: members }) => [name, members.length])).toEqual([
      ["German", 1],
      ["English", 5],
    ]);
  });
});

describe("a voice's sound", () => {
  it("is of the row that its voice has, and named", () => {
    const [british, german] = [voiceId("espeak", "en-gb+klatt4"), voiceId("espeak", "de")].map((id) => ({
      id,
      name: id,
      lang: "en",
      engine: "espeak",
    }));
    const rows = [british, german].flatMap((row) => row ?? []);
    expect(listedVoice(rows, voiceId("espeak", "en-gb"))).toBe(british);
    expect(listedVoice(rows, voiceId("espeak", "de+m3"))).toBe(german);
    expect(listedVoice(rows, voiceId("espeak", "fr"))).toBeNull();
    expect(listedVoice(rows, null)).toBeNull();
    expect([null, "klatt4", "f3"].map((variant) => variantWords(variant as Variant | null))).toEqual(["plain", "klatt4", "female3"]);
  });
});

describe("auditWords", () => {
  const { audit } = articleOf([]);
  const entry = { blocks: [], after: null, part: null, back: false, rule: null } as const;
  it("says what was kept, merged and left out", () => {
    const full: Audit = {
      kept: { ...audit.kept, paragraph: 16, heading: 1, figure: 3 },
      merged: [1, 2, 3].map(() => ({ texts: ["a", "a"], reason: "caption-repeats-description" as const })),
      left: [
        { id: "0", text: "Accessibility links", reason: "skip-link", ...entry },
        { id: "1", text: "XS", reason: "size-control", ...entry },
        { id: "2", text: "SM", reason: "size-control", ...entry },
      ],
    };
    expect(auditWords(full)).toBe(
      "Kept 16 paragraphs, 1 heading, 3 photos. Three captions repeat their descriptions and are read once. Left out: skip links, text-size controls.",
    );
    expect(leftGroups(full).map(({ reason, texts }) => [reason, texts.length])).toEqual([
      ["skip-link", 1],
      ["size-control", 2],
    ]);
  });

  it("says what was put back", () => {
    const left = [
      { id: "l0", text: "Our letter", reason: "newsletter", ...entry, back: true },
      { id: "l1", text: "Home", reason: "navigation", ...entry },
    ] as const;
    expect(auditWords({ ...audit, kept: { ...audit.kept, paragraph: 2 }, left })).toBe(
      "Kept 2 paragraphs. Left out: navigation. You put back: newsletter sign-up.",
    );
  });

  it("says first that the rest has its price", () => {
    expect(auditWords({ ...audit, beginning: true, kept: { ...audit.kept, paragraph: 1 } })).toMatch(
      /^Only the beginning is free\. Kept 1/,
    );
  });

  it("says that nothing was left out", () => {
    expect(auditWords({ ...audit, kept: { ...audit.kept, paragraph: 1 } })).toBe("Kept 1 paragraph. Nothing was left out.");
  });
});

describe("timeWords", () => {
  it("keeps the day of a date, whatever the zone", () => {
    expect(timeWords("2024-03-05")).toBe("5 March 2024");
  });
  it("shows what is no date as it is", () => {
    expect(timeWords("last week")).toBe("last week");
  });
});
