import { randomBytes } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { makeFolder } from "../../library/index.ts";
import {
  type EditionJobId,
  type EditionOrder,
  type EditionPlace,
  type EditionProblem,
  type EditionTarget,
  Failure,
  FILE_ENDS,
} from "../../model/index.ts";
import { readJson, storageFailure, writeWhole } from "./files.ts";
import type { PodcastRecord } from "./podcast.ts";
import { safeName } from "./target.ts";

/** What is kept of an edition that a window asked for: enough to go on with it after the process ended, whenever that was. */
export interface EditionRecord {
  readonly id: EditionJobId;
  readonly order: EditionOrder;
  /** Where it goes. */
  readonly file: string;
  /** ISO 8601. */
  readonly added: string;
  /** `waiting`: also while it is made. */
  readonly state: "waiting" | "paused" | "failed" | "made";
  readonly problem: EditionProblem | null;
  readonly missing: number;
  /** How often it was begun and neither ended, nor was put off, nor came a piece further. */
  readonly starts: number;
  /** How many of its articles were had already, at the most; not said: none. */
  readonly gathered?: number;
  readonly bytes: number;
  readonly seconds: number;
  /** ISO 8601, "" while it is not made. */
  readonly ended: string;
}

/** What was chosen the last time. */
export type LastChoice = { readonly folder: string; readonly format: EditionOrder["format"] };

/** The records, in a folder: a file each, and the places of what is made beside it. */
export interface EditionRecords {
  /** All that there are, the oldest first. */
  load(): Promise<readonly EditionRecord[]>;
  keep(record: EditionRecord): Promise<void>;
  drop(id: EditionJobId): Promise<void>;
  keepPlaces(id: EditionJobId, places: readonly EditionPlace[]): Promise<void>;
  places(id: EditionJobId): Promise<readonly EditionPlace[]>;
  last(): Promise<LastChoice | null>;
  keepLast(last: LastChoice): Promise<void>;
  podcast(): Promise<PodcastRecord | null>;
  keepPodcast(record: PodcastRecord): Promise<void>;
}

/** Its secret is nobody else's. */
const ONLY_MINE = 0o600;

const NAME = /^[0-9a-f]{16}\.json$/;

/** A new name. */
export const newJobId = (): EditionJobId => randomBytes(8).toString("hex") as EditionJobId;

/** Opens the records of a folder, which is made when it is needed. */
export function editionRecords(folder: string): EditionRecords {
  /** One after the other: two of one name would write into the same file aside. */
  let writing: Promise<unknown> = Promise.resolve();
  const write = (name: string, value: unknown, mode?: number): Promise<void> => {
    const written = writing.then(() => writeNow(name, value, mode));
    writing = written.catch(() => {});
    return written;
  };
  const writeNow = async (name: string, value: unknown, mode?: number): Promise<void> => {
    const path = join(folder, name);
    try {
      await makeFolder(folder);
      await writeWhole(path, `${path}.part`, [Buffer.from(JSON.stringify(value))], true, mode === undefined ? {} : { mode });
    } catch (thrown) {
      throw storageFailure(thrown, path);
    }
  };
  return {
    async load() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name));
      const found = await Promise.all(names.map((name) => readJson<EditionRecord>(join(folder, name))));
      return found.filter((record) => record !== null).toSorted((one, other) => one.added.localeCompare(other.added));
    },
    keep: (record) => write(`${record.id}.json`, record),
    async drop(id) {
      await writing;
      await rm(join(folder, `${id}.json`), { force: true });
      await rm(join(folder, `${id}-places.json`), { force: true });
    },
    keepPlaces: (id, places) => write(`${id}-places.json`, places),
    places: async (id) => (await readJson<readonly EditionPlace[]>(join(folder, `${id}-places.json`))) ?? [],
    last: () => readJson<LastChoice>(join(folder, "last.json")),
    podcast: () => readJson<PodcastRecord>(join(folder, "podcast.json")),
    keepPodcast: (record) => write("podcast.json", record, ONLY_MINE),
    keepLast: (last) => write("last.json", last),
  };
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

/** More files of one title than a folder has (guess). */
const MOST_NAMES = 1000;

/**
 * The file that an edition goes to: what a person chose, else its title in the folder, with a number where that is taken.
 * @param planned files that others will be
 * @throws Failure `bad-input` for a place that is none
 */
export async function fileFor(
  target: EditionTarget,
  { title, format }: Pick<EditionOrder, "title" | "format">,
  planned: readonly string[],
): Promise<string> {
  const given = target.kind === "file" ? target.file : target.folder;
  if (!isAbsolute(given)) throw new Failure("bad-input", `${given} is no full path.`);
  if (target.kind === "file") return target.file;
  const name = safeName(title);
  for (let number = 1; number < MOST_NAMES; number += 1) {
    const path = join(target.folder, `${number === 1 ? name : `${name} ${number}`}.${FILE_ENDS[format]}`);
    if (!planned.includes(path) && !(await isThere(path))) return path;
  }
  throw new Failure("bad-input", `${target.folder} has too many files of the name ${name}.`);
}
