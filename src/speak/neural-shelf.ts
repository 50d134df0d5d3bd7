import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, lstat, mkdir, open, readdir, readFile, rename, rm, statfs, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Failure } from "../model/index.ts";
import { describeFolder, MOST_SPEAKERS, type NeuralVoice, readVoiceFile, type Said, VOICE_FILE } from "./neural-folder.ts";

/** A voice that is kept, and the name of its folder. */
export interface KeptVoice extends NeuralVoice {
  /** Letters, digits, `_`, `-` and `.`: also the voice's id within its engine. */
  readonly name: string;
  readonly folder: string;
  /** Null: it may speak. Else why it was set aside: its process ended twice. */
  readonly setAside: string | null;
}

/** A voice's files, aside, until they are found to be a voice: nobody sees them. */
export interface Arrival {
  readonly folder: string;
  /** The name that its voice is to have. */
  readonly name: string;
  /** Looks at the files, tries whether they speak, and makes the folder a voice. @throws Failure; the files stay where they are */
  keep(name: string, said: Said, attempt: (voice: KeptVoice) => Promise<{ readonly speakers: number }>): Promise<KeptVoice>;
  /** Removes the files. */
  drop(): Promise<void>;
}

/** The voices on this computer, a folder each. */
export interface VoiceShelf {
  /** Where eSpeak NG's data is kept for them. */
  readonly data: string;
  /** In order of language and title. A folder without a description that can be believed is passed over. */
  list(): Promise<readonly KeptVoice[]>;
  find(name: string): Promise<KeptVoice | null>;
  /**
   * A folder for files that are to come; what came before an interruption is still in it.
   * @param name the name that the voice will have
   */
  expect(name: string): Promise<Arrival>;
  /** Where the files of a voice are that is expected; there may be no such folder. */
  arriving(name: string): string;
  /** The list of voices that a person added, as it was kept; null: none. */
  readOffers(): Promise<Uint8Array | null>;
  keepOffers(list: string): Promise<void>;
  /** Copies a person's folder, or a single model's file with what is beside it. @throws Failure `not-found`, `unsupported`, `too-large`, `storage` */
  copy(path: string, signal: AbortSignal): Promise<Arrival>;
  /** @throws Failure `storage` when the disk has less room than these bytes */
  needRoom(bytes: number): Promise<void>;
  /** Does nothing where there is no such voice. */
  remove(name: string): Promise<void>;
  setAside(name: string, why: string): Promise<void>;
  /** The voice may speak again. */
  forgive(name: string): Promise<void>;
}

const ARRIVING = "arriving";
const DATA = "espeak-ng-data";
const OFFERS = "offers.json";
const ASIDE_FILE = "set-aside.txt";
/** The name of a voice's folder: nothing that a file system or a shell takes for something else. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/;
/** The most that a voice may have: the largest known to us has 350 MB in 8 files (guess). */
const MOST_BYTES = 4e9;
const MOST_FILES = 64;
/** What is left free on the disk, bytes: a full disk stops the library too (guess). */
const ROOM = 100e6;

