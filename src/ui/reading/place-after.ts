import { type Article, BYLINE, KICKER, type Place, TITLE } from "../../model/index.ts";

/**
 * Where a place is in an article of which texts were put back or left out: the same place, and where its text is gone, the start of what
 * followed it, else of what is last.
 */
export function placeAfter(before: Article, after: Article, place: Place): Place {
  const known = new Set<string>([TITLE, KICKER, BYLINE, ...after.blocks.map(({ id }) => id)]);
  if (known.has(place.block)) return place;
  const from = before.blocks.findIndex(({ id }) => id === place.block);
  const next = before.blocks.slice(from + 1).find(({ id, text }) => text !== "" && known.has(id));
  const last = after.blocks.findLast(({ text }) => text !== "");
  return { block: next?.id ?? last?.id ?? TITLE, offset: 0 };
}
