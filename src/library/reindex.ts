import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { ArticleId, ItemId } from "../model/index.ts";
import { contentText } from "./article-text.ts";
import type { SearchTable } from "./search.ts";
import { together } from "./together.ts";

/** Texts that are taken into the index in one step: some 20 ms (0.9 ms each, measured). */
const STEP = 20;

/** The words of a piece of HTML, to be found again by: nothing of it is ever shown. */
const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, " ")
    .replace(/\s+/g, " ");

/**
 * Takes what is kept and can't be found by its words into the index, a few texts at a time: after a rescue. Answers with whether there
 * may be more; call it again then.
 */
export function createIndexing(database: DatabaseSyncInstance, search: SearchTable): () => boolean {
  const articles = database.prepare(
    `SELECT id, title, content, packed FROM article
     WHERE NOT EXISTS (SELECT 1 FROM searched WHERE searched.article = article.id) LIMIT ?`,
  );
  const items = database.prepare(
    `SELECT id, title, summary, content FROM item
     WHERE article IS NULL AND NOT EXISTS (SELECT 1 FROM searched WHERE searched.item = item.id) LIMIT ?`,
  );
  return () =>
    together(database, () => {
      const lost = articles.all(STEP) as unknown as readonly {
        readonly id: ArticleId;
        readonly title: string;
        readonly content: string;
        readonly packed: Uint8Array | null;
      }[];
      for (const { id, title, content, packed } of lost) search.put({ article: id }, title, contentText(content, packed));
      if (lost.length > 0) return true;
      const left = items.all(STEP) as unknown as readonly {
        readonly id: ItemId;
        readonly title: string;
        readonly summary: string;
        readonly content: string | null;
      }[];
      for (const { id, title, summary, content } of left) search.put({ item: id }, title, content === null ? summary : plainText(content));
      return left.length > 0;
    });
}
