import { describe, expect, it } from "vitest";
import { type BlockOf, blockId } from "../../../src/model/index.ts";
import { type List, listsOf } from "../../../src/ui/reading/groups.ts";

const item = (text: string, index: number): BlockOf<"item"> => {
  const [, indent = "", mark = "", words = ""] = /^(-*)(\d*)(.*)$/.exec(text) ?? [];
  return {
    kind: "item",
    id: blockId(index),
    text: words,
    lang: null,
    spans: [],
    depth: indent.length,
    ordinal: mark ? Number(mark) : null,
  };
};
const show = (lists: readonly List[]): string =>
  lists.map(({ ordered, items }) => `${ordered ? "ol" : "ul"}(${items.map((one) => one.block.text + show(one.lists)).join(" ")})`).join("");
const drawn = (...lines: readonly string[]): string => show(listsOf(lines.map(item)));

describe("listsOf", () => {
  it.each([
    [["a", "b"], "ul(a b)"],
    [["1a", "-b", "-c", "2d"], "ol(aul(b c) d)"],
    [["a", "1b"], "ul(a)ol(b)"],
    [["--a", "b"], "ul(a b)"],
    [["a", "--b", "-c", "d"], "ul(aul(b c) d)"],
    [["a", "-b", "--c", "-d"], "ul(aul(bul(c) d))"],
  ])("%j", (lines, expected) => {
    expect(drawn(...lines)).toBe(expected);
  });
});
