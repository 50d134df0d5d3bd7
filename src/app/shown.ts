import { type Article, type BlockId, BYLINE, KICKER, type TextRange, TITLE } from "../model/index.ts";

/** What the page shows of a range of an article; "" for a range that it has not. */
export function shownBy(article: Article): (range: TextRange) => string {
  const texts = new Map<BlockId, string>(article.blocks.map((block) => [block.id, block.text]));
  texts
    .set(TITLE, article.title)
    .set(KICKER, article.kicker ?? "")
    .set(BYLINE, article.byline ?? "");
  return ({ block, start, end }) => (texts.get(block) ?? "").slice(start, end);
}
