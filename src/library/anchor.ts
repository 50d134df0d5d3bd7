import { type Article, type BlockId, BYLINE, KICKER, type Place, TITLE } from "../model/index.ts";

/** How much text after a place is kept to find it again, UTF-16 code units: about a sentence's beginning (guess). */
const QUOTE_LENGTH = 64;

/** The text at a place's block, null when the article has no such block. */
function textOf(article: Article, block: BlockId): string | null {
  if (block === TITLE) return article.title;
  if (block === KICKER) return article.kicker;
  if (block === BYLINE) return article.byline;
  return article.blocks.find((candidate) => candidate.id === block)?.text ?? null;
}

/** The words at a place, by which it is found again in a changed article; "" when the article has no such place. */
export function quoteAt(article: Article, place: Place): string {
  return (textOf(article, place.block) ?? "").slice(place.offset, place.offset + QUOTE_LENGTH);
}

/**
 * A kept place in the article as it is now. Where its words have moved, the place moves with them: to the nearest block that has
 * them, else that has their first half, else the same block (or the end of the article) from its start.
 */
export function anchor(article: Article, kept: Place, quote: string): Place {
  const text = textOf(article, kept.block);
  if (text !== null && quote !== "" && text.startsWith(quote, kept.offset)) return kept;
  const index = Number(/^b(\d+)$/.exec(kept.block)?.[1] ?? 0);
  const byDistance = article.blocks.map((block, at) => ({ block, distance: Math.abs(at - index) })).sort((a, b) => a.distance - b.distance);
  for (const wanted of [quote, quote.slice(0, Math.ceil(quote.length / 2))]) {
    if (wanted.trim().length < 3) continue;
    for (const { block } of byDistance) {
      const offset = block.text.indexOf(wanted);
      if (offset >= 0) return { block: block.id, offset };
    }
  }
  if (text !== null) return { block: kept.block, offset: quote === "" ? Math.min(kept.offset, text.length) : 0 };
  const last = article.blocks[Math.min(index, article.blocks.length - 1)];
  return last ? { block: last.id, offset: 0 } : { block: TITLE, offset: 0 };
}
