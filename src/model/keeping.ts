/** How many of something were rescued, and of how many; `all` is null where nobody can say any more. */
export interface Rescued {
  readonly kept: number;
  readonly all: number | null;
}

/** What was rescued of a damaged library. */
export interface Rescue {
  /** Where the damaged file is now. */
  readonly file: string;
  readonly articles: Rescued;
  readonly feeds: Rescued;
  readonly items: Rescued;
  readonly settings: Rescued;
  /** The listener's own pronunciations. */
  readonly entries: Rescued;
}

/** What a backup says of itself. */
export interface BackupSummary {
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly articles: number;
  readonly feeds: number;
  readonly items: number;
  /** Size of the library in it, bytes. */
  readonly bytes: number;
}

/** How far a backup or a restore is, from 0 to 1. */
export interface KeepingProgress {
  readonly done: number;
}
