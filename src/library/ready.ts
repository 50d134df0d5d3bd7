import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { ArticleId, FeedId, ItemId, ReadyCount, ReadySettings } from "../model/index.ts";
import { together } from "./together.ts";

/** Of one feed so many are kept ready, the newest: more than is heard in a week (guess). */
export const READY_PER_FEED = 100;
/** What an article with its photos takes before any is there to tell, bytes (guess). */
const USUAL_SIZE = 200_000;
/** Articles that go in one step: some 20 ms (guess). */
const STEP = 10;

/** An item that is to be made ready. */
export interface ReadyItem {
  readonly id: ItemId;
  readonly link: string | null;
  readonly article: ArticleId | null;
  /** How often it was tried. */
  readonly tries: number;
}

/** How it goes with all that is wished for. */
export interface ReadyCounts extends ReadyCount {
  readonly queue: ReadyCount;
  /** Those that can't be had. */
  readonly lost: number;
  /** Those that could be made ready now, if there were room. */
  readonly left: number;
  /** Bytes that all takes which is ready. */
  readonly used: number;
}

/**
 * What is wished to be ready for offline, and what of it is: the queue first, in its order, then what is unread of the wished feeds, the
 * newest first. What is ready is spared where other articles and photos are let go, and has a limit of its own.
 */
export interface ReadyTable {
  /** Notes what is wished for as things are now: of the queue, of feeds, of folders. */
  plan(wish: Pick<ReadySettings, "readyQueue" | "readyFolders">): void;
  /** The first that is not ready, is due (`now`: ISO 8601), and for which there is room in so many bytes beside what goes before it; null: none. */
  next(now: string, most: number): ReadyItem | null;
  /** It is ready, with its text and photos. */
  done(item: ItemId): void;
  /** Tries it again at a time; null: it can't be had. */
  retry(item: ItemId, again: string | null): void;
  /**
   * One small step of letting go what is wished for no more, and what has no room in so many bytes: what was read first, then the oldest,
   * the queue last. The photos go with it, the text stays as any other. Answers with whether there may be more.
   */
  letGo(most: number): boolean;
  counts(now: string): ReadyCounts;
  /** Those that can't be had, in their order. */
  lost(): readonly ItemId[];
  /** The first that is ready and has no sound in a manner; null: all have. */
  silent(manner: string): { readonly id: ItemId; readonly article: ArticleId } | null;
  /** Its sound in a manner is kept, so many bytes; 0: it has none, and needs none. */
  sounded(item: ItemId, manner: string, bytes: number): void;
  /** What must lose its sound to have room in so many bytes: what has the last place; null: nothing. It counts no more. */
  muted(most: number): ArticleId | null;
  /** Whether the sound of an article is held, or being made. */
  holds(article: ArticleId): boolean;
  /** Grows with everything that is written. */
  changes(): number;
}

/** How the wished ones go before one another. */
const ORDER = "ready.wish DESC, queue.position, ready.published DESC, ready.item DESC";
const JOINED = "ready LEFT JOIN queue ON queue.item = ready.item";

/** How much room takes what is ready for offline, bytes. */
export const readyRoom = (database: DatabaseSyncInstance): number =>
  (database.prepare("SELECT coalesce(sum(size), 0) AS used FROM ready WHERE done = 1").get() as { readonly used: number }).used;

