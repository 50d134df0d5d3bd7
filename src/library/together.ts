import type { DatabaseSyncInstance } from "@photostructure/sqlite";

/** Does all writes of a piece of work, or none. */
export function together<T>(database: DatabaseSyncInstance, write: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = write();
    database.exec("COMMIT");
    return result;
  } catch (thrown) {
    database.exec("ROLLBACK");
    throw thrown;
  }
}
