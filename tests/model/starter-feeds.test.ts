import { expect, it } from "vitest";
import { STARTER_FEEDS, starterLanguages } from "../../src/model/index.ts";

const all = [...new Set(STARTER_FEEDS.map(({ lang }) => lang))];

it("names every language of the starter feeds once, the listener's own first", () => {
  for (const own of all) {
    expect(starterLanguages(own)[0]).toBe(own);
    expect([...starterLanguages(own)].sort()).toEqual([...all].sort());
  }
});

it("leaves them as they are for a listener whose language has none", () => {
  expect(starterLanguages("ja")).toEqual(all);
});
