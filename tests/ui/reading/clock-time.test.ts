import { describe, expect, it } from "vitest";
import { secondsOf } from "../../../src/ui/reading/clock-time.ts";

describe("a time as players show it", () => {
  it.each([
    ["12:31", 751],
    [" 0:05 ", 5],
    ["1:02:03", 3723],
    ["75:00", 4500],
    ["12.31", 751],
    ["12m31s", 751],
    ["1h02m03s", 3723],
    ["12", 720],
    ["١٢:٣١", 751],
    ["۱۲:۳۱", 751],
    ["१२:३१", 751],
    ["12：31", 751],
  ])("%s", (text, seconds) => expect(secondsOf(text)).toBe(seconds));

  it.each(["", "later", "12:61", "1:75:00", "-3", "12:31:", "1e3", "12:31:05:02"])("is none: %s", (text) =>
    expect(secondsOf(text)).toBeNull(),
  );
});
