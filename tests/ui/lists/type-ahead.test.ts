import { describe, expect, it } from "vitest";
import { createTypeAhead, nextOf } from "../../../src/ui/lists/type-ahead.ts";

describe("typing on a row", () => {
  it("takes letters that follow each other quickly together, of any script", () => {
    const typed = createTypeAhead();
    expect(typed.press("п", 0)).toEqual({ text: "п", goesOn: true });
    expect(typed.press("а", 300)).toEqual({ text: "па", goesOn: false });
    expect(typed.press("x", 5000)).toEqual({ text: "x", goesOn: true });
  });

  it("goes on where the same letter comes again", () => {
    const typed = createTypeAhead();
    typed.press("s", 0);
    expect(typed.press("s", 200)).toEqual({ text: "s", goesOn: true });
    expect(typed.press("S", 400)).toEqual({ text: "S", goesOn: true });
    expect(typed.press("t", 600)).toEqual({ text: "ssSt", goesOn: false });
  });

  it("takes a space only among letters, and no other keys", () => {
    const typed = createTypeAhead();
    expect(typed.press(" ", 0)).toBeNull();
    typed.press("a", 0);
    expect(typed.press(" ", 100)).toEqual({ text: "a ", goesOn: false });
    expect(["Enter", "F5", "Tab", "Dead"].map((key) => typed.press(key, 200))).toEqual([null, null, null, null]);
  });

  it("finds the next number, and from the end on the first", () => {
    expect([nextOf([2, 5, 9], 5, false), nextOf([2, 5, 9], 5, true), nextOf([2, 5, 9], 9, false), nextOf([], 1, true)]).toEqual([
      9,
      5,
      2,
      null,
    ]);
  });
});
