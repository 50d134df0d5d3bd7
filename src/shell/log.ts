import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { LogEntry } from "../model/index.ts";

/** Bytes after which a log is put aside and begun anew: some 8,000 lines (guess). */
const LARGEST = 1_000_000;
/** Older logs that are kept beside the one that is written. */
const OLDER = 2;
/** Longest text of an entry, UTF-16 code units: what happened has a short name, and a long one could be an article. */
const LONGEST = 500;

/** Where the logs of a home are. */
export const logFolder = (home: string): string => join(home, "logs");

/**
 * A text without what a log must not know: of web addresses only the scheme stays, of paths only that there was one, of what stands in
 * quotation marks nothing.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\b([a-z][a-z0-9+.-]{1,15}):\/\/[^\s"'<>]+/gi, "$1://…")
    .replace(/(?<![\w:/])(?:[A-Za-z]:)?(?:[\\/][^\\/\s"'<>|]+){2,}/g, "(a path)")
    .replace(/\b(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\b/gi, (name) => (/\.(?:js|ts|mjs|cjs|node|sqlite|json)$/i.test(name) ? name : "(a host)"))
    .replace(/(["“«]).*?(["”»])/g, "$1…$2")
    .replace(/\s+/g, " ")
    .slice(0, LONGEST)
    .trim();
}

/** Writes a line a thing that happened; a disk that can't take it takes nothing from anybody. */
export function createLog(home: string, part: string, now: () => string = () => new Date().toISOString()): (text: string) => void {
  const file = join(logFolder(home), `${part}.log`);
  let size: number | null = null;
  return (text) => {
    try {
      if (size === null) {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        size = existsSync(file) ? statSync(file).size : 0;
      }
      if (size > LARGEST) {
        for (let age = OLDER; age > 0; age--) {
          const from = age === 1 ? file : `${file}.${age - 1}`;
          if (existsSync(from)) renameSync(from, `${file}.${age}`);
        }
        size = 0;
      }
      const entry: LogEntry = { at: now(), part, text: withoutSecrets(text) };
      const line = `${JSON.stringify(entry)}\n`;
      appendFileSync(file, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      size = null;
    }
  };
}

/** The newest entries of all parts of a home, the oldest first. */
export function readLog(home: string, most: number, parts: readonly string[] = ["main", "host"]): readonly LogEntry[] {
  const entries = parts.flatMap((part) => {
    try {
      return readFileSync(join(logFolder(home), `${part}.log`), "utf8")
        .split("\n")
        .slice(-most - 1)
        .flatMap(entryOf);
    } catch {
      return [];
    }
  });
  return entries.sort((one, other) => one.at.localeCompare(other.at)).slice(-most);
}

/** A line that was cut off by a crash is none. */
function entryOf(line: string): readonly LogEntry[] {
  try {
    const { at, part, text } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    return typeof at === "string" && typeof part === "string" && typeof text === "string" ? [{ at, part, text }] : [];
  } catch {
    return [];
  }
}
