import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { Failure, folded } from "../model/index.ts";
import type { Found, SearchQuery } from "./search.ts";
import { term } from "./search-words.ts";

/**
 * Of more that has the words only the newest are put in order by how well they fit: to weigh 60,000 takes a third of a second (measured),
 * and whoever looks for a word that everything has wants what is new.
 */
const MOST_RANKED = 2_000;

/** A condition, and what is bound in it. */
type Filter = readonly [condition: string, ...values: (string | number)[]];

/** Where so few items pass a filter, what they say is looked up before the words are: few of what has the words would pass (measured). */
const FEW = 25_000;

const WEIGHTS = "bm25(search, 4.0, 1.0)";
/** What is shown of a hit, of `item`, `own` (its article) and `feed`. */
const SHOWN = `item.id AS item, coalesce(own.id, item.article) AS article, coalesce(own.title, item.title) AS title,
  coalesce(feed.own_title, feed.title, own.site, '') AS source, coalesce(item.published, own.opened) AS date,
  coalesce(item.summary, '') AS summary`;
const NAMES = `LEFT JOIN article own ON own.id = searched.article
  LEFT JOIN item ON item.id = coalesce(searched.item, (SELECT one.id FROM item one WHERE one.article = searched.article LIMIT 1))
  LEFT JOIN feed ON feed.id = item.feed`;
const STANDS: Filter = ["(feed.id IS NULL OR feed.removed IS NULL)"];

const all = (filters: readonly Filter[]): string => filters.map(([condition]) => condition).join(" AND ");
const bound = (filters: readonly Filter[]): readonly (string | number)[] => filters.flatMap(([, ...values]) => values);

