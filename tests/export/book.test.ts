import { EpubCheck } from "@likecoin/epubcheck-ts";
import { strToU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { type Book, daisyFile, epubFile, htmlFile, overlayOf } from "../../src/export/index.ts";
import { extractSource } from "../../src/extract/index.ts";
import type { EditionArticle, SaidUtterance } from "../../src/model/index.ts";
import { narrate } from "../../src/narrate/index.ts";
import { PAGES } from "./pages.ts";

async function articleOf(html: string): Promise<EditionArticle> {
  const source = {
    bytes: new TextEncoder().encode(html),
    mediaType: "text/html",
    charset: "utf-8",
    address: "https://example.org/news",
    lang: null,
  };
  const { article } = await extractSource(source as Parameters<typeof extractSource>[0]);
  return { article, script: narrate(article, { verbosity: "normal", lang: "en" }) };
}

/** Each utterance a second long, with half of one after it. */
const saidOf = ({ script }: EditionArticle, article: number): readonly SaidUtterance[] =>
  script.utterances.map((_, utterance) => ({ article, utterance, start: utterance * 1.5, end: utterance * 1.5 + 1, marks: [] }));

/** A frame of MP3 that is silent. */
const SILENCE = Uint8Array.from({ length: 208 }, (_, at) => [0xff, 0xf3, 0x80, 0xc4][at] ?? 0);
const PICTURE = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (letter) => letter.charCodeAt(0),
);

const bookOf = (articles: readonly EditionArticle[]): Book => ({
  edition: {
    title: articles[0]?.article.title ?? "",
    lang: articles[0]?.article.lang ?? "und",
    dir: articles[0]?.article.dir ?? "ltr",
    source: "Harbour Post",
    date: "2026-11-28",
    articles,
  },
  id: "8d0c1f2e-0000-8000-a000-000000000000",
  made: "2026-11-28T09:00:00.000Z",
  maker: "Lectern",
  words: { contents: "Contents", photo: "Photo", summary: "Text and sound go together." },
  pictures: articles.flatMap(({ article }, number) =>
    article.blocks.flatMap(({ kind, id }) =>
      kind === "figure"
        ? [{ article: number, block: id, mediaType: "image/png", file: `p${number}-${id}.png`, bytes: async () => PICTURE }]
        : [],
    ),
  ),
  cover: { mediaType: "image/png", bytes: PICTURE },
  sounds: articles.map((one, number) => {
    const overlay = overlayOf(one, saidOf(one, number), 0);
    return {
      overlay,
      duration: one.script.utterances.length * 1.5,
      parts: async function* () {
        for (let at = 0; at < 60; at += 1) yield SILENCE;
      },
    };
  }),
  chapters: [],
});

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return new Uint8Array(Buffer.concat(all));
}

const articles = new Map<string, EditionArticle>();
beforeAll(async () => {
  for (const [name, html] of Object.entries(PAGES)) articles.set(name, await articleOf(html));
});
const named = (...names: readonly string[]): Book => bookOf(names.flatMap((name) => articles.get(name) ?? []));

