import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { ArticleId } from "../model/index.ts";

/** A picture of the web as it is kept. */
export interface WebPicture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The pictures of kept articles that came from the web, by article and address, with their sizes. */
export interface WebPictureTable {
  /** Keeps one; nothing for an article that is not kept. */
  keep(article: ArticleId, address: string, picture: WebPicture, now: string): void;
  find(article: ArticleId, address: string): WebPicture | null;
  /** Deletes those that were kept longest ago until the rest has at most so many bytes; those of what is ready for offline don't count. */
  trim(most: number): void;
}

/** The table of pictures of the web in an open database. */
export function webPictureTable(database: DatabaseSyncInstance): WebPictureTable {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO web_picture (article, address, media_type, size, kept, bytes)
     SELECT id, ?2, ?3, ?4, ?5, ?6 FROM article WHERE id = ?1`,
  );
  const select = database.prepare("SELECT media_type AS mediaType, bytes FROM web_picture WHERE article = ? AND address = ?");
  const trim = database.prepare(
    `DELETE FROM web_picture WHERE rowid IN (
       SELECT rowid FROM (SELECT rowid, sum(size) OVER (ORDER BY kept DESC, rowid DESC) AS upTo FROM web_picture
         WHERE article NOT IN (SELECT item.article FROM ready JOIN item ON item.id = ready.item
           WHERE ready.done = 1 AND item.article IS NOT NULL)) WHERE upTo > ?)`,
  );
  return {
    keep: (article, address, { mediaType, bytes }, now) => void insert.run(article, address, mediaType, bytes.byteLength, now, bytes),
    find: (article, address) => (select.get(article, address) as WebPicture | undefined) ?? null,
    trim: (most) => void trim.run(most),
  };
}
