import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/index.ts";

const PROSE = "The bridge over the river was opened again on Monday, after three years of work and two of waiting for the money.";

/** What is kept of a source, line by line. */
async function kept(text: string, mediaType: string): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(text);
  const article = await extractArticle({ bytes, mediaType, charset: null, address: "https://www.courier.example/a", lang: "en" });
  return article.blocks.map((block) => block.text);
}

const html = (inside: string): string =>
  `<!doctype html><title>The bridge</title><body><main><article><h1>The bridge</h1><p>${PROSE}</p>${inside}<p>${PROSE.replace("Monday", "Friday")}</p></article></main>`;
const inPage = async (inside: string): Promise<readonly string[]> => (await kept(html(inside), "text/html")).slice(1, -1);

describe("a text of the author's own", () => {
  it.each([
    ["- A\n- B\n- C", ["A", "B", "C"]],
    ["1. a\n2. b", ["a", "b"]],
    ["- Facebook\n- Twitter\n- Email", ["Facebook", "Twitter", "Email"]],
    ["- S\n- M\n- L", ["S", "M", "L"]],
    ["X", ["X"]],
    [`## X\n\n${PROSE}`, ["X", PROSE]],
    [`## Share\n\n${PROSE}`, ["Share", PROSE]],
    [`## Comments\n\n${PROSE}`, ["Comments", PROSE]],
  ])("loses no point, paragraph or heading for what it says: %j", async (text, lines) => {
    expect(await kept(`# The bridge\n\n${PROSE}\n\n${text}\n`, "text/markdown")).toEqual([PROSE, ...lines]);
  });

  it.each([
    ["- A\n- X\n- C", ["A", "X", "C"]],
    ["A\n\nX", ["A", "X"]],
    ["- Facebook\n- Twitter\n- Email", ["Facebook", "Twitter", "Email"]],
    ["Facebook\nTwitter\nEmail", ["Facebook", "Twitter", "Email"]],
  ])("in plain letters neither: %j", async (text, lines) => {
    expect(await kept(`${PROSE}\n\n${text}\n\n${PROSE.replace("Monday", "Friday")}\n`, "text/plain")).toEqual([
      PROSE,
      ...lines,
      PROSE.replace("Monday", "Friday"),
    ]);
  });
});

describe("a page", () => {
  it.each([
    ["<ul><li>A<li>B<li>C</ul>", ["A", "B", "C"]],
    ["<ol><li><p>x</p><li><p>y</p></ol>", ["x", "y"]],
    ["<p>X</p>", ["X"]],
    ["<h2>Share</h2>", ["Share"]],
    ["<ul><li>Facebook<li>Twitter<li>Email</ul>", ["Facebook", "Twitter", "Email"]],
    ['<ul><li><a href="https://x.example/">X</a><li>Bluesky<li>Mastodon</ul>', ["X", "Bluesky", "Mastodon"]],
  ])("keeps words that could be a button's where nothing is one: %s", async (inside, lines) => {
    expect(await inPage(inside)).toEqual(lines);
  });

  it.each([
    ['<p><a href="https://www.facebook.com/sharer?u=x">Facebook</a></p>'],
    ['<ul><li><a href="/f">Facebook</a><li><a href="/t">Twitter</a><li><a href="/m">Email</a></ul>'],
    ["<p><span role=button>Print</span></p>"],
    ["<p><svg></svg> Share</p>"],
    ["<p><a>Copy link</a></p>"],
    ['<h3>Share</h3><ul><li><a href="/f">Facebook</a><li><a href="/t">Twitter</a></ul>'],
    ['<div class="social-links"><p>X</p><p>Email</p></div>'],
  ])("leaves out what is a button: %s", async (inside) => {
    expect(await inPage(inside)).toEqual([]);
  });
});
