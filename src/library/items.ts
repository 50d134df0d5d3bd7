import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { ArticleId, FeedId, ItemId, NewsItem, NewsQuery } from "../model/index.ts";
import type { SearchTable } from "./search.ts";
import { together } from "./together.ts";

/** An item as it is kept when a feed brings it. */
export interface NewItem {
  /** What the feed knows it by: the same the next time. */
  readonly key: string;
  readonly link: string | null;
  /** Plain text. */
  readonly title: string;
  /** Plain text, short. */
  readonly summary: string;
  /** HTML: what the feed gives, null: nothing that is more than the summary. */
  readonly content: string | null;
  readonly author: string | null;
  readonly image: string | null;
  /** JSON of the files that come with it, null: none. */
  readonly enclosures: string | null;
  /** ISO 8601. */
  readonly published: string;
  readonly words: number;
  /** Plain text of the whole, to be found again by. */
  readonly text: string;
  /** Changes when what it says has changed. */
  readonly digest: string;
}

/** An item with what is needed to make an article of it. */
export interface KeptItem {
  readonly id: ItemId;
  readonly feed: FeedId;
  readonly title: string;
  readonly link: string | null;
  readonly content: string | null;
  readonly summary: string;
  readonly author: string | null;
  readonly published: string;
  readonly words: number;
  readonly article: ArticleId | null;
  /** 1: its article is older than what the feed gives of it now. */
  readonly stale: number;
}

/** The items of the subscriptions, and the queue. */
export interface ItemTable {
  /**
   * Keeps what a feed brings, in one step: new items are added, changed ones are renewed and stay read or unread. Answers with the new
   * ones' ids.
   */
  keep(feed: FeedId, items: readonly NewItem[], now: string): readonly ItemId[];
  list(query: NewsQuery, today: string): readonly NewsItem[];
  /** Those of these items that are there, as a list shows them. */
  some(ids: readonly ItemId[]): readonly NewsItem[];
  item(id: ItemId): KeptItem | null;
  /** Titles and links of the last days' items, to find the same story again. */
  recent(since: string): readonly {
    readonly id: ItemId;
    readonly feed: FeedId;
    readonly title: string;
    readonly link: string | null;
    readonly story: number | null;
  }[];
  setStory(items: readonly ItemId[], story: number): void;
  /** @param words how many it has */
  setArticle(id: ItemId, article: ArticleId, words: number): void;
  /**
   * Marks as read at a time, or as unread (null). Answers with those that were not so before. `back`: those that were read before are so at
   * the time that they were, as far as it is known since the library was opened.
   */
  setRead(items: readonly ItemId[], at: string | null, back?: boolean): readonly ItemId[];
  /** Stars at a time, or takes the star (null). `back`: as in `setRead`. */
  setStarred(id: ItemId, at: string | null, back?: boolean): void;
  /** Puts items at the end of the queue, or before all others; those that are in it move. */
  enqueue(items: readonly ItemId[], where: "end" | "next"): void;
  dequeue(items: readonly ItemId[]): void;
  /** Moves an item of the queue so many places up (negative) or down; stays inside. */
  moveInQueue(id: ItemId, by: number): void;
}

/** What a row of a list is made of: of `item` joined with `feed`. */
export const COLUMNS = `item.id, item.feed, coalesce(feed.own_title, feed.title, feed.address) AS source, item.title, item.link, item.summary,
  item.author, item.published, item.words, item.read IS NOT NULL AS read, item.starred IS NOT NULL AS starred,
  EXISTS (SELECT 1 FROM queue WHERE queue.item = item.id) AS queued, item.article, item.story,
  EXISTS (SELECT 1 FROM ready WHERE ready.item = item.id AND ready.done = 1) AS ready,
  coalesce((SELECT count(DISTINCT other.feed) FROM item other WHERE other.story = item.story), 1) AS sources`;

/** A row as the database has it. */
export interface ItemRow extends Omit<NewsItem, "read" | "starred" | "queued" | "ready"> {
  readonly read: number;
  readonly starred: number;
  readonly queued: number;
  readonly ready: number;
}

/** A row as a list shows it. */
export const shown = (row: ItemRow): NewsItem => ({
  ...row,
  read: row.read === 1,
  starred: row.starred === 1,
  queued: row.queued === 1,
  ready: row.ready === 1,
  sources: Math.max(1, row.sources),
});

