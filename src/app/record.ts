import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createResampler, pcm16, type Resampler, WAV_HEADER_SIZE, wavHeader, wordTimes } from "../export/index.ts";
import { type Article, Failure, pitchWithin, type Script, type SpeechMark, spokenText, type VoiceId } from "../model/index.ts";
import type { Speaker } from "../speak/index.ts";
import { appear, existing, storageFailure } from "./edition/files.ts";
import { shownBy } from "./shown.ts";

/** What is recorded, how, and where to. */
export interface Recording {
  readonly article: Article;
  readonly script: Script;
  readonly speaker: Speaker;
  readonly voiceFor: (lang: string) => VoiceId;
  readonly rate: number;
  /** Times each voice's own. */
  readonly pitch: number;
  /** The WAV file: mono, 16 bit. */
  readonly out: string;
  /** One JSON line a word: `{utterance, role, text, start, end, source}`, seconds in the file; null: none is written. */
  readonly marks: string | null;
  /** Whether files of these names are replaced; else they are refused, also where one came meanwhile. */
  readonly force: boolean;
  /** After each utterance. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** How much sound gathers before it is written, bytes: a write a sentence would be slow on slow disks (guess). */
const WRITE_SIZE = 1 << 20;

/** Gathers small writes; a file only appears whole, under its name, when `settle` and then `finish` were called. */
async function createFile(
  path: string,
  force: boolean,
): Promise<{
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Brings all of it onto the disk; it has no name yet. */
  readonly settle: (head?: Uint8Array) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}> {
  const aside = `${path}.part-${process.pid}`;
  const named = <T>(work: Promise<T>): Promise<T> => work.catch((thrown) => Promise.reject(storageFailure(thrown, path)));
  const file: FileHandle = await named(open(aside, "w"));
  let gathered: Uint8Array[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(gathered);
    gathered = [];
    size = 0;
    await named(file.appendFile(bytes));
  };
  return {
    async write(bytes) {
      gathered.push(bytes);
      size += bytes.length;
      if (size >= WRITE_SIZE) await flush();
    },
    async settle(head) {
      await flush();
      if (head) await named(file.write(head, 0, head.length, 0));
      await named(file.sync());
      await named(file.close());
    },
    async finish() {
      await named(force ? rename(aside, path) : appear(aside, path));
    },
    async discard() {
      await file.close().catch(() => {});
      await rm(aside, { force: true });
    },
  };
}

/**
 * Where a file is really written: a link's target. Only what is no file yet, or an ordinary one that may be replaced, is written.
 * @throws Failure `bad-input` for devices, pipes and folders, for the article itself, and for a file that may not be replaced
 */
async function targetOf(path: string, source: string, force: boolean): Promise<string> {
  const real = await realpath(path).catch(() => path);
  const found = await stat(real).catch(() => null);
  if (found?.isDirectory()) throw new Failure("bad-input", `${path} is a folder. Give the name of a file in it.`);
  if (found && !found.isFile()) throw new Failure("bad-input", `${path} is no ordinary file. Give the name of a new file.`);
  const article = source.startsWith("file:") ? await realpath(fileURLToPath(source)).catch(() => null) : null;
  if (article === real) throw new Failure("bad-input", `${path} is the article itself. Give another name, or it would be lost.`);
  if (found && !force) throw existing(path);
  return real;
}

/**
 * Speaks a whole script into a file, one sentence at a time: memory does not grow with its length. A file only appears whole; one
 * that is there is replaced where that is wanted, else refused.
 * @throws Failure `storage`, `bad-input`, `engine`, `no-voice`; the signal's reason when aborted. Nothing is left behind.
 */
export async function record(recording: Recording, signal: AbortSignal): Promise<{ readonly seconds: number }> {
  const { article, script, speaker, voiceFor, rate, pitch, force } = recording;
  const shown = shownBy(article);
  const files: Awaited<ReturnType<typeof createFile>>[] = [];
  try {
    const out = await targetOf(recording.out, article.address, force);
    const marksOut = recording.marks === null ? null : await targetOf(recording.marks, article.address, force);
    if (marksOut === out) throw new Failure("bad-input", "The sound and the marks need files of their own.");
    const sound = await createFile(out, force);
    files.push(sound);
    const marks = marksOut === null ? null : await createFile(marksOut, force);
    if (marks) files.push(marks);
    await sound.write(new Uint8Array(WAV_HEADER_SIZE));
    let sampleRate: number | null = null;
    let written = 0;
    for (const [index, utterance] of script.utterances.entries()) {
      const text = spokenText(utterance);
      const said: SpeechMark[] = [];
      const began = written;
      if (text.trim() !== "") {
        let resampler: Resampler | null = null;
        for await (const chunk of speaker.synthesize({ text, voice: voiceFor(utterance.lang), rate, pitch: pitchWithin(pitch) }, signal)) {
          const hertz: number = sampleRate ?? chunk.sampleRate;
          sampleRate = hertz;
          resampler ??= createResampler(chunk.sampleRate, hertz);
          const samples = resampler.push(chunk.samples);
          written += samples.length;
          said.push(...chunk.marks);
          await sound.write(pcm16(samples));
        }
        const rest = resampler?.finish() ?? new Float32Array(0);
        written += rest.length;
        await sound.write(pcm16(rest));
      }
      if (marks && sampleRate !== null) {
        const offset = began / sampleRate;
        const lines = wordTimes(utterance, shown, said, (written - began) / sampleRate).map((word) =>
          JSON.stringify({ utterance: index, ...word, start: round(offset + word.start), end: round(offset + word.end) }),
        );
        if (lines.length > 0) await marks.write(Buffer.from(`${lines.join("\n")}\n`));
      }
      if (sampleRate !== null && index < script.utterances.length - 1) {
        const silence = Math.round((utterance.pause / rate) * sampleRate);
        written += silence;
        await sound.write(new Uint8Array(silence * 2));
      }
      recording.onProgress?.(index + 1, script.utterances.length);
    }
    const hertz = sampleRate ?? DEFAULT_RATE;
    await sound.settle(wavHeader(hertz, written));
    await marks?.settle();
    // What is read with the sound is there when it is.
    await marks?.finish();
    await sound.finish().catch(async (thrown: unknown) => {
      if (marksOut !== null) await rm(marksOut, { force: true });
      throw thrown;
    });
    return { seconds: written / hertz };
  } catch (thrown) {
    await Promise.all(files.map((file) => file.discard()));
    throw storageFailure(thrown, recording.out);
  }
}

/** The rate of a recording in which nothing was said, Hz. */
const DEFAULT_RATE = 22_050;

/** Microseconds are more than any mark knows. */
const round = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;
