import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { Failure } from "../model/index.ts";
import type { Command } from "./say-platform.ts";

/** What is used of the package `say`: an object that runs one child process, whose commands can be replaced. */
interface Say {
  child: ChildProcess | null;
  buildSpeakCommand(): unknown;
  buildExportCommand(): { command: string; args: readonly string[]; pipedData: Uint8Array; options: SpawnOptions };
  getVoices(): { command: string; args: readonly string[] };
  runStopCommand(): void;
  export(text: string, voice: string | null, speed: number | null, file: string, callback: () => void): void;
  getInstalledVoices(callback: () => void): void;
}

type SayPackage = { readonly Say: new (platform: string) => Say };

/** Longest output that is kept, UTF-16 code units. */
const LONGEST_OUTPUT = 1_000_000;
/** A passage is spoken in well under a second; a program that takes longer than this hangs. Seconds (guess). */
const PATIENCE = 60;

/** Runs `say` for a list of voices. Returns what it printed. @throws Failure `engine`; `no-voice` when there is no such program */
export async function listWithSay(platform: NodeJS.Platform, command: Command): Promise<string> {
  const say = await safeSay(platform, command);
  return finished(say, command, new AbortController().signal, () => say.getInstalledVoices(() => {}));
}

/** Runs `say` to speak into a file. @throws Failure `engine`; `no-voice` when there is no such program; the signal's reason */
export async function exportWithSay(platform: NodeJS.Platform, command: Command, file: string, signal: AbortSignal): Promise<void> {
  const say = await safeSay(platform, command);
  // The words here are only there to be given: our own command carries the text.
  await finished(say, command, signal, () => say.export("text", null, null, file, () => {}));
}

/**
 * One `Say` a call, with every command its own: on Linux the package's would run an article's text as a Scheme program and its `stop`
 * kill a process that is not its own, on Windows a voice's name could run as PowerShell (read in 0.16.0).
 */
async function safeSay(platform: NodeJS.Platform, { program, args, stdin, environment }: Command): Promise<Say> {
  // Loaded when it is needed: on a system that it does not know, the package throws as it is imported.
  const { default: loaded } = await import("say");
  const { Say } = loaded as unknown as SayPackage;
  const say = new Say(platform);
  const options: SpawnOptions = {
    env: { ...process.env, ...environment },
    shell: false,
    windowsHide: true,
    // A process group of its own: Festival may start others, and all are to end together.
    detached: platform !== "win32",
  };
  say.buildExportCommand = () => ({ command: program, args, pipedData: stdin, options });
  say.getVoices = () => ({ command: program, args });
  say.buildSpeakCommand = refuse;
  say.runStopCommand = refuse;
  return say;
}

function refuse(): never {
  throw new Error("not used: it is not safe");
}

/**
 * Waits for the end of the child that `start` begins. The package's own callback is not to be trusted: it takes any warning for a
 * failure, and never hears of a program that is not there.
 */
async function finished(say: Say, command: Command, signal: AbortSignal, start: () => void): Promise<string> {
  signal.throwIfAborted();
  start();
  const { child } = say;
  if (!child) throw new Failure("engine", `${command.program} did not start`);
  let printed = "";
  let complained = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    if (printed.length < LONGEST_OUTPUT) printed += text;
  });
  child.stderr?.on("data", (text: string) => {
    if (complained.length < LONGEST_OUTPUT) complained += text;
  });
  // A program that ends before it has read its text is known by its status.
  child.stdin?.on("error", () => {});
  const end = (): void => killAll(child);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end();
  }, PATIENCE * 1000);
  signal.addEventListener("abort", end, { once: true });
  try {
    const status = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code, killed) => resolve(code ?? killed));
    });
    signal.throwIfAborted();
    if (late) throw new Failure("engine", `${command.program} did not end within ${PATIENCE} seconds`);
    if (status !== 0) throw new Failure("engine", `${command.program} ended with ${status}: ${complained.trim().slice(0, 300)}`);
    return printed;
  } catch (thrown) {
    const absent = thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT";
    if (absent) throw new Failure("no-voice", `there is no program ${command.program}`, { cause: thrown });
    throw thrown;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}

/** Ends a child of ours and what it started. */
function killAll(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === "win32") spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { windowsHide: true }).on("error", () => {});
  else {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has just ended by itself, or has no group of its own.
      child.kill("SIGKILL");
    }
  }
}
