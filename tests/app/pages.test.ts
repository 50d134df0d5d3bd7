import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import type { Article, SourceRequest } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";
import { describeArticle } from "../extract/expectation.ts";
import { expectSound } from "../extract/sound.ts";
import { serve } from "../fetch/server.ts";

let folder: string;
let app: App;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-pages-"));
  app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library: await openLibrary(join(folder, "library.sqlite")),
    engines: [createTone()],
    clock: { now: () => "2026-11-22T08:00:00Z" },
    log: () => {},
  });
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (address: string): SourceRequest => ({ kind: "address", address, typed: true, url: null, type: null, lang: "en" });

const TEXTS = [
  "The wheel was found behind the mill, where nobody had looked for it in two hundred years of looking.",
  "It took nine men to lift it, and one of them, who was ninety, said that he had seen it as a boy and told nobody.",
  "Now it hangs in the hall of the school, and every child who passes touches it, for luck or because it is there.",
];
const LEAD = "How a village found what it had lost, and what it did with it after everybody had come to see it.";

/** The n-th page of three, with what each page of the site repeats. */
const page = (
  n: number,
  pager: string,
  text = TEXTS[n - 1],
): string => `<!doctype html><html lang="en"><head><title>The wheel</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>The wheel behind the mill</h1><p>${LEAD}</p><p>${text}</p><p>${text?.replace("it", "the wheel")}</p></article>
<div class="pagination">${pager}</div></body></html>`;
const pager = (base: string): string => [1, 2, 3].map((n) => `<a href="${n === 1 ? base : `${base}/${n}`}">${n}</a>`).join(" ");

interface Site {
  readonly address: string;
  readonly asked: string[];
}
async function site(pages: Readonly<Record<string, string>>): Promise<Site> {
  const asked: string[] = [];
  const address = await serve((request, response) => {
    asked.push(request.url ?? "");
    const found = pages[request.url ?? ""];
    response.writeHead(found === undefined ? 404 : 200, { "content-type": "text/html" }).end(found ?? "nothing");
  });
  return { address, asked };
}
const texts = (article: Article): readonly string[] => article.blocks.map(({ text }) => text);
const both = (n: number): readonly string[] => [TEXTS[n - 1] ?? "", TEXTS[n - 1]?.replace("it", "the wheel") ?? ""];

