import { resolve } from "node:path";
import type { Reader } from "../../../contract/index.ts";
import { exchangeOf } from "../../../library/index.ts";
import { type BackupSummary, Failure, type FailureCode, type KeepingProgress, toFailure } from "../../../model/index.ts";
import { interfaceLocale, type MessageKey, words } from "../../../words/index.ts";
import { withReader } from "../desk.ts";
import { tell, tellProgress, writeJsonLine, writeLines } from "../output.ts";
import { wrongUsage } from "../requests.ts";
import { libraryPath } from "../world.ts";
import type { JsonOption } from "./answer.ts";

/** Reasons that have words of their own where a backup is meant. */
const OWN: Readonly<Partial<Record<FailureCode, MessageKey>>> = {
  unsupported: "backup.failed.unsupported",
  damaged: "backup.failed.damaged",
  newer: "backup.failed.newer",
  storage: "backup.failed.storage",
  "bad-input": "backup.failed.itself",
  "no-file": "terminal.library.no-file",
  "closed-file": "terminal.library.no-access",
};

/** The same where the backup is what is written. */
const WRITTEN: typeof OWN = { ...OWN, storage: "terminal.library.not-backed-up" };

/** The same failure in words for who sits at a terminal. */
function told(thrown: unknown, file: string, own: typeof OWN = OWN): Failure {
  const failure = toFailure(thrown);
  const key = own[failure.code];
  return key === undefined ? failure : new Failure(failure.code, words(key, { file }), { cause: thrown });
}

/** Follows work on the library as a whole: on a terminal one line says how far it is; `--json`: a line for each step. */
async function follow(work: AsyncIterable<KeepingProgress>, label: string, options: JsonOption, signal: AbortSignal): Promise<void> {
  const isShown = process.stderr.isTTY && !options.json;
  const percent = new Intl.NumberFormat(interfaceLocale(), { style: "percent" });
  try {
    for await (const progress of work) {
      if (options.json) await writeJsonLine(progress);
      else if (isShown) tellProgress(`${label} ${percent.format(progress.done)}`);
    }
  } catch (thrown) {
    if (isShown) tellProgress("");
    if (signal.aborted) tell(words("backup.stopped"));
    throw thrown;
  }
  if (isShown) tellProgress("");
}

/** A backup takes the place of another one and of no other file: nobody is asked here. @throws Failure `bad-input` */
async function checkPlace(reader: Reader, path: string, file: string): Promise<void> {
  try {
    await reader.inspectBackup({ path });
  } catch (thrown) {
    const { code } = toFailure(thrown);
    if (code === "unsupported" || code === "damaged" || code === "newer")
      throw new Failure("bad-input", words("terminal.library.other-file", { file }), { cause: thrown });
    // What is not there yet is what it should be; what can't be read may be written all the same.
    if (code !== "no-file" && code !== "closed-file") throw told(thrown, file);
  }
}

/** `lectern library backup`: all of the library as one file. */
export function backUpLibrary(file: string, options: JsonOption, signal: AbortSignal): Promise<void> {
  if (file === "-") wrongUsage(words("terminal.library.no-stream"));
  // The window is in another folder.
  const path = resolve(file);
  return withReader(async (reader) => {
    await checkPlace(reader, path, file);
    let backup: BackupSummary;
    try {
      await follow(reader.backUp({ path }, signal), words("backup.making"), options, signal);
      backup = await reader.inspectBackup({ path });
    } catch (thrown) {
      throw told(thrown, file, WRITTEN);
    }
    if (options.json) await writeJsonLine({ file: path, backup });
    else await writeLines([words("backup.made", { file: path })]);
  });
}

/** Two exchanges at a time would lose one of the libraries. @throws Failure `in-use` */
function checkNoneWaits(): void {
  if (exchangeOf(libraryPath()).waits) throw new Failure("in-use", words("terminal.library.restore-waits"));
}

/** Lets the library that is ready take its place, where no window has the other one. Answers with whether it still waits. */
async function settle(): Promise<boolean> {
  await withReader((reader) => reader.room({}));
  return exchangeOf(libraryPath()).waits;
}

/**
 * `lectern library restore`: a backup in the library's place, or with `--undo` the library that was there before. At once where no window
 * is open; a window goes on with its own until Lectern is started again.
 */
export async function restoreLibrary(
  file: string | undefined,
  options: JsonOption & { readonly undo?: true },
  signal: AbortSignal,
): Promise<void> {
  if ((file === undefined) === (options.undo === undefined)) wrongUsage(words("terminal.library.restore-what"));
  const { former } = exchangeOf(libraryPath());
  if (file === undefined) {
    await withReader(async (reader) => {
      checkNoneWaits();
      if (!(await reader.room({})).hasFormer) throw new Failure("not-found", words("terminal.library.no-former"));
      await reader.undoRestore({});
    });
    const waits = await settle();
    if (options.json) await writeJsonLine({ former, waits });
    else await writeLines([words("terminal.library.restore-undone", { waits: waits ? "yes" : "no", former })]);
    return;
  }
  const path = resolve(file);
  const backup = await withReader(async (reader) => {
    checkNoneWaits();
    try {
      const summary = await reader.inspectBackup({ path });
      await follow(reader.restore({ path }, signal), words("backup.restoring"), options, signal);
      return summary;
    } catch (thrown) {
      throw told(thrown, file);
    }
  });
  const waits = await settle();
  if (options.json) {
    await writeJsonLine({ file: path, backup, former, waits });
    return;
  }
  const made = new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(backup.made));
  const { articles, feeds } = backup;
  await writeLines([words("terminal.library.restored", { waits: waits ? "yes" : "no", made, articles, feeds, former })]);
}
