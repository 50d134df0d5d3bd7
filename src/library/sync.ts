import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type {
  FailureCode,
  FeedId,
  ItemId,
  RemoteFeed,
  RemoteState,
  SyncAccount,
  SyncedFeed,
  SyncField,
  SyncProtocol,
} from "../model/index.ts";
import { SYNC_FIELDS } from "../model/index.ts";
import { together } from "./together.ts";

/** An edit of an item that the server knows, and was not told of yet. */
export interface SyncEdit {
  readonly seq: number;
  readonly remote: string;
  readonly field: SyncField;
  /** How it is now. */
  readonly value: boolean;
}

/** What is decided of a field: `edited` is when it was edited here and not told yet (ISO 8601), null: never. */
export type DecideState = (local: { readonly value: boolean; readonly edited: string | null }, server: boolean) => boolean;

/** What the library knows of the sync server: whose account, what is what there, and what it is still to be told. */
export interface SyncTable {
  account(): (SyncAccount & { /** Where to go on asking for news. */ readonly cursor: string | null }) | null;
  /** Begins with an account: all subscriptions are to be told. */
  begin(account: { readonly protocol: SyncProtocol; readonly address: string; readonly user: string }): void;
  /** Forgets the account, and all that was known of it. What was read and subscribed to stays. */
  end(): void;
  /** All was the same at a time. */
  settleFine(at: string, cursor: string | null): void;
  settleFailed(code: FailureCode, message: string): void;
  /** The newest edit's number: what is told later is another one. */
  lastEdit(): number;
  /** All subscriptions, those that ended among them, with what is still to be told of them. */
  feeds(): readonly SyncedFeed[];
  known(): readonly { readonly remote: string; readonly feed: FeedId; readonly title: string; readonly folder: readonly string[] }[];
  /** Subscribes to what the server has, or takes it up again. Nothing of it is to be told. */
  take(remote: RemoteFeed, feed: FeedId | null, now: string): void;
  /** Takes title and folder from the server. */
  arrange(remote: RemoteFeed, feed: FeedId): void;
  /**
   * Both sides have it. `isFirst`: they have just met, so what was read and starred here is to be told. Edits up to a number are told.
   */
  know(remote: RemoteFeed, feed: FeedId, isFirst: boolean, upTo: number): void;
  /** Forgets what the server called a subscription. `ends`: it ends here too, at a time. */
  forget(remote: string, feed: FeedId, ends: string | null): void;
  /** Edits of a subscription up to a number were told. */
  told(feed: FeedId, upTo: number): void;
  /** The server did not take a subscription; it is asked again some time. */
  refuse(feed: FeedId, at: string): void;
  /** The addresses of those that it did not take. */
  refused(): readonly { readonly feed: FeedId; readonly address: string; readonly at: string }[];
  /** Edits that can be told, the oldest first. */
  edits(): readonly SyncEdit[];
  /** These edits were told; what was edited anew meanwhile stays. */
  sent(seqs: readonly number[]): void;
  /** How many edits the server is still to be told of. */
  waiting(): number;
  /** Subscriptions with items here of which it is not known what they are there: those that were met a little ago, and those with something to tell of such an item. */
  unmet(): readonly string[];
  /** The server had items of one, and they were looked through. */
  looked(remote: string): void;
  /** The item that the server calls so, or that is the same as what it has; null: there is none. */
  match(item: {
    readonly remote: string;
    readonly feed: FeedId;
    readonly link: string | null;
    readonly title: string;
    readonly published: string | null;
  }): ItemId | null;
  /** An item by what the feed, or the server, knows it by. */
  byKey(feed: FeedId, key: string): ItemId | null;
  link(remote: string, item: ItemId): void;
  /** The server has not got these any more. */
  unlink(remotes: readonly string[]): void;
  /** Takes over how items stand on the server, as far as is decided so; answers with how many changed. Nothing of it is to be told. */
  merge(states: readonly RemoteState[], decide: DecideState, now: string): number;
  /** How the items stand that the server knows, but for what is still to be told of them. */
  states(): readonly RemoteState[];
}

/** How often the items of a subscription that was met are looked through: when it is met, and when its feed has been asked for the first time. */
const LOOKS = 2;

