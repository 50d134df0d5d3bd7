import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { type ArticleId, type BlockId, type ItemId, type KeepingRules, READ_DAYS } from "../model/index.ts";
import { contentOf } from "./article-text.ts";
import { UNTOLD } from "./items.ts";
import { readyRoom } from "./ready.ts";
import { columnsOf } from "./seals.ts";
import { together } from "./together.ts";

/** Things that go in one step: some 20 ms (guess). */
const STEP = 10;
/** Pages that are given back to the disk in one step: a megabyte, some 10 ms. */
const PAGES = 256;

/** The days that a feed's own time can be. */
const OWN_DAYS = READ_DAYS.filter((days) => days !== "forever").map(Number);
const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();

/** How much room the library takes on the disk, bytes: what is free inside of the file is given back soon. */
export function usedRoom(database: DatabaseSyncInstance): number {
  const { used } = database
    .prepare(
      `SELECT (page_count - freelist_count) * page_size AS used FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()`,
    )
    .get() as { readonly used: number };
  return used;
}

interface ArticleRow {
  readonly id: ArticleId;
  readonly opened: string;
  readonly content: string;
  readonly packed: Uint8Array | null;
  readonly block: BlockId | null;
}

/** Whether somebody is in the middle of an article: neither at its beginning nor in its last block. */
function isHalfHeard({ content, packed, block }: ArticleRow): boolean {
  if (block === null) return false;
  try {
    const { blocks } = JSON.parse(contentOf(content, packed)) as { readonly blocks: readonly { readonly id: string }[] };
    const at = blocks.findIndex(({ id }) => id === block);
    return at > 0 && at < blocks.length - 1;
  } catch {
    // Nobody can say: it stays.
    return true;
  }
}

/** Removes what the listener's rules let go, one small step at a time. */
export interface Tidying {
  /** One step; answers with whether there may be more. Once there is not, a new run begins with the next call. */
  step(rules: KeepingRules, now: string): boolean;
}

/**
 * Lets things go in an open library: read items that are older than they or their feed may be, and no longer in it; then, above the budget, articles, those of read
 * items and those that were opened longest ago first. What is starred, queued, bookmarked, half heard or of a feed that is
 * kept for ever never goes, nor what is ready for offline, and an item without its article stays in the lists. What gets free is given back to the disk.
 */
export function createTidying(database: DatabaseSyncInstance): Tidying {
  const bookmarked = columnsOf(database, "bookmark").includes("article")
    ? "AND NOT EXISTS (SELECT 1 FROM bookmark WHERE bookmark.article = article.id)"
    : "";
  const itemsOf = "SELECT 1 FROM item WHERE item.article = article.id AND";
  const free = `NOT EXISTS (${itemsOf} (item.starred IS NOT NULL OR item.id IN (SELECT item FROM queue)
    OR item.id IN (SELECT item FROM ready WHERE done = 1)
    OR item.feed IN (SELECT id FROM feed WHERE keep_read = 'forever'))) ${bookmarked}`;
  const untold = columnsOf(database, "sync_edit").includes("item") ? `AND item.id NOT IN (${UNTOLD})` : "";
  const articleRow = `article.id, article.opened, article.content, article.packed,
    (SELECT block FROM place WHERE place.article = article.id) AS block`;
  const oldItems = database.prepare(
    `WITH old AS (SELECT id, CASE keep_read WHEN 'general' THEN ?3 ${OWN_DAYS.map((days, n) => `WHEN '${days}' THEN ?${n + 4}`).join(" ")} END AS day
       FROM feed)
     SELECT item.id, item.article FROM item CROSS JOIN old ON old.id = item.feed
     WHERE item.read < ?1 AND item.seen < ?1 AND item.read < old.day AND item.seen < old.day AND item.starred IS NULL
       AND item.id NOT IN (SELECT item FROM queue) ${untold} AND item.id > ?2 ORDER BY item.id LIMIT ${STEP}`,
  );
  const ownDays = database.prepare("SELECT DISTINCT keep_read AS days FROM feed WHERE keep_read NOT IN ('general', 'forever')");
  const oneArticle = database.prepare(`SELECT ${articleRow} FROM article WHERE article.id = ? AND ${free}`);
  // Opened longest ago first; those that nobody opened were fetched for unread items, and go last.
  const articles = database.prepare(
    `SELECT ${articleRow} FROM article WHERE ${free} AND (article.opened = '', article.opened, article.id) > (?, ?, ?)
     ORDER BY article.opened = '', article.opened, article.id LIMIT ${STEP}`,
  );
  const removeItem = database.prepare("DELETE FROM item WHERE id = ?");
  const removeArticle = database.prepare("DELETE FROM article WHERE id = ?");
  let lastItem = 0;
  let lastArticle: readonly [number, string, string] = [-1, "", ""];

  const dropOld = (before: string | null, now: string): boolean => {
    const days = OWN_DAYS.map((count) => daysBefore(now, count));
    // What is newer than the shortest time of all is looked at no further: most is.
    const used = new Set((ownDays.all() as { readonly days: string }[]).map((feed) => feed.days));
    const own = days.filter((_, n) => used.has(String(OWN_DAYS[n])));
    const newest = [...(before === null ? [] : [before]), ...own].toSorted().at(-1);
    if (newest === undefined) return false;
    const found = oldItems.all(newest, lastItem, before, ...days) as unknown as readonly {
      readonly id: ItemId;
      readonly article: ArticleId | null;
    }[];
    if (found.length === 0) return false;
    lastItem = found.at(-1)?.id ?? lastItem;
    together(database, () => {
      for (const { id, article } of found) {
        const kept = article === null ? undefined : (oneArticle.get(article) as ArticleRow | undefined);
        if (article !== null && (kept === undefined || isHalfHeard(kept))) continue;
        removeItem.run(id);
        if (article !== null) removeArticle.run(article);
      }
    });
    return true;
  };
  const dropLarge = (): boolean => {
    const found = articles.all(...lastArticle) as unknown as readonly ArticleRow[];
    const last = found.at(-1);
    if (last === undefined) return false;
    lastArticle = [last.opened === "" ? 1 : 0, last.opened, last.id];
    together(database, () => {
      for (const row of found) if (!isHalfHeard(row)) removeArticle.run(row.id);
    });
    return true;
  };
  const giveBack = (): boolean => {
    const { count } = database.prepare("SELECT freelist_count AS count FROM pragma_freelist_count()").get() as { readonly count: number };
    if (count === 0) return false;
    database.exec(`PRAGMA incremental_vacuum(${PAGES})`);
    const { left } = database.prepare("SELECT freelist_count AS left FROM pragma_freelist_count()").get() as { readonly left: number };
    // A file from before files could shrink: its free pages are used again.
    return left < count && left > 0;
  };
  return {
    step({ budget, readDays }, now) {
      const before = readDays === null ? null : daysBefore(now, readDays);
      if (dropOld(before, now)) return true;
      if (budget !== null && usedRoom(database) - readyRoom(database) > budget && dropLarge()) return true;
      if (giveBack()) return true;
      lastItem = 0;
      lastArticle = [-1, "", ""];
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      return false;
    },
  };
}
