import { type Article, type BlockId, BYLINE, KICKER, places, type Script, TITLE } from "../../model/index.ts";
import { joined } from "../../words/index.ts";

/** The text that the page shows for a block or for one of the places that are not blocks; "" where there is none. */
export function textOf(article: Article, block: BlockId): string {
  if (block === TITLE) return article.title;
  if (block === KICKER) return article.kicker ?? "";
  if (block === BYLINE) return article.byline ?? "";
  return article.blocks.find((other) => other.id === block)?.text ?? "";
}

/** What the captions line shows of an utterance: the words that are only ours, then what it reads of the page. */
export function captionOf(article: Article, script: Script, utterance: number): string {
  const said = script.utterances[utterance];
  if (!said) return "";
  const first = said.pieces.findIndex((piece) => piece.source);
  const own = said.pieces.slice(0, first === -1 ? said.pieces.length : first).map((piece) => piece.spoken);
  const read = places(said).map(({ block, start, end }) => textOf(article, block).slice(start, end));
  return joined([own.join("").trim(), ...read]).replace(/\s+/g, " ");
}
