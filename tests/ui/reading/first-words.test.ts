import { expect, it } from "vitest";
import { firstWords } from "../../../src/ui/reading/first-words.ts";

it.each([
  ["Our letter comes every morning, and it is free.", 6, "Our letter comes every morning, and"],
  ["All rights reserved", 6, "All rights reserved"],
  ["Is it? Yes!", 3, "Is it? Yes!"],
  ["渡轮今天早上再次从旧港口出发，乘客们很高兴。", 3, "渡轮今天早上"],
  ["", 3, ""],
])("%j", (text, count, first) => {
  expect(firstWords(text, count)).toBe(first);
});
