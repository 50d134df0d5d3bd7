import { type FileHandle, stat } from "node:fs/promises";
import { join } from "node:path";
import type { MadeEdition } from "./export-edition.ts";
import { readJson, writeWhole } from "./files.ts";

/** What is noted of a file just before it gets its name. */
interface Note {
  readonly made: MadeEdition;
  /** The number that its file system knows it by, whatever its name is. */
  readonly file: string;
}

const notePath = (folder: string): string => join(folder, "made.json");

/** Notes in the folder of its job what a file is that lies there whole and has no name yet. */
export async function noteFinished(folder: string, made: MadeEdition, file: FileHandle): Promise<void> {
  const { ino } = await file.stat({ bigint: true });
  const note: Note = { made, file: String(ino) };
  await writeWhole(notePath(folder), `${notePath(folder)}.part`, [Buffer.from(JSON.stringify(note))], true);
}

/** What a process had finished that ended before it could clear away; null: nothing, or its file is not there any more. */
export async function finishedIn(folder: string): Promise<MadeEdition | null> {
  const note = await readJson<Note>(notePath(folder));
  if (!note) return null;
  const found = await stat(note.made.file, { bigint: true }).catch(() => null);
  return found && String(found.ino) === note.file && Number(found.size) === note.made.bytes ? note.made : null;
}