describe("a book in EPUB", () => {
  it.each([["rich"], ["short"], ["long"], ["right"], ["hostile"], ["addresses"], ["rich", "right", "long", "short", "hostile"]])(
    "has nothing that a checker warns of: %s",
    async (...names) => {
      const { messages } = await EpubCheck.validate(await bytesOf(epubFile(named(...names))));
      expect(messages.filter(({ severity }) => ["fatal", "error", "warning"].includes(severity))).toEqual([]);
    },
  );

  it("has each word of the article, and a clip for each sentence in its order", async () => {
    const files = unzipSync(await bytesOf(epubFile(named("rich"))));
    const text = new TextDecoder().decode(files["EPUB/text/a0.xhtml"]);
    const smil = new TextDecoder().decode(files["EPUB/smil/a0.smil"]);
    const plain = text
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    for (const block of articles.get("rich")?.article.blocks ?? [])
      for (const word of block.text.split(/\s+/)) expect(plain).toContain(word);
    const ids = [...smil.matchAll(/#(s\d+)"/g)].map((match) => match[1] ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    const places = ids.map((id) => text.indexOf(`id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(text).toContain('<img src="../images/p0-');
    expect(text).toContain("<aside id=");
    expect(text).toMatch(/<tr id="s\d+"><th scope="row">Anna/);
  });

  it("writes addresses as a URI can be", async () => {
    const files = unzipSync(await bytesOf(epubFile(named("addresses"))));
    const text = new TextDecoder().decode(files["EPUB/text/a0.xhtml"]);
    expect([...text.matchAll(/href="(?!\.\.)([^"]*)"/g)].map((match) => match[1])).toEqual([
      "http://e.example/%5B31m",
      "http://e.example/a%7Cb%5Ec%60?x=%7By%7D%7C%5B1%5D#a%23b%5Bc%5D",
      "http://e.example/100%25/50%25zz",
      "http://[2001:db8::1]/x",
      "mailto:a%20b%5Bc%5D@e.example",
    ]);
  });

  it("leaves out no level of headings on the way down, has no empty one, and says where a photo is that nobody could get", async () => {
    const words = (n: number): string =>
      `<p>${`The ferry ${n} left the northern pier at noon on Monday, with nine people on board. `.repeat(4)}</p>`;
    const page = `<html lang="ar" dir="rtl"><body><article><h1>Ferry sails again</h1>${words(1)}<h4>At sea</h4>${words(2)}<h6>Seals</h6>${words(3)}
      <h5>Gulls</h5>${words(4)}<h2>Ashore</h2>${words(5)}<h3>The pier</h3>${words(6)}
      <table><tr><th></th><th>Boats</th></tr><tr><th>Monday</th><td>9</td></tr></table>
      <figure><img src="https://example.org/gone.png"></figure>${words(7)}</article></body></html>`;
    const book = { ...bookOf([await articleOf(page)]), pictures: [] };
    const files = unzipSync(await bytesOf(epubFile(book)));
    const text = new TextDecoder().decode(files["EPUB/text/a0.xhtml"]);
    expect([...text.matchAll(/<h(\d)[^>]*>(?:<[^>]*>)*([^<]*)/g)].map(([, level, title]) => `${level} ${title}`)).toEqual([
      "1 Ferry sails again",
      "2 At sea",
      "3 Seals",
      "3 Gulls",
      "2 Ashore",
      "3 The pier",
    ]);
    expect(text).toContain("<tr><td></td><th");
    expect(text).not.toMatch(/<(figcaption|th|h\d)[^>]*><\/\1>/);
    expect(text).toContain('<body dir="');
    expect((await EpubCheck.validate(await bytesOf(epubFile(book)))).messages).toEqual([]);
  });

  it("has no markup of the page in it", async () => {
    const files = unzipSync(await bytesOf(epubFile(named("hostile"))));
    const text = new TextDecoder().decode(files["EPUB/text/a0.xhtml"]);
    expect(text).not.toMatch(/<script|<img|javascript:/);
    expect(Object.keys(files)[0]).toBe("mimetype");
    expect(files.mimetype).toEqual(strToU8("application/epub+zip"));
  });
});

describe("a book for players of the blind", () => {
  it("has a list of contents whose every entry is there, and as many as it says", async () => {
    const files = unzipSync(await bytesOf(daisyFile(named("rich", "right"))));
    const ncc = new TextDecoder().decode(files["ncc.html"]);
    const links = [...ncc.matchAll(/href="(a\d+\.smil)#(p\d+)"/g)];
    expect(links.length).toBe(Number(/name="ncc:tocItems" content="(\d+)"/.exec(ncc)?.[1]));
    for (const [, file = "", id] of links) expect(new TextDecoder().decode(files[file])).toContain(`id="${id}"`);
    expect(Object.keys(files).length).toBe(Number(/name="ncc:files" content="(\d+)"/.exec(ncc)?.[1]));
    for (const text of [files["a0.smil"], files["a1.smil"]]) {
      for (const [, page = "", id] of new TextDecoder().decode(text).matchAll(/src="(a\d\.html)#(s\d+)"/g))
        expect(new TextDecoder().decode(files[page])).toContain(`id="${id}"`);
    }
  });
});

describe("a page by itself", () => {
  it("has its pictures inside of it, and no script", async () => {
    const text = new TextDecoder().decode(await bytesOf(htmlFile(named("rich", "hostile"))));
    expect(text).toContain('<img src="data:image/png;base64,');
    expect(text).not.toMatch(/<script|javascript:/);
    expect(text.match(/<article /g)).toHaveLength(2);
    expect([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(["a0", "a1"]);
  });
});
