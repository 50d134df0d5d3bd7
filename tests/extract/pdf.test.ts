import { describe, expect, it } from "vitest";
import { extractSource } from "../../src/extract/index.ts";
import type { Article } from "../../src/model/index.ts";
import { lines, type PdfOptions, pdf, type Tag } from "../documents/pdf.ts";
import { describeArticle } from "./expectation.ts";
import { expectSound } from "./sound.ts";

const WORKER = new URL("../../out/document-worker.js", import.meta.url);

const open = async (bytes: Uint8Array, worker?: URL): Promise<Article> => {
  const source = { bytes, mediaType: "application/pdf", charset: null, address: "file:///p.pdf", lang: null };
  const { article } = await extractSource(source, { worker });
  expectSound(article);
  return article;
};
const bodyOf = (article: Article): string =>
  describeArticle(article)
    .split(/^---\n/m)[2]
    ?.trim() ?? "";
const read = async (pages: Parameters<typeof pdf>[0], options?: PdfOptions): Promise<string> => bodyOf(await open(pdf(pages, options)));

const FIRST = [
  "The ferries stopped for nine days in January, and the people of both towns walk-",
  "ed across the ice for bread, letters and the doctor, as their grandparents had told",
  "them they once did, and nobody had believed it.",
];
const FIRST_TEXT =
  "The ferries stopped for nine days in January, and the people of both towns walked across the ice for bread, letters and the doctor, as their grandparents had told them they once did, and nobody had believed it.";
const SECOND = ["The engineers measured everything twice and wrote it down, for the insurance com-", "pany would measure it a third time."];
const SECOND_TEXT = "The engineers measured everything twice and wrote it down, for the insurance company would measure it a third time.";

describe("a PDF without tags", () => {
  it("has its lines joined to paragraphs, its larger lines as headings, its lists and notes", async () => {
    const page = [
      { text: "The harbour in winter", x: 72, y: 760, size: 22 },
      ...lines(FIRST, { top: 720 }),
      { text: "1", x: 289, y: 700, size: 6 },
      { text: "What the ice did", x: 72, y: 660, size: 14 },
      ...lines(SECOND, { top: 640 }),
      ...lines(["• eleven moorings", "• one bench"], { top: 600, step: 16 }),
      ...lines(["1 A ledger of the harbour office."], { top: 90, size: 8 }),
    ];
    expect(
      describeArticle(await open(pdf([page], { info: { Author: "Ada Brook", CreationDate: "D:20210203040506Z" }, lang: "en-GB" }))),
    ).toBe(`---
title: The harbour in winter
byline: Ada Brook
published: 2021-02-03T04:05:06Z
lang: en-GB
dir: ltr
address: file:///p.pdf
---

${FIRST_TEXT}

## What the ice did

${SECOND_TEXT}

- eleven moorings

- one bench

[^] A ledger of the harbour office.

---
`);
  });

  it("is read column by column, under what stands over both", async () => {
    const left = [
      "The left column begins here and goes",
      "on for some lines, so that one can see",
      "that it is a column of its own, and it",
      "ends only when the right",
    ];
    const right = [
      "column begins, in the middle of this",
      "very sentence. It has its own lines too,",
      "and nobody may read across the gap",
      "between the two of them.",
    ];
    const page = [
      { text: "A headline that stands over both of the columns", x: 72, y: 760, size: 20 },
      ...lines(left, { top: 720 }),
      ...lines(right, { x: 330, top: 717 }),
    ];
    expect(await read([page])).toBe([...left, ...right].join(" "));
  });

  it("goes on over pages, without what repeats on each", async () => {
    const page = (n: number, own: readonly string[]) => [
      { text: "Harbour Quarterly", x: 72, y: 810, size: 8 },
      ...lines(own, { top: 740 }),
      { text: `${n + 11}`, x: 290, y: 30, size: 8 },
    ];
    const article = await open(pdf([page(1, FIRST.slice(0, 2)), page(2, FIRST.slice(2)), page(3, SECOND)]));
    expect(bodyOf(article)).toBe(`${FIRST_TEXT}\n\n${SECOND_TEXT}`);
    expect(article.audit.left).toMatchObject([{ reason: "page-number", text: "Harbour Quarterly" }]);
  });

  it("is read in seconds where 120 pages are one paragraph without an end", async () => {
    const line = "and the lamps on the quay were lit one by one, and nobody looked up from the nets, not";
    const pages = Array.from({ length: 120 }, (_, n) => lines(Array.from({ length: 48 }, (__, k) => `${line} ${n} ${k}`)));
    const article = await open(pdf(pages));
    expect(article.blocks).toHaveLength(1);
    expect(article.blocks[0]?.text.length).toBeGreaterThan(120 * 48 * line.length);
  }, 20_000);

  it("keeps a hyphen that the document itself writes elsewhere", async () => {
    const page = lines([
      "The harbour-master came, and behind him a long line of children, for the harbour-",
      "master had the only sledge that was left on this side of the river, and he knew it.",
    ]);
    expect(await read([page])).toContain("for the harbour-master had the only sledge");
  });
});

