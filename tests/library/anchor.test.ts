import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, findAnchor, resumeAt } from "../../src/library/anchor.ts";
import { type Article, blockId, type Place } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";

const ADDRESS = "https://a.example/ferry";
const of = (...paragraphs: readonly string[]): Article => articleOf(ADDRESS, paragraphs);

/** The place of a text in an article: of the n-th that has it. */
function placeOf(article: Article, text: string, nth = 1): Place {
  let left = nth;
  for (const block of article.blocks)
    for (let at = block.text.indexOf(text); at >= 0; at = block.text.indexOf(text, at + 1)) {
      left -= 1;
      if (left === 0) return { block: block.id, offset: at };
    }
  throw new Error(`no ${text}`);
}
const anchor = (article: Article, text: string, nth = 1) => {
  const place = placeOf(article, text, nth);
  return anchorOf(article, place, place.offset + text.length);
};
const textAt = (article: Article, found: ReturnType<typeof findAnchor>): string | null =>
  found && (article.blocks.find(({ id }) => id === found.place.block)?.text.slice(found.place.offset, found.end) ?? null);

const FERRY = of(
  "The ferry left at noon. It carried nine people.",
  "The captain had not slept. He said so himself.",
  "A crowd waited on the quay. The ferry left at noon. Nobody waved.",
  "It came back at dusk, with its lamps lit.",
);

describe("a passage", () => {
  it("is where it was when nothing has changed", () => {
    const kept = anchor(FERRY, "He said so himself.");
    expect(findAnchor(FERRY, kept)).toEqual({ place: kept.place, end: 46, exact: true });
  });

  it("moves with its words, also to another block and a block that was put back", () => {
    const kept = anchor(FERRY, "It carried nine people.");
    const moved = of("Update: all are safe.", "A crowd waited. It carried nine people.");
    expect(findAnchor(moved, kept)).toEqual({ place: { block: "b1", offset: 16 }, end: 38, exact: true });
  });

  it("is told from the same words elsewhere by what stands around it", () => {
    const second = anchor(FERRY, "The ferry left at noon.", 2);
    const changed = of(
      "Update: all are safe.",
      "The ferry left at noon. It carried nine people.",
      "The captain had not slept. He said so himself.",
      "A crowd waited on the quay. The ferry left at noon. Nobody waved.",
    );
    expect(findAnchor(changed, second)?.place).toEqual({ block: "b3", offset: 28 });
    expect(findAnchor(changed, anchor(FERRY, "The ferry left at noon."))?.place).toEqual({ block: "b1", offset: 0 });
  });

  it("is gone when it is gone, and not where the same words stand elsewhere", () => {
    const second = anchor(FERRY, "The ferry left at noon.", 2);
    const without = of(
      "The ferry left at noon. It carried nine people.",
      "The captain had not slept. He said so himself.",
      "A crowd waited on the quay. Nobody waved.",
      "It came back at dusk, with its lamps lit.",
    );
    expect(findAnchor(without, second)).toBeNull();
  });

  it("is found with some of its words changed, a letter wrong, or other quotes and spaces", () => {
    const kept = anchor(FERRY, "A crowd waited on the quay.");
    for (const text of [
      "A large crowd waited on the quay.",
      "A crowd waited at the quay.",
      "A crowed waited on the quay.",
      "“A crowd waited on the\u00a0quay.”",
    ]) {
      const changed = of("New lead.", "The captain had not slept. He said so himself.", `${text} The ferry left at noon.`);
      expect(textAt(changed, findAnchor(changed, kept))).toContain("crow");
    }
    const other = of("The captain had not slept.", "A band waited in the hall for the mayor.");
    expect(findAnchor(other, kept)).toBeNull();
  });

  it("of few words is known only by what stands around it", () => {
    const talk = of("Did he go? No. He stayed at home.", "Was he ill? No. He was only tired.");
    const kept = anchor(talk, "No.", 2);
    expect(findAnchor(of("Intro.", "Was he ill? No. He was only tired."), kept)?.place).toEqual({ block: "b1", offset: 12 });
    expect(findAnchor(of("Did he go? No. He stayed at home."), kept)).toBeNull();
  });

  it("is found in scripts that write no spaces, and without accents", () => {
    const chinese = of("渡轮中午离开。船上有九个人。", "船长没有睡觉。他自己这么说。");
    const kept = anchor(chinese, "他自己这么说。");
    expect(findAnchor(of("更新。", "船长没有睡觉。他自己这么说。"), kept)?.place).toEqual({ block: "b1", offset: 7 });
    const french = of("Le café était fermé depuis midi.");
    expect(
      findAnchor(of("Neu.", "Le cafe etait ferme depuis midi."), anchor(french, "Le café était fermé depuis midi."))?.place.block,
    ).toBe("b1");
  });
});