describe("an article of several pages", () => {
  it("is joined, without what each page repeats, and the audit says so", async () => {
    const { address, asked } = await site({
      "/the-wheel": page(1, pager("/the-wheel")),
      "/the-wheel/2": page(2, pager("/the-wheel")),
      "/the-wheel/3": page(3, pager("/the-wheel")),
    });
    const { article } = await app.open(at(`${address}/the-wheel`));
    expectSound(article);
    expect(texts(article)).toEqual([LEAD, ...both(1), ...both(2), ...both(3)]);
    expect(article.audit.pages).toBe(3);
    expect(article.audit.left.map(({ reason, text }) => `${reason}: ${text}`)).toContain(`repeated: ${LEAD}`);
    expect(asked).toEqual(["/the-wheel", "/the-wheel/2", "/the-wheel/3"]);
  });

  it.each([
    ["?page=", '<a rel="next" href="?page=2">More</a>', "/the-wheel?page=2"],
    ["?n=", '<a rel="next" href="/the-wheel?n=2">Next page</a>', "/the-wheel?n=2"],
    ["a file's ending", '<a href="/the-wheel-2.html">Next page ›</a>', "/the-wheel-2.html"],
    ["a folder of pages", '<link rel="next" href="/the-wheel/page/2/">', "/the-wheel/page/2/"],
  ])("is found by %s", async (_, link, second) => {
    const own = second.endsWith(".html") ? "/the-wheel.html" : "/the-wheel";
    const { address } = await site({ [own]: page(1, link), [second]: page(2, "") });
    const { article } = await app.open(at(address + own));
    expect(texts(article)).toEqual([LEAD, ...both(1), ...both(2)]);
  });

  it.each([
    ["a first page with a number", "/wheel1.html", '<a rel="next" href="/wheel2.html">Next page</a>', "/wheel2.html"],
    ["a first page with a number, beside a folder", "/mill/page-1", '<link rel="next" href="/mill/page-2">', "/mill/page-2"],
    ["its pager alone", "/wheel.html", '<a rel="next" href="/mill.html">Next page</a>', "/mill.html"],
  ])("is found by %s, where its headline is the same", async (_, first, link, second) => {
    const { address } = await site({ [first]: page(1, link), [second]: page(2, "") });
    expect(texts((await app.open(at(address + first))).article)).toEqual([LEAD, ...both(1), ...both(2)]);
    const other = await site({ [first]: page(1, link), [second]: page(2, "").replace("The wheel behind the mill", "Another story") });
    expect((await app.open(at(other.address + first))).article.audit.pages).toBeUndefined();
  });

  it("names a page that its first page's number promises and that can't be had", async () => {
    const { address } = await site({ "/wheel1.html": page(1, '<link rel="next" href="wheel2.html">') });
    expect(describeArticle((await app.open(at(`${address}/wheel1.html`))).article)).toContain(`Left, missing-part: ${address}/wheel2.html`);
  });

  it.each([
    ["another article", '<a rel="next" href="/the-bridge">Next: The bridge</a><link rel="next" href="/news/2">'],
    ["another site", '<a rel="next" href="https://other.example/the-wheel/2">2</a>'],
    ["pages of comments", '<a rel="next" href="/the-wheel/comment-page-2">2</a><a href="/the-wheel?cpage=2">2</a>'],
    ["a page farther on", '<a href="/the-wheel/3">3</a>'],
    ["the next page of a section", '<a href="/news/2">2</a>'],
    ["the year", '<a href="/the-wheel/24">24</a>'],
  ])("is not taken for one because it links to %s", async (_, link) => {
    const { address, asked } = await site({ "/the-wheel": page(1, link), "/the-bridge": page(2, ""), "/news/2": page(2, "") });
    expect((await app.open(at(`${address}/the-wheel`))).article.audit.pages).toBeUndefined();
    expect(asked).toEqual(["/the-wheel"]);
  });

  it("opens without a page that is missing, and names it", async () => {
    const { address } = await site({ "/the-wheel": page(1, pager("/the-wheel")), "/the-wheel/2": page(2, pager("/the-wheel")) });
    const { article } = await app.open(at(`${address}/the-wheel`));
    expect(texts(article)).toEqual([LEAD, ...both(1), ...both(2)]);
    expect(article.audit).toMatchObject({ pages: 2 });
    expect(describeArticle(article)).toContain(`Left, missing-part: ${address}/the-wheel/3`);
  });

  it("ends where pages repeat, and after so many pages", async () => {
    const same = await site({ "/the-wheel": page(1, pager("/the-wheel")), "/the-wheel/2": page(1, pager("/the-wheel")) });
    expect((await app.open(at(`${same.address}/the-wheel`))).article.audit.pages).toBeUndefined();
    const endless = await serve((request, response) => {
      const n = Number(/\d+$/.exec(request.url ?? "")?.[0] ?? "1");
      response
        .setHeader("content-type", "text/html")
        .end(page(2, `<a rel="next" href="/the-wheel?page=${n + 1}">Next</a>`, `${TEXTS[0]} That was the ${n}th day.`));
    });
    const { article } = await app.open(at(`${endless}/the-wheel`));
    expect(article.audit.pages).toBe(20);
    expect(describeArticle(article)).toContain("Left, missing-part: ");
  }, 60_000);

  it("is given up when it is no longer wanted", async () => {
    const controller = new AbortController();
    const reason = new Error("no longer wanted");
    const address = await serve((request, response) => {
      if (request.url === "/the-wheel") response.setHeader("content-type", "text/html").end(page(1, pager("/the-wheel")));
      else controller.abort(reason);
    });
    await expect(app.open(at(`${address}/the-wheel`), controller.signal)).rejects.toBe(reason);
  });
});
