import { describe, expect, it } from "vitest";
import { type Block, blockId, KICKER, type Script, TITLE, type Utterance } from "../../../src/model/index.ts";
import { minutesLeft, positionOf } from "../../../src/play/index.ts";
import { entriesOf, photoAt, spokenPlace } from "../../../src/ui/reading/outline.ts";
import { articleOf } from "../article.ts";

const base = (n: number, text: string) => ({ id: blockId(n), text, lang: null, spans: [] });
const blocks: readonly Block[] = [
  { ...base(0, "The first ships came in."), kind: "paragraph" },
  { ...base(1, "A ship at the quay."), kind: "figure", src: null, alt: "", caption: "A ship at the quay.", credit: null },
  { ...base(2, "What is next"), kind: "heading", level: 2 },
  { ...base(3, "“We wait,” she said."), kind: "quote" },
  { ...base(4, "See the plan."), kind: "paragraph", spans: [{ kind: "link", start: 4, end: 12, address: "https://example.org/" }] },
];
const article = articleOf(blocks);

const piece = (block: Utterance["pieces"][number]["source"], spoken: string) => ({ spoken, source: block });
const script: Script = {
  article: article.id,
  utterances: [
    {
      role: "figure",
      lang: "en",
      pause: 0.5,
      pieces: [
        piece(null, "Photo. "),
        piece({ block: blockId(1), start: 0, end: 1 }, "A "),
        piece({ block: blockId(1), start: 2, end: 6 }, "ship "),
      ],
    },
    { role: "paragraph", lang: "en", pause: 0, pieces: [piece({ block: blockId(4), start: 0, end: 13 }, "See the plan.")] },
  ],
};

describe("entriesOf", () => {
  it("lists every place to go to, in order", () => {
    expect(entriesOf(article).map(({ kind, text, number }) => `${kind} ${number} ${text}`)).toEqual([
      "title 1 The harbour opens again",
      "photo 1 A ship at the quay.",
      "heading 1 What is next",
      "quote 1 “We wait,” she said.",
      "link 1 the plan",
    ]);
  });
});

describe("positionOf", () => {
  it.each([
    [TITLE, { section: 1, sections: 2, heading: null, paragraph: 0, paragraphs: 1 }],
    [KICKER, { section: 1, sections: 2, heading: null, paragraph: 0, paragraphs: 1 }],
    [blockId(0), { section: 1, sections: 2, heading: null, paragraph: 1, paragraphs: 1 }],
    [blockId(2), { section: 2, sections: 2, heading: "What is next", paragraph: 0, paragraphs: 2 }],
    [blockId(4), { section: 2, sections: 2, heading: "What is next", paragraph: 2, paragraphs: 2 }],
  ])("%s", (block, expected) => {
    expect(positionOf(article, block)).toEqual(expected);
  });

  it("counts one section where there are no blocks", () => {
    expect(positionOf(articleOf([]), TITLE)).toMatchObject({ section: 1, sections: 1, paragraph: 0 });
  });
});

describe("spokenPlace", () => {
  it.each([
    ["the start of a photo: its announcement too", { block: blockId(1), offset: 0 }, { utterance: 0, offset: 0 }],
    ["a word in the middle", { block: blockId(1), offset: 2 }, { utterance: 0, offset: 9 }],
    ["a letter in a word", { block: blockId(1), offset: 4 }, { utterance: 0, offset: 11 }],
    ["a letter in a piece of many words", { block: blockId(4), offset: 8 }, { utterance: 1, offset: 8 }],
  ])("%s", (_name, place, expected) => {
    expect(spokenPlace(script, place)).toEqual(expected);
  });
});

describe("minutesLeft", () => {
  const long: Script = {
    article: article.id,
    utterances: Array.from({ length: 10 }, () => ({ role: "paragraph", lang: "en", pause: 0, pieces: [piece(null, "word ".repeat(175))] })),
  };
  it("is in minutes at the rate", () => {
    expect(minutesLeft(long, 0, 1)).toBe(10);
    expect(minutesLeft(long, 0, 2)).toBe(5);
    expect(minutesLeft(long, 9, 2)).toBe(1);
    expect(minutesLeft(long, 10, 1)).toBe(0);
  });
});

describe("a table", () => {
  const cell = (text: string, start: number) => ({ start, end: start + text.length, text, header: true, columns: 1 });

  it("is called by its caption, else by its first row", () => {
    const table = (caption: string | null): Block => ({
      ...base(0, "Year\tShips"),
      kind: "table",
      caption,
      rows: [[cell("Year", 0), cell("Ships", 5)]],
    });
    expect(entriesOf(articleOf([table("Ships a year")])).at(-1)).toMatchObject({ kind: "table", text: "Ships a year" });
    expect(entriesOf(articleOf([table(null)])).at(-1)).toMatchObject({ kind: "table", text: "Year, Ships" });
  });
});

describe("the photo at a place", () => {
  const photo = (n: number): Block => ({
    ...base(n, `Photo ${n}`),
    kind: "figure",
    src: null,
    alt: "",
    caption: `Photo ${n}`,
    credit: null,
  });
  const two = articleOf([{ ...base(0, "Text."), kind: "paragraph" }, photo(1), { ...base(2, "More."), kind: "paragraph" }, photo(3)]);

  it("is the one there, else the one before it, else the first", () => {
    expect(photoAt(two, { block: blockId(3), offset: 0 })).toBe(blockId(3));
    expect(photoAt(two, { block: blockId(2), offset: 0 })).toBe(blockId(1));
    expect(photoAt(two, { block: TITLE, offset: 0 })).toBe(blockId(1));
    expect(photoAt(two, null)).toBe(blockId(1));
    expect(photoAt(articleOf([]), null)).toBeNull();
  });
});
