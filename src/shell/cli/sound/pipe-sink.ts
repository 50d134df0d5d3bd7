import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { Failure, type Sink } from "../../../model/index.ts";
import { createPlayhead } from "../../../play/index.ts";
import { createFileSink } from "./file-sink.ts";
import { toPcm16 } from "./pcm.ts";
import { complaintIn, findProgram, type PlayerProgram, PROGRAMS, programEnvironment, tryProgram } from "./programs.ts";
import { createTimeline, type Stretch } from "./timeline.ts";

/** A write resolves when no more than this is queued, seconds. */
const ROOM = 2;
/** How far ahead of the ear the program is fed, seconds: more than it asks for before it begins, little to throw away at a skip. */
const AHEAD = 0.15;
/** How often it is fed, seconds. */
const FEED_EVERY = 0.02;
/**
 * From the start of the program to its first sound, and from its continuation to the next; what still sounds after it was stopped.
 * Seconds; `paplay` on PulseAudio 16 with a null sink, in recordings. A sound card adds its own, some 10 ms.
 */
const START_DELAY = 0.03;
const RESUME_DELAY = 0.035;
const SOUNDS_ON = 0.047;
/** With less than this before the ear and nothing to follow, the pipe is closed: the program plays what it has, seconds. */
const LAST = 0.05;

/**
 * Finds a player program that has a device and makes a sink of it. Linux: one of `PROGRAMS`, fed through a pipe, never through a
 * shell. macOS and Windows: see `createFileSink`.
 * @throws Failure `device` when there is no program or no device; its message says what to install
 */
export async function createPipeSink(): Promise<Sink> {
  if (process.platform === "darwin" || process.platform === "win32") return createFileSink(process.platform);
  const complaints: string[] = [];
  for (const program of PROGRAMS.filter(({ command }) => findProgram(command))) {
    const complaint = await tryProgram(program);
    if (complaint === null) return createProgramSink(program);
    complaints.push(complaint);
  }
  throw new Failure(
    "device",
    complaints.length > 0
      ? "No sound device was found."
      : "No program to play sound with was found: install pulseaudio-utils, pipewire-bin or alsa-utils.",
    { cause: complaints },
  );
}

type Program = ChildProcessByStdio<Writable, null, Readable>;

/**
 * A sink over one player program. A pause stops the process and a resume continues it, so that no sample is lost or said twice; a
 * cut of what the program has already ends it and starts another. Where the ear is, `paplay` says itself; between its words, and with
 * programs that don't say it, it comes from the clock on the wall: a stutter isn't seen then, nor a card whose clock differs (0.01 % is
 * 0.36 s in an hour), until the next skip.
 */
export function createProgramSink(program: PlayerProgram): Sink {
  const timeline = createTimeline();
  const head = createPlayhead(() => performance.now() / 1000, RESUME_DELAY);
  let child: Program | null = null;
  let childRate = 0;
  /** Up to here the program has it, seconds. */
  let fed = 0;
  /** The pipe of the present program is closed: it plays the rest and ends. */
  let closing = false;
  let paused = false;
  let closed = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let untold: Failure | null = null;
  let waiting: { readonly resolve: () => void; readonly reject: (failure: Failure) => void }[] = [];

  const end = (): void => {
    const ending = child;
    child = null;
    head.stop(0);
    ending?.kill("SIGKILL");
  };

  const lose = (failure: Failure): void => {
    end();
    timeline.dropAfter(head.position());
    fed = timeline.end();
    head.seek(fed);
    if (waiting.length === 0) untold = failure;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };

  const begin = (sampleRate: number): Program => {
    const started = spawn(program.command, program.arguments(sampleRate), {
      stdio: ["pipe", "ignore", "pipe"],
      env: programEnvironment(),
    });
    const origin = fed;
    let complaint = "";
    started.stderr.setEncoding("utf8").on("data", (text: string) => {
      const heard = program.heard(text);
      if (heard === null) complaint = (complaint + text).slice(-500);
      else if (child === started) head.correct(origin + heard);
    });
    started.stdin.on("error", () => {});
    const onEnd = (why: string): void => {
      if (child !== started) return;
      if (closing && started.exitCode === 0) child = null;
      else lose(new Failure("device", complaintIn(complaint) || why));
    };
    started.on("error", (error) => onEnd(error.message));
    started.on("close", (code) => onEnd(`${program.command} ended with ${code ?? "a signal"}`));
    child = started;
    closing = false;
    childRate = sampleRate;
    head.start(START_DELAY);
    return started;
  };

  const feed = (): void => {
    const position = head.position();
    timeline.dropBefore(position);
    makeRoom();
    if (paused || closed) return;
    const stretch = timeline.read(fed, position + AHEAD - fed);
    if (stretch) give(stretch, position);
    else if (child && !closing && fed >= timeline.end() && fed - position < LAST) {
      closing = true;
      child.stdin.end();
    }
    if (position >= timeline.end()) rest();
  };

  const give = (stretch: Stretch, position: number): void => {
    if (child && (closing || childRate !== stretch.sampleRate)) {
      // Another voice with another sample rate: the program that has the old one is heard out first.
      if (position < fed) return;
      end();
    }
    const to = child ?? begin(stretch.sampleRate);
    to.stdin.write(toPcm16(stretch.samples));
    fed += stretch.samples.length / stretch.sampleRate;
    head.feed(fed);
  };

  const makeRoom = (): void => {
    if (timeline.end() - head.position() > ROOM) return;
    for (const { resolve } of waiting.splice(0)) resolve();
  };

  const run = (): void => {
    timer ??= setInterval(feed, FEED_EVERY * 1000);
    feed();
  };
  const rest = (): void => {
    clearInterval(timer);
    timer = undefined;
  };

  const endWithUs = (): void => end();
  process.once("exit", endWithUs);

  return {
    async write(samples, sampleRate) {
      if (untold) {
        const failure = untold;
        untold = null;
        throw failure;
      }
      timeline.push({ samples, sampleRate });
      await new Promise<void>((resolve, reject) => {
        waiting.push({ resolve, reject });
        run();
      });
    },
    written: () => timeline.end(),
    heard: () => Math.min(timeline.end(), head.position()),
    settled: () => fed,
    pause() {
      if (paused) return;
      paused = true;
      rest();
      child?.kill("SIGSTOP");
      head.stop(SOUNDS_ON);
    },
    resume() {
      if (!paused) return;
      paused = false;
      if (child) {
        child.kill("SIGCONT");
        head.start(RESUME_DELAY);
      }
      run();
    },
    cut(at) {
      if (at >= timeline.end()) return;
      if (at < fed) {
        end();
        fed = Math.max(at, head.position());
        head.seek(fed);
      }
      timeline.dropAfter(Math.max(at, fed));
      makeRoom();
    },
    async close() {
      if (closed) return;
      closed = true;
      rest();
      process.off("exit", endWithUs);
      end();
      for (const { resolve } of waiting.splice(0)) resolve();
      waiting = [];
    },
  };
}