/** How each list is cut out and in which order. `?` in a condition is the start of today. */
const LISTS: Readonly<
  Record<NewsQuery["list"], { readonly where: string; readonly order: string; readonly column: string; readonly descending: boolean }>
> = {
  today: { where: "item.published >= ?1", order: "item.published DESC, item.id DESC", column: "item.published", descending: true },
  unread: {
    where: "item.read IS NULL AND ?1 IS NOT NULL",
    order: "item.published DESC, item.id DESC",
    column: "item.published",
    descending: true,
  },
  all: { where: "?1 IS NOT NULL", order: "item.published DESC, item.id DESC", column: "item.published", descending: true },
  starred: {
    where: "item.starred IS NOT NULL AND ?1 IS NOT NULL",
    order: "item.starred DESC, item.id DESC",
    column: "item.starred",
    descending: true,
  },
  history: {
    where: "item.read IS NOT NULL AND ?1 IS NOT NULL",
    order: "item.read DESC, item.id DESC",
    column: "item.read",
    descending: true,
  },
  queue: {
    where: "queue.item IS NOT NULL AND ?1 IS NOT NULL",
    order: "queue.position, item.id",
    column: "queue.position",
    descending: false,
  },
};

/** The items of which a sync server is still to be told something: they stay until then. */
export const UNTOLD = "SELECT sync_edit.item FROM sync_edit JOIN sync_item ON sync_item.item = sync_edit.item";