describe("going on", () => {
  const resume = (before: Article, place: Place, after: Article): Place => resumeAt(after, anchorOf(before, place, place.offset + 100));
  const LEAD = "Ships came in on Monday morning. Hundreds of people had come to see them.";

  it("does not take the first of two paragraphs that begin alike", () => {
    const before = of(
      "Police said the road was closed on Monday.",
      "Traffic stood for hours.",
      "Police said the road was closed on Tuesday.",
    );
    const place = { block: blockId(2), offset: 0 };
    const after = of(
      "Snow fell.",
      "Police said the road was closed on Monday.",
      "Traffic stood for hours.",
      "Police said the road was closed on Tuesday, too.",
    );
    expect(resume(before, place, after)).toEqual({ block: "b3", offset: 0 });
  });

  it("keeps the place of a sentence in which a word was changed below a new paragraph", () => {
    const before = of(LEAD, "The mayor thanked the workers. The wall has cost nine million crowns so far.");
    const after = of("New: it rains.", LEAD, "The mayor thanked the workers. The wall has cost eleven million crowns so far.");
    expect(resume(before, placeOf(before, "The wall has"), after)).toEqual({ block: "b2", offset: 31 });
  });

  it("goes on behind what was heard when the sentence was taken out", () => {
    const before = of(
      LEAD,
      "The mayor thanked all of the workers by name. A band played until it rained. The work took three years in all.",
    );
    const after = of("New lead.", LEAD, "The mayor thanked all of the workers by name. The work took three years in all.");
    expect(resume(before, placeOf(before, "A band"), after)).toEqual({ block: "b2", offset: 46 });
  });

  it("finds no beginning of a sentence inside of a word", () => {
    const before = of("Later.", "Art is long, and life is short, they say.");
    const after = of(
      "Start is long, and life is short, they say; nobody agrees with any of it.",
      "Art is long, and life is short, they say.",
    );
    expect(resume(before, { block: blockId(1), offset: 0 }, after)).toEqual({ block: "b1", offset: 0 });
  });

  it("knows a place in the headline, and the end of a text", () => {
    const place = { block: "title" as Place["block"], offset: 4 };
    expect(resume(FERRY, place, of("Other.", ...FERRY.blocks.map(({ text }) => text)))).toEqual(place);
    const end = { block: blockId(3), offset: 41 };
    expect(resume(FERRY, end, FERRY)).toEqual(end);
  });
});

/** Words that no two sentences share often. */
const VOWELS = "aeiou";
const CONSONANTS = "bdfgklmnprstvz";
const word = fc
  .array(fc.tuple(fc.constantFrom(...CONSONANTS), fc.constantFrom(...VOWELS)), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.flat().join(""));
