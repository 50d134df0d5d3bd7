import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { Failure } from "../model/index.ts";
import { storage } from "./storage.ts";

/** What has a library: a window (by its host), or a command in a terminal. */
export type OwnerKind = "window" | "command";

/** Who has a library. */
export interface Owner {
  /** Null: somebody has it, and has not said who yet. */
  readonly kind: OwnerKind | null;
  /** The process, as the system counts it; null as above. */
  readonly pid: number | null;
  /** ISO 8601; null as above. */
  readonly since: string | null;
}

/** A library that is ours alone until it is let go, or this process ends. */
export interface Claim {
  /** Whether the last one who had it did not let it go: it was killed, or the machine went down. */
  readonly isUnclean: boolean;
  release(): void;
}

/** How long a command waits for another command, milliseconds: longer than any short one takes (guess). */
const PATIENCE = 10_000;
/** How long anybody waits else, milliseconds: for a window that is just closing; a window tells its listener early, and tries again (guess). */
const GRACE = 1_000;
/** How often it looks again, milliseconds. */
const PAUSE = 50;

/** The holds of this process: a database that nobody refers to is closed by the garbage collector, and its hold ends. */
const holds = new Set<DatabaseSyncInstance>();

const NOBODY: Owner = { kind: null, pid: null, since: null };

/** The database that is held, beside the library. The owner itself must never read it as a file: closing that would end its hold. */
const lockPath = (library: string): string => `${library}.lock`;
const ownerPath = (library: string): string => `${library}.owner`;

const isBusy = (thrown: unknown): boolean => thrown instanceof Error && /locked|busy/i.test(thrown.message);

/**
 * Holds the lock database in an exclusive transaction that is never written: the system's own lock on an empty file, which ends with its
 * process, however that ends. Null: another has it.
 */
function hold(library: string, how: "EXCLUSIVE" | "look"): DatabaseSyncInstance | null {
  const database = new DatabaseSync(lockPath(library));
  try {
    // No journal file: nothing is ever written.
    database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY");
    database.exec(how === "look" ? "BEGIN; SELECT count(*) FROM sqlite_schema" : "BEGIN EXCLUSIVE");
    return database;
  } catch (thrown) {
    database.close();
    if (isBusy(thrown)) return null;
    throw thrown;
  }
}

function ownerOf(text: string): Owner {
  try {
    const { kind, pid, since } = JSON.parse(text) as Record<string, unknown>;
    return {
      kind: kind === "window" || kind === "command" ? kind : null,
      pid: typeof pid === "number" ? pid : null,
      since: typeof since === "string" ? since : null,
    };
  } catch {
    return NOBODY;
  }
}

/**
 * Who has the library in a file now; null: nobody. The lock decides, not the note beside it: what a killed process left behind shuts
 * nobody out.
 */
export async function libraryOwner(library: string): Promise<Owner | null> {
  let looking: DatabaseSyncInstance | null;
  try {
    looking = hold(library, "look");
  } catch {
    // Where no lock can be made (a folder that is not there, or can't be written to) nobody has one.
    return null;
  }
  if (looking) {
    looking.close();
    return null;
  }
  return ownerOf(await readFile(ownerPath(library), "utf8").catch(() => ""));
}

/** Says who has it in plain English, for logs and the terminal. */
function inUse({ kind, pid, since }: Owner): Failure {
  const who = kind === "window" ? "Lectern's window has the library" : "Another Lectern has the library";
  const more = [...(pid === null ? [] : [`process ${pid}`]), ...(since === null ? [] : [`since ${since}`])].join(", ");
  return new Failure("in-use", `${who}${more === "" ? "" : ` (${more})`}. Close it or wait until it has finished, then try again.`);
}

/**
 * Makes this process the only one that has the library, and notes beside it who it is. Waits a little for a command that is expected to
 * finish.
 * @throws Failure `in-use` when another keeps it
 */
export async function claimLibrary(library: string, kind: OwnerKind): Promise<Claim> {
  const began = performance.now();
  const take = (): DatabaseSyncInstance | null => storage(() => hold(library, "EXCLUSIVE"));
  let held = take();
  while (!held) {
    const owner = ownerOf(await readFile(ownerPath(library), "utf8").catch(() => ""));
    const patience = owner.kind === "command" && kind === "command" ? PATIENCE : GRACE;
    if (performance.now() - began > patience) throw inUse(owner);
    await wait(PAUSE);
    held = take();
  }
  const lock = held;
  holds.add(lock);
  const note: Owner = { kind, pid: process.pid, since: new Date().toISOString() };
  const path = ownerPath(library);
  const isUnclean = existsSync(path) || (statSync(`${library}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  try {
    // Whole or not at all: somebody may be reading it.
    writeFileSync(`${path}.new`, JSON.stringify(note));
    renameSync(`${path}.new`, path);
  } catch {
    // A full disk: the note only helps others to say who it is.
    rmSync(`${path}.new`, { force: true });
  }
  return {
    isUnclean,
    release() {
      try {
        // This process may have claimed another library in its place meanwhile.
        const { pid, since } = ownerOf(readFileSync(path, "utf8"));
        if (pid === note.pid && since === note.since) rmSync(path, { force: true });
      } catch {
        // It is not there.
      }
      holds.delete(lock);
      lock.close();
    },
  };
}
