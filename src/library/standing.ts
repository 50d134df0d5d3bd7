import { closeSync, fstatSync, openSync, statSync } from "node:fs";
import { backup, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { Failure } from "../model/index.ts";
import { hasRoom, moveDatabase, removeDatabase, settle, settleFolder } from "./files.ts";

/**
 * Where an open library's file is now: where it was opened; nowhere to be found (its folder was moved, or its disk is gone); deleted, so
 * that only this process still has it; or another file has its place.
 */
export type Standing = "there" | "away" | "deleted" | "replaced";

/** Knows an open library's file, wherever it goes: SQLite goes on writing into a file that nobody will find again, without a word. */
export interface KnownFile {
  look(): Standing;
  /** Whether another file has its place while nothing but this process has its own. */
  isLost(): boolean;
  /** After a piece of work: what it wrote must be where it is found again. @throws Failure `library-gone` */
  verify(): void;
  /** Nothing is written until `resume`; what is kept can be read. */
  stop(): void;
  resume(): void;
  /** Whether it was stopped. */
  isStopped(): boolean;
  /** Writes something that changes nothing. @throws what the database throws */
  probe(): void;
  /** Writes the whole library anew to another file. @throws Failure `disk-full`; what the database throws */
  copyTo(path: string): Promise<void>;
  /** To be called after the database is closed: the system's locks on the file end with this. */
  end(): void;
}

/** Pages that are copied in one step, as a backup does: between two steps whoever asks is answered. */
const PAGES = 256;

/** What is told of a library that is not where it was. */
export const gone = (path: string): Failure => new Failure("library-gone", `The library is not in its folder any more: ${path}`);

/** Begins to know the file of a database that was just opened. */
export function knowFile(database: DatabaseSyncInstance, path: string): KnownFile {
  const file = openSync(path, "r");
  const { dev, ino } = fstatSync(file, { bigint: true });
  const total = database.prepare("SELECT total_changes() AS total");
  const changes = (): number => (total.get() as { readonly total: number }).total;
  let seen = changes();
  let stopped = false;

  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    database.exec("PRAGMA query_only = ON");
  };
  /** What is at the path now; null: nothing, or nobody can say. */
  const found = (): "own" | "other" | null => {
    try {
      const now = statSync(path, { bigint: true });
      return now.dev === dev && now.ino === ino ? "own" : "other";
    } catch {
      return null;
    }
  };
  const isDeleted = (): boolean => {
    try {
      return fstatSync(file).nlink === 0;
    } catch {
      return false;
    }
  };
  const look = (): Standing => {
    const there = found();
    if (there === "own") return "there";
    if (there === "other") return "replaced";
    return isDeleted() ? "deleted" : "away";
  };
  return {
    look,
    isLost: isDeleted,
    verify() {
      const now = changes();
      if (now === seen) return;
      seen = now;
      if (found() === "own") return;
      stop();
      throw gone(path);
    },
    stop,
    resume() {
      if (!stopped) return;
      database.exec("PRAGMA query_only = OFF");
      stopped = false;
    },
    isStopped: () => stopped,
    probe() {
      const { version } = database.prepare("SELECT user_version AS version FROM pragma_user_version()").get() as {
        readonly version: number;
      };
      database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${version}; COMMIT`);
    },
    async copyTo(to) {
      const { size } = database.prepare("SELECT page_count * page_size AS size FROM pragma_page_count(), pragma_page_size()").get() as {
        readonly size: number;
      };
      if (!hasRoom(to, size)) throw new Failure("disk-full", "The disk has no room for the library.");
      const aside = `${to}.new`;
      removeDatabase(aside);
      // Page by page: the seals are by the rows' own numbers.
      await backup(database, aside, { rate: PAGES });
      settle(aside);
      moveDatabase(aside, to);
      settleFolder(to);
    },
    end: () => closeSync(file),
  };
}
