import fc from "fast-check";
import { expect, it } from "vitest";
import { createInline, type Mark } from "../../src/extract/inline.ts";
import { collapse } from "../../src/extract/text.ts";

type Step = { readonly add: string } | { readonly open: Mark } | "close";

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-c \n\t\u00a0é]{0,6}$/).map((add) => ({ add })) },
  fc
    .constantFrom<Mark>({ kind: "emphasis" }, { kind: "strong" }, { kind: "link", address: "https://www.example.org/" })
    .map((open) => ({ open })),
  fc.constant("close" as const),
);

it("collapses white space as a page does, however the text was cut into pieces", () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const inline = createInline();
      let whole = "";
      for (const next of steps) {
        if (next === "close") inline.close();
        else if ("open" in next) inline.open(next.open);
        else {
          inline.add(next.add);
          whole += next.add;
        }
      }
      expect(inline.hasText()).toBe(whole.trim() !== "");
      expect(inline.take().text).toBe(collapse(whole));
    }),
  );
});

it("puts each mark around exactly the words that were added inside it", () => {
  // Words of one letter each, all different, so that a span can be found again by what it covers.
  const word = fc.tuple(fc.stringMatching(/^[ \n]{0,3}$/), fc.boolean(), fc.stringMatching(/^[ \n]{0,3}$/));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const inline = createInline();
      const marked: string[] = [];
      words.forEach(([before, isMarked, after], n) => {
        const letter = String.fromCodePoint(0x4e00 + n);
        if (isMarked) inline.open({ kind: "emphasis" });
        inline.add(before + letter + after);
        if (isMarked) {
          inline.close();
          marked.push(letter);
        }
      });
      const { text, spans } = inline.take();
      expect(spans.map((span) => text.slice(span.start, span.end))).toEqual(marked);
    }),
  );
});

it("keeps what is open for the next block", () => {
  const inline = createInline();
  inline.open({ kind: "strong" });
  inline.add(" one ");
  expect(inline.take()).toMatchObject({ text: "one", spans: [{ kind: "strong", start: 0, end: 3 }] });
  inline.add("two");
  inline.close();
  inline.add(" three");
  expect(inline.take()).toMatchObject({ text: "two three", spans: [{ kind: "strong", start: 0, end: 3 }] });
});

it("keeps the lines of code", () => {
  const inline = createInline();
  inline.add("\n\n  one\n\n    two  \n \n");
  expect(inline.take(true).text).toBe("  one\n\n    two");
});

const lines = (...parts: readonly string[]): string => {
  const inline = createInline();
  for (const [n, part] of parts.entries()) {
    if (n > 0) inline.breakLine();
    inline.add(part);
  }
  const { text, lines: ends } = inline.take();
  return [...text].map((character, at) => (ends.includes(at) ? character.replace(" ", "\n") : character)).join("");
};

it.each([
  ["a new line that begins with a capital", ["Photo: Ana Ruiz ", "\n Assistant: Lee Moor"], "Photo: Ana Ruiz\nAssistant: Lee Moor"],
  ["a new line that begins with a number", ["Flos Showroom", "9.30 in the morning"], "Flos Showroom\n9.30 in the morning"],
  [
    "a line that goes on below",
    ["Older workers are slower, ", "less so in the morning"],
    "Older workers are slower, less so in the morning",
  ],
  ["a comma", ["Roses are red,", "Violets are blue"], "Roses are red, Violets are blue"],
  ["a sentence's end", ["It is over.", "The boats left."], "It is over.\nThe boats left."],
  [
    "a paragraph that was wrapped by hand",
    ["The boats that left from", "Harwich took three days", "and none of them", "stopped on the way."],
    "The boats that left from Harwich took three days and none of them stopped on the way.",
  ],
  ["breaks at the ends", ["", "The boats", ""], "The boats"],
  ["no breaks", ["The boats"], "The boats"],
])("keeps a broken line where it ends what is said: %s", (_, parts, expected) => {
  expect(lines(...parts)).toBe(expected);
});
