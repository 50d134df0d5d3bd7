import type { FeedId, ItemId } from "../../model/index.ts";

/** An item that could be heard. */
export interface Candidate {
  readonly item: ItemId;
  readonly feed: FeedId;
  /** The same for all items that tell the same story; null: it alone does. */
  readonly story: number | null;
  readonly starred: boolean;
  /** ISO 8601. */
  readonly published: string;
  /** How long it takes to hear all of it, and its headline and lead, seconds. */
  readonly whole: number;
  readonly lead: number;
}

/** An item of a plan. */
export interface Planned {
  readonly item: ItemId;
  readonly part: "whole" | "lead";
  /** How long it takes, with the pause before it. */
  readonly seconds: number;
}

/** What is heard in the time. */
export interface Plan {
  readonly items: readonly Planned[];
  /** Never more than was asked for. */
  readonly seconds: number;
}

/** What lies between two articles, seconds. */
export const BETWEEN = 3;
/** An article that is this much longer than its lead has a lead worth hearing alone, times. */
const WORTH_CUTTING = 1.5;
/** Shorter than this there is nothing to be heard in, seconds. */
const SHORTEST = 5;

/**
 * Chooses what fits: starred before the others, then the newest, but each source once before any has its second; one item a story; whole
 * articles first, then the leads of those that were too long, in the time that is left. In the order in which they were chosen.
 * @param ranked false: the candidates are a list of the listener's own, such as the queue, and stay in its order
 */
export function planFor(candidates: readonly Candidate[], seconds: number, { ranked }: { readonly ranked: boolean }): Plan {
  const all = ranked ? rank(candidates) : candidates;
  const items: Planned[] = [];
  const stories = new Set<number>();
  const chosen = new Set<ItemId>();
  let used = 0;
  const take = (candidate: Candidate, part: Planned["part"]): boolean => {
    const cost = (part === "whole" ? candidate.whole : candidate.lead) + (items.length > 0 ? BETWEEN : 0);
    const told = candidate.story !== null && stories.has(candidate.story);
    if (told || chosen.has(candidate.item) || used + cost > seconds || cost < 0) return false;
    if (candidate.story !== null) stories.add(candidate.story);
    chosen.add(candidate.item);
    used += cost;
    items.push({ item: candidate.item, part, seconds: cost });
    return true;
  };
  for (const candidate of all) take(candidate, "whole");
  if (seconds - used >= SHORTEST)
    for (const candidate of all) if (candidate.whole > candidate.lead * WORTH_CUTTING) take(candidate, "lead");
  return { items, seconds: used };
}

/** Starred first, then round by round: the newest of each source, then the second of each. */
function rank(candidates: readonly Candidate[]): readonly Candidate[] {
  const newest = (one: Candidate, other: Candidate): number =>
    one.published < other.published ? 1 : one.published > other.published ? -1 : other.item - one.item;
  const rounds = (group: readonly Candidate[]): readonly Candidate[] => {
    const taken = new Map<FeedId, number>();
    return [...group]
      .sort(newest)
      .map((candidate) => {
        const round = taken.get(candidate.feed) ?? 0;
        taken.set(candidate.feed, round + 1);
        return { candidate, round };
      })
      .sort((one, other) => one.round - other.round)
      .map(({ candidate }) => candidate);
  };
  return [...rounds(candidates.filter(({ starred }) => starred)), ...rounds(candidates.filter(({ starred }) => !starred))];
}
