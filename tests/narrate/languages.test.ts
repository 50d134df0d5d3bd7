import { describe, expect, it } from "vitest";
import { type Script, spokenText } from "../../src/model/index.ts";
import { narrate } from "../../src/narrate/index.ts";
import { article } from "./articles.ts";

const told = (script: Script): readonly (readonly [string, string])[] => script.utterances.map((one) => [one.lang, spokenText(one)]);

describe("announcements", () => {
  const french = article({
    lang: "fr",
    title: "Le bac",
    blocks: [
      { kind: "heading", text: "En mer" },
      { kind: "figure", caption: "Le bac part", alt: "" },
      { kind: "item", text: "du bois", ordinal: 1 },
    ],
  });

  it("go with a text of their own language, in one breath", () => {
    expect(told(narrate(french, { verbosity: "normal", lang: "fr-CA" }))).toEqual([
      ["fr", "Le bac"],
      ["fr", "Section: En mer"],
      ["fr", "Photo. Le bac part"],
      ["fr-CA", "Liste de 1 élément."],
      ["fr", "1: du bois"],
    ]);
  });

  it("have a voice of their own beside a text of another language; what is alike in both has the text's", () => {
    expect(told(narrate(french, { verbosity: "normal", lang: "de" }))).toEqual([
      ["fr", "Le bac"],
      ["de", "Abschnitt:"],
      ["fr", "En mer"],
      ["de", "Foto."],
      ["fr", "Le bac part"],
      ["de", "Liste mit 1 Eintrag."],
      ["fr", "1: du bois"],
    ]);
  });

  it("are English where nobody wrote them", () => {
    expect(told(narrate(french, { verbosity: "normal", lang: "sv" }))[1]).toEqual(["en", "Section:"]);
  });

  it.each([
    ["de", "Veröffentlicht am achtzehnten Februar 2019."],
    ["fr", "Publié le 18 février 2019."],
    ["en", "Published February eighteenth, twenty nineteen."],
  ])("say the day in %s", (lang, spoken) => {
    const dated = article({ lang, title: "x", blocks: [], published: "2019-02-18T08:00:00Z" });
    expect(told(narrate(dated, { verbosity: "full", lang })).at(-1)).toEqual([lang, spoken]);
  });

  it("do not say who wrote it twice", () => {
    const by = (byline: string, lang: string): string =>
      spokenText(
        narrate(article({ lang, title: "x", byline, blocks: [] }), { verbosity: "normal", lang }).utterances[1] ?? {
          role: "title",
          pieces: [],
          lang,
          pause: 0,
        },
      );
    expect(by("Ada Quill", "de")).toBe("Von Ada Quill");
    expect(by("Von Ada Quill", "de")).toBe("Von Ada Quill");
    expect(by("Par Ada Quill", "fr")).toBe("Par Ada Quill");
  });

  it("name the column of each cell in any language", () => {
    const table = article({
      lang: "fr",
      title: "x",
      blocks: [
        {
          kind: "table",
          rows: [
            ["An", "Bacs"],
            ["Un", "Deux"],
          ],
        },
      ],
    });
    expect(told(narrate(table, { verbosity: "normal", lang: "en" })).at(-1)?.[1]).toMatch(/^An: Un, Bacs: Deux/);
  });
});

describe("a footnote", () => {
  it.each([
    ["1. See the report.", "Footnote one. See the report."],
    ["[2] See the report.", "Footnote two. See the report."],
    ["b) See the report.", "Footnote b. See the report."],
    ["3 See the report.", "Footnote three. See the report."],
    ["3 people said so.", "Footnote. three people said so."],
    ["a report says so.", "Footnote. a report says so."],
    ["* Not counted.", "Footnote. Not counted."],
    ["↑ Jones, p. 5.", "Footnote. Jones, page five."],
    ["A report says so.", "Footnote. A report says so."],
    ["12", "Footnote. twelve"],
  ])("%s", (text, spoken) => {
    const noted = article({ title: "x", blocks: [{ kind: "footnote", text }] });
    expect(
      told(narrate(noted, { verbosity: "normal", lang: "en" }))
        .slice(1)
        .map(([, said]) => said)
        .join(" "),
    ).toBe(spoken);
  });
});
