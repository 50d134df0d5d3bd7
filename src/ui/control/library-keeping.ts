import type { Desktop, Reader } from "../../contract/index.ts";
import { type BackupSummary, type FailureCode, type Room, toFailure } from "../../model/index.ts";
import { leftToRight, type MessageKey, sizeOf, words } from "../../words/index.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** A backup that was chosen, or why it can't be taken. */
export type Chosen =
  | { readonly kind: "backup"; readonly path: string; readonly summary: BackupSummary }
  | { readonly kind: "failed"; readonly message: string };

/** What a person does with the library as a whole. Methods that answer with a message have said it. */
export interface KeepingControl {
  room(): Promise<Room>;
  /** Lets the person say where, and writes a backup there. Null: they said nowhere. `onProgress`: 0 to 1. */
  backUp(signal: AbortSignal, onProgress: (done: number) => void): Promise<string | null>;
  /** Lets the person choose a backup. Null: they chose none. */
  choose(): Promise<Chosen | null>;
  /** Takes the chosen one, and starts Lectern anew with it. Answers with what is wrong. */
  restore(path: string, signal: AbortSignal, onProgress: (done: number) => void): Promise<string>;
  /** Gives the former library its place back, and starts Lectern anew. Answers with what is wrong. */
  undo(): Promise<string | null>;
}

/** Reasons that have words of their own where a backup is meant. */
const OWN: Readonly<Partial<Record<FailureCode, MessageKey>>> = {
  unsupported: "backup.failed.unsupported",
  damaged: "backup.failed.damaged",
  newer: "backup.failed.newer",
  storage: "backup.failed.storage",
  "bad-input": "backup.failed.itself",
};

/** What went wrong with a backup, and what to do next. */
export const backupFailure = (code: FailureCode): string => {
  const own = OWN[code];
  return own === undefined ? failureWords(code) : words(own);
};

/** How much room the library takes, in words. */
export const roomWords = ({ used, budget, articles }: Room): string =>
  budget === null
    ? words("room.unlimited", { used: sizeOf(used), articles })
    : words(used > budget ? "room.over" : "room.used", { used: sizeOf(used), budget: sizeOf(budget), articles });

/** Joins the library as a whole with the window. */
export function createKeeping({
  reader,
  desktop,
  announcer,
}: {
  readonly reader: Reader;
  readonly desktop: Desktop;
  readonly announcer: Pick<Announcer, "status">;
}): KeepingControl {
  const told = (message: string): string => {
    announcer.status(message);
    return message;
  };
  const failed = (thrown: unknown, signal?: AbortSignal): string =>
    told(signal?.aborted ? words("backup.stopped") : backupFailure(toFailure(thrown).code));
  return {
    room: () => reader.room({}),
    async backUp(signal, onProgress) {
      const path = await desktop.chooseBackupPlace();
      if (path === null) return null;
      try {
        for await (const { done } of reader.backUp({ path }, signal)) onProgress(done);
        return told(words("backup.made", { file: leftToRight(path) }));
      } catch (thrown) {
        return failed(thrown, signal);
      }
    },
    async choose() {
      const path = await desktop.chooseBackup();
      if (path === null) return null;
      try {
        return { kind: "backup", path, summary: await reader.inspectBackup({ path }) };
      } catch (thrown) {
        return { kind: "failed", message: failed(thrown) };
      }
    },
    async restore(path, signal, onProgress) {
      try {
        for await (const { done } of reader.restore({ path }, signal)) onProgress(done);
        desktop.restart();
        return words("backup.restarting");
      } catch (thrown) {
        return failed(thrown, signal);
      }
    },
    async undo() {
      try {
        await reader.undoRestore({});
        desktop.restart();
        return words("backup.restarting");
      } catch (thrown) {
        return failed(thrown);
      }
    },
  };
}
