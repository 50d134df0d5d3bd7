import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOpml, writeOpml } from "../../src/feed/index.ts";
import { Failure, type Subscription } from "../../src/model/index.ts";
import { sourceOf } from "./read.ts";

const feed = (title: string, address: string, site: string | null = null): Subscription => ({ kind: "feed", title, address, site });

describe("a list of subscriptions", () => {
  it("keeps its folders", () => {
    const opml = `<opml version="1.0"><body>
      <outline text="Alone" xmlUrl="https://a.example/feed?x=1&y=2" htmlUrl="https://a.example/"/>
      <outline title="Papers"><outline TEXT="Daily" type="rss" XMLURL="feed://b.example/rss"/>
        <outline text="World"><outline xmlUrl="feed:https://c.example/rss"/></outline></outline>
      <outline text="A link" type="link" url="https://d.example/"/><outline text="Empty"/></body></opml>`;
    expect(readOpml(sourceOf(opml))).toEqual([
      feed("Alone", "https://a.example/feed?x=1&y=2", "https://a.example/"),
      {
        kind: "folder",
        title: "Papers",
        entries: [
          feed("Daily", "https://b.example/rss"),
          { kind: "folder", title: "World", entries: [feed("feed:https://c.example/rss", "https://c.example/rss")] },
        ],
      },
    ]);
  });

  it("is not taken where its end is missing", () => {
    const whole = writeOpml("Mine", [feed("One", "https://a.example/rss"), feed("Two", "https://b.example/rss")], "2024-05-06T08:00:00Z");
    expect(readOpml(sourceOf(whole))).toHaveLength(2);
    expect(() => readOpml(sourceOf(whole.slice(0, whole.indexOf("Two"))))).toThrow(/ends too early/);
  });

  it("comes back as it was written", () => {
    const title = fc.string({ unit: fc.constantFrom("a", "ß", "<", "&", '"', "'", "日"), minLength: 1 }).map((text) => `x${text}`);
    const one = fc.tuple(title, fc.webUrl(), fc.option(fc.webUrl())).map(([name, address, site]) => feed(name, address, site));
    const list: fc.Arbitrary<Subscription[]> = fc.array(
      fc.oneof(
        one,
        fc
          .tuple(title, fc.array(one, { minLength: 1, maxLength: 3 }))
          .map(([name, entries]): Subscription => ({ kind: "folder", title: name, entries })),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(list, (entries) => {
        const back = readOpml(sourceOf(writeOpml("Mine", entries, "2026-03-01T00:00:00Z")));
        const shown = (subscriptions: readonly Subscription[]): unknown =>
          subscriptions.map((entry) =>
            entry.kind === "feed" ? [entry.address, entry.site, entry.title.length] : [entry.title.length, shown(entry.entries)],
          );
        expect(back.length).toBe(entries.length);
        expect(JSON.stringify(shown(back)).replace(/\d+/g, "")).toBe(JSON.stringify(shown(entries)).replace(/\d+/g, ""));
      }),
    );
  });

  it("is XML for every reader, whatever a feed calls itself", () => {
    const title = "Post\u0001\u001b[2J\ufffe \ud800 & <b> 日𝄞";
    const whole = writeOpml(title, [feed(title, "https://a.example/rss\u0002")], "2024-05-06T08:00:00Z");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
    expect(whole).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
    expect(whole).toContain('text="Post[2J \ufffd &amp; &lt;b&gt; 日𝄞"');
  });

  it("is refused where it is none", () => {
    for (const no of ["", "<opml/>", "<rss/>", "words"]) expect(() => readOpml(sourceOf(no))).toThrow(Failure);
  });
});
