import { describe, expect, it } from "vitest";
import { captions, cuesOf } from "../../src/export/index.ts";
import { type Article, type ArticleId, blockId, type Edition, type SaidUtterance, type Script } from "../../src/model/index.ts";

const TEXT = "Five million & more. <Swans> came.";
const b0 = blockId(0);
const script: Script = {
  article: "a1" as ArticleId,
  utterances: [
    {
      role: "paragraph",
      lang: "en",
      pause: 0.5,
      pieces: [
        { spoken: "Photo. ", source: null },
        { spoken: "Five million ", source: { block: b0, start: 0, end: 12 } },
        { spoken: "and ", source: { block: b0, start: 13, end: 14 } },
        { spoken: "more. ", source: { block: b0, start: 15, end: 20 } },
      ],
    },
    { role: "paragraph", lang: "en", pause: 0.5, pieces: [{ spoken: "Swans came.", source: { block: b0, start: 21, end: 34 } }] },
  ],
};
const edition: Edition = {
  title: "A [new] title",
  lang: "en",
  dir: "ltr",
  source: "Post",
  date: "2026-11-28",
  articles: [{ article: {} as Article, script }],
};
const said: readonly SaidUtterance[] = [
  {
    article: 0,
    utterance: 0,
    start: 3599.5,
    end: 3602,
    marks: [
      { time: 0, start: 0, end: 5 },
      { time: 0.5, start: 7, end: 11 },
      { time: 1.5, start: 20, end: 23 },
      { time: 2, start: 24, end: 28 },
    ],
  },
  { article: 0, utterance: 1, start: 3602.5, end: 3603.25, marks: [{ time: 0, start: 0, end: 5 }] },
];
const made = (kind: "vtt" | "words" | "srt" | "lrc"): string =>
  [
    ...captions(
      kind,
      edition,
      cuesOf(
        edition.articles,
        said,
        () =>
          ({ start, end }) =>
            TEXT.slice(start, end),
      ),
    ),
  ].join("");

const CHINESE = "渡轮再次起航。";
const chinese: Edition = {
  title: "渡轮",
  lang: "zh",
  dir: "ltr",
  source: "",
  date: "2026-11-28",
  articles: [
    {
      article: {} as Article,
      script: {
        article: "a2" as ArticleId,
        utterances: [
          {
            role: "figure",
            lang: "zh",
            pause: 0.5,
            pieces: [
              { spoken: "图片：", source: null },
              { spoken: "渡轮", source: { block: b0, start: 0, end: 2 } },
              { spoken: "再次起航。", source: { block: b0, start: 2, end: 7 } },
            ],
          },
        ],
      },
    },
  ],
};
const chineseMarks = [
  { time: 0, start: 0, end: 3 },
  { time: 0.5, start: 3, end: 5 },
  { time: 1, start: 5, end: 10 },
];

describe("captions", () => {
  it.each([
    ["vtt", "图片：渡轮再次起航。"],
    ["words", "图片：<00:00:00.500>渡轮<00:00:01.000>再次起航。"],
  ] as const)("have no spaces where the writing has none: %s", (kind, line) => {
    const cues = cuesOf(
      chinese.articles,
      [{ article: 0, utterance: 0, start: 0, end: 2, marks: chineseMarks }],
      () =>
        ({ start, end }) =>
          CHINESE.slice(start, end),
    );
    expect([...captions(kind, chinese, cues)].join("").split("\n")[6]).toBe(line);
  });

  it("are WebVTT by sentence: what is announced, and what the page shows", () => {
    expect(made("vtt")).toBe(`WEBVTT

NOTE A [new] title (en)

1
00:59:59.500 --> 01:00:02.000
Photo. Five million &amp; more.

2
01:00:02.500 --> 01:00:03.250
&lt;Swans&gt; came.
`);
  });

  it("say the heading of each cell of a row, not only of the first", () => {
    const row: Script = {
      article: "a3" as ArticleId,
      utterances: [
        {
          role: "table",
          lang: "en",
          pause: 0.5,
          pieces: [
            { spoken: "Town: ", source: null },
            { spoken: "Esk, ", source: { block: b0, start: 0, end: 3 } },
            { spoken: "Rain: ", source: null },
            { spoken: "five ", source: { block: b0, start: 4, end: 5 } },
            { spoken: "millimeters.", source: { block: b0, start: 6, end: 8 } },
          ],
        },
      ],
    };
    const [cue] = cuesOf(
      [{ article: {} as Article, script: row }],
      [{ article: 0, utterance: 0, start: 0, end: 2, marks: [] }],
      () =>
        ({ start, end }) =>
          "Esk 5 mm".slice(start, end),
    );
    expect(cue?.text).toBe("Town: Esk Rain: 5 mm");
    expect(cue?.words.map(({ text }) => text).join(" ")).toBe(cue?.text);
  });

  it("are WebVTT by word, with times that only grow inside of their cue", () => {
    expect(made("words").split("\n")[6]).toBe("Photo. <01:00:00.000>Five <01:00:00.364>million <01:00:01.000>&amp; <01:00:01.500>more.");
  });

  it("are SubRip", () => {
    expect(made("srt")).toBe(
      "1\r\n00:59:59,500 --> 01:00:02,000\r\nPhoto. Five million & more.\r\n\r\n2\r\n01:00:02,500 --> 01:00:03,250\r\n<Swans> came.\r\n\r\n",
    );
  });

  it("are lyrics", () => {
    expect(made("lrc")).toBe("[ti:A  new  title]\n[ar:Post]\n[la:en]\n[59:59.50]Photo. Five million & more.\n[60:02.50]<Swans> came.\n");
  });
});
