import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decide, siteOf, undecided } from "../../src/app/choices.ts";
import { type App, createApp } from "../../src/app/index.ts";
import { extractArticle } from "../../src/extract/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { type Article, type Choice, spokenText } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

const PROSE = [
  "The ferry left at noon with nine people on board, and the wind was kind all the way across the bay.",
  "In the evening the captain counted the seals that had followed the ship, and wrote the number down.",
  "Nobody had seen so many since the winter in which the harbour froze and the school stayed closed.",
];
const BOX = "This box is the story itself: the company will sell the ferry in the spring, the owner said.";
const APPEAL = "Tell us what you saw from the shore this week, dear readers.";

const LAST = "The next ferry leaves at the same hour tomorrow, and those who want to see the seals should bring warm clothes and time.";

const pageOf = (paragraphs: readonly string[], title = "The ferry sails again"): string => `<!doctype html><html lang="en"><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article><h1>${title}</h1>
${paragraphs.join("\n")}
</article><footer><p>All rights reserved</p></footer></body></html>`;
const box = (text: string): string => `<div class="newsletter-box n4711"><p>${text}</p></div>`;
const p = (text: string): string => `<p>${text}</p>`;
const PAGE = pageOf([p(PROSE[0] ?? ""), box(BOX), p(PROSE[1] ?? ""), p(APPEAL), p(PROSE[2] ?? "")]);

const texts = (article: Article): readonly string[] => article.blocks.map(({ text }) => text);
const entryOf = (article: Article, text: string): Article["audit"]["left"][number] => {
  const entry = article.audit.left.find((one) => one.text.startsWith(text.slice(0, 30)));
  if (!entry) throw new Error(`no entry for ${text}`);
  return entry;
};
const blockOf = (article: Article, text: string): string => article.blocks.find((block) => block.text === text)?.id ?? "none";

let folder: string;
let app: App;
let pages: Record<string, string>;
const start = async (): Promise<App> =>
  createApp({
    fetch: {
      async source(request) {
        const address = request.kind === "address" ? request.address : "lectern:pasted";
        const bytes = new TextEncoder().encode(pages[address] ?? "");
        return { bytes, mediaType: "text/html", charset: "utf-8", address, lang: null };
      },
      picture: () => Promise.reject(new Error("none")),
      feed: () => Promise.reject(new Error("none")),
    },
    library: await openLibrary(join(folder, "library.sqlite")),
    engines: [createTone()],
    clock: { now: () => "2026-11-22T08:00:00.000Z" },
    log: () => {},
  });
const open = async (address: string): Promise<Article> =>
  (await app.open({ kind: "address", address, typed: true, url: null, type: null, lang: null })).article;