/** Days around a date in which the same title in the same feed is the same item. */
const SAME_DAYS = 1;

const folderOf = (text: string): readonly string[] => {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.filter((part): part is string => typeof part === "string") : [];
};

/** The sync tables of an open database. */
export function syncTable(database: DatabaseSyncInstance): SyncTable {
  const run = (sql: string, ...values: readonly (string | number | null)[]): number => Number(prepared(sql).run(...values).changes);
  const statements = new Map<string, ReturnType<DatabaseSyncInstance["prepare"]>>();
  const prepared = (sql: string): ReturnType<DatabaseSyncInstance["prepare"]> => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const one = <T>(sql: string, ...values: readonly (string | number | null)[]): T | null =>
    (prepared(sql).get(...values) as T | undefined) ?? null;
  const all = <T>(sql: string, ...values: readonly (string | number | null)[]): readonly T[] => prepared(sql).all(...values) as T[];
  /** What is changed in it is not told to the server: it comes from there. */
  const quietly = <T>(work: () => T): T =>
    together(database, () => {
      run("INSERT OR IGNORE INTO sync_quiet (id) VALUES (1)");
      const result = work();
      run("DELETE FROM sync_quiet");
      return result;
    });
  const clear = (): void => {
    for (const table of ["sync_account", "sync_feed", "sync_item", "sync_edit", "sync_feed_edit"]) run(`DELETE FROM ${table}`);
  };
  const setKnown = ({ id, title, folder }: RemoteFeed, feed: FeedId): void => {
    // It was begun anew there: its items have other names now, and in one step, for the line may break before the old one is forgotten.
    if (run("DELETE FROM sync_feed WHERE feed = ? AND remote <> ?", feed, id) > 0)
      run("DELETE FROM sync_item WHERE item IN (SELECT id FROM item WHERE feed = ?)", feed);
    run(
      `INSERT INTO sync_feed (remote, feed, title, folder, looks) VALUES (?, ?, ?, ?, ${LOOKS})
       ON CONFLICT (remote) DO UPDATE SET feed = excluded.feed, title = excluded.title, folder = excluded.folder`,
      ...[id, feed, title, JSON.stringify(folder)],
    );
  };

  return {
    account() {
      const row = one<Record<"protocol" | "address" | "user" | "cursor" | "synced" | "problem" | "message", string | null>>(
        "SELECT protocol, address, user, cursor, synced, problem, message FROM sync_account",
      );
      if (!row) return null;
      const { problem, message, ...rest } = row;
      return {
        ...(rest as { protocol: SyncProtocol; address: string; user: string; cursor: string | null; synced: string | null }),
        problem: problem === null ? null : { code: problem as FailureCode, message: message ?? "" },
      };
    },
    begin: ({ protocol, address, user }) =>
      together(database, () => {
        clear();
        run("INSERT INTO sync_account (id, protocol, address, user) VALUES (1, ?, ?, ?)", protocol, address, user);
        run("INSERT INTO sync_feed_edit (feed, field, at) SELECT id, 'taken', added FROM feed WHERE removed IS NULL");
      }),
    end: () => together(database, clear),
    settleFine: (at, cursor) =>
      void run("UPDATE sync_account SET synced = ?, cursor = coalesce(?, cursor), problem = NULL, message = NULL", at, cursor),
    settleFailed: (code, message) => void run("UPDATE sync_account SET problem = ?, message = ?", code, message),
    lastEdit: () => one<{ readonly seq: number }>("SELECT coalesce(max(seq), 0) AS seq FROM sync_feed_edit")?.seq ?? 0,
    feeds() {
      const edited = new Map<number, Set<string>>();
      for (const { feed, field } of all<{ readonly feed: number; readonly field: string }>("SELECT feed, field FROM sync_feed_edit"))
        edited.set(feed, (edited.get(feed) ?? new Set()).add(field));
      const editsOf = (feed: number): SyncedFeed["edited"] => ({
        taken: edited.get(feed)?.has("taken") ?? false,
        arranged: edited.get(feed)?.has("arranged") ?? false,
      });
      const rows = all<{ feed: FeedId; address: string; title: string; folder: string; removed: string | null }>(
        "SELECT id AS feed, address, coalesce(own_title, title, address) AS title, folder, removed FROM feed",
      );
      const there = new Set<number>(rows.map(({ feed }) => feed));
      // Those that ended so long ago that nothing but their end is left.
      const gone = [...edited.keys()].filter((feed) => !there.has(feed));
      return [
        ...rows.map(({ feed, address, title, folder, removed }) => ({
          ...{ feed, address, title, folder: folderOf(folder), taken: removed === null, edited: editsOf(feed) },
        })),
        ...gone.map((feed) => ({ feed: feed as FeedId, address: "", title: "", folder: [], taken: false, edited: editsOf(feed) })),
      ];
    },
    known: () =>
      all<{ remote: string; feed: FeedId; title: string; folder: string }>("SELECT remote, feed, title, folder FROM sync_feed").map(
        ({ folder, ...rest }) => ({ ...rest, folder: folderOf(folder) }),
      ),
    take: (remote, feed, now) =>
      quietly(() => {
        const back = feed !== null && run("UPDATE feed SET removed = NULL, gone = 0, due = ? WHERE id = ?", now, feed) > 0;
        if (!back)
          run(
            `INSERT INTO feed (address, title, folder, added, due) VALUES (?1, ?2, ?3, ?4, ?4)
             ON CONFLICT (address) DO UPDATE SET removed = NULL, gone = 0, due = excluded.due`,
            ...[remote.address, remote.title === "" ? null : remote.title, JSON.stringify(remote.folder), now],
          );
        const id = back ? feed : (one<{ readonly id: FeedId }>("SELECT id FROM feed WHERE address = ?", remote.address)?.id ?? null);
        if (id === null) return;
        setKnown(remote, id);
        run("DELETE FROM sync_feed_edit WHERE feed = ?", id);
      }),
    arrange: ({ title, folder }, feed) =>
      quietly(() => {
        run(
          "UPDATE feed SET own_title = iif(?1 = '' OR title = ?1, NULL, ?1), folder = ?2 WHERE id = ?3",
          ...[title, JSON.stringify(folder), feed],
        );
      }),
    know: (remote, feed, isFirst, upTo) =>
      together(database, () => {
        setKnown(remote, feed);
        run("DELETE FROM sync_feed_edit WHERE feed = ? AND seq <= ?", feed, upTo);
        if (isFirst)
          for (const field of SYNC_FIELDS)
            run(
              `INSERT OR IGNORE INTO sync_edit (item, field, at) SELECT id, ?, ${field} FROM item WHERE feed = ? AND ${field} IS NOT NULL`,
              ...[field, feed],
            );
      }),
    forget: (remote, feed, ends) =>
      quietly(() => {
        run("DELETE FROM sync_feed WHERE remote = ?", remote);
        // What is the server's no more has nothing to be told of; it is taken as it is if both meet again.
        run("DELETE FROM sync_item WHERE item IN (SELECT id FROM item WHERE feed = ?)", feed);
        if (ends === null) return;
        run("DELETE FROM sync_edit WHERE item IN (SELECT id FROM item WHERE feed = ?)", feed);
        run("DELETE FROM sync_feed_edit WHERE feed = ?", feed);
        run("UPDATE feed SET removed = ? WHERE id = ? AND removed IS NULL", ends, feed);
      }),
    told: (feed, upTo) => void run("DELETE FROM sync_feed_edit WHERE feed = ? AND seq <= ?", feed, upTo),
    refuse: (feed, at) => void run("UPDATE sync_feed_edit SET refused = ? WHERE feed = ? AND field = 'taken'", at, feed),
    refused: () =>
      all(
        `SELECT feed.id AS feed, feed.address, sync_feed_edit.refused AS at FROM sync_feed_edit JOIN feed ON feed.id = sync_feed_edit.feed
         WHERE refused IS NOT NULL AND removed IS NULL`,
      ),
    edits: () =>
      all<{ seq: number; remote: string; field: SyncField; value: number }>(
        `SELECT sync_edit.seq, sync_item.remote, sync_edit.field,
           iif(sync_edit.field = 'read', item.read, item.starred) IS NOT NULL AS value
         FROM sync_edit JOIN item ON item.id = sync_edit.item JOIN sync_item ON sync_item.item = item.id ORDER BY sync_edit.seq`,
      ).map((edit) => ({ ...edit, value: edit.value === 1 })),
    sent: (seqs) =>
      together(database, () => {
        for (const seq of seqs) run("DELETE FROM sync_edit WHERE seq = ?", seq);
      }),
    waiting: () =>
      one<{ readonly count: number }>(
        `SELECT (SELECT count(*) FROM sync_edit WHERE EXISTS (SELECT 1 FROM sync_item WHERE sync_item.item = sync_edit.item))
           + (SELECT count(*) FROM sync_feed_edit WHERE refused IS NULL) AS count`,
      )?.count ?? 0,
    unmet: () =>
      all<{ readonly remote: string }>(
        `SELECT remote FROM sync_feed WHERE EXISTS (
           SELECT 1 FROM item WHERE item.feed = sync_feed.feed AND NOT EXISTS (SELECT 1 FROM sync_item WHERE sync_item.item = item.id)
             AND (looks > 0 OR EXISTS (SELECT 1 FROM sync_edit WHERE sync_edit.item = item.id)))`,
      ).map(({ remote }) => remote),
    looked: (remote) => void run("UPDATE sync_feed SET looks = max(0, looks - 1) WHERE remote = ?", remote),
    match({ remote, feed, link, title, published }) {
      const free = "NOT EXISTS (SELECT 1 FROM sync_item WHERE sync_item.item = item.id)";
      const known = one<{ readonly item: ItemId }>("SELECT item FROM sync_item WHERE remote = ?", remote);
      if (known) return known.item;
      const byLink =
        link && one<{ readonly id: ItemId }>(`SELECT id FROM item WHERE feed = ? AND link = ? AND ${free} LIMIT 1`, feed, link);
      if (byLink) return byLink.id;
      if (title === "" || published === null) return null;
      const around = (days: number): string => new Date(Date.parse(published) + days * 86_400_000).toISOString();
      return (
        one<{ readonly id: ItemId }>(
          `SELECT id FROM item WHERE feed = ? AND published BETWEEN ? AND ? AND title = ? AND ${free} AND key NOT GLOB 'sync:*' LIMIT 1`,
          ...[feed, around(-SAME_DAYS), around(SAME_DAYS), title],
        )?.id ?? null
      );
    },
    byKey: (feed, key) => one<{ readonly id: ItemId }>("SELECT id FROM item WHERE feed = ? AND key = ?", feed, key)?.id ?? null,
    link: (remote, item) =>
      together(database, () => {
        run("DELETE FROM sync_item WHERE item = ? AND remote <> ?", item, remote);
        run("INSERT OR REPLACE INTO sync_item (remote, item) VALUES (?, ?)", remote, item);
      }),
    unlink: (remotes) =>
      together(database, () => {
        for (const remote of remotes) run("DELETE FROM sync_item WHERE remote = ?", remote);
      }),
    merge: (states, decide, now) =>
      quietly(() => {
        let changed = 0;
        for (const state of states) {
          const row = one<{ id: number; read: string | null; starred: string | null; readEdit: string | null; starredEdit: string | null }>(
            `SELECT item.id, read, starred,
               (SELECT at FROM sync_edit WHERE sync_edit.item = item.id AND field = 'read') AS readEdit,
               (SELECT at FROM sync_edit WHERE sync_edit.item = item.id AND field = 'starred') AS starredEdit
             FROM sync_item JOIN item ON item.id = sync_item.item WHERE remote = ?`,
            state.id,
          );
          if (!row) continue;
          for (const field of SYNC_FIELDS) {
            const edited = field === "read" ? row.readEdit : row.starredEdit;
            const value = decide({ value: row[field] !== null, edited }, state[field]);
            if (value === (row[field] !== null)) continue;
            run(`UPDATE item SET ${field} = ? WHERE id = ?`, value ? now : null, row.id);
            changed += 1;
          }
        }
        return changed;
      }),
    states: () =>
      all<{ id: string; read: number; starred: number }>(
        `SELECT remote AS id, read IS NOT NULL AS read, starred IS NOT NULL AS starred FROM sync_item JOIN item ON item.id = sync_item.item`,
      ).map(({ id, read, starred }) => ({ id, read: read === 1, starred: starred === 1 })),
  };
}
