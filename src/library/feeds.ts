import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { Failure, type FailureCode, type FeedId, type FeedKeep, type FullText, type SubscribedFeed } from "../model/index.ts";

/** What is kept of a feed for the next time that it is asked for. */
export interface FeedRecord {
  readonly id: FeedId;
  readonly address: string;
  readonly title: string;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly failures: number;
  /** What was wrong the last time, null: nothing. */
  readonly problem: FailureCode | null;
}

/** What asking for a feed came to. */
export type FeedOutcome = {
  /** ISO 8601. */
  readonly checked: string;
  /** ISO 8601: not before is there any use in asking again. */
  readonly due: string;
} & (
  | {
      readonly kind: "fine";
      readonly etag: string | null;
      readonly modified: string | null;
      /** Null: stays as it is. */
      readonly title: string | null;
      readonly site: string | null;
      readonly lang: string | null;
      readonly image: string | null;
      /** The address that it has moved to, null: it has not. */
      readonly moved: string | null;
    }
  /** Its site asks for patience until it is due. */
  | { readonly kind: "later"; readonly message: string }
  | { readonly kind: "failed"; readonly code: FailureCode; readonly message: string }
  | { readonly kind: "gone"; readonly message: string }
);

/** The subscriptions. */
export interface FeedTable {
  /** Adds a feed; one that is there already stays as it is, one that ended is taken up again. Answers with its id, and whether it is new. */
  add(feed: {
    readonly address: string;
    readonly title: string | null;
    readonly site: string | null;
    readonly folder: readonly string[];
    readonly added: string;
  }): { readonly id: FeedId; readonly isNew: boolean };
  /** By folder and title. */
  all(): readonly SubscribedFeed[];
  /**
   * The feeds to ask for now: those that are due, or all that are not gone and whose site did not ask for patience; those that were well
   * the last time first, then the longest waiting.
   */
  due(now: string, all: boolean): readonly FeedRecord[];
  record(id: FeedId): FeedRecord | null;
  /** How many feeds there are, how many have a problem, and when one was last asked for (ISO 8601, null: never). */
  overview(): { readonly feeds: number; readonly problems: number; readonly last: string | null };
  settle(id: FeedId, outcome: FeedOutcome): void;
  /** The listener's own title (null: the feed's own again), the folder, what is fetched of it, whether it is breaking news, how long it stays, and whether it is kept ready. */
  change(
    id: FeedId,
    change: {
      readonly title?: string | null | undefined;
      readonly folder?: readonly string[] | undefined;
      readonly fullText?: FullText | undefined;
      readonly breaking?: boolean | undefined;
      readonly keepRead?: FeedKeep | undefined;
      readonly ready?: boolean | undefined;
    },
  ): void;
  /** Ends a subscription at a time, or takes it up again (null). What it had stays until `purge`. */
  setRemoved(id: FeedId, at: string | null): void;
  /** Deletes subscriptions that ended before a time, with all that they had. */
  purge(before: string): void;
}

interface FeedRow {
  readonly id: number;
  readonly address: string;
  readonly title: string | null;
  readonly own_title: string | null;
  readonly site: string | null;
  readonly folder: string;
  readonly checked: string | null;
  readonly failures: number;
  readonly problem: FailureCode | null;
  readonly message: string | null;
  readonly gone: number;
  readonly full_text: FullText;
  readonly breaking: number;
  readonly keep_read: FeedKeep;
  readonly ready: number;
  readonly unread: number;
  readonly items: number;
}