const sentence = fc
  .array(word, { minLength: 6, maxLength: 14 })
  .map((all) => `${all.join(" ").replace(/^./, (first) => first.toUpperCase())}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 });

type Edit =
  | { readonly kind: "insert"; readonly at: number; readonly paragraph: readonly string[] }
  | { readonly kind: "drop" | "move"; readonly at: number; readonly to: number }
  | { readonly kind: "word"; readonly at: number; readonly to: number; readonly word: string };
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), at: fc.nat(30), paragraph }),
  fc.record({ kind: fc.constantFrom("drop" as const, "move" as const), at: fc.nat(30), to: fc.nat(30) }),
  fc.record({ kind: fc.constant("word" as const), at: fc.nat(30), to: fc.nat(200), word }),
);

interface Marked {
  readonly text: string;
  readonly marked: boolean;
}

/** The paragraphs after an edit; the marked sentence stays marked through it. */
function edited(paragraphs: readonly (readonly Marked[])[], change: Edit): readonly (readonly Marked[])[] {
  const at = change.at % Math.max(1, paragraphs.length);
  if (change.kind === "insert")
    return paragraphs.toSpliced(
      at,
      0,
      change.paragraph.map((text) => ({ text, marked: false })),
    );
  const one = paragraphs[at] ?? [];
  if (change.kind !== "word") {
    if (change.kind === "drop") return paragraphs.length > 1 ? paragraphs.toSpliced(at, 1) : paragraphs;
    return paragraphs.toSpliced(at, 1).toSpliced(change.to % paragraphs.length, 0, one);
  }
  return paragraphs.with(
    at,
    one.map(({ text, marked }, index) => {
      if (index !== change.to % one.length) return { text, marked };
      const all = text.slice(0, -1).split(" ");
      return { text: `${all.with(change.to % all.length, change.word).join(" ")}.`, marked };
    }),
  );
}

const articleFrom = (paragraphs: readonly (readonly Marked[])[]): Article =>
  of(...paragraphs.map((one) => one.map(({ text }) => text).join(" ")));

/** Where the marked sentence is, null: it is gone. */
function truth(paragraphs: readonly (readonly Marked[])[]): { readonly place: Place; readonly end: number; readonly text: string } | null {
  for (const [index, one] of paragraphs.entries()) {
    const n = one.findIndex(({ marked }) => marked);
    if (n < 0) continue;
    const offset = one.slice(0, n).reduce((sum, { text }) => sum + text.length + 1, 0);
    const text = one[n]?.text ?? "";
    return { place: { block: blockId(index), offset }, end: offset + text.length, text };
  }
  return null;
}

const story = fc
  .tuple(fc.array(paragraph, { minLength: 2, maxLength: 8 }), fc.nat(30), fc.nat(30))
  .map(([paragraphs, at, n]) =>
    paragraphs.map((one, index) =>
      one.map((text, place): Marked => ({ text, marked: index === at % paragraphs.length && place === n % one.length })),
    ),
  );

describe("random edits", () => {
  it("never lose a sentence that is there, and never find one that is not", () => {
    fc.assert(
      fc.property(story, fc.array(edit, { maxLength: 12 }), (before, edits) => {
        const first = truth(before);
        if (!first) return;
        const kept = anchorOf(articleFrom(before), first.place, first.end);
        const after = edits.reduce(edited, before);
        const now = truth(after);
        const found = findAnchor(articleFrom(after), kept);
        if (now === null) {
          expect(found).toBeNull();
          return;
        }
        const whole = kept.quote.split(" ");
        const same = now.text.split(" ").filter((one, index) => one === whole[index]).length / whole.length;
        // A sentence of which hardly a word is left is another one to anybody.
        if (found === null) expect(same).toBeLessThan(0.75);
        else {
          expect(found.place.block).toBe(now.place.block);
          expect(found.place.offset).toBeGreaterThanOrEqual(now.place.offset);
          expect(found.end).toBeLessThanOrEqual(now.end);
          expect(found.exact).toBe(same === 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("tell a sentence from its twin, or say that they can't", () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 5, maxLength: 9 }),
        sentence,
        fc.boolean(),
        fc.array(paragraph, { maxLength: 3 }),
        fc.boolean(),
        (paragraphs, twin, second, news, dropped) => {
          const put =
            (index: number, marked: boolean) =>
            (one: readonly string[], at: number): readonly Marked[] =>
              at === index
                ? [...one.map((text) => ({ text, marked: false })), { text: twin, marked }, { text: `${one[0]} Indeed.`, marked: false }]
                : one.map((text) => ({ text, marked: false }));
          const last = paragraphs.length - 1;
          const before = paragraphs.map((one, at) =>
            at === 0 ? put(0, !second)(one, at) : at === last ? put(last, second)(one, at) : put(-1, false)(one, at),
          );
          const first = truth(before);
          if (!first) return;
          const kept = anchorOf(articleFrom(before), first.place, first.end);
          expect(kept.twins).toBe(2);
          const added = [...news.map((one) => one.map((text): Marked => ({ text, marked: false }))), ...before];
          const after = dropped ? added.map((one) => one.filter(({ marked }) => !marked)) : added;
          const found = findAnchor(articleFrom(after), kept);
          if (dropped) expect(found).toBeNull();
          else expect(found?.place).toEqual(truth(after)?.place);
        },
      ),
      { numRuns: 200 },
    );
  });
});
