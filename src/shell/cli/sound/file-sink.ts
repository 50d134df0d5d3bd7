import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure, type Sink } from "../../../model/index.ts";
import { createPlayhead } from "../../../play/index.ts";
import { toWav } from "./pcm.ts";
import { createTimeline, type Stretch } from "./timeline.ts";

/** A write resolves when no more than this is queued, seconds. */
const ROOM = 8;
/** The longest piece that is played from one file, seconds: what a lost place costs at most. */
const LONGEST = 6;
/** A shorter piece waits for more, as long as the writer is about to bring it, seconds. */
const WORTHWHILE = 0.5;
const WAIT_FOR_MORE = 0.15;
/** From the start of the program to its first sound, seconds (guess; not measured, there was neither system). */
const START_DELAY = { darwin: 0.1, win32: 0.4 } as const;
/** Silence in which a piece may end: samples up to this, for so long (seconds). */
const SILENT = 0.002;
const SILENCE = 0.05;

/** The command that plays a WAV file. The file's name is ours; on Windows it goes in by the environment, never as program text. */
export function fileCommand(
  system: "darwin" | "win32",
  file: string,
): { command: string; arguments: string[]; env: Record<string, string> } {
  if (system === "darwin") return { command: "/usr/bin/afplay", arguments: [file], env: {} };
  const script = "$p = New-Object System.Media.SoundPlayer $env:LECTERN_SOUND; $p.PlaySync()";
  return {
    command: "powershell.exe",
    arguments: ["-NoProfile", "-NonInteractive", "-Command", script],
    env: { LECTERN_SOUND: file },
  };
}

/** How many samples of a piece to play: up to the middle of its last silence, else all of it. */
export function endOfPiece({ samples, sampleRate }: Stretch): number {
  const least = Math.round(SILENCE * sampleRate);
  let silent = 0;
  for (let n = samples.length - 1; n > samples.length / 4; n -= 1) {
    silent = Math.abs(samples[n] ?? 0) <= SILENT ? silent + 1 : 0;
    if (silent >= least) return n + Math.floor(least / 2);
  }
  return samples.length;
}

/**
 * A sink for systems whose player reads files only: `afplay` on macOS, Windows PowerShell's `SoundPlayer`. Pieces of a few seconds,
 * cut where it is silent, are played one after the other, with the start of a program between them; a pause or a cut ends the
 * program, and a resume begins with what wasn't heard, by the clock on the wall. Not tried on either system: written from their
 * manuals, and tried on Linux with a program that takes a file. Who can use the window hears better.
 */
export function createFileSink(system: "darwin" | "win32", commandFor = fileCommand): Sink {
  const folder = mkdtempSync(join(tmpdir(), "lectern-sound-"));
  const timeline = createTimeline();
  const head = createPlayhead(() => performance.now() / 1000, 0);
  let child: ChildProcess | null = null;
  let paused = false;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let untold: Failure | null = null;
  let waiting: { readonly resolve: () => void; readonly reject: (failure: Failure) => void }[] = [];

  const end = (): void => {
    const ending = child;
    child = null;
    head.stop(0);
    ending?.kill();
  };
  const makeRoom = (): void => {
    if (timeline.end() - head.position() > ROOM) return;
    for (const { resolve } of waiting.splice(0)) resolve();
  };
  const lose = (message: string): void => {
    end();
    timeline.dropAfter(head.position());
    const failure = new Failure("device", message);
    if (waiting.length === 0) untold = failure;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };

  const playNext = (): void => {
    if (paused || closed || child) return;
    const from = head.position();
    timeline.dropBefore(from);
    makeRoom();
    const stretch = timeline.read(from, LONGEST);
    if (!stretch) return;
    const whole = from + stretch.samples.length / stretch.sampleRate >= timeline.end();
    const samples = stretch.samples.subarray(0, whole ? stretch.samples.length : endOfPiece(stretch));
    const until = from + samples.length / stretch.sampleRate;
    const file = join(folder, `${randomUUID()}.wav`);
    writeFileSync(file, toWav({ ...stretch, samples }));
    const { command, arguments: given, env } = commandFor(system, file);
    const started = spawn(command, given, { stdio: "ignore", env: { ...process.env, ...env }, windowsHide: true });
    child = started;
    head.seek(from);
    head.feed(until);
    head.start(START_DELAY[system]);
    started.on("error", (error) => child === started && lose(error.message));
    started.on("close", (code) => {
      rmSync(file, { force: true });
      if (child !== started) return;
      child = null;
      head.seek(until);
      head.stop(0);
      if (code === 0) playNext();
      else lose(`${command} ended with ${code ?? "a signal"}`);
    });
  };

  const endWithUs = (): void => {
    end();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", endWithUs);

  return {
    async write(samples, sampleRate) {
      if (untold) {
        const failure = untold;
        untold = null;
        throw failure;
      }
      timeline.push({ samples, sampleRate });
      clearTimeout(timer);
      const queued = timeline.end() - head.position();
      timer = setTimeout(playNext, queued > WORTHWHILE ? 0 : WAIT_FOR_MORE * 1000);
      await new Promise<void>((resolve, reject) => {
        waiting.push({ resolve, reject });
        makeRoom();
      });
    },
    written: () => timeline.end(),
    heard: () => Math.min(timeline.end(), head.position()),
    settled: () => Math.min(timeline.end(), head.position()),
    pause() {
      paused = true;
      end();
    },
    resume() {
      paused = false;
      playNext();
    },
    cut(at) {
      if (at >= timeline.end()) return;
      const wasPlaying = child !== null;
      end();
      timeline.dropAfter(Math.max(at, head.position()));
      head.seek(head.position());
      makeRoom();
      if (wasPlaying) playNext();
    },
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(timer);
      process.off("exit", endWithUs);
      endWithUs();
      for (const { resolve } of waiting.splice(0)) resolve();
      waiting = [];
    },
  };
}
