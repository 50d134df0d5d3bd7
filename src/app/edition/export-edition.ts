import { existsSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { bytesPerSecond } from "../../export/index.ts";
import { type Chapter, type EditionFormat, type EditionPlace, Failure, SOUND_OF, type VoiceId } from "../../model/index.ts";
import type { Speaker } from "../../speak/index.ts";
import { existing, folderOf, needRoom, probe, readJson, storageFailure, writeWhole } from "./files.ts";
import { finishedIn, noteFinished } from "./finished.ts";
import { jobName, takeFolder } from "./job-folder.ts";
import { type Lane, makePieces, type PiecesProgress } from "./make-pieces.ts";
import { gatherPictures, type PictureWorld } from "./pictures.ts";
import type { Plan } from "./plan.ts";
import { targetOf } from "./target.ts";
import { chaptersOf, durationOf, placesOf, saidOf } from "./times.ts";
import { type FileWorld, fileParts } from "./write-file.ts";

/** How far an edition is. */
export type EditionProgress =
  | {
      readonly kind: "began" /** Letters that were done already by a process that ended in the middle. */;
      readonly resumed: number;
      readonly letters: number;
    }
  | {
      readonly kind: "pieces" /** From 0 to 1. */;
      readonly done: number /** Seconds, null: not known yet. */;
      readonly left: number | null;
      /** How many steps were finished, and kept, since it was begun or gone on with. */
      readonly finished: number;
    }
  | { readonly kind: "writing" };

/** A finished edition. */
export interface MadeEdition {
  readonly file: string;
  readonly bytes: number;
  /** Of its sound; 0 where it has none. */
  readonly seconds: number;
  readonly chapters: readonly Chapter[];
  /** Where each sentence is heard: to find the place of a time again. */
  readonly places: readonly EditionPlace[];
}

/** The reason of a signal that only halts: the finished pieces stay, to be gone on with. */
export const HALTED = new Error("The edition is halted.");

/** What is wanted. */
export interface EditionWish {
  /** What the same wish is known by, so that it can be gone on with. */
  readonly wishes: unknown;
  readonly format: EditionFormat;
  /** Makes the plan, unless one was begun. */
  readonly plan: () => Promise<Plan>;
  /** A file, or a folder in which it is named by its title. */
  readonly out: string;
  /** Replaces a file of the name. */
  readonly force: boolean;
  readonly onProgress: (progress: EditionProgress) => void;
  /** Is started while the plan is made, for it will likely speak; not said: none is. */
  readonly voice?: VoiceId;
  /** Is waited for when the file is there, before what it was made from is deleted: what this notes is noted, whenever the process ends. */
  readonly onMade?: (made: MadeEdition) => Promise<void>;
}

/** What it is made with. */
export interface EditionWorld extends FileWorld, PictureWorld {
  /** The folder of the jobs. */
  readonly jobs: string;
  /** How many pieces are made at a time. */
  readonly lanes: number;
  readonly lane: () => Lane;
  /** The full path of the system's lame; null: there is none. */
  readonly lame: string | null;
  /** Waits, before each step, until nobody is kept waiting by it; not said: it does not wait. */
  readonly turn?: (signal: AbortSignal) => Promise<void>;
}

/** What has no sound, but times. */
const CAPTIONS: readonly EditionFormat[] = ["vtt", "words", "srt", "lrc"];

/** Speaking takes so much of the time of a piece with sound (measured: LAME takes twice as long as eSpeak NG). */
const SPEAKING = 0.35;
/** How many letters a voice says in a second, at the least: what room is asked for by (measured: 13 to 17). */
const LETTERS_A_SECOND = 12;

/** What captions take, bytes: for each letter, by word in a script of three bytes; and beside that (guess). */
const CAPTION_SIZES = { letter: 16, own: 4096 } as const;
/** What a page with its pictures takes, bytes (guess). */
const PAGE = 1 << 20;

/** The room that an edition takes, bytes: in the folder of its job, and beside its file. */
function roomFor({ pieces, sound, sampleRate, format }: Plan): { readonly job: number; readonly file: number } {
  const seconds = pieces.reduce((sum, { letters, lines }) => sum + letters / LETTERS_A_SECOND / (lines[0]?.request?.rate ?? 1), 0);
  const text = format === "html" ? PAGE : CAPTION_SIZES.own + pieces.reduce((sum, { letters }) => sum + letters * CAPTION_SIZES.letter, 0);
  const file = sound === null ? text : seconds * bytesPerSecond(sound, sampleRate);
  // Of the raw sound little more lies there than of the articles that are spoken at a time.
  const articles = new Map<number, number>();
  for (const { article, letters } of pieces) articles.set(article, (articles.get(article) ?? 0) + letters);
  const longest = (Math.max(0, ...articles.values()) / LETTERS_A_SECOND) * 2;
  return { job: file + (sound === null ? 0 : Math.min(seconds, longest) * sampleRate * 2), file };
}

/**
 * Makes an edition, piece by piece: memory does not grow with its length. What a killed process had finished is taken as it is, and the
 * result is the same. The file only appears whole; nothing is left when it is done, or when the signal is aborted; after a failure, or
 * when it is halted, the finished pieces stay for a day.
 * @throws Failure `bad-input` for a file that is there already, `storage`, `engine`, `no-voice`, `in-use`; the signal's reason
 */
export async function exportEdition(world: EditionWorld, wish: EditionWish, signal: AbortSignal): Promise<MadeEdition> {
  const name = jobName(wish.wishes);
  let out = wish.out;
  try {
    const job = await takeFolder(world.jobs, name);
    const lanes: Lane[] = [];
    const end = async (made: MadeEdition): Promise<MadeEdition> => {
      await wish.onMade?.(made);
      await job.remove();
      return made;
    };
    try {
      const had = await finishedIn(job.folder);
      if (had) {
        await rm(asideOf(had.file, name), { force: true });
        return await end(had);
      }
      const begun = await readJson<Plan>(join(job.folder, "plan.json"));
      const hasTimes = SOUND_OF[wish.format] !== null || CAPTIONS.includes(wish.format);
      const open = (count: number): void => {
        while (lanes.length < count) lanes.push(world.lane());
      };
      if (!begun && hasTimes && wish.voice !== undefined) {
        open(world.lanes);
        const encodes = SOUND_OF[wish.format] !== null;
        for (const { speaker, encoder } of lanes)
          void started(speaker, wish.voice, signal).then(() => {
            // While the articles are opened one core has nothing to do; later all have.
            if (encodes) encoder.start();
          });
      }
      let plan = begun ?? (await wish.plan());
      if (plan.pieces.length === 0) throw new Failure("no-text", "There is nothing to read in it.");
      out = await targetOf(
        wish.out,
        plan.edition,
        wish.format,
        plan.edition.articles.map(({ article }) => article.address),
      );
      if (!wish.force && (await targetIsTaken(out))) throw existing(out);
      const room = roomFor(plan);
      await needRoom(job.folder, room.job);
      await needRoom(folderOf(out), room.file);
      const aside = asideOf(out, name);
      // Not after an hour of work.
      await probe(aside);
      if (!begun) {
        const pictures = await gatherPictures(plan.edition, plan.format, job.folder, world, signal);
        plan = { ...plan, pictures, lame: world.lame !== null };
        const path = join(job.folder, "plan.json");
        await writeWhole(path, `${path}.part`, [Buffer.from(JSON.stringify(plan))], true);
      }
      open(Math.min(world.lanes, plan.pieces.length));
      const tell = progressTeller(plan, wish.onProgress);
      const pieces = hasTimes ? await makePieces(plan, job.folder, lanes, tell, signal, world.lame, world.turn) : [];
      wish.onProgress({ kind: "writing" });
      const said = saidOf(plan, pieces);
      const seconds = durationOf(plan, pieces);
      const chapters = chaptersOf(plan.edition, said, seconds);
      const parts = await fileParts(world, { plan, folder: job.folder, pieces, said, chapters, seconds });
      let made: MadeEdition = { file: out, bytes: 0, seconds, chapters, places: placesOf(plan.edition, said) };
      await writeWhole(out, aside, guarded(parts, signal), wish.force, {
        async written(file, bytes) {
          made = { ...made, bytes };
          await noteFinished(job.folder, made, file);
        },
      });
      return await end(made);
    } catch (thrown) {
      const isDropped = (signal.aborted && signal.reason !== HALTED) || (thrown instanceof Failure && thrown.code === "bad-input");
      if (isDropped || !existsSync(join(job.folder, "plan.json"))) await job.remove();
      else await job.leave();
      throw thrown;
    } finally {
      await Promise.all(lanes.map((lane) => lane.close()));
    }
  } catch (thrown) {
    throw storageFailure(thrown, out);
  }
}

/** Starts what a voice runs in: it says nothing. What fails here fails again where it is to speak. */
async function started(speaker: Speaker, voice: VoiceId, signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of speaker.synthesize({ text: "", voice, rate: 1, pitch: 1 }, signal));
  } catch {}
}

