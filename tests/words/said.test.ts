import { describe, expect, it } from "vitest";
import { SAID_LANGUAGES } from "../../src/model/index.ts";
import { announcements } from "../../src/words/en/announcements.ts";
import { spelling } from "../../src/words/en/spelling.ts";
import { type SaidKey, said, saidLanguage } from "../../src/words/index.ts";

const KEYS = Object.keys({ ...announcements, ...spelling }) as readonly SaidKey[];
/** Values that stand out, so that one that is lost is noticed. */
const VALUES = {
  n: 7,
  total: 70,
  count: 700,
  columns: 71,
  rows: 72,
  caption: "some",
  day: "DAY",
  letter: "LETTER",
  header: "HEADER",
  language: "LANGUAGE",
  other: "OTHER",
  title: "TITLE",
  source: "SOURCE",
};
/** What a message says of the values, in any order. */
const told = (text: string): readonly string[] => (text.match(/\d+|DAY|LETTER|HEADER|LANGUAGE|OTHER|TITLE|SOURCE/g) ?? []).toSorted();

describe.each(SAID_LANGUAGES)("%s", (lang) => {
  it.each(KEYS)("has its own words for %s, with all that belongs in them", (key) => {
    const text = said(key, lang, VALUES);
    expect(text.trim()).not.toBe("");
    expect(text).not.toMatch(/[{}#]|plural|select/);
    expect(told(text)).toEqual(told(said(key, "en", VALUES)));
    if (lang !== "en" && text === said(key, "en", VALUES)) expect(SAME).toContain(key);
  });

  it.each(KEYS)("tells each number of %s, also where its grammar takes it as it takes one", (key) => {
    // 21 and 31 go like 1 in Russian and Ukrainian.
    for (const many of [11, 21, 31, 101, 121]) {
      const values = { ...VALUES, n: many, total: many, count: many, columns: many, rows: many };
      expect(told(said(key, lang, values)), String(many)).toEqual(told(said(key, "en", values)));
    }
  });

  it("says no number of an only photo", () => {
    for (const key of ["say.photoOf", "say.nOf", "say.barePhotoOf"] as const)
      expect(said(key, lang, { n: 1, total: 1 }), key).not.toMatch(/\d/);
  });

  it("counts as its grammar does", () => {
    for (const count of [1, 2, 3, 5, 11, 21, 101]) expect(said("say.list", lang, { count })).not.toBe("");
    expect(said("say.table", lang, { columns: 2, rows: 5, caption: "none" })).toMatch(/[.。।]$/);
    expect(said("say.table", lang, { columns: 2, rows: 5, caption: "some" })).toMatch(/[:：]$/);
  });
});

/** What several languages write alike: "Photo.", "Video:", "Code.", "Foto." and numbers. */
const SAME: readonly string[] = [
  "say.photo",
  "say.ordinal",
  "say.header",
  "say.nOf",
  "say.section",
  "say.video",
  "say.audio",
  "say.bareVideo",
  "say.bareAudio",
  "say.code",
  "spell.apostrophe",
  // French and English six, Italian and Portuguese zero.
  "spell.6",
  "spell.0",
];

it("counts in Russian, Ukrainian and Arabic", () => {
  const list = (lang: string): readonly string[] => [1, 2, 5, 21].map((count) => said("say.list", lang, { count }));
  expect(list("ru")).toEqual(["Список из 1 пункта.", "Список из 2 пунктов.", "Список из 5 пунктов.", "Список из 21 пункта."]);
  expect(list("ar")).toEqual(["قائمة من عنصر واحد.", "قائمة من عنصرين.", "قائمة من 5 عناصر.", "قائمة من 21 عنصرًا."]);
  expect([1, 2, 5].map((columns) => said("say.table", "uk", { columns, rows: 1, caption: "none" }))).toEqual([
    "Таблиця, 1 стовпець, 1 рядок.",
    "Таблиця, 2 стовпці, 1 рядок.",
    "Таблиця, 5 стовпців, 1 рядок.",
  ]);
});

it("takes a region for its language, and English for what nobody wrote", () => {
  expect(saidLanguage("pt-BR")).toBe("pt");
  expect(saidLanguage("ZH-hant")).toBe("zh");
  expect(saidLanguage("sv")).toBeNull();
  expect(said("say.photo", "fr-CA")).toBe("Photo.");
  expect(said("say.caption", "sv")).toBe("Caption:");
});
