import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Anchor, Article, ArticleId, Place } from "../model/index.ts";
import { anchorOf } from "./anchor.ts";

/** Where listeners are in their articles. */
export interface PlaceTable {
  keep(article: Article, place: Place, kept: string): void;
  /** The newest first. */
  all(): readonly { readonly address: string; readonly anchor: Anchor; readonly kept: string }[];
  /** Keeps what another machine kept of an article that is here, where it is newer. False: it is not. */
  bring(article: ArticleId, anchor: Anchor, kept: string): boolean;
  of(article: ArticleId): { readonly anchor: Anchor /** ISO 8601. */; readonly kept: string } | null;
}

/** How much text after a place is kept to find it again, UTF-16 code units: about a sentence (guess). */
const QUOTE_LENGTH = 100;

interface PlaceRow extends Omit<Anchor, "place"> {
  readonly block: Place["block"];
  readonly offset: number;
  readonly kept: string;
}

/** The table of places in an open database. */
export function placeTable(database: DatabaseSyncInstance): PlaceTable {
  const insert = database.prepare(
    "INSERT OR REPLACE INTO place (article, block, offset, quote, before, after, twins, kept) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const select = database.prepare("SELECT block, offset, quote, before, after, twins, kept FROM place WHERE article = ?");
  const selectAll = database.prepare(
    "SELECT address, block, offset, quote, before, after, twins, kept FROM place JOIN article ON article.id = place.article ORDER BY kept DESC",
  );
  const bring = database.prepare(
    `INSERT OR REPLACE INTO place (article, block, offset, quote, before, after, twins, kept) SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM article
     WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM place WHERE article = ?1 AND kept >= ?8)`,
  );
  return {
    all: () =>
      (selectAll.all() as unknown as (PlaceRow & { readonly address: string })[]).map(({ address, block, offset, kept, ...rest }) => ({
        address,
        anchor: { place: { block, offset }, ...rest },
        kept,
      })),
    bring: (article, { place, quote, before, after, twins }, kept) =>
      Number(bring.run(article, place.block, place.offset, quote, before, after, twins, kept).changes) > 0,
    keep(article, place, kept) {
      const { quote, before, after, twins } = anchorOf(article, place, place.offset + QUOTE_LENGTH);
      insert.run(article.id, place.block, place.offset, quote, before, after, twins, kept);
    },
    of(article) {
      const row = select.get(article) as PlaceRow | undefined;
      if (!row) return null;
      const { block, offset, kept, ...rest } = row;
      return { anchor: { place: { block, offset }, ...rest }, kept };
    },
  };
}
