import { describe, expect, it } from "vitest";
import { type ArticleId, type FeedId, type ItemId, type NewsItem, ROW_PARTS } from "../../../src/model/index.ts";
import { dayWords, groupAt } from "../../../src/ui/lists/list-groups.ts";
import { ageWords, minutesWords, rowWords, stateWords } from "../../../src/ui/lists/row-words.ts";
import { interfaceLocale, speakLanguage } from "../../../src/words/index.ts";

const NOW = new Date(2026, 2, 2, 15, 0).getTime();
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
const item: NewsItem = {
  id: 1 as ItemId,
  feed: 1 as FeedId,
  source: "Harbour Daily",
  title: "Ferry returns",
  link: null,
  summary: "",
  author: null,
  published: ago(120),
  words: 525,
  read: false,
  starred: false,
  queued: false,
  article: null,
  sources: 1,
  ready: false,
  story: null,
};
const KEPT = "a0123456789abcdef" as ArticleId;

describe("a row", () => {
  const said = (parts: readonly (typeof ROW_PARTS)[number][], change: Partial<NewsItem> = {}) =>
    rowWords({ ...item, ...change }, { parts, list: "all", rate: 1, now: NOW })
      .map(({ text }) => text)
      .join(", ");

  it("says its parts in the listener's order, the state last at first", () => {
    expect(said(ROW_PARTS)).toBe("Ferry returns, Harbour Daily, 2 hours ago, 3 minutes long, unread");
    expect(said(["state", "title"], { starred: true })).toBe("unread, starred, Ferry returns");
  });

  it("leaves out what it has nothing to say of, and never the title", () => {
    expect(said(ROW_PARTS, { words: 0, read: true })).toBe("Ferry returns, Harbour Daily, 2 hours ago");
    expect(said(["title"], { title: "" })).toBe("Without a title");
  });
});

describe("the state of an item", () => {
  it("is told from unread to the number of sources", () => {
    const all = { read: false, starred: true, queued: true, article: KEPT, ready: false, sources: 3 };
    expect(stateWords(all, "all")).toBe("unread, starred, in the queue, kept offline, same story from 3 sources");
    // Ready is more than kept.
    expect(stateWords({ ...all, ready: true }, "queue")).toBe("unread, starred, ready for offline, same story from 3 sources");
  });

  it("does not say what its list says already, but what is not so any more", () => {
    expect(stateWords(item, "unread")).toBe("");
    expect(stateWords({ ...item, read: true }, "unread")).toBe("read");
    expect(stateWords({ ...item, starred: true, read: true }, "starred")).toBe("");
    expect(stateWords({ ...item, read: true }, "starred")).toBe("no star any more");
    expect(stateWords({ ...item, read: true }, "queue")).toBe("not in the queue any more");
  });
});

describe("minutes", () => {
  it("come from words and rate, and are left out where the feed gave a summary only", () => {
    expect(minutesWords({ words: 1750, article: null }, 1)).toBe("10 minutes long");
    expect(minutesWords({ words: 1750, article: null }, 2)).toBe("5 minutes long");
    expect(minutesWords({ words: 60, article: null }, 1)).toBe("");
    expect(minutesWords({ words: 60, article: KEPT }, 1)).toBe("1 minute long");
  });
});

describe("an age", () => {
  it.each([
    [0, "just now"],
    [1, "1 minute ago"],
    [59, "59 minutes ago"],
    [61, "1 hour ago"],
    [26 * 60, "1 day ago"],
    [8 * 24 * 60, "22 February"],
    [400 * 24 * 60, "26 January 2025"],
  ])("of %d minutes is %s", (minutes, words) => expect(ageWords(ago(minutes), NOW)).toBe(words));

  it("of no time is nothing", () => expect(ageWords("soon", NOW)).toBe(""));
});

describe("days", () => {
  it("have the name that a person gives them", () => {
    expect(["2026-03-02", "2026-03-01", "2026-02-27", "2025-12-31"].map((day) => dayWords(day, NOW))).toEqual([
      "Today",
      "Yesterday",
      "Friday 27 February",
      "Wednesday, 31 December 2025",
    ]);
  });

  it.each([
    ["de", ["fr-FR", "de-AT"], "de-AT", "31. Dezember 2025"],
    ["pt", ["pt-BR"], "pt-BR", "31 de dezembro de 2025"],
    ["zh-CN", [], "zh-CN", "2025年12月31日"],
    ["ar", ["ar-EG"], "ar-EG-u-nu-latn", "31 ديسمبر 2025"],
    ["en", ["en-US"], "en-US", "December 31, 2025"],
    ["en", ["de-DE"], "en-GB", "31 December 2025"],
    ["eo", ["no tag"], "en-GB", "31 December 2025"],
  ])("are written as in %s of %j", async (lang, system, locale, date) => {
    try {
      await speakLanguage(lang, system);
      expect(interfaceLocale()).toBe(locale);
      expect(ageWords("2025-12-31T12:00:00Z", NOW)).toBe(date);
      expect(dayWords("2025-12-31", NOW)).toContain(date);
    } finally {
      await speakLanguage("en");
    }
  });

  it("stand over the items from their start on", () => {
    const groups = [
      { start: 0, name: "a" },
      { start: 2, name: "b" },
      { start: 5, name: "c" },
    ];
    expect([0, 1, 2, 4, 5, 99].map((index) => groupAt(groups, index)?.name)).toEqual(["a", "a", "b", "b", "c", "c"]);
    expect(groupAt([], 3)).toBeNull();
  });
});
