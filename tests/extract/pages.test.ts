import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/index.ts";
import { Failure, type Source } from "../../src/model/index.ts";
import { describeArticle } from "./expectation.ts";
import { expectSound } from "./sound.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/pages");
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".txt": "text/plain", ".md": "text/markdown" };

const pages = readdirSync(FOLDER).filter((file) => !file.endsWith(".expected.md"));

const source = (file: string): Source => ({
  bytes: new Uint8Array(readFileSync(join(FOLDER, file))),
  mediaType: TYPES[extname(file)] ?? null,
  charset: null,
  address: `https://www.courier.example/2024/${file}`,
  lang: null,
});

async function describePage(file: string): Promise<string> {
  try {
    const article = await extractArticle(source(file));
    expectSound(article);
    return describeArticle(article);
  } catch (error) {
    if (error instanceof Failure) return `${error.code}: ${error.message}\n`;
    throw error;
  }
}

// A page for each behaviour, with what is expected of it. A new expectation is written by hand, or with WRITE_EXPECTATIONS=1 and then
// read word by word.
describe("pages", () => {
  it.each(pages)("%s", async (file) => {
    const expected = join(FOLDER, `${file.slice(0, -extname(file).length)}.expected.md`);
    const described = await describePage(file);
    if (process.env.WRITE_EXPECTATIONS === "1") writeFileSync(expected, described);
    expect(existsSync(expected), `${expected} is missing`).toBe(true);
    expect(described).toBe(readFileSync(expected, "utf8"));
  });

  it("have no expectation without a page", () => {
    const names = new Set(pages.map((file) => file.slice(0, -extname(file).length)));
    const expectations = readdirSync(FOLDER).filter((file) => file.endsWith(".expected.md"));
    expect(expectations.filter((file) => !names.has(file.slice(0, -".expected.md".length)))).toEqual([]);
    expect(new Set(pages.map((file) => file.slice(0, -extname(file).length))).size).toBe(pages.length);
  });
});

describe("a saved page and its copy as plain text", () => {
  it("give the same blocks, title and kicker", async () => {
    const page = await extractArticle(source("saved-page.html"));
    const copy = await extractArticle(source("saved-page-copy.txt"));
    const alike = ({ title, kicker, lang, blocks }: typeof page): unknown => ({
      title,
      kicker,
      lang,
      blocks: blocks.map(({ id, kind, text }) => ({ id, kind, text })),
    });
    expect(alike(page)).toEqual(alike(copy));
    expect(page.audit.merged).toEqual(copy.audit.merged);
    const chrome = ({ audit }: typeof page): unknown =>
      audit.left.filter(({ reason }) => reason === "skip-link" || reason === "size-control").map(({ text, reason }) => ({ text, reason }));
    expect(chrome(page)).toEqual(chrome(copy));
    expect(chrome(copy)).toHaveLength(5);
  });
});