/** The table of what is kept ready in an open database. `done`: 1 ready, 2 can't be had. `wish`: 2 of the queue, 1 of a feed, 0 no more. */
export function readyTable(database: DatabaseSyncInstance): ReadyTable {
  database.exec("CREATE TEMP TABLE IF NOT EXISTS ready_wish (item INTEGER PRIMARY KEY, wish INTEGER NOT NULL, published TEXT NOT NULL)");
  const clearWish = database.prepare("DELETE FROM ready_wish");
  const wishQueue = database.prepare(
    `INSERT INTO ready_wish SELECT item.id, 2, item.published FROM queue JOIN item ON item.id = queue.item
     WHERE item.feed IN (SELECT id FROM feed WHERE removed IS NULL)`,
  );
  // Folders are kept as JSON lists: one below begins with the same names.
  const selectFeeds = database.prepare(
    `SELECT id FROM feed WHERE removed IS NULL AND (ready = 1 OR EXISTS (SELECT 1 FROM json_each(?) AS wished
       WHERE folder = wished.value
         OR substr(folder, 1, length(wished.value)) = substr(wished.value, 1, length(wished.value) - 1) || ','))`,
  );
  // Out of an index alone, feed by feed: rows are long and lie far apart.
  const wishFeed = database.prepare(
    `INSERT OR IGNORE INTO ready_wish SELECT id, 1, published FROM item INDEXED BY item_feed WHERE feed = ? AND read IS NULL
     ORDER BY published DESC, id DESC LIMIT ${READY_PER_FEED}`,
  );
  const takeWish = database.prepare(
    `INSERT INTO ready (item, wish, published) SELECT item, wish, published FROM ready_wish WHERE true
     ON CONFLICT (item) DO UPDATE SET wish = excluded.wish, published = excluded.published
       WHERE ready.wish <> excluded.wish OR ready.published <> excluded.published`,
  );
  const endWish = database.prepare("UPDATE ready SET wish = 0 WHERE wish <> 0 AND item NOT IN (SELECT item FROM ready_wish)");
  const forget = database.prepare("DELETE FROM ready WHERE wish = 0 AND done <> 1");
  const selectUsual = database.prepare(
    `SELECT coalesce(sum(size), 0) AS used, coalesce(avg(size), ${USUAL_SIZE}) AS usual FROM ready WHERE done = 1`,
  );
  const firstOf = (from: string, wish: number, order: string) =>
    database.prepare(
      `SELECT ready.item AS id, ready.size FROM ${from} WHERE ready.done = 0 AND ready.wish = ${wish} AND ready.again <= ? ORDER BY ${order} LIMIT 1`,
    );
  const selectQueued = firstOf("ready JOIN queue ON queue.item = ready.item", 2, "queue.position, ready.item DESC");
  const selectNewest = firstOf("ready INDEXED BY ready_done", 1, "ready.published DESC, ready.item DESC");
  const selectFitting = database.prepare(
    `SELECT id FROM (
       SELECT ready.item AS id, ready.done, ready.again, iif(ready.size > 0, ready.size, ?3) AS size,
         sum(iif(ready.done = 1, ready.size, 0)) OVER before AS above, row_number() OVER before AS place
       FROM ${JOINED} WHERE ready.wish > 0 WINDOW before AS (ORDER BY ${ORDER}))
     WHERE done = 0 AND again <= ?1 AND above + size <= ?2 ORDER BY place LIMIT 1`,
  );
  const selectItem = database.prepare(
    "SELECT item.id, item.link, item.article, ready.tries FROM ready JOIN item ON item.id = ready.item WHERE ready.item = ?",
  );
  const setDone = database.prepare(
    `UPDATE ready SET done = 1, tries = 0, again = '', size = coalesce((
       SELECT length(article.content) + coalesce(length(article.packed), 0)
         + (SELECT coalesce(sum(size), 0) FROM web_picture WHERE web_picture.article = article.id)
         + (SELECT coalesce(sum(length(bytes)), 0) FROM picture WHERE picture.article = article.id)
       FROM item JOIN article ON article.id = item.article WHERE item.id = ready.item), 0)
     WHERE item = ?`,
  );
  const setAgain = database.prepare("UPDATE ready SET tries = tries + 1, again = ?2 WHERE item = ?1");
  const setLost = database.prepare("UPDATE ready SET tries = tries + 1, done = 2 WHERE item = ?");
  const selectFreed = database.prepare(
    `SELECT item.id FROM ready JOIN item ON item.id = ready.item
     WHERE ready.done = 1 AND ready.wish = 0 AND (item.read IS NULL OR NOT EXISTS (SELECT 1 FROM ready WHERE wish > 0)) LIMIT ${STEP}`,
  );
  const selectLast = database.prepare(
    `SELECT ready.item AS id FROM ${JOINED} WHERE ready.done = 1
     ORDER BY ready.wish, iif(ready.wish = 0, (SELECT read FROM item WHERE item.id = ready.item), ''), queue.position DESC, ready.published,
       ready.item LIMIT 1`,
  );
  const dropPictures = database.prepare(
    `DELETE FROM web_picture WHERE article = (
       SELECT item.article FROM item WHERE item.id = ? AND item.starred IS NULL AND item.id NOT IN (SELECT item FROM queue))`,
  );
  const setUndone = database.prepare("UPDATE ready SET done = 0, manner = '', sound = 0 WHERE item = ?");
  const selectCounts = database.prepare(
    `SELECT count(*) FILTER (WHERE wish > 0) AS wanted, count(*) FILTER (WHERE wish > 0 AND done = 1) AS ready,
       count(*) FILTER (WHERE wish > 0 AND done = 2) AS lost, count(*) FILTER (WHERE wish > 0 AND done = 0 AND again <= ?) AS "left",
       coalesce(sum(size + sound) FILTER (WHERE done = 1), 0) AS used FROM ready`,
  );
  const selectLost = database.prepare(`SELECT ready.item AS id FROM ${JOINED} WHERE wish > 0 AND done = 2 ORDER BY ${ORDER}`);
  const selectQueue = database.prepare(
    `SELECT count(*) AS wanted, count(ready.item) AS ready FROM queue JOIN item ON item.id = queue.item
     LEFT JOIN ready ON ready.item = item.id AND ready.done = 1 WHERE item.feed IN (SELECT id FROM feed WHERE removed IS NULL)`,
  );
  const selectSilent = database.prepare(
    `SELECT ready.item AS id, item.article FROM ${JOINED} JOIN item ON item.id = ready.item
     WHERE ready.done = 1 AND ready.wish > 0 AND ready.manner <> ? AND item.article IS NOT NULL ORDER BY ${ORDER} LIMIT 1`,
  );
  const setSounded = database.prepare("UPDATE ready SET manner = ?, sound = ? WHERE item = ?");
  const selectAll = database.prepare("SELECT coalesce(sum(size + sound), 0) AS used FROM ready WHERE done = 1");
  const selectLoudest = database.prepare(
    `SELECT ready.item AS id, (SELECT article FROM item WHERE item.id = ready.item) AS article FROM ${JOINED} WHERE ready.done = 1 AND ready.sound > 0
     ORDER BY ready.wish, queue.position DESC, ready.published, ready.item LIMIT 1`,
  );
  // What is let go for want of room has a size already.
  const selectHeld = database.prepare(
    `SELECT 1 FROM item JOIN ready ON ready.item = item.id
     WHERE item.article = ? AND (ready.done = 1 OR (ready.wish > 0 AND ready.size = 0)) LIMIT 1`,
  );
  const selectChanges = database.prepare("SELECT total_changes() AS changes");

  const letOne = (id: ItemId): void => {
    dropPictures.run(id);
    setUndone.run(id);
    forget.run();
  };
  return {
    plan: ({ readyQueue, readyFolders }) =>
      together(database, () => {
        clearWish.run();
        if (readyQueue) wishQueue.run();
        const feeds = selectFeeds.all(JSON.stringify(readyFolders.map((folder) => JSON.stringify(folder))));
        for (const { id } of feeds as unknown as readonly { readonly id: FeedId }[]) wishFeed.run(id);
        takeWish.run();
        endWish.run();
        forget.run();
      }),
    next(now, most) {
      type Found = { readonly id: ItemId; readonly size?: number } | undefined;
      const { used, usual } = selectUsual.get() as { readonly used: number; readonly usual: number };
      const first = (selectQueued.get(now) ?? selectNewest.get(now)) as Found;
      if (!first) return null;
      // Where not all of it has room, what has an earlier place counts alone: what has a later one goes for it.
      const found = used + (first.size || usual) <= most ? first : (selectFitting.get(now, most, usual) as Found);
      return found ? ((selectItem.get(found.id) as ReadyItem | undefined) ?? null) : null;
    },
    done: (item) => void setDone.run(item),
    retry: (item, again) => void (again === null ? setLost.run(item) : setAgain.run(item, again)),
    letGo: (most) =>
      together(database, () => {
        const freed = selectFreed.all() as unknown as readonly { readonly id: ItemId }[];
        for (const { id } of freed) letOne(id);
        if (freed.length > 0) return true;
        for (let count = 0; count < STEP; count += 1) {
          if (readyRoom(database) <= most) return false;
          const last = selectLast.get() as { readonly id: ItemId } | undefined;
          if (!last) return false;
          letOne(last.id);
        }
        return true;
      }),
    counts: (now) => ({
      ...(selectCounts.get(now) as unknown as Omit<ReadyCounts, "queue">),
      queue: selectQueue.get() as unknown as ReadyCount,
    }),
    lost: () => (selectLost.all() as { readonly id: ItemId }[]).map(({ id }) => id),
    silent: (manner) => (selectSilent.get(manner) as { readonly id: ItemId; readonly article: ArticleId } | undefined) ?? null,
    sounded: (item, manner, bytes) => void setSounded.run(manner, bytes, item),
    muted(most) {
      if ((selectAll.get() as { readonly used: number }).used <= most) return null;
      const last = selectLoudest.get() as { readonly id: ItemId; readonly article: ArticleId | null } | undefined;
      if (last) setSounded.run("", 0, last.id);
      return last?.article ?? null;
    },
    holds: (article) => selectHeld.get(article) !== undefined,
    changes: () => (selectChanges.get() as { readonly changes: number }).changes,
  };
}
