/** The ways in which Lectern can fail a person. Anything else is a bug. */
export const FAILURE_CODES = [
  "offline",
  "unknown-host",
  "unreachable",
  "refused",
  "own-network",
  "sign-in",
  "busy",
  "site-fault",
  "not-found",
  "no-page",
  "no-file",
  "closed-file",
  "timeout",
  "too-large",
  "unsupported",
  "feed",
  "locked",
  "damaged",
  "no-text",
  "not-an-article",
  "no-voice",
  "engine",
  "device",
  "storage",
  "disk-full",
  "read-only",
  "library-gone",
  "no-library",
  "no-room",
  "in-use",
  "newer",
  "bad-input",
  "stopped",
  "bug",
] as const;

/** Names what failed. Every code has its words and a next step in `words/`. */
export type FailureCode = (typeof FAILURE_CODES)[number];

/**
 * A failure that a person may meet. `message` is plain English for logs and the command line; what the window says comes from the
 * code. Cancelling is not a failure: it rejects with the signal's reason.
 */
export class Failure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Failure";
    this.code = code;
  }
}

/** The failure inside any thrown value; what is not a `Failure` becomes a `bug` and keeps its cause. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure("bug", message, { cause: thrown });
}

/** What can keep the library from being written to. */
export const STORE_TROUBLES = ["storage", "disk-full", "read-only", "library-gone"] as const satisfies readonly FailureCode[];
export type StoreTrouble = (typeof STORE_TROUBLES)[number];

/** The trouble with the store that a failure tells of; null: it is another failure. */
export const storeTrouble = (thrown: unknown): StoreTrouble | null =>
  thrown instanceof Failure ? (STORE_TROUBLES.find((code) => code === thrown.code) ?? null) : null;
