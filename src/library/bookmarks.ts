import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Anchor, Article, ArticleId, BookmarkId, Place, SpokenNote } from "../model/index.ts";
import { anchorOf } from "./anchor.ts";

/** A bookmark as it is kept: where it was, and by what it is found again. */
export interface KeptBookmark {
  readonly id: BookmarkId;
  readonly article: ArticleId;
  readonly anchor: Anchor;
  readonly note: string;
  readonly spoken: number | null;
  readonly made: string;
}

/** Sentences that listeners want to find again. */
export interface BookmarkTable {
  /** Marks a stretch of an article. */
  add(article: Article, place: Place, end: number, made: string): BookmarkId;
  /** The newest first; of one article, or of all (null). */
  all(article: ArticleId | null): readonly KeptBookmark[];
  one(id: BookmarkId): KeptBookmark | null;
  setNote(id: BookmarkId, note: string): void;
  /** Null: there is none any more. */
  setSpoken(id: BookmarkId, note: SpokenNote | null): void;
  spoken(id: BookmarkId): SpokenNote | null;
  /** Deletes at a time, or brings back (null). What was deleted stays until `purge`. */
  setRemoved(id: BookmarkId, at: string | null): void;
  purge(before: string): void;
}

interface Row extends Omit<Anchor, "place"> {
  readonly id: BookmarkId;
  readonly article: ArticleId;
  readonly block: Place["block"];
  readonly offset: number;
  readonly note: string;
  readonly spoken: number | null;
  readonly made: string;
}

/** The table of bookmarks in an open database. */
export function bookmarkTable(database: DatabaseSyncInstance): BookmarkTable {
  const columns = `bookmark.id, article, block, offset, quote, before, after, twins, note, made,
    (SELECT seconds FROM spoken_note WHERE spoken_note.bookmark = bookmark.id) AS spoken`;
  const insert = database.prepare(
    "INSERT INTO bookmark (article, block, offset, quote, before, after, twins, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const select = database.prepare(
    `SELECT ${columns} FROM bookmark WHERE removed IS NULL AND (?1 IS NULL OR article = ?1) ORDER BY made DESC, id DESC`,
  );
  const selectOne = database.prepare(`SELECT ${columns} FROM bookmark WHERE removed IS NULL AND id = ?`);
  const setNote = database.prepare("UPDATE bookmark SET note = ? WHERE id = ?");
  const insertSpoken = database.prepare(
    "INSERT OR REPLACE INTO spoken_note (bookmark, media_type, seconds, bytes) SELECT id, ?, ?, ? FROM bookmark WHERE id = ?",
  );
  const removeSpoken = database.prepare("DELETE FROM spoken_note WHERE bookmark = ?");
  const selectSpoken = database.prepare("SELECT media_type, seconds, bytes FROM spoken_note WHERE bookmark = ?");
  const setRemoved = database.prepare("UPDATE bookmark SET removed = ? WHERE id = ?");
  const purge = database.prepare("DELETE FROM bookmark WHERE removed < ?");
  const kept = ({ id, article, block, offset, note, spoken, made, ...anchor }: Row): KeptBookmark => ({
    id,
    article,
    anchor: { place: { block, offset }, ...anchor },
    note,
    spoken,
    made,
  });
  return {
    add(article, place, end, made) {
      const { quote, before, after, twins } = anchorOf(article, place, end);
      const { lastInsertRowid } = insert.run(article.id, place.block, place.offset, quote, before, after, twins, made);
      return Number(lastInsertRowid) as BookmarkId;
    },
    all: (article) => (select.all(article) as unknown as Row[]).map(kept),
    one(id) {
      const row = selectOne.get(id) as unknown as Row | undefined;
      return row ? kept(row) : null;
    },
    setNote: (id, note) => void setNote.run(note, id),
    setSpoken(id, note) {
      if (note === null) removeSpoken.run(id);
      else insertSpoken.run(note.mediaType, note.seconds, note.bytes, id);
    },
    spoken(id) {
      const row = selectSpoken.get(id) as { readonly media_type: string; readonly seconds: number; readonly bytes: Uint8Array } | undefined;
      return row ? { mediaType: row.media_type, seconds: row.seconds, bytes: row.bytes } : null;
    },
    setRemoved: (id, at) => void setRemoved.run(at, id),
    purge: (before) => void purge.run(before),
  };
}
