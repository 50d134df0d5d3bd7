import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { BreakingNews, ItemId } from "../model/index.ts";
import { together } from "./together.ts";

/** An item that may be breaking news. */
export interface BreakingCandidate extends Omit<BreakingNews, "found"> {
  readonly story: number | null;
  /** 1: everything of its feed is. */
  readonly chosen: number;
}

/** What was breaking news. */
export interface BreakingTable {
  /**
   * Items that were found since a time, published after another, of feeds that had brought something before: what a new subscription
   * brings is no news. `all`: also those of feeds that were not chosen. The newest first.
   */
  candidates(since: string, published: string, all: boolean): readonly BreakingCandidate[];
  /** Whether something of this story was told. */
  isTold(story: number): boolean;
  keep(items: readonly ItemId[], now: string): void;
  /** The last first. */
  last(limit: number): readonly BreakingNews[];
}

const COLUMNS = "item.id AS item, coalesce(feed.own_title, feed.title, feed.address) AS source, item.title, feed.lang, item.article";

/** The table of breaking news in an open database. */
export function breakingTable(database: DatabaseSyncInstance): BreakingTable {
  const candidates = database.prepare(
    `SELECT ${COLUMNS}, item.story, feed.breaking AS chosen FROM item JOIN feed ON feed.id = item.feed
     WHERE item.published >= ?2 AND item.found >= ?1 AND feed.removed IS NULL AND (feed.breaking = 1 OR ?3 = 1)
       AND item.id NOT IN (SELECT item FROM breaking)
       AND EXISTS (SELECT 1 FROM item earlier WHERE earlier.feed = item.feed AND earlier.found < ?1)
     ORDER BY item.published DESC, item.id DESC`,
  );
  const isTold = database.prepare("SELECT 1 FROM breaking JOIN item ON item.id = breaking.item WHERE item.story = ?");
  const insert = database.prepare("INSERT INTO breaking (item, found) VALUES (?, ?) ON CONFLICT (item) DO NOTHING");
  const last = database.prepare(
    `SELECT ${COLUMNS}, breaking.found FROM breaking JOIN item ON item.id = breaking.item JOIN feed ON feed.id = item.feed
     WHERE feed.removed IS NULL ORDER BY breaking.found DESC, breaking.item DESC LIMIT ?`,
  );
  return {
    candidates: (since, published, all) => candidates.all(since, published, all ? 1 : 0) as unknown as BreakingCandidate[],
    isTold: (story) => isTold.get(story) !== undefined,
    keep: (items, now) =>
      together(database, () => {
        for (const item of items) insert.run(item, now);
      }),
    last: (limit) => last.all(limit) as unknown as BreakingNews[],
  };
}
