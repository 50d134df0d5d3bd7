import type { DatabaseSyncInstance } from "@photostructure/sqlite";

/** Undoes what a transaction did so far. SQLite itself has, where the disk failed, and a second time is an error that would hide the first. */
export function rollBack(database: DatabaseSyncInstance): void {
  if (database.isTransaction) database.exec("ROLLBACK");
}

/** Does all writes of a piece of work, or none. */
export function together<T>(database: DatabaseSyncInstance, write: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = write();
    database.exec("COMMIT");
    return result;
  } catch (thrown) {
    rollBack(database);
    throw thrown;
  }
}
