import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { ArticleId, ItemId } from "../model/index.ts";
import { finder } from "./search-find.ts";
import { spaced } from "./search-words.ts";

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
  /** Articles with a note that has this, folded; "" for any note; null: with or without. */
  readonly note: string | null;
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
  /**
   * The best first; the newest first without words, and of thousands that have the words where more is asked for than words. What is an
   * item and an article too is found once.
   */
  find(query: SearchQuery, limit: number): readonly Found[];
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
    find: finder(database),
  };
}