/** Finds in the index of an open database. */
export function finder(database: DatabaseSyncInstance): (query: SearchQuery, limit: number) => readonly Found[] {
  const selectNewest = database.prepare("SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?");
  const selectBest = database.prepare(`SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY ${WEIGHTS} LIMIT ?`);
  const selectOf = database.prepare(
    `SELECT ${SHOWN} FROM json_each(?) best CROSS JOIN searched ON searched.id = best.value ${NAMES} ORDER BY best.key`,
  );
  const selectEnded = database.prepare("SELECT EXISTS (SELECT 1 FROM feed WHERE removed IS NOT NULL) AS ended");
  const rows = (sql: string, values: readonly (string | number)[]): readonly Found[] =>
    database.prepare(sql).all(...values) as unknown as readonly Found[];

  const selectNotes = database.prepare(
    `SELECT article, note FROM bookmark
     WHERE removed IS NULL AND (note <> '' OR (?1 AND id IN (SELECT bookmark FROM spoken_note)))`,
  );
  /** The articles that have such a note. A spoken one is found by nothing but that it is there. */
  const notedIn = (wanted: string): readonly string[] =>
    (selectNotes.all(wanted === "" ? 1 : 0) as { readonly article: string; readonly note: string }[])
      .filter(({ note }) => folded(note).includes(wanted))
      .map(({ article }) => article);

  /** The conditions on items that may leave few, as one on places of the index; none where they leave many. */
  const narrow = (conditions: readonly Filter[]): readonly Filter[] => {
    if (conditions.length === 0) return [];
    const [one] = database
      .prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM item WHERE ${all(conditions)} LIMIT ${FEW + 1})`)
      .all(...bound(conditions)) as readonly { readonly count: number }[];
    if (!one || one.count > FEW) return [];
    const placesBy = (column: "item" | "article"): string =>
      `SELECT searched.id FROM item CROSS JOIN searched ON searched.${column} = item.${column === "item" ? "id" : "article"} WHERE ${all(conditions)}`;
    // The plus: the index is gone through once, not once for each place.
    return [[`+search.rowid IN (${placesBy("item")} UNION ALL ${placesBy("article")})`, ...bound(conditions), ...bound(conditions)]];
  };
  const withWords = (match: string, narrowing: readonly Filter[], filters: readonly Filter[], limit: number): readonly Found[] => {
    const newest = selectNewest.all(match, MOST_RANKED + 1) as readonly { readonly id: number }[];
    const oldest = newest.at(-1)?.id;
    if (oldest === undefined) return [];
    // What an ended subscription had stays for undo, and must not take the place of what is found.
    const hasEnded = (selectEnded.get() as { readonly ended: number }).ended === 1;
    if (filters.length === 0 && !hasEnded) {
      const best = selectBest.all(match, oldest, limit) as readonly { readonly id: number }[];
      // What is shown is looked up of those alone that are shown.
      return selectOf.all(JSON.stringify(best.map(({ id }) => id))) as unknown as readonly Found[];
    }
    const conditions: readonly Filter[] = [["search MATCH ?", match], ...narrow(narrowing), STANDS, ...filters];
    return rows(
      `SELECT ${SHOWN} FROM search CROSS JOIN searched ON searched.id = search.rowid ${NAMES}
       WHERE ${all(conditions)} ORDER BY ${newest.length > MOST_RANKED ? "search.rowid DESC" : WEIGHTS} LIMIT ?`,
      [...bound(conditions), limit],
    );
  };
  const withoutWords = (filters: readonly Filter[], hasArticles: boolean, limit: number): readonly Found[] => {
    const items = rows(
      `SELECT ${SHOWN} FROM item CROSS JOIN feed ON feed.id = item.feed LEFT JOIN article own ON own.id = item.article
       WHERE ${all([STANDS, ...filters])} ORDER BY item.published DESC LIMIT ?`,
      [...bound(filters), limit],
    );
    if (!hasArticles) return items;
    const articles = rows(
      `SELECT ${SHOWN} FROM article own LEFT JOIN item ON 0 LEFT JOIN feed ON 0
       WHERE own.opened <> '' AND NOT EXISTS (SELECT 1 FROM item one WHERE one.article = own.id) AND ${all([STANDS, ...filters])}
       ORDER BY own.opened DESC LIMIT ?`,
      [...bound(filters), limit],
    );
    return [...items, ...articles].toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  };

  return ({ words, without, feed, after, before, unread, starred, note }, limit) => {
    const wanted = words.map(term).filter((one) => one !== null);
    const unwanted = without.map(term).filter((one) => one !== null);
    if (wanted.length === 0 && unwanted.length > 0)
      throw new Failure("bad-input", "Say also what to look for, not only what to leave out.");
    const match = [wanted.join(" AND "), ...unwanted.map((one) => ` NOT ${one}`)].join("");
    const filters: Filter[] = [];
    /** The same conditions where they are on items alone. */
    const narrowing: Filter[] = [];
    if (feed !== null) {
      const named = "instr(lower(coalesce(feed.own_title, feed.title, feed.address)), lower(?)) > 0";
      filters.push([named, feed]);
      narrowing.push([`item.feed IN (SELECT id FROM feed WHERE ${named})`, feed]);
    }
    if (after !== null) filters.push(["coalesce(item.published, own.opened) >= ?", after]);
    if (before !== null) filters.push(["coalesce(item.published, own.opened) < ?", before]);
    if (unread) filters.push(["item.id IS NOT NULL AND item.read IS NULL"]);
    if (starred) {
      filters.push(["item.starred IS NOT NULL"]);
      narrowing.push(["item.starred IS NOT NULL"]);
    }
    // Notes are few: they are looked through here, by the same letters as everything else.
    if (note !== null) filters.push(["coalesce(own.id, item.article) IN (SELECT value FROM json_each(?))", JSON.stringify(notedIn(note))]);
    // Twice as many: some are found as an item and as its article.
    const found =
      wanted.length > 0
        ? withWords(match, narrowing, filters, limit * 2)
        : withoutWords(filters, feed === null && !unread && !starred, limit * 2);
    const seen = new Set<string>();
    return found
      .filter(({ item, article }) => {
        const key = article ?? `i${item}`;
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .slice(0, limit);
  };
}
