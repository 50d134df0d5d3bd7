import { describe, expect, it } from "vitest";
import { FAILURE_CODES, type RefreshState } from "../../../src/model/index.ts";
import { faultWords, progressWords, statusWords } from "../../../src/ui/reading/refresh-words.ts";

const NOW = Date.parse("2026-03-02T08:00:00Z");
const state = (change: Partial<RefreshState> = {}): RefreshState => ({
  running: null,
  found: 0,
  last: "2026-03-02T07:50:00Z",
  problems: 0,
  feeds: 120,
  hold: null,
  ...change,
});

describe("how far the news is", () => {
  it.each([
    [state(), "Looked for news 10 minutes ago"],
    [state({ last: "2026-03-02T07:59:30Z" }), "Looked for news just now"],
    [state({ last: "2026-03-02T06:59:00Z" }), "Looked for news 1 hour ago"],
    [state({ last: "2026-02-27T06:00:00Z" }), "Looked for news 3 days ago"],
    [state({ last: null }), "News was not looked for yet"],
    [state({ running: { stage: "feeds", done: 40, all: 1120, news: 12 } }), "Looking for news, 40 of 1,120, 12 new"],
    [state({ running: { stage: "articles", done: 3, all: 9, news: 12 } }), "Fetching articles, 3 of 9"],
  ])("%#", (asked, expected) => {
    expect(progressWords(asked, NOW)).toBe(expected);
  });

  it("is answered with what keeps it waiting and what is wrong", () => {
    expect(statusWords(state({ hold: "battery", problems: 3 }), NOW)).toBe(
      "Looked for news 10 minutes ago, it waits for mains power, 3 feeds have a problem.",
    );
    expect(statusWords(state({ feeds: 0 }), NOW)).toBe("You have no feeds yet.");
    expect(statusWords(state({ hold: "off", running: { stage: "feeds", done: 0, all: 1, news: 0 } }), NOW)).toBe(
      "Looking for news, 0 of 1, 0 new.",
    );
  });
});

describe("every fault of a feed", () => {
  it.each(FAILURE_CODES)("%s has words that say what comes next", (code) => {
    for (const gone of [true, false]) expect(faultWords(code, gone)).toMatch(/^[A-Z].*\. .*\.$/);
  });
});
