import { describe, expect, it } from "vitest";
import { namesItself, saysTheSame } from "../../src/narrate/same.ts";

describe("a caption makes a description needless", () => {
  it.each([
    ["the same", "A red boat in Harl.", "A red boat in Harl."],
    ["other quotes, spaces, case", "A “red” boat in\u00a0Harl", 'A "red" BOAT in Harl.'],
    ["composed letters", "Zoe\u0308 in a boat", "Zoë in a boat"],
    ["a credit at its end", "A red boat lies in the port", "A red boat lies in the port. (Ada Quill/Harl News)"],
    ["a photo credit", "A red boat lies in the port", "A red boat lies in the port. Photo: Ada Quill"],
    ["a date at its end", "A red boat lies in the port", "A red boat lies in the port, Feb. 18, 2019."],
    ["a date at the end of the description", "A red boat lies in the port, Feb. 18, 2019.", "A red boat lies in the port."],
    ["nothing in the description", "", "A red boat"],
  ])("%s", (_name, description, caption) => expect(saysTheSame(description, caption)).toBe(true));

  it.each([
    ["other words", "Two men shake hands", "The mayor, right, on Monday."],
    ["more in the description", "A red boat lies in the port beside a burned crane", "A red boat lies in the port"],
    ["no caption", "A red boat", ""],
  ])("not: %s", (_name, description, caption) => expect(saysTheSame(description, caption)).toBe(false));
});

describe("a text that says itself that it is a photo", () => {
  it.each(["Photo of a cat", "An image of a cat", "This undated handout photo shows", "“Picture of the year”"])("%s", (text) =>
    expect(namesItself(text)).toBe(true),
  );
  it.each(["A photographer at work", "A cat in a picture", "Imagery of war"])("not: %s", (text) => expect(namesItself(text)).toBe(false));
});
