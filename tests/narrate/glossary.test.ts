import { describe, expect, it } from "vitest";
import { blockId } from "../../src/model/index.ts";
import { explain, explainNear, spelled } from "../../src/narrate/index.ts";
import { article } from "./articles.ts";

const texts = [
  "The Northern Harbour Forces (NHF) took the Ferry Owners’ Association of Harl (“FOAH”) to court.",
  "Mayor Ada van der Quill spoke. The UNM (United Nordic Mariners) agreed with Tom Reed.",
  "Then the NHF left, and Quill's aide met the N.H.F. again. The UNM's boats and FOAH stayed with Reed; XYZ did not.",
];
const given = article({ title: "Quill Meets NHF", blocks: texts.map((text) => ({ kind: "paragraph" as const, text })) });
const at = (word: string): ReturnType<typeof explain> => {
  const offset = (texts[2] ?? "").indexOf(word);
  return explain(given, { block: blockId(2), offset: offset + 1 });
};

describe("what an article says of a name", () => {
  it.each([
    ["NHF", "Northern Harbour Forces"],
    ["N.H.F.", "Northern Harbour Forces"],
    ["UNM's", "United Nordic Mariners"],
    ["FOAH", "Ferry Owners’ Association of Harl"],
    ["Quill's", "Mayor Ada van der Quill"],
    ["Reed", "Tom Reed"],
  ])("%s", (word, long) => expect(at(word)?.long).toBe(long));

  it("comes with the sentence of the first mention", () =>
    expect(at("UNM")?.at).toEqual({ block: blockId(1), start: 31, end: texts[1]?.length }));

  it.each(["XYZ", "left", "Then", " "])("is nothing for “%s”", (word) => expect(at(word)).toBe(null));
  it.each([
    [0, 0, "NHF"],
    [1, 33, "UNM"],
    [2, 0, "NHF"],
    [2, 16, "NHF"],
    [2, 75, "UNM"],
    [2, 200, "Reed"],
  ])("is found near place %i:%i: %s", (block, offset, short) =>
    expect(explainNear(given, { block: blockId(block), offset })?.short.replaceAll(".", "")).toBe(short),
  );
  it("is nothing where the sentence has no short name", () => {
    expect(explainNear(given, { block: blockId(1), offset: 0 })).toBe(null);
    const plain = article({ blocks: [{ kind: "paragraph", text: "The boats sailed. Tom Reed (TR) met the crew." }] });
    expect(explainNear(plain, { block: blockId(0), offset: 0 })).toBe(null);
  });
  it("is nothing outside of the text", () => {
    expect(explain(given, { block: blockId(9), offset: 0 })).toBe(null);
    expect(explain(given, { block: blockId(2), offset: 100_000 })).toBe(null);
  });
});

describe("spelling", () => {
  it.each([
    ["Un2.", "en", "capital U, n, two, full stop"],
    ["a b", "en-GB", "a, space, b"],
    ["Né2", "fr", "N majuscule, é, deux"],
    ["Né2", "sv", "N, é, 2"],
    ["", "en", ""],
    ["漢字", "zh", "漢, 字"],
  ])("%s (%s)", (text, lang, spoken) => expect(spelled(text, lang)).toBe(spoken));
  it("ends", () => expect(spelled("x".repeat(10_000), "en").length).toBeLessThan(1000));
});
