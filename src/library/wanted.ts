import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { FeedId, FullText, ItemId } from "../model/index.ts";
import type { KeptItem } from "./items.ts";
import { together } from "./together.ts";

/** What is known of how much a feed gives. */
export interface FeedText {
  readonly how: FullText;
  /** Whether its pages have far more than it gives, null: nobody looked yet. */
  readonly learned: "short" | "whole" | null;
}

/** An item whose page is to be fetched. */
export interface WantedItem extends KeptItem {
  /** How often it was tried. */
  readonly tries: number;
}

/** The items whose pages are to be fetched in the background. What is wanted outlives a restart. */
export interface WantedTable {
  /** Of which feed what is known. */
  feedText(feed: FeedId): FeedText;
  learn(feed: FeedId, learned: "short" | "whole"): void;
  /** Unread items of a feed that have no article, or an older one than the feed has, the newest first. */
  without(feed: FeedId, since: string, limit: number): readonly KeptItem[];
  /** Wants items, from a time on; those that are wanted stay as they are. */
  want(items: readonly ItemId[], due: string): void;
  /** Those that are due, the newest first. */
  due(now: string, limit: number): readonly WantedItem[];
  /** Tries one again at a time; null: never, and it is not wanted anew. */
  retry(item: ItemId, due: string | null): void;
  /** It has its article. */
  done(item: ItemId): void;
}

const COLUMNS =
  "item.id, item.feed, item.title, item.link, item.content, item.summary, item.author, item.published, item.words, item.article, item.stale";

/** After all times that are compared with it. */
const NEVER = "9999";

/** The table of what is wanted in an open database. */
export function wantedTable(database: DatabaseSyncInstance): WantedTable {
  const selectFeed = database.prepare("SELECT full_text AS how, learned FROM feed WHERE id = ?");
  const learn = database.prepare("UPDATE feed SET learned = ? WHERE id = ?");
  const selectWithout = database.prepare(
    `SELECT ${COLUMNS} FROM item WHERE feed = ? AND (article IS NULL OR stale = 1) AND read IS NULL AND published >= ?
     ORDER BY published DESC, id DESC LIMIT ?`,
  );
  const want = database.prepare("INSERT INTO wanted (item, due) VALUES (?, ?) ON CONFLICT (item) DO NOTHING");
  // What was read, opened or ended since is wanted no more.
  const clean = database.prepare(
    `DELETE FROM wanted WHERE item IN (SELECT wanted.item FROM wanted JOIN item ON item.id = wanted.item JOIN feed ON feed.id = item.feed
       WHERE item.read IS NOT NULL OR feed.removed IS NOT NULL OR feed.full_text = 'never' OR (item.article IS NOT NULL AND item.stale = 0))`,
  );
  const selectDue = database.prepare(
    `SELECT ${COLUMNS}, wanted.tries FROM wanted JOIN item ON item.id = wanted.item WHERE wanted.due <= ?
     ORDER BY item.published DESC, item.id DESC LIMIT ?`,
  );
  const retry = database.prepare("UPDATE wanted SET due = ?, tries = tries + 1 WHERE item = ?");
  const drop = database.prepare("DELETE FROM wanted WHERE item = ?");
  return {
    feedText: (feed) => (selectFeed.get(feed) as FeedText | undefined) ?? { how: "never", learned: null },
    learn: (feed, learned) => void learn.run(learned, feed),
    without: (feed, since, limit) => selectWithout.all(feed, since, limit) as unknown as KeptItem[],
    want: (items, due) =>
      together(database, () => {
        for (const item of items) want.run(item, due);
      }),
    due(now, limit) {
      clean.run();
      return selectDue.all(now, limit) as unknown as WantedItem[];
    },
    retry: (item, due) => void retry.run(due ?? NEVER, item),
    done: (item) => void drop.run(item),
  };
}
