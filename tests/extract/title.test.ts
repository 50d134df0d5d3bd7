import fc from "fast-check";
import { expect, it } from "vitest";
import { extractArticle } from "../../src/extract/index.ts";
import { borrowsTitle, type Source } from "../../src/model/index.ts";

const source = (text: string, mediaType: string): Source => ({
  bytes: new TextEncoder().encode(text),
  mediaType,
  charset: "utf-8",
  address: "https://www.courier.example/",
  lang: null,
});

it("is borrowed from the first words where there is no headline, however long they are", async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ,.!?🌊]{0,200}$/u), async (text) => {
      const article = await extractArticle(source(text, "text/plain"), { running: true });
      expect(borrowsTitle(article)).toBe(true);
    }),
  );
});

it("is borrowed below a picture without words", async () => {
  const article = await extractArticle(source('<figure><img src="/a.jpg" width="800"></figure><p>The ferry is back.</p>', "text/html"));
  expect(article.blocks.map((block) => block.kind)).toEqual(["figure", "paragraph"]);
  expect(borrowsTitle(article)).toBe(true);
});

it("is not borrowed where there is a headline", async () => {
  const text = "The ferry is back\n\nIt sails again, nine minutes from one bank of the river to the other.\n";
  expect(borrowsTitle(await extractArticle(source(text, "text/plain")))).toBe(false);
});

it("has no signs that would turn round what is written behind it", async () => {
  const page =
    "<title>x</title><h1>The \u202eferry\u2066 is back</h1><p>It sails again, nine minutes from one bank of the river to the other.</p>";
  expect((await extractArticle(source(page, "text/html"))).title).toBe("The ferry is back");
  const borrowed = await extractArticle(source("\u202eThe ferry \u2067is back\u2069.", "text/plain"), { running: true });
  expect(borrowed.title).toBe("The ferry is back.");
  expect(borrowsTitle(borrowed)).toBe(true);
});
