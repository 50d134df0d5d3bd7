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
