import { expect, it } from "vitest";
import { beginning, firstWords } from "../../../src/ui/reading/first-words.ts";

it.each([
  ["Our letter comes every morning, and it is free.", 6, "Our letter comes every morning, and"],
  ["All rights reserved", 6, "All rights reserved"],
  ["Is it? Yes!", 3, "Is it? Yes!"],
  ["渡轮今天早上再次从旧港口出发，乘客们很高兴。", 3, "渡轮今天早上"],
  ["", 3, ""],
])("%j", (text, count, first) => {
  expect(firstWords(text, count)).toBe(first);
});

it.each([
  ["The mayor called it a gate", 26, "The mayor called it a gate"],
  ["The mayor called it a gate", 25, "The mayor called it a …"],
  ["Hoped. The mayor", 8, "Hoped …"],
  ["港口重新开放了", 4, "港口重新 …"],
  ["Donaudampfschifffahrt", 5, "Donau …"],
  ["😀😀😀😀", 3, "😀 …"],
])("the beginning of %j within %i letters is %j", (text, longest, found) => {
  expect(beginning(text, longest)).toBe(found);
});
