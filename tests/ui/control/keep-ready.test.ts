import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, type FeedId, type ReadyState, type SubscribedFeed } from "../../../src/model/index.ts";
import { isKeptReady, withFolder } from "../../../src/ui/control/keep-ready.ts";
import { INTERFACE_LANGUAGES, readyWords, speakLanguage } from "../../../src/words/index.ts";

const FEED = 3 as FeedId;
const feeds = [{ id: FEED, ready: true }] as unknown as readonly SubscribedFeed[];
const of = (change: object) => ({ list: "all", feed: null, folder: null, ...change }) as const;

describe("a list that can be kept ready", () => {
  it("is a feed, a folder or the queue, each by its own wish", () => {
    const settings = { ...DEFAULT_SETTINGS, readyFolders: [["News", "Sea"]] };
    expect(isKeptReady(of({ feed: FEED }), settings, feeds)).toBe(true);
    expect(isKeptReady(of({ feed: 9 as FeedId }), settings, feeds)).toBeNull();
    expect(isKeptReady(of({ folder: ["News", "Sea"] }), settings, feeds)).toBe(true);
    expect(isKeptReady(of({ folder: ["News"] }), settings, feeds)).toBe(false);
    expect(isKeptReady({ list: "queue", feed: null, folder: null }, settings, feeds)).toBe(false);
    expect(isKeptReady({ list: "today", feed: null, folder: null }, settings, feeds)).toBeNull();
  });

  it("joins the folders once, and leaves them", () => {
    const two = withFolder([["A"]], ["B", "C"], true).readyFolders;
    expect(two).toEqual([["A"], ["B", "C"]]);
    expect(withFolder(two, ["A"], true).readyFolders).toEqual([["B", "C"], ["A"]]);
    expect(withFolder(two, ["B", "C"], false).readyFolders).toEqual([["A"]]);
  });
});

describe("what is told of it", () => {
  afterEach(() => speakLanguage("en"));
  const state: ReadyState = {
    ...{ wanted: 52, ready: 40, lost: 0, used: 1_960_000_000, budget: 2_000_000_000, full: null, hold: null, working: false },
    queue: { wanted: 0, ready: 0 },
  };

  it("is how much is ready, why not all is, and what can be done", () => {
    expect(readyWords({ ...state, wanted: 0, ready: 0 })).toBe(
      "Nothing is kept ready for offline. Choose it for a feed, a folder or the queue.",
    );
    expect(readyWords({ ...state, working: true })).toBe(
      "Ready for offline: 40 of 52 articles. Room: 2 GB of 2 GB. More is being prepared now.",
    );
    expect(readyWords({ ...state, full: "budget" })).toBe(
      "Space for offline is full: 40 of 52 articles are ready. Give more room, or keep fewer feeds ready.",
    );
    expect(readyWords({ ...state, full: "disk", lost: 2, hold: "battery" })).toBe(
      "The disk has no more room to give: 40 of 52 articles are ready. Make room on it, or keep fewer feeds ready. 2 articles can’t be had. Now it waits for mains power.",
    );
    // Everything that can be had is ready: nothing is missing any more.
    expect(readyWords({ ...state, ready: 50, lost: 2, full: "budget", hold: "offline" })).toBe(
      "Ready for offline: 50 of 52 articles. Room: 2 GB of 2 GB. 2 articles can’t be had.",
    );
  });

  it.each(INTERFACE_LANGUAGES)("has its numbers in %s", async (lang) => {
    await speakLanguage(lang);
    const digits = (text: string): string => text.replace(/\p{Nd}/gu, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
    for (const full of [null, "budget", "disk"] as const) {
      const told = digits(readyWords({ ...state, full }));
      expect(told).toMatch(/\d{2}\D+\d{2}/);
      expect(told).not.toMatch(/[{}]/);
    }
  });
});
