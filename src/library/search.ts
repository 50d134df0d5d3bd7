import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { type ArticleId, Failure, type ItemId } from "../model/index.ts";

/** A search, understood. */
export interface SearchQuery {
  /** What must be there: words (their beginnings count) or phrases. */
  readonly words: readonly { readonly text: string; readonly isPhrase: boolean }[];
  /** What must not be there. */
  readonly without: readonly { readonly text: string; readonly isPhrase: boolean }[];
  /** Part of a feed's title, null: of any. */
  readonly feed: string | null;
  /** ISO 8601, null: any time. `before` itself is outside. */
  readonly after: string | null;
  readonly before: string | null;
  readonly unread: boolean;
  readonly starred: boolean;
}

/** One thing that was found. */
export interface Found {
  readonly item: ItemId | null;
  readonly article: ArticleId | null;
  readonly title: string;
  readonly source: string;
  /** ISO 8601. */
  readonly date: string;
  /** Of an item that is no article yet. */
  readonly summary: string;
}

/** The index of all words that are kept. */
export interface SearchTable {
  /** Takes in, or renews, what an item or an article says. */
  put(of: { readonly item: ItemId } | { readonly article: ArticleId }, title: string, body: string): void;
  /** Forgets what an item says: its article says it better. */
  drop(item: ItemId): void;
  /** The best first; without words the newest. What is an item and an article too is found once. */
  find(query: SearchQuery, limit: number): readonly Found[];
}

/** Scripts that write words without spaces between them: each sign is a word to the index, and words are phrases of signs. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/gu;
const spaced = (text: string): string => text.replace(UNSPACED, " $& ");

/** A word or phrase in the index's own language, quoted: nothing of it is an operator. */
function term({ text, isPhrase }: { readonly text: string; readonly isPhrase: boolean }): string | null {
  const plain = spaced(text).replaceAll('"', " ").replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return null;
  return `"${plain}"${isPhrase ? "" : "*"}`;
}

/** The index in an open database. */
export function searchTable(database: DatabaseSyncInstance): SearchTable {
  const known = database.prepare("SELECT id FROM searched WHERE item IS ? AND article IS ?");
  const add = database.prepare("INSERT INTO searched (item, article) VALUES (?, ?)");
  const remove = database.prepare("DELETE FROM search WHERE rowid = ?");
  const insert = database.prepare("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)");
  const forget = database.prepare("DELETE FROM searched WHERE item = ? RETURNING id");
  return {
    drop(item) {
      for (const { id } of forget.all(item) as { readonly id: number }[]) remove.run(id);
    },
    put(of, title, body) {
      const item = "item" in of ? of.item : null;
      const article = "article" in of ? of.article : null;
      const row = known.get(item, article) as { readonly id: number } | undefined;
      const id = row?.id ?? Number(add.run(item, article).lastInsertRowid);
      if (row) remove.run(id);
      insert.run(id, spaced(title), spaced(body));
    },
    find({ words, without, feed, after, before, unread, starred }, limit) {
      const wanted = words.map(term).filter((one) => one !== null);
      const unwanted = without.map(term).filter((one) => one !== null);
      if (wanted.length === 0 && unwanted.length > 0)
        throw new Failure("bad-input", "Say also what to look for, not only what to leave out.");
      const match = [wanted.join(" AND "), ...unwanted.map((one) => ` NOT ${one}`)].join("");
      const values: (string | number)[] = [];
      const conditions: string[] = [];
      const bind = (condition: string, value: string | number): void => {
        values.push(value);
        conditions.push(condition);
      };
      if (wanted.length > 0) bind("search MATCH ?", match);
      if (feed !== null) bind("instr(lower(coalesce(feed.own_title, feed.title, feed.address)), lower(?)) > 0", feed);
      if (after !== null) bind("coalesce(item.published, own.opened) >= ?", after);
      if (before !== null) bind("coalesce(item.published, own.opened) < ?", before);
      if (unread) conditions.push("item.id IS NOT NULL AND item.read IS NULL");
      if (starred) conditions.push("item.starred IS NOT NULL");
      values.push(limit * 2);
      const rows = database
        .prepare(
          `SELECT item.id AS item, coalesce(searched.article, item.article) AS article, coalesce(own.title, item.title) AS title,
             coalesce(feed.own_title, feed.title, own.site, '') AS source, coalesce(item.published, own.opened) AS date,
             coalesce(item.summary, '') AS summary
           FROM ${wanted.length > 0 ? "search JOIN searched ON searched.id = search.rowid" : "searched"}
           LEFT JOIN article own ON own.id = searched.article
           LEFT JOIN item ON item.id = coalesce(searched.item, (SELECT one.id FROM item one WHERE one.article = searched.article LIMIT 1))
           LEFT JOIN feed ON feed.id = item.feed
           WHERE ${["(feed.id IS NULL OR feed.removed IS NULL)", ...conditions].join(" AND ")}
           ORDER BY ${wanted.length > 0 ? "bm25(search, 4.0, 1.0)" : "date DESC"} LIMIT ?`,
        )
        .all(...values) as unknown as readonly Found[];
      const seen = new Set<string>();
      return rows
        .filter(({ item, article }) => {
          const key = article ?? `i${item}`;
          if (seen.has(key)) return false;
          seen.add(key);
          return true;
        })
        .slice(0, limit);
    },
  };
}