const restart = async (): Promise<void> => {
  await app.close();
  app = await start();
};
const A = "https://www.bay.example/ferry";
const B = "https://bay.example/seals";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-choices-"));
  pages = { [A]: PAGE };
  app = await start();
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe("putting back", () => {
  it("puts a text at its own place, names it again by the same ids, and reads it", async () => {
    const before = await open(A);
    expect(texts(before)).toEqual([PROSE[0], PROSE[1], APPEAL, PROSE[2]]);
    const entry = entryOf(before, BOX);
    expect(entry).toMatchObject({ reason: "newsletter", back: false, after: "b0" });
    const after = await app.choose({ article: before.id, text: entry.id, stands: true });
    expect(texts(after)).toEqual([PROSE[0], BOX, PROSE[1], APPEAL, PROSE[2]]);
    expect(after.blocks.filter(({ id }) => id.startsWith("b"))).toEqual(before.blocks);
    expect(after.audit.kept.paragraph).toBe(before.audit.kept.paragraph + 1);
    expect(entryOf(after, BOX)).toMatchObject({ back: true, rule: null });
    const { utterances } = await app.narrate({ article: before.id, taste: { verbosity: "normal", lang: "en" } });
    const said = utterances.map(spokenText);
    expect(said.findIndex((line) => line.includes("This box"))).toBe(said.findIndex((line) => line.includes("In the evening")) - 1);
  });

  it("keeps it through a restart, a recall and a changed page, and the place with it", async () => {
    const { id } = await open(A);
    const { blocks } = await app.choose({ article: id, text: entryOf(await open(A), BOX).id, stands: true });
    const inBox = blocks.find(({ text }) => text === BOX)?.id;
    if (!inBox) throw new Error("not put back");
    await app.keepPlace({ article: id, place: { block: inBox, offset: 10 } });
    await restart();
    const recalled = await app.recall({ article: id });
    expect(texts(recalled.article)).toContain(BOX);
    expect(recalled.place).toEqual({ block: inBox, offset: 10 });
    const first = "A word before everything: the harbour master has asked all crews to wait for the tide this week.";
    pages[A] = pageOf([p(first), box("Read our letter every day."), p(PROSE[0] ?? ""), box(BOX), p(PROSE[1] ?? ""), p(PROSE[2] ?? "")]);
    const opened = await app.open({ kind: "address", address: A, url: null, type: null, lang: null });
    expect(texts(opened.article)).toEqual([first, PROSE[0], BOX, PROSE[1], PROSE[2]]);
    expect(opened.article.blocks.find((block) => block.id === opened.place?.block)?.text).toBe(BOX);
  });

  it("leaves it out again, and the article is as it was", async () => {
    const before = await open(A);
    const { id } = entryOf(before, BOX);
    await app.choose({ article: before.id, text: id, stands: true });
    expect(await app.choose({ article: before.id, text: id, stands: false })).toEqual(before);
    await restart();
    expect(await open(A)).toEqual(before);
  });

  it("puts back one of several texts that say the same", async () => {
    pages[A] = pageOf([p(PROSE[0] ?? ""), box(BOX), p(PROSE[1] ?? ""), box(BOX), p(PROSE[2] ?? "")]);
    const before = await open(A);
    const second = before.audit.left.filter(({ text }) => text.startsWith("This box"))[1];
    const after = await app.choose({ article: before.id, text: second?.id ?? "", stands: true });
    expect(texts(after)).toEqual([PROSE[0], PROSE[1], BOX, PROSE[2]]);
  });

  it("refuses what an article has not", async () => {
    const { id } = await open(A);
    await expect(app.choose({ article: id, text: "l99", stands: true })).rejects.toMatchObject({ code: "not-found" });
    await expect(app.choose({ article: id, text: "b99", stands: false })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("leaving out", () => {
  it("takes a passage out, says so in the audit, and puts it back", async () => {
    const before = await open(A);
    const after = await app.choose({ article: before.id, text: blockOf(before, APPEAL), stands: false });
    expect(texts(after)).toEqual([PROSE[0], PROSE[1], PROSE[2]]);
    expect(entryOf(after, APPEAL)).toMatchObject({ reason: "chosen", id: "x-b2", after: "b1" });
    await restart();
    expect(texts(await open(A))).toEqual(texts(after));
    expect(await app.choose({ article: before.id, text: "x-b2", stands: true })).toEqual(before);
  });

  it("never leaves an article without a word", async () => {
    const article = await open(A);
    let last = article;
    for (const { id } of article.blocks) last = await app.choose({ article: article.id, text: id, stands: false });
    expect(texts(last).length).toBeGreaterThan(0);
  });

  it("takes one paragraph out of a text that was put back", async () => {
    pages[A] = pageOf([
      p(PROSE[0] ?? ""),
      `<aside class="newsletter"><p>${BOX}</p><p>${APPEAL}</p></aside>`,
      p(PROSE[1] ?? ""),
      p(PROSE[2] ?? ""),
      p(LAST),
    ]);
    const before = await open(A);
    const back = await app.choose({ article: before.id, text: entryOf(before, BOX).id, stands: true });
    expect(texts(back)).toEqual([PROSE[0], BOX, APPEAL, PROSE[1], PROSE[2], LAST]);
    const after = await app.choose({ article: before.id, text: blockOf(back, APPEAL), stands: false });
    expect(texts(after)).toEqual([PROSE[0], BOX, PROSE[1], PROSE[2], LAST]);
  });
});

describe("always on this site", () => {
  const other = "The island will get a school of its own, because the ferry no longer sails when the bay is frozen.";

  it("puts back what stands in the same part of another page of the site, until the rule is dropped", async () => {
    pages[B] = pageOf([p(PROSE[2] ?? ""), box(other).replace("n4711", "n5000"), p(PROSE[1] ?? "")], "Seals in the bay");
    const article = await open(A);
    const { id } = entryOf(article, BOX);
    await app.choose({ article: article.id, text: id, stands: true });
    const ruled = await app.chooseAlways({ article: article.id, text: id, always: true });
    const { site, rules } = await app.siteRules({ article: article.id });
    expect(site).toBe("bay.example");
    expect(rules).toMatchObject([{ kind: "put-back", reason: "newsletter", part: "div newsletter box" }]);
    expect(entryOf(ruled, BOX)).toMatchObject({ back: true, rule: rules[0]?.id });
    await restart();
    const second = await open(B);
    expect(texts(second)).toEqual([PROSE[2], other, PROSE[1]]);
    const here = await app.choose({ article: second.id, text: entryOf(second, other).id, stands: false });
    expect(texts(here)).toEqual([PROSE[2], PROSE[1]]);
    expect(texts(await open(A))).toContain(BOX);
    await app.dropSiteRule({ article: second.id, rule: rules[0]?.id ?? -1 });
    expect(texts(await open(A))).not.toContain(BOX);
    expect((await app.siteRules({ article: second.id })).rules).toEqual([]);
    // Undone, it holds again; another that never was can't be.
    await app.dropSiteRule({ article: second.id, rule: rules[0]?.id ?? -1, dropped: false });
    expect(texts(await open(A))).toContain(BOX);
    expect((await app.siteRules({ article: second.id })).rules).toMatchObject([{ part: "div newsletter box" }]);
    await expect(app.dropSiteRule({ article: second.id, rule: 4711, dropped: false })).rejects.toMatchObject({ code: "not-found" });
  });

  it("leaves out what says the same on another page, and holds for one page when the rule is dropped from there", async () => {
    pages[B] = pageOf([p(PROSE[2] ?? ""), p(APPEAL), p(PROSE[1] ?? "")], "Seals in the bay");
    const article = await open(A);
    const out = await app.choose({ article: article.id, text: blockOf(article, APPEAL), stands: false });
    await app.chooseAlways({ article: article.id, text: entryOf(out, APPEAL).id, always: true });
    const second = await open(B);
    expect(texts(second)).toEqual([PROSE[2], PROSE[1]]);
    const kept = await app.chooseAlways({ article: second.id, text: entryOf(second, APPEAL).id, always: false });
    expect(texts(kept)).toEqual([PROSE[2], PROSE[1]]);
    expect(texts(await open(A))).toContain(APPEAL);
  });

  it("does not reach another site, another part or another reason", async () => {
    pages[B] = pageOf([p(PROSE[2] ?? ""), `<div class="newsletter-band"><p>${other}</p></div>`, p(PROSE[1] ?? "")], "Seals in the bay");
    pages["https://else.example/a"] = pageOf([p(PROSE[2] ?? ""), box(other), p(PROSE[1] ?? "")], "Seals in the bay");
    const article = await open(A);
    const { id } = entryOf(article, BOX);
    await app.choose({ article: article.id, text: id, stands: true });
    await app.chooseAlways({ article: article.id, text: id, always: true });
    expect(texts(await open(B))).not.toContain(other);
    expect(texts(await open("https://else.example/a"))).not.toContain(other);
  });

  it("has no rules where there is no site", async () => {
    pages["lectern:pasted"] = PAGE;
    const article = await open("lectern:pasted");
    expect(await app.siteRules({ article: article.id })).toEqual({ site: null, rules: [] });
    const { id } = entryOf(article, BOX);
    await app.choose({ article: article.id, text: id, stands: true });
    await expect(app.chooseAlways({ article: article.id, text: id, always: true })).rejects.toMatchObject({ code: "bad-input" });
    expect(siteOf({ address: "file:///tmp/a.html" })).toBeNull();
  });
});

describe("any choices", () => {
  it("can be taken back wholly, change no block, and give the same when they are applied again", async () => {
    const source = { bytes: new TextEncoder().encode(PAGE), mediaType: "text/html", charset: null, address: A, lang: null };
    const article = await extractArticle(source);
    const keys = [...article.blocks, ...article.audit.left.flatMap(({ blocks }) => blocks)].map(({ text }) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    );
    const choice = fc.record({ of: fc.constantFrom("left", "block"), key: fc.constantFrom(...keys), stands: fc.boolean() });
    fc.assert(
      fc.property(fc.array(choice as fc.Arbitrary<Choice>, { maxLength: 8 }), (choices) => {
        const shown = decide(article, choices, []);
        expect(undecided(shown)).toEqual(article);
        expect(decide(shown, choices, [])).toEqual(shown);
        const known = new Map([...article.blocks, ...article.audit.left.flatMap(({ blocks }) => blocks)].map((block) => [block.id, block]));
        for (const block of shown.blocks) expect(known.get(block.id)).toEqual(block);
        expect(new Set(shown.blocks.map(({ id }) => id)).size).toBe(shown.blocks.length);
      }),
      { numRuns: 200 },
    );
  });
});
