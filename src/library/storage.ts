import { Failure, type StoreTrouble } from "../model/index.ts";

/** SQLite's result codes (sqlite.org/rescode.html) for what a person can do something about; the others are `storage`. */
const RESULTS: Readonly<Record<number, StoreTrouble>> = { 3: "read-only", 8: "read-only", 13: "disk-full", 14: "read-only" };
/** The system's own names for the same. */
const SYSTEM: Readonly<Record<string, StoreTrouble>> = {
  EACCES: "read-only",
  EPERM: "read-only",
  EROFS: "read-only",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
};

function troubleOf(thrown: unknown): StoreTrouble {
  if (typeof thrown !== "object" || thrown === null) return "storage";
  if ("errcode" in thrown) return RESULTS[Number(thrown.errcode) & 0xff] ?? "storage";
  return ("code" in thrown ? SYSTEM[String(thrown.code)] : undefined) ?? "storage";
}

/**
 * Does a piece of work; every error of the database or the disk is a failure that a person may meet.
 * @throws Failure `storage`, `disk-full`, `read-only`
 */
export function storage<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure(troubleOf(thrown), `The library could not be used: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
      cause: thrown,
    });
  }
}
