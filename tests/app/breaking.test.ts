import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBreaking, hasWords, MOST_TOLD } from "../../src/app/breaking.ts";
import { type Library, type NewItem, openLibrary } from "../../src/library/index.ts";
import type { FeedId } from "../../src/model/index.ts";

describe("a headline has a word", () => {
  it.each([
    ["Ferry sinks in the bay", ["ferry"], true],
    ["The FERRY sinks", ["Ferry"], true],
    ["Two ferries sink", ["ferry"], false],
    ["Ferryman rescued", ["ferry"], false],
    ["‘Ferry’: what we know", ["ferry"], true],
    ["Élections à Zürich", ["elections"], true],
    ["Elections in Zurich", ["Zürich"], true],
    ["Prime minister resigns", ["prime minister"], true],
    ["Prime-minister resigns", ["prime  minister"], true],
    ["Minister, prime target", ["prime minister"], false],
    ["Overcharged", ["prime minister", "charge"], false],
    ["Землетрясение в горах", ["землетрясение"], true],
    ["زلزال يضرب المدينة", ["زلزال"], true],
    ["东京发生地震", ["地震"], true],
    ["Anything", ["  ", "…"], false],
    ["", ["ferry"], false],
    ["C++ at 40", ["c"], true],
    ["a.*b", [".*"], false],
  ])("%s: %j", (headline, wanted, expected) => {
    expect(hasWords(headline, wanted)).toBe(expected);
  });
});

describe("news", () => {
  const BEFORE = "2026-03-02T07:00:00.000Z";
  const SINCE = "2026-03-02T08:00:00.000Z";
  const NOW = "2026-03-02T08:00:30.000Z";
  let library: Library;
  let chosen: FeedId;
  let other: FeedId;
  const subscribe = (name: string): FeedId => {
    const { id } = library.feeds.add({ address: `https://${name}.example/feed`, title: name, site: null, folder: [], added: BEFORE });
    library.items.keep(id, [item(`${name}-old`)], BEFORE);
    return id;
  };
  const item = (title: string, published = "2026-03-02T07:55:00.000Z"): NewItem => ({
    key: title,
    link: null,
    title,
    summary: "",
    content: null,
    author: null,
    image: null,
    enclosures: null,
    published,
    words: 0,
    text: "",
    digest: title,
  });
  const found = (): readonly string[] => findBreaking(library, SINCE, NOW).map(({ title }) => title);

  beforeEach(async () => {
    library = await openLibrary(":memory:");
    chosen = subscribe("chosen");
    other = subscribe("other");
    library.feeds.change(chosen, { breaking: true });
  });
  afterEach(() => library.close());

  it("breaks of a chosen feed, and with a word of any feed, once", () => {
    library.changeSettings({ breakingWords: ["ferry"] });
    library.items.keep(chosen, [item("Anything at all")], NOW);
    library.items.keep(other, [item("A ferry sinks"), item("Something else")], NOW);
    expect(found().toSorted()).toEqual(["A ferry sinks", "Anything at all"]);
    expect(found()).toEqual([]);
    expect(library.breaking.last(5).map(({ title, source }) => [title, source])).toContainEqual(["A ferry sinks", "other"]);
  });

  it("breaks nothing that was there before, is old, or came with a new subscription", () => {
    library.items.keep(chosen, [item("Late", "2026-03-01T07:55:00.000Z")], NOW);
    const { id } = library.feeds.add({ address: "https://new.example/feed", title: "new", site: null, folder: [], added: NOW });
    library.feeds.change(id, { breaking: true });
    library.items.keep(id, [item("First of a new feed")], NOW);
    expect(found()).toEqual([]);
  });

  it("tells a story once, whichever feed brings it, now or later", () => {
    library.feeds.change(other, { breaking: true });
    const [one] = library.items.keep(chosen, [item("A ferry sinks in the bay")], NOW);
    const [two] = library.items.keep(other, [item("Ferry sinks in bay")], NOW);
    if (!one || !two) throw new Error("not kept");
    library.items.setStory([one, two], 7);
    expect(found()).toHaveLength(1);
    const [three] = library.items.keep(other, [item("In the bay a ferry sinks")], NOW);
    if (!three) throw new Error("not kept");
    library.items.setStory([three], 7);
    expect(found()).toEqual([]);
  });

  it("tells some of many, and keeps all", () => {
    library.items.keep(
      chosen,
      Array.from({ length: 30 }, (_, n) => item(`Number ${n}`)),
      NOW,
    );
    expect(found()).toHaveLength(MOST_TOLD);
    expect(library.breaking.last(100)).toHaveLength(30);
    expect(found()).toEqual([]);
  });
});
