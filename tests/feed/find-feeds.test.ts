import { describe, expect, it } from "vitest";
import { findFeeds, usualFeeds } from "../../src/feed/index.ts";
import { sourceOf } from "./read.ts";

const find = (html: string) => findFeeds(sourceOf(html, { address: "https://news.example/start/" }));

describe("the feeds of a page", () => {
  it("are those that it names, then those that it links to, each once, comments last", () => {
    expect(
      find(`<base href="/site/"><link rel="alternate" type="application/rss+xml" title="Comments" href="c.xml">
        <link rel="alternate" type="application/atom+xml" title="News" href="n.xml"><link rel="alternate" hreflang="de" href="/de">
        <link rel="ALTERNATE feed" href="/j.json"><link rel="stylesheet" type="text/css" href="a.css">
        <a href="https://news.example/rss/sport">Sport <b>feed</b></a><a href="n.xml">again</a><a href="/about">About</a>
        <a href="javascript:feed()">no</a>`),
    ).toEqual([
      { address: "https://news.example/site/n.xml", title: "News" },
      { address: "https://news.example/j.json", title: null },
      { address: "https://news.example/rss/sport", title: "Sport feed" },
      { address: "https://news.example/site/c.xml", title: "Comments" },
    ]);
  });

  it("may be where sites keep them", () => {
    expect(usualFeeds("https://news.example/start/x?y")).toContain("https://news.example/feed.xml");
    expect(usualFeeds("lectern:pasted/1")).toEqual([]);
  });
});
