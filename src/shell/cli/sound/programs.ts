import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { toPcm16 } from "./pcm.ts";

/** A program that plays what is fed to it: mono, 16 bits, little-endian. */
export interface PlayerProgram {
  readonly command: string;
  arguments(sampleRate: number): readonly string[];
  /** What it says on standard error of how much has been heard since it began, seconds; null: it doesn't. */
  heard(text: string): number | null;
}

/**
 * How much the program may hold, milliseconds. Recorded: on a quiet machine 40 doesn't stutter; with six busy programs on two cores
 * it does, 100 hardly. A pause is heard that much later at most.
 */
const LATENCY_MS = 80;
const silent = (): null => null;

/**
 * The programs of Linux, the best first. `paplay` speaks to PulseAudio and to PipeWire, `aplay` to the card itself. Tried: `paplay`
 * with PulseAudio 16; of `pw-play` 0.3.65 only that it takes these options and raw samples from the pipe; `aplay` without a card.
 */
export const PROGRAMS: readonly PlayerProgram[] = [
  {
    command: "paplay",
    arguments: (rate) => [
      "--raw",
      "--format=s16le",
      "--channels=1",
      `--rate=${rate}`,
      `--latency-msec=${LATENCY_MS}`,
      "--verbose",
      "--client-name=Lectern",
      "--stream-name=Lectern",
    ],
    // Twenty times a second: "Time: 0.565 sec; Latency: 62698 usec." The time is what has left the loudspeaker.
    heard: (text) => Number([...text.matchAll(/Time: (\d+\.\d+) sec/g)].at(-1)?.[1] ?? Number.NaN) || null,
  },
  {
    command: "pw-play",
    arguments: (rate) => ["--format=s16", "--channels=1", `--rate=${rate}`, `--latency=${LATENCY_MS}ms`, "--media-role=Accessibility", "-"],
    heard: silent,
  },
  {
    command: "aplay",
    arguments: (rate) => ["-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", String(rate), `--buffer-time=${LATENCY_MS * 2000}`],
    heard: silent,
  },
];

/** What a program complained of: the line of its standard error that says so, "" where none does. */
export function complaintIn(text: string): string {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  return (lines.find((line) => /fail|error|refused|cannot/i.test(line)) ?? lines.at(-1) ?? "").trim();
}

/** Its messages are read by us: in English. */
export const programEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: "C" });

/** Where a program lies on the path, null: nowhere. */
export function findProgram(command: string, path = process.env.PATH ?? ""): string | null {
  for (const folder of path.split(delimiter)) {
    if (folder === "") continue;
    try {
      const file = join(folder, command);
      accessSync(file, constants.X_OK);
      return file;
    } catch {}
  }
  return null;
}

/** How long a program may take to play a moment of silence, seconds: it then waits for a device that never comes. */
const PATIENCE = 3;

/** Whether a program finds a device: it plays a moment of silence. Resolves with null, or with what it complained of. */
export function tryProgram(program: PlayerProgram): Promise<string | null> {
  const rate = 48_000;
  return new Promise((resolve) => {
    const child = spawn(program.command, program.arguments(rate), {
      stdio: ["pipe", "ignore", "pipe"],
      env: programEnvironment(),
    });
    let complaint = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE * 1000);
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(0, 500);
    });
    child.stdin.on("error", () => {});
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve(error.message);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? null : complaintIn(complaint) || `${program.command} ended with ${code ?? "a signal"}`);
    });
    child.stdin.end(toPcm16(new Float32Array(rate / 100)));
  });
}