/** Where a file is written: beside its place, so that it is only renamed; by the job's name, so that what a killed process left is written over. */
const asideOf = (out: string, name: string): string => join(folderOf(out), `.${basename(out)}.${name.slice(0, 8)}.part`);

/** Deletes what there is of an edition that nobody wants any more. @param out the file that it was to be */
export async function dropEdition(jobs: string, wishes: unknown, out: string): Promise<void> {
  const name = jobName(wishes);
  await rm(asideOf(out, name), { force: true });
  await rm(join(jobs, name), { recursive: true, force: true });
}

async function targetIsTaken(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function* guarded(parts: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
  for await (const part of parts) {
    signal.throwIfAborted();
    yield part;
  }
}

/** From so much on it is known how long the rest takes: a part of all since the first piece was done, and seconds (guess). */
const KNOWN = { part: 0.02, seconds: 4 } as const;

/** Tells how much is done and, once that is known, about how long the rest takes. To begin takes a time of its own, and counts for nothing. */
function progressTeller({ sound }: Plan, onProgress: (progress: EditionProgress) => void): (progress: PiecesProgress) => void {
  let first: number | null = null;
  let since: { readonly at: number; readonly done: number } | null = null;
  return ({ spoken, encoded, letters, finished }) => {
    const over = sound === null ? spoken : spoken * SPEAKING + encoded * (1 - SPEAKING);
    const done = letters === 0 ? 1 : over / letters;
    if (first === null) {
      first = done;
      onProgress({ kind: "began", resumed: Math.round(over), letters });
    }
    if (since === null && done > first) since = { at: performance.now(), done };
    const gone = since === null ? 0 : (performance.now() - since.at) / 1000;
    const part = since === null ? 0 : done - since.done;
    const left = part >= KNOWN.part && gone >= KNOWN.seconds ? (gone / part) * (1 - done) : null;
    onProgress({ kind: "pieces", done, left, finished });
  };
}
