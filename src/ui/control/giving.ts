import type { Reader } from "../../contract/index.ts";
import type { FeedId, ItemId, NewsItem, NewsQuery } from "../../model/index.ts";
import { planFor } from "../reading/plan.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Queue } from "./queue.ts";

/** Where a plan takes its items from. Of feeds and folders what is unread. */
export type GiveFrom =
  | { readonly kind: "queue" | "unread" | "today" }
  | { readonly kind: "folder"; readonly folder: readonly string[] }
  | { readonly kind: "feed"; readonly feed: FeedId };

/** What is offered for some minutes. Minutes are at the listener's speed; those of an item are 0 where it takes less than one. */
export interface Offered {
  readonly items: readonly { readonly item: NewsItem; readonly part: "whole" | "lead"; readonly minutes: number }[];
  readonly minutes: number;
  /** Whether there was anything to choose from. */
  readonly any: boolean;
}

/** "Give me twelve minutes". */
export interface Giving {
  /** Chooses what fits. `without`: what was offered before and was not wanted. @throws Failure */
  offer(minutes: number, from: GiveFrom, without: readonly ItemId[]): Promise<Offered>;
  /** The items that there are to choose from, in order. @throws Failure */
  look(from: GiveFrom): Promise<readonly NewsItem[]>;
  /** Plays it: it goes to the front of the queue. */
  play(offered: Offered): Promise<void>;
  feeds: Reader["feeds"];
}

/** What it needs. */
export interface GivingWorld {
  readonly reader: Pick<Reader, "news" | "lengths" | "feeds">;
  readonly store: Store<WindowState>;
  readonly queue: Pick<Queue, "playAll">;
  /** The language of announcements. */
  readonly lang: () => string;
}

/** So many items are looked at: more than fit into a day. */
const MOST = 500;

/** Makes it. */
export function createGiving({ reader, store, queue, lang }: GivingWorld): Giving {
  const all = { feed: null, folder: null, after: null, limit: MOST } as const;
  const queryOf = (from: GiveFrom): NewsQuery =>
    from.kind === "feed"
      ? { ...all, list: "unread", feed: from.feed }
      : from.kind === "folder"
        ? { ...all, list: "unread", folder: from.folder }
        : { ...all, list: from.kind };
  const minutesOf = (seconds: number): number => {
    const minutes = seconds / store.get().settings.rate / 60;
    return minutes < 1 ? 0 : Math.round(minutes);
  };
  const look: Giving["look"] = async (from) => (await reader.news(queryOf(from))).filter(({ read }) => from.kind !== "today" || !read);
  return {
    feeds: reader.feeds,
    look,
    async offer(minutes, from, without) {
      const items = await look(from);
      const { verbosity, rate } = store.get().settings;
      const lengths = await reader.lengths({ items: items.map(({ id }) => id), taste: { verbosity, lang: lang() } });
      const known = new Map(items.map((item) => [item.id, item]));
      const candidates = lengths.flatMap(({ item: id, whole, lead }) => {
        const item = known.get(id);
        if (!item || without.includes(id)) return [];
        const { feed, story, starred, published } = item;
        return [{ item: id, feed, story, starred, published, whole, lead }];
      });
      const plan = planFor(candidates, minutes * 60 * rate, { ranked: from.kind !== "queue" });
      return {
        items: plan.items.flatMap(({ item: id, part, seconds }) => {
          const item = known.get(id);
          return item ? [{ item, part, minutes: minutesOf(seconds) }] : [];
        }),
        minutes: Math.max(1, minutesOf(plan.seconds)),
        any: candidates.length > 0,
      };
    },
    play: ({ items }) =>
      queue.playAll(
        items.map(({ item }) => item.id),
        items.filter(({ part }) => part === "lead").map(({ item }) => item.id),
      ),
  };
}