/** What a feed without a title goes by. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

const folderOf = (text: string): readonly string[] => {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((part): part is string => typeof part === "string") : [];
  } catch {
    return [];
  }
};

/** The table of subscriptions in an open database. */
export function feedTable(database: DatabaseSyncInstance): FeedTable {
  const insert = database.prepare(
    "INSERT INTO feed (address, title, site, folder, added, due) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO NOTHING",
  );
  const selectId = database.prepare("SELECT id FROM feed WHERE address = ?");
  const selectAll = database.prepare(
    `SELECT feed.id, address, feed.title, own_title, site, folder, checked, failures, problem, message, gone, full_text, breaking, keep_read, ready,
       count(item.id) AS items, count(CASE WHEN item.id IS NOT NULL AND item.read IS NULL THEN 1 END) AS unread
     FROM feed LEFT JOIN item ON item.feed = feed.id WHERE removed IS NULL GROUP BY feed.id`,
  );
  const columns = "id, address, coalesce(own_title, title) AS title, etag, modified, failures, problem";
  const selectDue = database.prepare(
    `SELECT ${columns} FROM feed WHERE gone = 0 AND removed IS NULL AND (due <= ?1 OR (?2 = 1 AND (patience IS NULL OR patience <= ?1)))
     ORDER BY failures > 0, due, id`,
  );
  const selectRecord = database.prepare(`SELECT ${columns} FROM feed WHERE id = ?`);
  const selectOverview = database.prepare(
    "SELECT count(*) AS feeds, count(problem) AS problems, max(checked) AS last FROM feed WHERE removed IS NULL",
  );
  const settleFine = database.prepare(
    `UPDATE feed SET checked = ?, due = ?, failures = 0, problem = NULL, message = NULL, gone = 0, patience = NULL, etag = ?, modified = ?,
       title = coalesce(?, title), site = coalesce(?, site), lang = coalesce(?, lang), image = coalesce(?, image) WHERE id = ?`,
  );
  const settleFailed = database.prepare(
    `UPDATE feed SET checked = ?, due = ?, failures = failures + 1, problem = ?, message = ?, gone = ?, patience = ? WHERE id = ?`,
  );
  const move = database.prepare("UPDATE feed SET address = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM feed WHERE address = ?)");
  const changeTitle = database.prepare("UPDATE feed SET own_title = ? WHERE id = ?");
  const changeFolder = database.prepare("UPDATE feed SET folder = ? WHERE id = ?");
  const changeBreaking = database.prepare("UPDATE feed SET breaking = ? WHERE id = ?");
  const changeKeepRead = database.prepare("UPDATE feed SET keep_read = ? WHERE id = ?");
  const changeReady = database.prepare("UPDATE feed SET ready = ? WHERE id = ?");
  const changeFullText = database.prepare("UPDATE feed SET full_text = ? WHERE id = ?");
  const setRemoved = database.prepare("UPDATE feed SET removed = ? WHERE id = ?");
  const takeUp = database.prepare("UPDATE feed SET removed = NULL, gone = 0, due = ? WHERE address = ? AND removed IS NOT NULL");
  const purge = database.prepare("DELETE FROM feed WHERE removed < ?");

  type RecordRow = Omit<FeedRecord, "title"> & { readonly title: string | null };
  const record = (row: RecordRow): FeedRecord => ({ ...row, title: row.title ?? hostOf(row.address) });

  return {
    add({ address, title, site, folder, added }) {
      const isBack = Number(takeUp.run(added, address).changes) > 0;
      const isNew = Number(insert.run(address, title, site, JSON.stringify(folder), added, added).changes) > 0 || isBack;
      const row = selectId.get(address) as { readonly id: FeedId } | undefined;
      if (!row) throw new Failure("storage", "The subscription could not be kept.");
      return { id: row.id, isNew };
    },
    all: () =>
      (selectAll.all() as unknown as FeedRow[])
        .map(
          (row): SubscribedFeed => ({
            id: row.id as FeedId,
            address: row.address,
            title: row.own_title ?? row.title ?? hostOf(row.address),
            ownTitle: row.own_title,
            site: row.site,
            folder: folderOf(row.folder),
            unread: row.unread,
            items: row.items,
            checked: row.checked,
            problem: row.problem === null ? null : { code: row.problem, message: row.message ?? "", times: row.failures },
            gone: row.gone === 1,
            fullText: row.full_text,
            breaking: row.breaking === 1,
            keepRead: row.keep_read,
            ready: row.ready === 1,
          }),
        )
        .toSorted((a, b) => compare(a.folder.join("\0"), b.folder.join("\0")) || compare(a.title, b.title)),
    due: (now, all) => (selectDue.all(now, all ? 1 : 0) as unknown as RecordRow[]).map(record),
    record(id) {
      const row = selectRecord.get(id) as unknown as RecordRow | undefined;
      return row ? record(row) : null;
    },
    overview: () => selectOverview.get() as unknown as ReturnType<FeedTable["overview"]>,
    settle(id, outcome) {
      const { checked, due } = outcome;
      if (outcome.kind === "later") settleFailed.run(checked, due, "busy", outcome.message, 0, due, id);
      else if (outcome.kind === "failed") settleFailed.run(checked, due, outcome.code, outcome.message, 0, null, id);
      else if (outcome.kind === "gone") settleFailed.run(checked, due, "not-found", outcome.message, 1, null, id);
      else {
        settleFine.run(checked, due, outcome.etag, outcome.modified, outcome.title, outcome.site, outcome.lang, outcome.image, id);
        if (outcome.moved !== null) move.run(outcome.moved, id, outcome.moved);
      }
    },
    change(id, { title, folder, fullText, breaking, keepRead, ready }) {
      if (ready !== undefined) changeReady.run(ready ? 1 : 0, id);
      if (keepRead !== undefined) changeKeepRead.run(keepRead, id);
      if (breaking !== undefined) changeBreaking.run(breaking ? 1 : 0, id);
      if (fullText !== undefined) changeFullText.run(fullText, id);
      if (title !== undefined) changeTitle.run(title, id);
      if (folder !== undefined) changeFolder.run(JSON.stringify(folder), id);
    },
    setRemoved: (id, at) => void setRemoved.run(at, id),
    purge: (before) => void purge.run(before),
  };
}

const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;
