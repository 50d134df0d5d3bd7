import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/model/index.ts";
import { type Inline, inlineTree } from "../../../src/ui/reading/inline.ts";

const flat = (tree: readonly Inline[]): string => tree.map((part) => (typeof part === "string" ? part : flat(part.children))).join("");
const show = (tree: readonly Inline[]): string =>
  tree.map((part) => (typeof part === "string" ? part : `<${part.span.kind}>${show(part.children)}</>`)).join("");

const text = "The mayor said it was over.";
const span = (kind: "emphasis" | "strong", words: string): Span => ({
  kind,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

describe("inlineTree", () => {
  it("nests what is inside", () => {
    expect(show(inlineTree(text, 0, text.length, [span("emphasis", "mayor said it"), span("strong", "said")]))).toBe(
      "The <emphasis>mayor <strong>said</> it</> was over.",
    );
  });

  it("parts spans that cross, and loses neither", () => {
    expect(show(inlineTree(text, 0, text.length, [span("emphasis", "mayor said"), span("strong", "said it")]))).toBe(
      "The <emphasis>mayor <strong>said</></><strong> it</> was over.",
    );
  });

  it("cuts spans at the ends of the sentence", () => {
    expect(show(inlineTree(text, 4, 14, [span("strong", "The mayor"), span("emphasis", "said it was")]))).toBe(
      "<strong>mayor</> <emphasis>said</>",
    );
  });

  it("has every character once, in order, whatever the spans", () => {
    const spans = fc
      .array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 8 })
      .map((pairs) =>
        pairs
          .map(([one, other]): Span => ({ kind: "emphasis", start: Math.min(one, other), end: Math.max(one, other) }))
          .sort((one, other) => one.start - other.start || other.end - one.end),
      );
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 30 }), spans, fc.nat(30), fc.nat(30), (words, over, one, other) => {
        const start = Math.min(one, other, words.length);
        const end = Math.min(Math.max(one, other), words.length);
        expect(flat(inlineTree(words, start, end, over))).toBe(words.slice(start, end));
      }),
    );
  });
});
