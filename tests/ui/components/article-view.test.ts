import { parseHTML } from "linkedom";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import {
  type Article,
  type Block,
  type BlockId,
  BYLINE,
  blockId,
  type Cell,
  KICKER,
  type Script,
  TITLE,
} from "../../../src/model/index.ts";
import { ArticleView } from "../../../src/ui/components/ArticleView.tsx";
import { WindowContext } from "../../../src/ui/components/context.ts";
import type { Controller } from "../../../src/ui/control/controller.ts";
import { createWindowState } from "../../../src/ui/state.ts";
import { articleOf } from "../article.ts";

const nothing = (): void => {};
const controller: Controller = {
  run: nothing,
  openAddress: nothing,
  openText: nothing,
  recall: nothing,
  retry: nothing,
  cancel: nothing,
  chooseFile: nothing,
  restart: nothing,
  safe: "no",
  updates: {
    look: async () => ({ kind: "no-place" }),
    fetch: async () => ({ kind: "no-place" }),
    install: async () => null,
    begin: nothing,
  },
  diagnostics: { look: () => Promise.reject(new Error("nothing")), copy: nothing, hear: nothing },
  offline: { ask: nothing, set: nothing },
  openOutside: nothing,
  goTo: nothing,
  change: nothing,
  setSleep: nothing,
  chooseVoiceMode: nothing,
  chooseFirstVoice: nothing,
  hearFirstVoice: nothing,
  hearVoice: nothing,
  choose: async () => {},
  chooseAlways: async () => {},
  siteRules: async () => ({ site: null, rules: [] }),
  dropRule: async () => {},
  leaveOut: async () => {},
  get library(): never {
    throw new Error("an article needs no library");
  },
  feeds: async () => [],
  changeFeed: () => Promise.reject(),
  breakingNews: async () => [],
  settingsExchange: { save: nothing, look: nothing, take: nothing, reset: nothing, setProfiles: () => nothing },
  openNews: nothing,
  crumbs: { toLibrary: nothing, toList: nothing },
  newsLine: { listen: () => nothing },
  close: nothing,
  returnToSpeech: nothing,
  picture: () => Promise.reject(new Error("no pictures here")),
  say: nothing,
  bookmarks: {
    list: async () => [],
    note: () => Promise.reject(new Error("no bookmarks here")),
    remove: async () => {},
    speak: () => Promise.reject(new Error("no bookmarks here")),
    spoken: () => Promise.reject(new Error("no bookmarks here")),
    recorder: { begin: () => Promise.reject(new Error("no microphone here")) },
    quiet: nothing,
    go: nothing,
  },
  finding: { count: () => 0, go: () => false, last: () => "" },
  sayFocus: nothing,
  takeKeys: () => nothing,
  giant: { close: nothing, step: nothing },
  queue: { playNext: async () => {}, playAll: async () => {}, putBack: nothing },
  bulletin: nothing,
  giving: { feeds: async () => [], offer: async () => ({ items: [], minutes: 0, any: false }), look: async () => [], play: async () => {} },
  editions: {
    ask: nothing,
    listName: () => null,
    pick: () => Promise.reject(new Error("nothing to take along here")),
    last: () => Promise.reject(new Error("no editions here")),
    make: async () => false,
    chooseFolder: async () => null,
    chooseFile: async () => null,
    pause: async () => {},
    resume: async () => {},
    drop: async () => {},
    show: async () => {},
    openAt: async () => null,
    podcast: {
      podcast: () => Promise.reject(new Error("no podcast here")),
      setPodcastFolder: () => Promise.reject(new Error("no podcast here")),
      setPodcast: () => Promise.reject(new Error("no podcast here")),
      renewPodcast: () => Promise.reject(new Error("no podcast here")),
    },
    tell: nothing,
  },
  sharing: {
    state: () => Promise.reject(new Error("no folder here")),
    choose: () => Promise.resolve(null),
    now: () => Promise.resolve(""),
    stop: () => Promise.resolve(""),
  },
  syncing: {
    state: () => Promise.reject(new Error("no server here")),
    add: () => Promise.reject(new Error("no server here")),
    sync: () => Promise.reject(new Error("no server here")),
    remove: () => Promise.reject(new Error("no server here")),
    syncNow: nothing,
    tell: nothing,
  },
  keeping: {
    room: () => Promise.reject(new Error("no library here")),
    backUp: async () => null,
    choose: async () => null,
    restore: async () => "",
    undo: async () => null,
  },
  shelf: {
    look: async () => ({ kept: [], offered: [] }),
    get: async () => null,
    stop: nothing,
    tellProgress: nothing,
    add: async () => "",
    chooseFolder: async () => null,
    remove: async () => "",
    forgive: async () => "",
    use: () => "",
    hear: nothing,
  },
  wording: {
    repeat: nothing,
    interrupt: nothing,
    spell: nothing,
    explain: nothing,
    fix: nothing,
    leaveFix: nothing,
    keepNothing: nothing,
    keepFix: async () => null,
    hear: async () => null,
    voiceChanged: nothing,
    entries: async () => [],
    change: async () => [],
    takeFile: async () => null,
    saveFile: async () => null,
  },
  mac: false,
};

