import { readFileSync, rmSync } from "node:fs";
import { writeWhole } from "./files.ts";

/** Where a table begins in the file, and what it looks like. */
export interface TableRoot {
  readonly page: number;
  readonly columns: readonly string[];
  /** The column that is the row's own number, null: none. */
  readonly key: string | null;
}

/** What is known of a library's file, kept beside it. Without it nothing is lost but time. */
export interface FileState {
  /** When all of the file was last found whole, ISO 8601; null: never. */
  readonly checked: string | null;
  /** Whether something in it was found that can't be read: it is rescued at the next opening. */
  readonly damaged: boolean;
  /** The version that it was brought to last; null: not known. */
  readonly version: number | null;
  readonly pageSize: number;
  /** The way into the tables, for a file whose beginning is damaged. */
  readonly tables: Readonly<Record<string, TableRoot>>;
}

const UNKNOWN: FileState = { checked: null, damaged: false, version: null, pageSize: 4096, tables: {} };

const statePath = (library: string): string => `${library}.state`;

function isTables(value: unknown): value is FileState["tables"] {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every(
      (root: unknown) =>
        typeof root === "object" &&
        root !== null &&
        "page" in root &&
        Number.isSafeInteger(root.page) &&
        "columns" in root &&
        Array.isArray(root.columns) &&
        root.columns.every((column) => typeof column === "string") &&
        "key" in root &&
        (root.key === null || typeof root.key === "string"),
    )
  );
}

/** What is known of a library's file; what can't be read is not known. */
export function readState(library: string): FileState {
  try {
    const { checked, damaged, version, pageSize, tables } = JSON.parse(readFileSync(statePath(library), "utf8")) as Record<string, unknown>;
    return {
      checked: typeof checked === "string" && !Number.isNaN(Date.parse(checked)) ? checked : null,
      damaged: damaged === true,
      version: typeof version === "number" && Number.isSafeInteger(version) && version > 0 ? version : null,
      pageSize: typeof pageSize === "number" && [512, 1024, 2048, 4096, 8192, 16384, 32768, 65536].includes(pageSize) ? pageSize : 4096,
      tables: isTables(tables) ? tables : {},
    };
  } catch {
    return UNKNOWN;
  }
}

/** Notes what is known now; a disk that has no room for it keeps what was known before. */
export function writeState(library: string, change: Partial<FileState>): void {
  const before = readState(library);
  const after = { ...before, ...change };
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  try {
    writeWhole(statePath(library), JSON.stringify(after));
  } catch {
    // It only saves time.
  }
}

/** Forgets what is known: another file takes the library's place. */
export const forgetState = (library: string): void => rmSync(statePath(library), { force: true });