/** The table of items in an open database. */
export function itemTable(database: DatabaseSyncInstance, search: SearchTable): ItemTable {
  const select = database.prepare("SELECT id, digest, article FROM item WHERE feed = ? AND key = ?");
  const insert = database.prepare(
    `INSERT INTO item (feed, key, link, title, summary, content, author, image, enclosures, published, found, seen, digest, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const renew = database.prepare(
    `UPDATE item SET link = ?, title = ?, summary = ?, content = ?, author = ?, image = ?, enclosures = ?, published = ?, seen = ?, digest = ?,
       words = iif(article IS NULL, ?, words), stale = article IS NOT NULL
     WHERE id = ?`,
  );
  // What a sync server brought first is the feed's own from now on.
  const adopt = database.prepare(
    `UPDATE item SET key = ?1 WHERE id = (SELECT id FROM item WHERE feed = ?2 AND link = ?3 AND key GLOB 'sync:*' LIMIT 1)`,
  );
  const touch = database.prepare("UPDATE item SET seen = ? WHERE id = ?");
  const selectSome = database.prepare(
    `SELECT ${COLUMNS} FROM item JOIN feed ON feed.id = item.feed
     WHERE feed.removed IS NULL AND item.id IN (SELECT value FROM json_each(?))`,
  );
  const selectItem = database.prepare(
    "SELECT id, feed, title, link, content, summary, author, published, words, article, stale FROM item WHERE id = ?",
  );
  const selectRecent = database.prepare(
    "SELECT id, feed, title, link, story FROM item WHERE published >= ? ORDER BY published DESC LIMIT 20000",
  );
  const setStory = database.prepare("UPDATE item SET story = ? WHERE id = ?");
  const setArticle = database.prepare("UPDATE item SET article = ?, words = ?, stale = 0 WHERE id = ?");
  const setRead = database.prepare("UPDATE item SET read = ?1 WHERE id = ?2 AND (read IS NULL) <> (?1 IS NULL)");
  const setStarred = database.prepare("UPDATE item SET starred = ? WHERE id = ?");
  const insertQueue = database.prepare("INSERT OR REPLACE INTO queue (item, position) SELECT id, ? FROM item WHERE id = ?");
  const removeQueue = database.prepare("DELETE FROM queue WHERE item = ?");
  const ends = database.prepare("SELECT coalesce(min(position), 0) AS first, coalesce(max(position), 0) AS last FROM queue");
  const selectQueue = database.prepare("SELECT item, position FROM queue ORDER BY position, item");
  const place = database.prepare("UPDATE queue SET position = ? WHERE item = ?");

  const times = database.prepare("SELECT read, starred FROM item WHERE id = ?");
  const former = { read: new Map<ItemId, string>(), starred: new Map<ItemId, string>() };
  /** When it is marked: at a time or, `back`, when it was before. A time that goes is remembered. */
  const timeOf = (field: "read" | "starred", id: ItemId, at: string | null, back: boolean): string | null => {
    if (at !== null) return (back ? former[field].get(id) : undefined) ?? at;
    const was = (times.get(id) as Readonly<Record<"read" | "starred", string | null>> | undefined)?.[field] ?? null;
    if (was !== null) former[field].set(id, was);
    return null;
  };

  const each = (items: readonly ItemId[], change: (id: ItemId) => unknown): void =>
    together(database, () => {
      for (const id of items) change(id);
    });

  return {
    keep: (feed, items, now) =>
      together(database, () => {
        const added: ItemId[] = [];
        for (const { key, link, title, summary, content, author, image, enclosures, published, words, digest, text } of items) {
          const find = () =>
            select.get(feed, key) as { readonly id: ItemId; readonly digest: string; readonly article: string | null } | undefined;
          const known = find() ?? (link !== null && Number(adopt.run(key, feed, link).changes) > 0 ? find() : undefined);
          if (!known) {
            const { lastInsertRowid } = insert.run(
              ...[feed, key, link, title, summary, content, author, image, enclosures, published, now, now, digest, words],
            );
            const id = Number(lastInsertRowid) as ItemId;
            added.push(id);
            search.put({ item: id }, title, text);
          } else if (known.digest === digest) touch.run(now, known.id);
          else {
            renew.run(link, title, summary, content, author, image, enclosures, published, now, digest, words, known.id);
            if (known.article === null) search.put({ item: known.id }, title, text);
          }
        }
        return added;
      }),
    list({ list, feed, folder, after, limit }, today) {
      const { where, order, column, descending } = LISTS[list];
      const conditions = [where, "feed.removed IS NULL"];
      const values: (string | number)[] = [today];
      const bind = (value: string | number): string => `?${values.push(value)}`;
      if (feed !== null) conditions.push(`item.feed = ${bind(feed)}`);
      if (folder !== null) {
        // Folders are kept as JSON lists: one below begins with the same names.
        const exact = JSON.stringify(folder);
        const below = `${exact.slice(0, -1)},`;
        conditions.push(
          folder.length === 0 ? "1" : `(feed.folder = ${bind(exact)} OR substr(feed.folder, 1, ${below.length}) = ${bind(below)})`,
        );
      }
      if (after !== null) {
        const from = `(SELECT ${column} FROM item LEFT JOIN queue ON queue.item = item.id WHERE item.id = ${bind(after)})`;
        conditions.push(`(${column}, item.id) ${descending ? "<" : ">"} (${from}, ?${values.length})`);
      }
      return (
        database
          .prepare(
            `SELECT ${COLUMNS} FROM item JOIN feed ON feed.id = item.feed LEFT JOIN queue ON queue.item = item.id
             WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${bind(limit)}`,
          )
          .all(...values) as unknown as ItemRow[]
      ).map(shown);
    },
    some: (ids) => (selectSome.all(JSON.stringify(ids)) as unknown as ItemRow[]).map(shown),
    item: (id) => (selectItem.get(id) as unknown as KeptItem | undefined) ?? null,
    recent: (since) => selectRecent.all(since) as unknown as ReturnType<ItemTable["recent"]>,
    setStory: (items, story) => each(items, (id) => setStory.run(story, id)),
    setArticle: (id, article, words) =>
      together(database, () => {
        setArticle.run(article, words, id);
        search.drop(id);
      }),
    setRead: (items, at, back = false) =>
      together(database, () => items.filter((id) => Number(setRead.run(timeOf("read", id, at, back), id).changes) > 0)),
    setStarred: (id, at, back = false) => void setStarred.run(timeOf("starred", id, at, back), id),
    enqueue: (items, where) =>
      together(database, () => {
        const { first, last } = ends.get() as { readonly first: number; readonly last: number };
        for (const [index, id] of items.entries()) insertQueue.run(where === "end" ? last + 1 + index : first - items.length + index, id);
      }),
    dequeue: (items) => each(items, (id) => removeQueue.run(id)),
    moveInQueue: (id, by) =>
      together(database, () => {
        const queue = selectQueue.all() as unknown as readonly { readonly item: ItemId; readonly position: number }[];
        const from = queue.findIndex(({ item }) => item === id);
        if (from < 0) return;
        const order = queue.map(({ item }) => item).filter((item) => item !== id);
        order.splice(Math.max(0, Math.min(order.length, from + by)), 0, id);
        for (const [index, item] of order.entries()) place.run(index, item);
      }),
  };
}