const draw = (article: Article, script: Script): Document =>
  parseHTML(
    `<html><body>${renderToStaticMarkup(
      createElement(
        WindowContext,
        { value: { store: createWindowState(), controller } },
        createElement(ArticleView, { changes: null, reading: { article, script } }),
      ),
    )}</body></html>`,
  ).document;

const base = (n: number, text: string) => ({ id: blockId(n), text, lang: null, spans: [] });
const cell = (text: string, start: number, header: boolean): Cell => ({ text, start, end: start + text.length, header, columns: 1 });
const hostile = `<img src=x onerror="alert(1)"> & <script>alert(2)</script>`;
const words = "She said “no”. Then the strong wind & the rain came.";
const blocks: readonly Block[] = [
  {
    ...base(0, words),
    kind: "paragraph",
    spans: [
      { kind: "emphasis", start: 9, end: 29 },
      { kind: "link", start: 24, end: 35, address: "https://example.org/" },
    ],
  },
  { ...base(1, "What is next"), kind: "heading", level: 1 },
  {
    ...base(2, "A ship at the quay."),
    kind: "figure",
    src: "https://example.org/1",
    alt: "",
    caption: "A ship at the quay.",
    credit: "AP",
  },
  {
    ...base(3, "A ship."),
    kind: "figure",
    src: "https://example.org/2",
    alt: "A red ship with two masts",
    caption: "A ship.",
    credit: null,
  },
  { ...base(4, "Only a description"), kind: "figure", src: null, alt: "Only a description", caption: "", credit: null },
  { ...base(5, "First"), kind: "item", depth: 0, ordinal: 4 },
  { ...base(6, "Inner"), kind: "item", depth: 1, ordinal: null },
  {
    ...base(7, "Year\tShips\n2024\t12"),
    kind: "table",
    caption: "Ships",
    rows: [
      [cell("Year", 0, true), cell("Ships", 5, true)],
      [cell("2024", 11, true), cell("12", 16, false)],
    ],
  },
  { ...base(8, hostile), kind: "paragraph" },
  { ...base(9, "let a = 1;\nlet b = 2;"), kind: "code", language: null },
  { ...base(10, "A note. Another."), kind: "footnote" },
  { ...base(11, "A film"), kind: "embed", source: "https://example.org/film", title: "A film" },
  { ...base(12, "שלום"), kind: "paragraph", lang: "he" },
  { ...base(13, ""), kind: "break" },
];
const article = articleOf(blocks);

