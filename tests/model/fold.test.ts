import fc from "fast-check";
import { expect, it } from "vitest";
import { fold, folded } from "../../src/model/index.ts";

it("folds quickly as it folds sign by sign, but for the last sigma of a word", () => {
  expect(folded("Ångström ÉCOLE ΟΔΟΣ")).toBe("angstrom ecole οδοσ");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(folded(text)).toBe(fold(text).plain.replaceAll("ς", "σ"));
    }),
  );
});
