import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Failure, type SpeechChunk, type SpeechEngine, toFailure, type Voice, voiceId } from "../model/index.ts";
import { createCutter } from "./cutter.ts";
import { estimatedMarks } from "./estimate.ts";
import { passagesOf } from "./passages.ts";
import { exportWithSay, listWithSay } from "./say-child.ts";
import { festival } from "./say-festival.ts";
import { macos } from "./say-macos.ts";
import type { SayPlatform, SystemVoice } from "./say-platform.ts";
import { windows } from "./say-windows.ts";
import { loadStretch, type Stretch } from "./stretch.ts";
import { type Recording, readWav } from "./wav.ts";
import { wordsOf } from "./words.ts";

/** How the system's own voices are run. */
export interface SayOptions {
  /** A folder of ours: each utterance is a file there for a moment. Made when it is needed. */
  readonly temporary: string;
  /** The system; not said: this one. */
  readonly platform?: NodeJS.Platform;
  /** A folder of packages (`node_modules`) to take sonic from; not said: the one that Node finds. */
  readonly packages?: string;
}

const SAY = "say";
const PLATFORMS: Readonly<Partial<Record<NodeJS.Platform, SayPlatform>>> = { linux: festival, darwin: macos, win32: windows };

/** Longest text for one run of a program, UTF-16 code units: about a minute of speech, so that a long text begins soon and can end. */
const LONGEST_PASSAGE = 1000;
/** How loud the speaking parts are made, RMS: -20 dBFS, as eSpeak NG is. */
const LOUDNESS = 0.1;
/** The highest peak, -1 dBFS, and the most that a soft voice is made louder. */
const PEAK = 0.89;
const MOST_GAIN = 4;
/** Samples below this are not speaking: -46 dBFS. */
const SPEAKING = 0.005;

/**
 * The system's own voices, by the package `say` made safe: Festival on Linux, `say` on macOS, SAPI on Windows (the last two were not run
 * by us). The program speaks into a file at its own pace, sonic changes the pace. Marks are estimated. A pitch is not supported: it
 * is the voice's own. No text is ever an argument, a shell's or a program's code.
 */
export function createSay({ temporary, platform = process.platform, packages }: SayOptions): SpeechEngine {
  const system = PLATFORMS[platform];
  const closing = new AbortController();
  let known: Promise<readonly SystemVoice[]> | null = null;
  let stretch: Promise<Stretch> | null = null;

  async function list(): Promise<readonly SystemVoice[]> {
    if (!system) throw new Failure("no-voice", `Lectern knows no voices of this system (${platform})`);
    const printed = await listWithSay(platform, system.list).catch((thrown: unknown) => {
      const failure = toFailure(thrown);
      throw failure.code === "no-voice" ? new Failure("no-voice", system.missing, { cause: thrown }) : failure;
    });
    const voices = system.parse(printed);
    if (voices.length === 0) throw new Failure("no-voice", system.missing);
    return voices;
  }

  /** The list is made once; after a failure again, since people install what is missing. */
  function voices(): Promise<readonly SystemVoice[]> {
    known ??= list().catch((thrown: unknown) => {
      known = null;
      throw thrown;
    });
    return known;
  }

  /** The passage's sound, null when it has none. */
  async function record(text: string, voice: SystemVoice, signal: AbortSignal): Promise<Recording | null> {
    await mkdir(temporary, { recursive: true, mode: 0o700 });
    const file = join(temporary, `say-${randomUUID()}.wav`);
    const command = system?.speak(text, voice, file);
    if (!command) return null;
    try {
      await exportWithSay(platform, command, file, signal);
      const recording = readWav(await readFile(file));
      if (!recording) throw new Failure("engine", `${command.program} wrote no sound`);
      return recording;
    } catch (thrown) {
      signal.throwIfAborted();
      const failure = toFailure(thrown);
      throw failure.code === "bug" ? new Failure("engine", failure.message, { cause: thrown }) : failure;
    } finally {
      await rm(file, { force: true });
    }
  }

  return {
    name: SAY,
    timing: "estimate",
    voices: async () =>
      (await voices()).map(({ name, lang }): Voice => ({ id: voiceId(SAY, name), name: name.replaceAll("_", " "), lang, engine: SAY })),
    async *synthesize({ text, voice, rate }, caller): AsyncGenerator<SpeechChunk, void, void> {
      const signal = AbortSignal.any([caller, closing.signal]);
      signal.throwIfAborted();
      const chosen = (await voices()).find(({ name }) => voiceId(SAY, name) === voice);
      if (!chosen) throw new Failure("no-voice", `this system has no voice ${voice}`);
      stretch ??= loadStretch(packages ?? null);
      const stretched = await stretch;
      let spoken = 0;
      for (const { start, end } of passagesOf(text, LONGEST_PASSAGE)) {
        signal.throwIfAborted();
        const passage = text.slice(start, end);
        const recording = await record(passage, chosen, signal);
        if (!recording) continue;
        const { sampleRate } = recording;
        const samples = levelled(rate === 1 ? recording.samples : paced(recording, stretched, rate));
        const before = spoken;
        for (const cut of cuts(passage, samples, sampleRate, { trimStart: start === 0, trimEnd: end === text.length })) {
          signal.throwIfAborted();
          spoken += cut.samples.length;
          const marks = cut.marks.map(({ at, word }) => ({
            time: (before + at) / sampleRate,
            start: start + word.start,
            end: start + word.end,
          }));
          yield { samples: cut.samples, sampleRate, marks };
        }
      }
    },
    async close() {
      closing.abort(new Failure("engine", "the system's voices are closed"));
    },
  };
}

/** -50 dBFS: above the noise of recorded voices, once they are as loud as `LOUDNESS` (measured on Festival's). */
const SILENCE = 0.003;

/** The recording at another pace. */
function paced({ samples, sampleRate }: Recording, stretch: Stretch, rate: number): Float32Array {
  const stretcher = stretch(sampleRate, rate);
  const paced = [stretcher.push(Int16Array.from(samples, (sample) => Math.round(sample * 0x7fff))), stretcher.finish()];
  const joined = new Float32Array(paced.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of paced) for (const sample of part) joined[at++] = sample / 0x8000;
  return joined;
}

/** The same sound, as loud as the other voices. */
function levelled(samples: Float32Array): Float32Array {
  let power = 0;
  let speaking = 0;
  let peak = 0;
  for (const sample of samples) {
    const size = Math.abs(sample);
    peak = Math.max(peak, size);
    if (size < SPEAKING) continue;
    power += sample * sample;
    speaking++;
  }
  if (speaking === 0) return samples;
  const gain = Math.min(MOST_GAIN, PEAK / peak, LOUDNESS / Math.sqrt(power / speaking));
  return samples.map((sample) => sample * gain);
}

/** The sound in chunks, with marks where its words may begin. */
function* cuts(text: string, samples: Float32Array, sampleRate: number, trim: { trimStart: boolean; trimEnd: boolean }) {
  const isSound = (sample: number): boolean => Math.abs(sample) >= SPEAKING;
  const marks = estimatedMarks(text, wordsOf(text), Math.max(0, samples.findIndex(isSound)), samples.findLastIndex(isSound));
  const cutter = createCutter({ sampleRate, ...trim, silence: SILENCE });
  const step = Math.round(sampleRate / 10);
  let next = 0;
  for (let at = 0; at < samples.length; at += step) {
    const from = next;
    while ((marks[next]?.at ?? Number.POSITIVE_INFINITY) < at + step) next++;
    yield* cutter.push(samples.subarray(at, at + step), marks.slice(from, next));
  }
  yield* cutter.finish(marks.slice(next));
}