it("takes a tagged PDF by its tags", async () => {
  const mark = (text: string, y: number, id: number, tag = "P") => ({ text, x: 72, y, mark: [tag, id] as const });
  const page = [
    { text: "Running head", x: 72, y: 810, mark: ["Artifact", null] as const },
    mark("Winter", 760, 0, "H1"),
    mark("The ferries stopped for nine", 740, 1),
    mark("days.", 728, 2),
    mark("1.", 700, 3, "Lbl"),
    { text: "rope", x: 90, y: 700, mark: ["LBody", 4] as const },
    mark("Month", 660, 5, "TH"),
    { text: "Tons", x: 200, y: 660, mark: ["TH", 6] as const },
    mark("May", 648, 7, "TD"),
    { text: "12", x: 200, y: 648, mark: ["TD", 8] as const },
    mark("", 620, 9, "Figure"),
  ];
  const on = (role: string, children: Tag["children"], alt?: string): Tag => ({
    role,
    page: 0,
    children,
    ...(alt ? { alt } : {}),
  });
  const tags = [
    on("Document", [
      on("H1", [0]),
      on("P", [1, 2]),
      on("L", [on("LI", [on("Lbl", [3]), on("LBody", [4])])]),
      on("Figure", [9], "Ice on the quay"),
      on("Table", [on("TR", [on("TH", [5]), on("TH", [6])]), on("TR", [on("TD", [7]), on("TD", [8])])]),
    ]),
  ];
  const article = await open(pdf([page], { tags, info: { Title: "report_final.docx" } }));
  expect(article.title).toBe("Winter");
  expect(bodyOf(article)).toBe(`The ferries stopped for nine days.

1. rope

![Ice on the quay]()

| **Month** | **Tons** |
| May | 12 |`);
});

describe("chapters that begin pages", () => {
  const TEXTS = ["The ferries stopped for nine days.", "The ice held.", "Nobody drowned.", "The ice went in May."];
  const page = (heading: { readonly text: string; readonly size: number }, n: number) => [
    { x: 72, y: 770, ...heading },
    ...lines([...FIRST, ...SECOND, TEXTS[n] ?? ""], { top: 740 }),
  ];
  const headings = (article: Article): readonly string[] => article.blocks.filter(({ kind }) => kind === "heading").map(({ text }) => text);

  it("are headings where they are larger than the text and count on", async () => {
    const pages = TEXTS.map((_, n) => page({ text: `Chapter ${n + 1}`, size: 18 }, n));
    const article = await open(pdf(pages, { info: { Title: "The winter" } }));
    expect(article.title).toBe("The winter");
    expect(headings(article)).toEqual(["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4"]);
  });

  it("are none where each stands on several pages, or is no larger than the text", async () => {
    const repeated = TEXTS.map((_, n) => page({ text: `Chapter ${n < 2 ? 1 : 2}`, size: 18 }, n));
    const small = TEXTS.map((_, n) => page({ text: `Chapter ${n + 1}`, size: 10 }, n));
    for (const pages of [repeated, small]) {
      const article = await open(pdf(pages));
      expect(article.blocks.map(({ text }) => text).join(" ")).not.toContain("Chapter");
    }
  });
});

describe("a PDF that can't be read", () => {
  const whole = pdf([lines(FIRST)]);
  it.each([
    ["is a scan", pdf([[], [], []]), "no-text", /OCR/],
    ["is locked", pdf([lines(FIRST)], { locked: true }), "locked", /password/],
    ["has nothing behind its head", new Uint8Array(Buffer.from("%PDF-1.7\n%")), "damaged", /damaged/],
    ["is called one and is none", new Uint8Array(Buffer.from("just text")), "damaged", /called a PDF/],
  ])("because it %s says so, in a worker and here", async (_, bytes, code, message) => {
    for (const worker of [undefined, WORKER])
      await expect(open(bytes, worker)).rejects.toMatchObject({ name: "Failure", code, message: expect.stringMatching(message) });
  });

  it("gives what it has when only its index is damaged", async () => {
    const damaged = Buffer.from(
      Buffer.from(whole)
        .toString("latin1")
        .replace(/startxref\n\d+/, "startxref\n1"),
      "latin1",
    );
    expect(bodyOf(await open(new Uint8Array(damaged), WORKER))).toBe(FIRST_TEXT);
  });

  it("in time is given up, with what to do", async () => {
    const source = { bytes: whole, mediaType: null, charset: null, address: "file:///p.pdf", lang: null };
    await expect(extractSource(source, { worker: WORKER, patience: 0 })).rejects.toMatchObject({ code: "too-large" });
  });
});