const storage = (thrown: unknown, what: string): unknown => {
  const { code, message } = (thrown ?? {}) as NodeJS.ErrnoException;
  if (thrown instanceof Failure || typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return thrown;
  if (code === "ENOSPC" || code === "EDQUOT") return new Failure("storage", "The disk is full.", { cause: thrown });
  return new Failure("storage", `${what} ${message}`, { cause: thrown });
};

/** A name as a folder can have it. */
export const folderName = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\.onnx$/, "")
    .replaceAll(/[^A-Za-z0-9_.-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, 80) || "voice";

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map(async (entry) => (await lstat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Makes what was written to a file stay, also when the power fails. */
async function settle(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } catch {
    // Folders can't be synced on every system.
  } finally {
    await file.close();
  }
}

/** Keeps voices in a folder, made when it is needed. */
export function createVoiceShelf(home: string): VoiceShelf {
  const folderOf = (name: string): string => {
    if (!NAME.test(name) || name === ARRIVING || name === DATA) throw new Failure("bad-input", "There is no voice of this name.");
    return join(home, name);
  };

  async function read(name: string): Promise<KeptVoice | null> {
    const folder = folderOf(name);
    const voice = await readVoiceFile(folder);
    const setAside = voice ? await readFile(join(folder, ASIDE_FILE), "utf8").catch(() => null) : null;
    return voice && { ...voice, name, folder, setAside };
  }

  function arrival(folder: string, arrivingName: string): Arrival {
    return {
      folder,
      name: arrivingName,
      async keep(name, said, attempt) {
        try {
          const described = await describeFolder(folder, name, said);
          const voice: NeuralVoice = { ...described, size: await sizeOf(folder) };
          const wanted = folderName(name);
          const facts = await attempt({ ...voice, name: wanted, folder, setAside: null });
          const known: NeuralVoice = { ...voice, speakers: speakersOf(voice.speakers, facts.speakers) };
          await writeFile(join(folder, VOICE_FILE), `${JSON.stringify(known, null, 2)}\n`, { flush: true });
          for (const file of await readdir(folder)) await settle(join(folder, file));
          const taken = folderOf(wanted);
          // The same voice again takes the place of what is there, which is removed only when the new one stands.
          const old = join(home, ARRIVING, `old-${randomUUID()}`);
          if (existsSync(taken)) await rename(taken, old);
          try {
            await rename(folder, taken);
          } catch (thrown) {
            if (existsSync(old)) await rename(old, taken);
            throw thrown;
          }
          await settle(home);
          await rm(old, { recursive: true, force: true });
          return { ...known, name: wanted, folder: taken, setAside: null };
        } catch (thrown) {
          throw storage(thrown, "The voice can’t be kept.");
        }
      },
      drop: () => rm(folder, { recursive: true, force: true }),
    };
  }

  const shelf: VoiceShelf = {
    data: join(home, DATA),
    async list() {
      const names = await readdir(home).catch(() => []);
      const voices = await Promise.all(names.filter((name) => NAME.test(name) && name !== ARRIVING && name !== DATA).map(read));
      return voices
        .filter((voice): voice is KeptVoice => voice !== null)
        .sort((one, other) => one.lang.localeCompare(other.lang) || one.title.localeCompare(other.title));
    },
    find: read,
    arriving: (name) => join(home, ARRIVING, folderName(name)),
    readOffers: () => readFile(join(home, OFFERS)).catch(() => null),
    async keepOffers(list) {
      try {
        await mkdir(home, { recursive: true });
        const part = join(home, `${OFFERS}.part`);
        await writeFile(part, list, { flush: true });
        await rename(part, join(home, OFFERS));
      } catch (thrown) {
        throw storage(thrown, "The list of voices can’t be kept.");
      }
    },
    async expect(name) {
      const folder = shelf.arriving(name);
      await mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
        throw storage(thrown, "The folder for voices can’t be made.");
      });
      return arrival(folder, folderName(name));
    },
    async needRoom(bytes) {
      await mkdir(home, { recursive: true }).catch((thrown: unknown) => {
        throw storage(thrown, "The folder for voices can’t be made.");
      });
      const { bavail, bsize } = await statfs(home);
      const free = bavail * bsize;
      const megabytes = (size: number): number => Math.ceil(size / 1e6);
      if (free < bytes + ROOM)
        throw new Failure(
          "storage",
          `The disk has too little room: ${megabytes(bytes + ROOM)} MB are needed, ${megabytes(free)} MB are free.`,
        );
    },
    async copy(path, signal) {
      const files = await filesAt(resolve(path));
      await shelf.needRoom(files.reduce((sum, { size }) => sum + size, 0));
      const folder = join(home, ARRIVING, randomUUID());
      await mkdir(folder, { recursive: true });
      const arriving = arrival(folder, nameOf(resolve(path), files));
      try {
        for (const { from, to } of files) {
          signal.throwIfAborted();
          await copyFile(from, join(folder, to));
        }
        return arriving;
      } catch (thrown) {
        await arriving.drop();
        throw storage(thrown, "The voice can’t be copied.");
      }
    },
    async remove(name) {
      const folder = folderOf(name);
      if (!existsSync(folder)) return;
      // It is gone at once, whole, also when removing its files is interrupted.
      const away = join(home, ARRIVING, `old-${randomUUID()}`);
      try {
        await mkdir(join(home, ARRIVING), { recursive: true });
        await rename(folder, away);
        await rm(away, { recursive: true, force: true });
      } catch (thrown) {
        throw storage(thrown, "The voice can’t be deleted.");
      }
    },
    async setAside(name, why) {
      await writeFile(join(folderOf(name), ASIDE_FILE), why);
    },
    async forgive(name) {
      await rm(join(folderOf(name), ASIDE_FILE), { force: true });
    },
  };
  return shelf;
}

/** A folder of Piper's is known by its model, any other by its own name. */
function nameOf(path: string, files: readonly FoundFile[]): string {
  const model = files.map(({ to }) => to).find((name) => name.endsWith(".onnx") && files.some(({ to }) => to === `${name}.json`));
  return folderName(model ?? basename(path));
}

/** As many speakers as the model has: what its files do not name has no name. */
const speakersOf = (named: readonly string[], count: number): readonly string[] =>
  Array.from({ length: Math.min(MOST_SPEAKERS, count) }, (_, speaker) => named[speaker] ?? "");

interface FoundFile {
  readonly from: string;
  readonly to: string;
  readonly size: number;
}

/** What a voice is made of, by its ending: nothing else is copied. */
const WANTED = /\.(onnx|json|txt|bin)$|^(MODEL_CARD|LICENSE|README)(\.(md|txt))?$/;

/**
 * The files of a voice at a path: a folder's, or a model's and what is named after it. Links are not followed, folders inside are left out.
 * @throws Failure `not-found`, `unsupported`, `too-large`
 */
async function filesAt(path: string): Promise<readonly FoundFile[]> {
  const missing = (thrown: unknown): never => {
    throw new Failure("not-found", "There is no such folder.", { cause: thrown });
  };
  const found = await lstat(path).catch(missing);
  if (!found.isDirectory() && !(found.isFile() && path.endsWith(".onnx")))
    throw new Failure("unsupported", "Give a voice’s folder or its .onnx file. An archive has to be unpacked first.");
  const folder = found.isDirectory() ? path : join(path, "..");
  const entries = await readdir(folder, { withFileTypes: true }).catch(missing);
  const stem = found.isDirectory() ? null : basename(path);
  const wanted = entries.filter(
    ({ name }) => name !== VOICE_FILE && WANTED.test(name) && (stem === null || name === stem || name === `${stem}.json`),
  );
  const files: FoundFile[] = [];
  for (const entry of wanted) {
    if (!entry.isFile()) continue;
    const { size } = await lstat(join(folder, entry.name));
    files.push({ from: join(folder, entry.name), to: entry.name, size });
  }
  if (!files.some(({ to }) => to.endsWith(".onnx"))) throw new Failure("unsupported", "This folder holds no voice that Lectern can run.");
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > MOST_FILES || size > MOST_BYTES) throw new Failure("too-large", "This folder holds far more than one voice.");
  return files;
}
