import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween } from "../../src/app/changes.ts";
import { type Article, type Block, blockId, TITLE } from "../../src/model/index.ts";
import { articleOf } from "../ui/article.ts";

const made = (texts: readonly string[], title = "The ferry"): Article =>
  articleOf(
    texts.map((text, index): Block => ({ kind: "paragraph", id: blockId(index), text, lang: null, spans: [] })),
    { title },
  );

const FERRY = "The ferry left the harbour at noon with forty people on board.";
const WIND = "A strong wind came up in the afternoon, and the captain turned round.";
const SAFE = "Nobody was hurt, the harbour master said in the evening.";
const NEWS = "On Tuesday the owners said that the ship will be repaired in the spring.";

/** What a person would note of it. */
const told = (former: Article, article: Article): string => {
  const found = changesBetween(former, article);
  if (!found) return "nothing";
  return [...found.changes.map(({ block, kind }) => `${block} ${kind}`), ...(found.removed > 0 ? [`${found.removed} removed`] : [])].join(
    ", ",
  );
};

describe("what has changed in an article", () => {
  it.each([
    ["nothing", [FERRY, WIND], [FERRY, WIND], "nothing"],
    ["a paragraph that was parted", [FERRY, `${WIND} ${SAFE}`], [FERRY, WIND, SAFE], "nothing"],
    ["two that were joined", [FERRY, WIND, SAFE], [FERRY, `${WIND} ${SAFE}`], "nothing"],
    ["one that was parted, and goes on", [`${WIND} ${SAFE}`], [WIND, SAFE, NEWS], "b2 new"],
    ["a part of one that was taken out", [`${WIND} ${SAFE}`, FERRY], [WIND, FERRY], "b0 changed"],
    ["only signs and spaces", ["“We wait,” she said."], ['"We wait", she said.'], "nothing"],
    ["a paragraph at the end", [FERRY, WIND], [FERRY, WIND, NEWS], "b2 new"],
    ["a paragraph at the beginning", [FERRY, WIND], [NEWS, FERRY, WIND], "b0 new"],
    ["a paragraph that has moved", [FERRY, WIND, SAFE], [SAFE, FERRY, WIND], "nothing"],
    ["a number in a paragraph", [FERRY, WIND], [FERRY.replace("forty", "forty-two"), WIND], "b0 changed"],
    [
      "half of a paragraph",
      [FERRY, WIND],
      [FERRY, "A strong wind came up in the evening, and two passengers were brought ashore."],
      "b1 changed",
    ],
    ["a paragraph that is gone", [FERRY, WIND, SAFE], [FERRY, SAFE], "1 removed"],
    ["one text in place of another", [FERRY, WIND], [FERRY, NEWS], "b1 new, 1 removed"],
    ["the same text once more", [FERRY], [FERRY, FERRY], "b1 new"],
  ])("%s", (_name, former, article, changes) => expect(told(made(former), made(article))).toBe(changes));

  it("tells a headline that is another", () =>
    expect(told(made([FERRY]), made([FERRY], "The ferry turns round"))).toBe(`${TITLE} changed`));

  it("knows a photo without words by its picture", () => {
    const photo = (src: string): Block => ({
      kind: "figure",
      id: blockId(0),
      text: "",
      lang: null,
      spans: [],
      src,
      alt: "",
      caption: "",
      credit: null,
    });
    expect(changesBetween(articleOf([photo("a.jpg")]), articleOf([photo("a.jpg")]))).toBeNull();
    expect(changesBetween(articleOf([photo("a.jpg")]), articleOf([photo("b.jpg")]))).toMatchObject({
      changes: [{ kind: "new" }],
      removed: 1,
    });
  });

  it("is nothing for the same texts in any order, and every added text is told", () => {
    const text = fc.array(fc.constantFrom("ferry", "wind", "harbour", "noon", "captain", "forty", "spring"), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 4 }), (common, added) => {
        const before = made(common.map((words) => words.join(" ")));
        expect(changesBetween(before, made(common.toReversed().map((words) => words.join(" "))))).toBeNull();
        const after = made([...common, ...added].map((words) => words.join(" ")));
        const found = changesBetween(before, after);
        expect(found?.changes.length ?? 0).toBe(added.length);
        expect(found?.removed ?? 0).toBe(0);
      }),
    );
  });
});
