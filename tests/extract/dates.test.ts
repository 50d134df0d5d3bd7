import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDate } from "../../src/extract/dates.ts";

it.each([
  ["2024-03-04", "2024-03-04"],
  ["20240304", "2024-03-04"],
  ["2024-03-04T07:30:00Z", "2024-03-04T07:30:00Z"],
  ["2024-03-04T07:30:00.123+0100", "2024-03-04T07:30:00+01:00"],
  ["2024-03-04T07:30+01:00", "2024-03-04T07:30:00+01:00"],
  ["2024-03-04 07:30:15", "2024-03-04T07:30:15"],
  ["2024-03-04 07:30:15 UTC", "2024-03-04T07:30:15Z"],
  ["Mon, 04 Mar 2024 07:30:00 GMT", "2024-03-04T07:30:00Z"],
  ["Mon, 04 Mar 2024 07:30:00 -0500", "2024-03-04T07:30:00-05:00"],
  ["March 4, 2024", "2024-03-04"],
  ["Mar. 4, 2024", "2024-03-04"],
  ["Sept. 9, 2024", "2024-09-09"],
  ["Monday, March 4th, 2024 7:30 PM", "2024-03-04T19:30:00"],
  ["March 4, 2024 at 12:05 a.m. EST", "2024-03-04T00:05:00-05:00"],
  ["4 March 2024, 07:30", "2024-03-04T07:30:00"],
  ["4. März 2024, 19:30 Uhr", "2024-03-04T19:30:00"],
  ["4 mars 2024 à 19h30", "2024-03-04T19:30:00"],
  ["4 de marzo de 2024", "2024-03-04"],
  ["4 марта 2024", "2024-03-04"],
  ["4 marca 2024", "2024-03-04"],
])("%j is %s", (text, date) => {
  expect(parseDate(text)).toBe(date);
});

it.each([
  "",
  "yesterday",
  "2024",
  "3/4/2024",
  "2024-02-30",
  "30 February 2024",
  "4 Nonsense 2024",
  "In March 4, 2024 people came to the landing",
  "The boat left on March 4, 2024.",
  "1024 2048",
])("%j is no date", (text) => {
  expect(parseDate(text)).toBeNull();
});

it("never throws, and gives ISO 8601 or nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 70 }), fc.stringMatching(/^[\d\-/: TZ+aprch,.]{0,40}$/)), (text) => {
      const date = parseDate(text);
      if (date !== null) expect(date).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?$/);
    }),
  );
});
