import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Article, ArticleId } from "../model/index.ts";
import { pack, unpack } from "./packing.ts";

/** Articles as their listeners opened them before they changed: one at most of each. */
export interface FormerTable {
  of(id: ArticleId): Article | null;
  keep(id: ArticleId, former: Article): void;
  /** The listener has been told what changed since. */
  tell(id: ArticleId): void;
  /** Forgets one whose listener has been told. */
  forget(id: ArticleId): void;
}

/** The table of former articles in an open database. */
export function formerTable(database: DatabaseSyncInstance): FormerTable {
  const select = database.prepare("SELECT packed FROM former WHERE article = ?");
  const insert = database.prepare("INSERT OR REPLACE INTO former (article, packed) SELECT id, ? FROM article WHERE id = ?");
  const tell = database.prepare("UPDATE former SET told = 1 WHERE article = ?");
  const remove = database.prepare("DELETE FROM former WHERE article = ? AND told = 1");
  return {
    of(id) {
      const row = select.get(id) as { readonly packed: Uint8Array } | undefined;
      return row ? (JSON.parse(unpack(row.packed)) as Article) : null;
    },
    keep(id, former) {
      // What was left out of it is never compared.
      insert.run(pack(JSON.stringify({ ...former, audit: { ...former.audit, left: [], merged: [] } })), id);
    },
    tell: (id) => void tell.run(id),
    forget: (id) => void remove.run(id),
  };
}
