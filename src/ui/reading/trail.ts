import type { ArticleId, ItemId, NewsSelection, Place } from "../../model/index.ts";
import type { FocusMark } from "../page/focus-mark.ts";

/** A list of the library, or what was found in it. */
export interface Listed {
  readonly chosen: Omit<NewsSelection, "order">;
  /** What was looked for, where what was found stands in place of the list; null: it is the list. */
  readonly search: string | null;
}

/** Somewhere a person was in the window, with all that it takes to stand there again. */
export type Spot =
  | {
      readonly kind: "article";
      readonly article: ArticleId;
      readonly title: string;
      /** Null: nobody has begun to read there. */
      readonly place: Place | null;
      /** What the article was opened from; null: by its address, or from another article. */
      readonly origin: Listed | null;
      readonly focus: FocusMark | null;
    }
  | {
      readonly kind: "library";
      readonly listed: Listed;
      /** The row that keys and actions were about. */
      readonly item: ItemId | null;
      readonly focus: FocusMark | null;
    };

/** Where a person was, in order, and which of them they are at: -1 before the first. */
export interface Trail {
  readonly spots: readonly Spot[];
  readonly at: number;
}

/** Nobody has been anywhere. */
export const NO_TRAIL: Trail = { spots: [], at: -1 };

/** More steps than anybody goes back (guess). */
export const MOST_SPOTS = 100;

/** Whether two are the same list, or the same search. Behind what was found no list matters. */
export const isSameListed = (one: Listed, other: Listed): boolean =>
  one.search === other.search && (one.search !== null || JSON.stringify(one.chosen) === JSON.stringify(other.chosen));

/** Whether two spots are in the same article, list or search. */
export function isSamePage(one: Spot | null | undefined, other: Spot | null | undefined): boolean {
  if (!one || !other) return false;
  if (one.kind === "article") return other.kind === "article" && one.article === other.article;
  return other.kind === "library" && isSameListed(one.listed, other.listed);
}

const isSamePlace = (one: Spot | undefined, other: Spot): boolean =>
  isSamePage(one, other) &&
  one?.kind === "article" &&
  other.kind === "article" &&
  one.place?.block === other.place?.block &&
  one.place?.offset === other.place?.offset;

const push = ({ spots, at }: Trail, spot: Spot): Trail => {
  const all = [...spots.slice(0, at + 1), spot].slice(-MOST_SPOTS);
  return { spots: all, at: all.length - 1 };
};

/** Before somebody leaves: the spot is kept as it is now. */
export function leave(trail: Trail, now: Spot | null): Trail {
  if (!now || !isSamePage(trail.spots[trail.at], now)) return trail;
  return { ...trail, spots: trail.spots.with(trail.at, now) };
}

/** After somebody arrived: another page is another spot, and what was ahead is ahead no more. */
export const enter = (trail: Trail, now: Spot | null): Trail => (!now || isSamePage(trail.spots[trail.at], now) ? trail : push(trail, now));

/** After somebody went to another place of the same article. */
export const jump = (trail: Trail, now: Spot | null): Trail => (!now || isSamePlace(trail.spots[trail.at], now) ? trail : push(trail, now));

/** One back (-1) or forward (1); null: nothing is there. */
export function step(trail: Trail, direction: 1 | -1): Trail | null {
  const at = trail.at + direction;
  return trail.spots[at] ? { ...trail, at } : null;
}