/** Says each block in two halves, so that every block has a border inside. */
const script: Script = {
  article: article.id,
  utterances: [
    ...[
      [KICKER, article.kicker ?? ""],
      [TITLE, article.title],
      [BYLINE, article.byline ?? ""],
    ],
    ...blocks.map(({ id, text }) => [id, text]),
  ].flatMap(([id = "", text = ""]) => {
    const middle = Math.floor(text.length / 2);
    return [
      [0, middle],
      [middle, text.length],
    ].map(([start = 0, end = 0]) => ({
      role: "paragraph" as const,
      lang: "en",
      pause: 0,
      pieces: [{ spoken: text.slice(start, end), source: { block: id as BlockId, start, end } }],
    }));
  }),
};
const page = draw(article, script);
const shown = (id: string): string => [...page.querySelectorAll(`[data-block="${id}"]`)].map((part) => part.textContent).join("");

describe("the article on the page", () => {
  it.each(blocks.filter((block) => block.kind !== "table" && block.text).map((block) => [block.kind, block] as const))(
    "shows exactly the text of a %s",
    (_kind, block) => {
      expect(shown(block.id)).toBe(block.text);
    },
  );

  it("shows each cell of a table at its own place", () => {
    const cells = [...page.querySelectorAll('[data-block="b7"]')];
    expect(
      cells.map((part) => [part.tagName, part.getAttribute("scope"), part.getAttribute("data-start") ?? "0", part.textContent]),
    ).toEqual([
      ["TH", "col", "0", "Year"],
      ["TH", "col", "5", "Ships"],
      ["TH", "row", "11", "2024"],
      ["TD", null, "16", "12"],
    ]);
    expect(page.querySelector("caption")?.textContent).toBe("Ships");
  });

  it("has title, kicker and byline where the voice finds them", () => {
    expect(page.querySelector("h1")?.textContent).toBe(article.title);
    expect([shown("title"), shown("kicker"), shown("byline")]).toEqual([article.title, article.kicker, article.byline]);
  });

  it("has one headline, and no heading of the article as high as it", () => {
    expect(page.querySelectorAll("h1")).toHaveLength(1);
    expect(page.querySelector("h2")?.textContent).toBe("What is next");
  });

  it("gives each sentence a plain span, which screen readers know of where it begins within its block", () => {
    const parts = [...page.querySelectorAll('[data-block="b0"] > span')];
    expect(parts.map((part) => part.textContent).join("")).toBe(words);
    expect(parts).toHaveLength(2);
    expect(parts.map((part) => [...part.attributes].map(({ name, value }) => `${name}=${value}`))).toEqual([[], ["aria-atomic=false"]]);
  });

  it("calls a picture a photo where its caption says all, and by its description where that says more", () => {
    expect(
      [...page.querySelectorAll("figure img, figure [role=img]")].map((one) => one.getAttribute("alt") ?? one.getAttribute("aria-label")),
    ).toEqual(["Photo", "A red ship with two masts", "Photo"]);
  });

  it("says the words of a photo once", () => {
    const named = [...page.querySelectorAll("[alt], [aria-label]")].map((one) => one.getAttribute("alt") ?? one.getAttribute("aria-label"));
    const all = [page.body.textContent, ...named].join("\n");
    expect(all.split("Only a description")).toHaveLength(2);
    expect(all.split("A ship at the quay.")).toHaveLength(2);
  });

  it("numbers lists as the source did, and nests them", () => {
    expect(page.querySelector("ol")?.getAttribute("start")).toBe("4");
    expect(page.querySelector("ol > li > ul > li")?.textContent).toBe("Inner");
  });

  it("shows markup as text", () => {
    expect(page.querySelector("script")).toBeNull();
    expect(page.querySelector("img[src=x]")).toBeNull();
  });

  it("says the language and lets the direction follow", () => {
    expect(page.querySelector('[data-block="b12"]')?.getAttribute("lang")).toBe("he");
    expect(page.querySelector('[data-block="b12"]')?.getAttribute("dir")).toBe("auto");
    expect(
      draw(articleOf(blocks, { lang: "he", dir: "rtl" }), script)
        .querySelector("article")
        ?.getAttribute("dir"),
    ).toBe("rtl");
  });
});
