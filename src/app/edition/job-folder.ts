import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../library/index.ts";
import { Failure } from "../../model/index.ts";

/** How long what was begun can be gone on with, milliseconds: news are of a day. */
const LONGEST_WAIT = 24 * 3600 * 1000;
/** How long one in which nothing is may be that: whoever takes a folder notes it at once, milliseconds (guess). */
const LONGEST_EMPTY = 60_000;

/** A folder in which an edition is made. */
export interface JobFolder {
  readonly folder: string;
  /** Leaves it, with all that is in it: it can be gone on with. */
  leave(): Promise<void>;
  /** Deletes it. */
  remove(): Promise<void>;
}

/** The name of a job: the same for the same wishes. */
export const jobName = (wishes: unknown): string => createHash("sha256").update(JSON.stringify(wishes)).digest("hex").slice(0, 16);

/**
 * What a process is known by: its number and, where the system tells, when it was started, for numbers are given again. Null: there is no
 * such process, or only what is left of one until its parent looks.
 */
async function processOf(pid: number): Promise<string | null> {
  // Behind the name, which may hold anything: the state, and 19 fields later the start (proc_pid_stat(5)).
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  const fields = status?.slice(status.lastIndexOf(")") + 2).split(" ");
  if (fields) return fields[0] === "Z" || fields[0] === "X" ? null : `${pid} ${fields[19]}`;
  try {
    process.kill(pid, 0);
    return String(pid);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM" ? String(pid) : null;
  }
}

/** Which process has a folder, null: none that lives. */
async function ownerOf(folder: string): Promise<number | null> {
  const note = await readFile(join(folder, "owner"), "utf8").catch(() => "");
  const pid = Number(note.split(" ")[0]);
  return Number.isInteger(pid) && pid > 0 && (await processOf(pid)) === note ? pid : null;
}

/** Whether nothing is in a folder that could be gone on with. */
const isEmpty = async (folder: string): Promise<boolean> => (await readdir(folder).catch(() => [])).every((name) => name === "owner");

/**
 * Takes the folder of a job, makes it where there is none, and clears away those that nobody went on with for a day, or that have nothing in
 * them.
 * @throws Failure `in-use` when another process makes the same edition
 */
export async function takeFolder(jobs: string, name: string): Promise<JobFolder> {
  await makeFolder(jobs);
  for (const other of await readdir(jobs)) {
    const folder = join(jobs, other);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    const age = Date.now() - mtimeMs;
    const isOver = age > LONGEST_WAIT || (age > LONGEST_EMPTY && (await isEmpty(folder)));
    if (isOver && (await ownerOf(folder)) === null) await rm(folder, { recursive: true, force: true });
  }
  const folder = join(jobs, name);
  await makeFolder(folder);
  const owner = await ownerOf(folder);
  if (owner !== null && owner !== process.pid) throw new Failure("in-use", "This edition is being made already by another command.");
  const note = join(folder, "owner");
  await writeFile(note, (await processOf(process.pid)) ?? String(process.pid));
  return {
    folder,
    leave: () => rm(note, { force: true }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
