import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Crash, LogEntry } from "../model/index.ts";
import { readLog, withoutSecrets } from "./log.ts";

/** Reports that are kept: the older ones go. */
const MOST = 10;
/** Entries of the log that a report carries. */
const LINES = 20;

/** What is known of a part that died. It stays on the machine. */
export interface CrashReport extends Crash {
  /** `linux x64`, and what runs it. */
  readonly system: string;
  /** What was logged last, the oldest first. */
  readonly log: readonly LogEntry[];
}

/** The system, and what runs Lectern. */
export const systemName = (): string =>
  `${process.platform} ${process.arch}, Electron ${process.versions.electron ?? "–"}, Node ${process.versions.node}`;

const crashFolder = (home: string): string => join(home, "crashes");

/** Keeps a report beside the library. A disk that can't take it takes nothing from anybody. */
export function keepCrash(home: string, crash: { readonly version: string; readonly part: string; readonly reason: string }): void {
  const at = new Date().toISOString();
  const { version, part } = crash;
  const report: CrashReport = {
    at,
    version,
    system: systemName(),
    part,
    reason: withoutSecrets(crash.reason),
    ran: Math.round(process.uptime()),
    log: readLog(home, LINES),
  };
  try {
    const folder = crashFolder(home);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, `${at.replaceAll(/[:.]/g, "-")}-${part}.json`), JSON.stringify(report, null, 1), { mode: 0o600 });
    for (const old of readdirSync(folder).sort().slice(0, -MOST)) rmSync(join(folder, old), { force: true });
  } catch {
    // There is no better place to tell of it.
  }
}

/** The reports that are kept, the newest first. */
export function readCrashes(home: string): readonly CrashReport[] {
  try {
    return readdirSync(crashFolder(home))
      .sort()
      .reverse()
      .flatMap((file) => {
        try {
          const report = JSON.parse(readFileSync(join(crashFolder(home), file), "utf8")) as CrashReport;
          return typeof report.at === "string" && typeof report.part === "string" ? [report] : [];
        } catch {
          return [];
        }
      });
  } catch {
    return [];
  }
}
