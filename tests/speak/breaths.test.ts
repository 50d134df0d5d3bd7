import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breathsOf } from "../../src/speak/flite-breaths.ts";
import { ARTICLE } from "./collect.ts";

/** Half a character alone. */
const lone = /\p{Cs}/u;

const cut = (text: string): readonly string[] => breathsOf(text).map(({ start, end }) => text.slice(start, end));

describe("breaths", () => {
  it("leave a short sentence whole", () => {
    expect(cut("They had been practising for weeks!")).toEqual(["They had been practising for weeks!"]);
    expect(cut("No, he said.")).toEqual(["No, he said."]);
  });

  it("begin with a short clause, and go on with long ones", () => {
    const text =
      "The people of the town came, in the end, to the harbour wall, where they waited; nobody knew why, but it was cold, and dark.";
    expect(cut(text)).toEqual([
      "The people of the town came,",
      " in the end, to the harbour wall, where they waited; nobody knew why, but it was cold, and dark.",
    ]);
  });

  it("never cut where there is nothing to breathe at, unless it is endless", () => {
    const text =
      "A sentence without any sign in it that goes on and on about what the people of the town did when the bridge was shut for good";
    expect(cut(text)).toEqual([text]);
    for (const part of cut(`${text} `.repeat(4).replaceAll(".", ""))) expect(part.length).toBeLessThanOrEqual(221);
    expect(cut("1,234,567.89 and 3.5")).toEqual(["1,234,567.89 and 3.5"]);
  });

  it("pause at a comma less than at a stop, and not inside a word", () => {
    expect(breathsOf("They came down to the wall. Then they all went home again, said the man.").map(({ pause }) => pause)).toEqual([
      0.3, 0,
    ]);
    expect(breathsOf("They came down to the wall, then they all went home again.").map(({ pause }) => pause)).toEqual([0.11, 0]);
    expect(breathsOf("a".repeat(500)).every(({ pause }) => pause === 0)).toBe(true);
  });

  it("join to the text, tear no character, and never take long to find", () => {
    const part = fc.oneof(fc.constantFrom(", ", ". ", "; ", " ", "😀", "—", " – ", "\n", "!!!", ARTICLE), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const found = cut(text);
        expect(found.join("")).toBe(text);
        for (const breath of found.slice(1)) if (!lone.test(text)) expect(/^[\uDC00-\uDFFF]/.test(breath)).toBe(false);
      }),
    );
    const begun = performance.now();
    expect(cut("a".repeat(1_000_000)).length).toBeGreaterThan(10_000);
    expect(cut("?!".repeat(500_000)).join("").length).toBe(1_000_000);
    // Two seconds on a machine that stands still; a quadratic search takes minutes.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
