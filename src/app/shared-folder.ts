import { randomBytes } from "node:crypto";
import { lstat, readdir, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import type { ShareReader } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import {
  Failure,
  FILED_SETTINGS,
  isShareable,
  LONGEST_SHARED,
  mergeShared,
  NOTHING_SHARED,
  readShared,
  type SettingsChange,
  type Shared,
  writeShared,
} from "../model/index.ts";
import { openOrdinary, readJson, writeWhole } from "./edition/files.ts";

/** How often the folder is looked at by itself, milliseconds: whatever carries files takes seconds to minutes (guess). */
const LOOK = 60_000;
/** More files than anybody has machines, with what carriers make of two that came at once (guess). */
const MOST_FILES = 100;
/** A machine's file, and what carriers call a second one of the name. */
const OURS = /^lectern-[0-9a-f]{16}\b.*\.json$/i;

/** What is kept beside the library: which machine this is, which folder it shares, and what it knew the last time. */
interface Known {
  readonly machine: string;
  readonly folder: string | null;
  readonly shared: unknown;
}

/** The text of a file that somebody else may have put there; null: it can't be read, is too long, or is a link, which could lead anywhere. */
async function textOf(path: string): Promise<string | null> {
  // A link that Windows would follow.
  if (!(await lstat(path).catch(() => null))?.isFile()) return null;
  const file = await openOrdinary(path).catch(() => null);
  try {
    return file && (await file.stat()).size <= LONGEST_SHARED ? await file.readFile("utf8") : null;
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

/** What sharing needs. */
export interface SharedFolderWorld {
  readonly library: Library;
  /** The file for what is known; not said: nothing can be shared. */
  readonly file: string | undefined;
  readonly now: () => string;
  /** Settings came from another machine. */
  readonly changed: () => void;
}

/** Places and settings in a folder that the listener keeps the same on several machines by any means. */
export interface SharedFolder {
  readonly uses: ShareReader;
  /** Looks now, and again and again. */
  begin(): void;
  /** Writes what is not there yet. */
  end(): Promise<void>;
}

/** Makes it. Each machine writes a file of its own and reads those of all: nothing is ever written by two. */
export function createSharedFolder({ library, file, now, changed }: SharedFolderWorld): SharedFolder {
  let known: Known | null = null;
  let others = 0;
  let works = true;
  let timer: ReturnType<typeof setInterval> | null = null;
  let running: Promise<unknown> = Promise.resolve();

  const need = (): string => {
    if (file === undefined) throw new Failure("unsupported", "Nothing is shared in a folder here.");
    return file;
  };
  const load = async (): Promise<Known> => {
    known ??= file === undefined ? null : await readJson<Known>(file);
    return known ?? { machine: randomBytes(8).toString("hex"), folder: null, shared: null };
  };
  const keep = async (fresh: Known): Promise<void> => {
    const path = need();
    await writeWhole(path, `${path}.part`, [Buffer.from(JSON.stringify(fresh))], true);
    known = fresh;
  };

  /** What this machine has, with the times at which it was set, as far as they are known. `first`: of what was never noted. */
  const ownShare = (before: Shared, first: string): Shared => {
    const current = library.settings();
    const settings = FILED_SETTINGS.map((name) => {
      const noted = before.settings[name];
      const value = current[name];
      if (!noted) return [name, { value, at: first }] as const;
      return [name, JSON.stringify(noted.value) === JSON.stringify(value) ? noted : { value, at: now() }] as const;
    });
    const places = library.places().filter(({ address }) => isShareable(address));
    return {
      settings: Object.fromEntries(settings) as Shared["settings"],
      places: Object.fromEntries(places.map(({ address, anchor, kept }) => [address, { value: anchor, at: kept }])),
    };
  };

  const read = async (folder: string, mine: string): Promise<readonly Shared[]> => {
    const names = (await readdir(folder)).filter((name) => OURS.test(name)).toSorted();
    const machines = new Set<string>();
    const found: Shared[] = [];
    for (const name of names.slice(0, MOST_FILES)) {
      const shared = readShared((await textOf(join(folder, name))) ?? "", now());
      if (!shared) continue;
      const machine = name.slice("lectern-".length).slice(0, 16);
      if (machine !== mine) machines.add(machine);
      found.push(shared);
    }
    others = machines.size;
    return found;
  };

  async function round(): Promise<{ readonly settings: number; readonly places: number }> {
    const { machine, folder, shared } = await load();
    if (folder === null) throw new Failure("not-found", "No folder is shared.");
    try {
      const before = shared === null ? null : (readShared(JSON.stringify(shared), now()) ?? NOTHING_SHARED);
      const files = await read(folder, machine);
      // Who comes to what others have shared takes theirs; the first one's are the beginning.
      const mine = ownShare(before ?? NOTHING_SHARED, before === null && others > 0 ? "" : now());
      const all = [...files, ...(before ? [before] : [])].reduce(mergeShared, mine);
      const current = library.settings();
      const change: Record<string, unknown> = {};
      for (const name of FILED_SETTINGS) {
        const found = all.settings[name];
        if (found && JSON.stringify(found.value) !== JSON.stringify(current[name])) change[name] = found.value;
      }
      const settings = Object.keys(change).length;
      if (settings > 0) library.changeSettings(change as SettingsChange);
      let places = 0;
      for (const [address, { value, at }] of Object.entries(all.places)) if (library.bringPlace(address, value, at)) places += 1;
      const text = writeShared(all);
      const path = join(folder, `lectern-${machine}.json`);
      if ((await textOf(path)) !== text) await writeWhole(path, join(folder, `.lectern-${machine}.part`), [Buffer.from(text)], true);
      await keep({ machine, folder, shared: JSON.parse(text) });
      works = true;
      if (settings > 0) changed();
      return { settings, places };
    } catch (thrown) {
      works = false;
      if (thrown instanceof Failure) throw thrown;
      throw new Failure("storage", `The folder ${folder} can't be used.`, { cause: thrown });
    }
  }
  /** One after the other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = running.then(work);
    running = done.catch(() => {});
    return done;
  };
  const quietly = async (): Promise<void> => {
    if ((await load()).folder !== null) await inTurn(round).catch(() => {});
  };
  const state = async () => ({ folder: (await load()).folder, others, works });

  return {
    uses: {
      shareState: state,
      async shareIn({ folder }) {
        need();
        if (folder !== null) {
          const isFolder = isAbsolute(folder) && (await stat(folder).catch(() => null))?.isDirectory();
          if (!isFolder) throw new Failure("bad-input", `${folder} is no folder.`);
        }
        await inTurn(async () => {
          const { machine } = await load();
          others = 0;
          await keep({ machine, folder, shared: null });
        });
        if (folder !== null) await inTurn(round);
        return state();
      },
      shareNow: () => inTurn(round),
    },
    begin() {
      if (file === undefined) return;
      void quietly();
      timer ??= setInterval(() => void quietly(), LOOK);
      timer.unref();
    },
    async end() {
      if (timer === null) return;
      clearInterval(timer);
      timer = null;
      await quietly();
    },
  };
}
