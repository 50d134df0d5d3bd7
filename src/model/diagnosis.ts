import type { FailureCode } from "./failure.ts";

/** What Lectern needs, in the order in which it is looked at. */
export const CHECKED = ["voices", "sound", "library", "disk", "temporary", "sandbox", "crashes"] as const;
export type Checked = (typeof CHECKED)[number];

/** What can be said of it: names of messages. */
export type CheckMessage =
  | "check.voices"
  | "check.library"
  | "check.disk"
  | "check.full"
  | "check.temporary"
  | "check.no-write"
  | "check.sandbox"
  | "check.root"
  | "check.no-sandbox"
  | "check.no-crash"
  | "check.crash"
  | `failure.${FailureCode}`;

/** What was looked at, and how it is. */
export interface Finding {
  readonly what: Checked;
  /** `note`: it works, and there is something to know. */
  readonly state: "fine" | "note" | "wrong";
  readonly says: CheckMessage;
  /** What the message names. No text of an article and no address. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** One thing that happened, as the log has it. */
export interface LogEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The process that tells of it: `main`, `host`. */
  readonly part: string;
  readonly text: string;
}

/** A part that died. */
export interface Crash {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `host`, `page`, `GPU` … */
  readonly part: string;
  readonly reason: string;
  /** Lectern's version. */
  readonly version: string;
  /** Seconds that Lectern ran until then. */
  readonly ran: number;
}

/** How this machine and this Lectern are: what only the machine itself can tell. */
export interface Diagnosis {
  readonly version: string;
  /** The system, and what runs Lectern. */
  readonly system: string;
  readonly findings: readonly Finding[];
  /** What was logged last, the oldest first. */
  readonly log: readonly LogEntry[];
  /** The last crash that a report is kept of; null: there is none. */
  readonly crash: Crash | null;
}
