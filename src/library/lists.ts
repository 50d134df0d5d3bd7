import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { ItemId, NewsCounts, NewsGroup, NewsItem, NewsList, NewsListing, NewsSelection } from "../model/index.ts";
import { COLUMNS, type ItemRow, shown } from "./items.ts";

/** Lists as they are at one moment. */
export interface ListTable {
  /** @param today ISO 8601, when the listener's day began */
  open(selection: NewsSelection, today: string): NewsListing;
  /** Items of a list with their titles, in its order. */
  titles(selection: NewsSelection, today: string): readonly { readonly id: ItemId; readonly title: string }[];
  /** Other feeds' items of the same story, the newest first. */
  sameStory(id: ItemId): readonly NewsItem[];
  counts(today: string): NewsCounts;
}

/** What each list has, and the time that it is ordered and grouped by. */
const LISTS: Readonly<Record<NewsList, { readonly where: string; readonly time: string }>> = {
  today: { where: "item.published >= ?1", time: "item.published" },
  unread: { where: "item.read IS NULL AND ?1 IS NOT NULL", time: "item.published" },
  all: { where: "?1 IS NOT NULL", time: "item.published" },
  starred: { where: "item.starred IS NOT NULL AND ?1 IS NOT NULL", time: "item.starred" },
  history: { where: "item.read IS NOT NULL AND ?1 IS NOT NULL", time: "item.read" },
  queue: { where: "?1 IS NOT NULL", time: "item.published" },
};

/** An item of an opened list: its time, or its feed's title where those make the groups. */
interface Line {
  readonly id: ItemId;
  readonly at: string;
}

/** The lists of an open database. */
export function listTable(database: DatabaseSyncInstance): ListTable {
  const selectStory = database.prepare(
    `SELECT ${COLUMNS} FROM item JOIN feed ON feed.id = item.feed
     WHERE feed.removed IS NULL AND item.id <> ?1 AND item.story = (SELECT own.story FROM item own WHERE own.id = ?1)
     ORDER BY item.published DESC, item.id DESC`,
  );
  const selectCounts = database.prepare(
    `SELECT count(*) FILTER (WHERE item.read IS NULL) AS unread,
       count(*) FILTER (WHERE item.read IS NULL AND item.published >= ?) AS today
     FROM item WHERE item.read IS NULL AND +item.feed IN (SELECT id FROM feed WHERE removed IS NULL)`,
  );
  const selectKept = database.prepare(
    `SELECT (SELECT count(*) FROM item WHERE starred IS NOT NULL AND +feed IN (SELECT id FROM feed WHERE removed IS NULL)) AS starred,
       (SELECT count(*) FROM queue JOIN item ON item.id = queue.item WHERE item.feed IN (SELECT id FROM feed WHERE removed IS NULL)) AS queue`,
  );

  const lines = <T>(what: "at" | "title", { list, feed, folder, order }: NewsSelection, today: string): readonly T[] => {
    const { where, time } = LISTS[list];
    const values: (string | number)[] = [today];
    const bind = (value: string | number): string => `?${values.push(value)}`;
    const conditions = [where];
    if (feed !== null) conditions.push(`item.feed = ${bind(feed)}`);
    const feeds = ["removed IS NULL"];
    if (folder !== null && folder.length > 0) {
      // Folders are kept as JSON lists: one below begins with the same names.
      const exact = JSON.stringify(folder);
      const below = `${exact.slice(0, -1)},`;
      feeds.push(`(folder = ${bind(exact)} OR substr(folder, 1, ${below.length}) = ${bind(below)})`);
    }
    // The plus keeps it from going feed by feed and sorting all: the indices of the lists have the feed at their end.
    conditions.push(`+item.feed IN (SELECT id FROM feed WHERE ${feeds.join(" AND ")})`);
    const source = "coalesce(feed.own_title, feed.title, feed.address)";
    const bySource = order === "source" && list !== "queue";
    const from = list === "queue" ? "queue JOIN item ON item.id = queue.item" : bySource ? "item JOIN feed ON feed.id = item.feed" : "item";
    const sorted =
      list === "queue"
        ? "queue.position, item.id"
        : bySource
          ? `${source} COLLATE NOCASE, item.feed, ${time} DESC, item.id DESC`
          : order === "oldest"
            ? `${time}, item.id`
            : `${time} DESC, item.id DESC`;
    const sql = `SELECT item.id AS id, ${what === "title" ? "item.title" : bySource ? source : time} AS ${what} FROM ${from} WHERE ${conditions.join(" AND ")} ORDER BY ${sorted}`;
    return database.prepare(sql).all(...values) as unknown as readonly T[];
  };

  return {
    open(selection, today) {
      const found = lines<Line>("at", selection, today);
      const grouped = selection.list === "queue" ? "none" : selection.order === "source" ? "source" : "day";
      const groups = grouped === "none" ? [] : grouped === "source" ? changes(found, (at) => at) : days(found);
      return { items: found.map(({ id }) => id), grouped, groups };
    },
    titles: (selection, today) => lines("title", selection, today),
    sameStory: (id) => (selectStory.all(id) as unknown as ItemRow[]).map(shown),
    counts(today) {
      const { unread, today: fresh } = selectCounts.get(today) as { readonly unread: number; readonly today: number };
      const { starred, queue } = selectKept.get() as { readonly starred: number; readonly queue: number };
      return { today: fresh, unread, starred, queue };
    },
  };
}

/** A group begins wherever the name changes. */
function changes(lines: readonly Line[], nameOf: (at: string) => string): readonly NewsGroup[] {
  const groups: { start: number; name: string }[] = [];
  for (const [start, { at }] of lines.entries()) {
    const name = nameOf(at);
    if (groups.at(-1)?.name !== name) groups.push({ start, name });
  }
  return groups;
}

/** The days of lines that are ordered by time, in the zone of this computer, which is the listener's. */
function days(lines: readonly Line[]): readonly NewsGroup[] {
  // A date is only made where a day ends: a hundred thousand of them take a tenth of a second.
  let day = { start: "", end: "", name: "" };
  return changes(lines, (at) => {
    if (at < day.start || at >= day.end) day = dayOf(at);
    return day.name;
  });
}

function dayOf(at: string): { readonly start: string; readonly end: string; readonly name: string } {
  const date = new Date(at);
  const start = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const end = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  const two = (value: number): string => String(value).padStart(2, "0");
  return {
    start: start.toISOString(),
    end: end.toISOString(),
    name: `${start.getFullYear()}-${two(start.getMonth() + 1)}-${two(start.getDate())}`,
  };
}
