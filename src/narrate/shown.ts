import { type Article, type BlockId, BYLINE, KICKER, places, TITLE, type Utterance } from "../model/index.ts";

const known = new WeakMap<Article, ReadonlyMap<BlockId, string>>();

function blockTexts(article: Article): ReadonlyMap<BlockId, string> {
  let texts = known.get(article);
  if (!texts) {
    texts = new Map(article.blocks.map((block) => [block.id, block.text]));
    known.set(article, texts);
  }
  return texts;
}

/** The text that the page shows at a place of an article; "" where there is none. */
function textOf(article: Article, id: BlockId): string {
  if (id === TITLE) return article.title;
  if (id === KICKER) return article.kicker ?? "";
  if (id === BYLINE) return article.byline ?? "";
  return blockTexts(article).get(id) ?? "";
}

/** What the page shows of an utterance, exactly as written: the sentence, the row of a table; "" for words of our own. */
export const shownText = (article: Article, utterance: Utterance): string =>
  places(utterance)
    .map(({ block, start, end }) => textOf(article, block).slice(start, end))
    .join(" ");
