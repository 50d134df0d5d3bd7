import type { BackupSummary, KeepingProgress, Room } from "../model/index.ts";

/** What a window can ask of the library as a whole. */
export interface KeepingReader {
  /** How much room it takes. */
  room(input: Record<never, never>, signal?: AbortSignal): Promise<Room>;
  /** Writes all of it into one file, whole or not at all. @throws Failure `storage`, `bad-input` for the library's own file */
  backUp(input: { readonly path: string }, signal?: AbortSignal): AsyncIterable<KeepingProgress>;
  /** What a backup says of itself. @throws Failure `no-file`, `closed-file`, `unsupported` for what is no backup, `damaged`, `newer` */
  inspectBackup(input: { readonly path: string }, signal?: AbortSignal): Promise<BackupSummary>;
  /**
   * Checks a backup, and makes it ready to take the library's place when Lectern is started the next time.
   * @throws Failure as `inspectBackup`, `storage`
   */
  restore(input: { readonly path: string }, signal?: AbortSignal): AsyncIterable<KeepingProgress>;
  /** Gives the library whose place was taken its place back, when Lectern is started the next time. @throws Failure `not-found` */
  undoRestore(input: Record<never, never>, signal?: AbortSignal): Promise<void>;
}
