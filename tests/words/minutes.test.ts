import { describe, expect, it } from "vitest";
import { minutesIn } from "../../src/words/index.ts";

describe("minutes as people write them", () => {
  it.each([
    ["12", 12],
    ["twelve minutes", 12],
    ["Twenty-five", 25],
    ["twenty five min", 25],
    ["half an hour", 30],
    ["an hour and a half", 90],
    ["a quarter of an hour", 15],
    ["three quarters of an hour", null],
    ["1 hour 20", 80],
    ["1h20m", 80],
    ["1:30", 90],
    ["7.5", 7.5],
    ["7,5 minutes", 7.5],
    ["", null],
    ["soon", null],
    ["0", null],
    ["-5", null],
    ["99999", null],
    ["5 6", null],
    ["constructor", null],
  ])("%j", (text, minutes) => {
    expect(minutesIn(text)).toBe(minutes);
  });
});
