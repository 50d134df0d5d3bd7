import { type Article, type BlockId, BYLINE, fold, KICKER, type Place, type TextRange, TITLE } from "../../model/index.ts";

/** Spaces of any kind and number count as one. */
const spaced = (text: string): string => fold(text).plain.replace(/\s+/gu, " ").trim();

/** The texts of an article in the order of the page. */
function textsOf(article: Article): readonly { readonly block: BlockId; readonly text: string }[] {
  return [
    { block: KICKER, text: article.kicker ?? "" },
    { block: TITLE, text: article.title },
    { block: BYLINE, text: article.byline ?? "" },
    ...article.blocks.map(({ id, text }) => ({ block: id, text })),
  ];
}

/** Where a text stands in an article, in the order of the page: case, accents and the kind of spaces don't count. None for no text. */
export function findIn(article: Article, wanted: string): readonly TextRange[] {
  const looked = spaced(wanted);
  if (looked === "") return [];
  const found: TextRange[] = [];
  for (const { block, text } of textsOf(article)) {
    const { plain, at } = fold(text);
    // The same with single spaces, and where each sign of it stands.
    const signs: string[] = [];
    const from: number[] = [];
    for (let index = 0; index < plain.length; index += 1) {
      const sign = plain[index] ?? "";
      const isSpace = /\s/u.test(sign);
      if (isSpace && signs.at(-1) === " ") continue;
      signs.push(isSpace ? " " : sign);
      from.push(index);
    }
    const line = signs.join("");
    for (let index = line.indexOf(looked); index >= 0; index = line.indexOf(looked, index + looked.length)) {
      const start = at[from[index] ?? 0] ?? 0;
      const last = from[index + looked.length - 1] ?? 0;
      found.push({ block, start, end: endOf(at, last) });
    }
  }
  return found;
}

/** Where the sign ends that a unit of the folded text comes from: a ligature or a letter with marks is found whole. */
function endOf(at: readonly number[], last: number): number {
  const start = at[last] ?? 0;
  return at.slice(last + 1).find((offset) => offset > start) ?? start;
}

/**
 * The first of some ranges in a direction from a place, which begins anew at the other end. -1 where there is none.
 * @param place where one is; a range that begins exactly there counts as the next only where `here`
 */
export function nextOf(article: Article, ranges: readonly TextRange[], place: Place | null, direction: 1 | -1, here: boolean): number {
  if (ranges.length === 0) return -1;
  if (!place) return direction === 1 ? 0 : ranges.length - 1;
  const order = new Map(textsOf(article).map(({ block }, index) => [block, index]));
  const compare = (range: TextRange): number => (order.get(range.block) ?? 0) - (order.get(place.block) ?? 0) || range.start - place.offset;
  if (direction === 1) {
    const index = ranges.findIndex((range) => (here ? compare(range) >= 0 : compare(range) > 0));
    return index === -1 ? 0 : index;
  }
  const index = ranges.findLastIndex((range) => compare(range) < 0);
  return index === -1 ? ranges.length - 1 : index;
}
