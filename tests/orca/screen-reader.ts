import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ensureDisplay } from "../../scripts/display.mjs";

/** A desktop of its own with the screen reader Orca, whose voice is written down. */
export interface ScreenReader {
  /** The environment of a program that it is to read. */
  readonly env: Readonly<Record<string, string>>;
  /** Orca's own version, as it says it. */
  readonly version: string;
  /** Presses keys as fingers do, one after another, by the X server's names: `ctrl+l`, `Tab`, `Down`. */
  press(...keys: readonly string[]): void;
  /** Types a text. */
  type(text: string): void;
  /** What was said since the last question, once it has been quiet for so many seconds. */
  heard(quiet?: number): Promise<readonly string[]>;
  /** The same, when a line of it matches and it has been quiet for so many seconds; a failure with what was said instead after so many seconds. */
  heardUntil(pattern: RegExp, seconds?: number, quiet?: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What a desktop with Orca takes, by its Debian package. */
const NEEDED: Readonly<Record<string, string>> = {
  Xvfb: "xvfb",
  openbox: "openbox",
  "dbus-daemon": "dbus-daemon",
  "speech-dispatcher": "speech-dispatcher",
  xdotool: "xdotool",
  orca: "orca",
};

const isThere = (program: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** The packages that are missing for it; none: it can be started. Beside Linux it can't be. */
export function missingForOrca(): readonly string[] {
  if (process.platform !== "linux") return ["Linux"];
  return Object.entries(NEEDED).flatMap(([program, debian]) => (isThere(program) ? [] : [debian]));
}

/** How long each part may take to start, milliseconds: Orca takes 2,500 (measured), more on a busy machine. */
const START_LIMIT = 30_000;
/** How long is waited for silence at most, milliseconds. */
const SILENCE_LIMIT = 30_000;
/** How often it is looked, milliseconds. */
const LOOK = 25;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what: string, found: () => boolean): Promise<void> {
  for (let waited = 0; !found(); waited += LOOK) {
    if (waited > START_LIMIT) throw new Error(`${what} did not start.`);
    await sleep(LOOK);
  }
}

/** Orca as a newcomer has it, but that keys are not named: only what the program causes is written down. */
const ORCA_SETTINGS = {
  general: {
    enableSpeech: true,
    enableBraille: false,
    enableBrailleMonitor: false,
    enableKeyEcho: false,
    enableEchoByWord: false,
    speechServerFactory: "speechdispatcherfactory",
    speechServerInfo: ["transcript", "transcript"],
    startingProfile: ["Default", "default"],
  },
  profiles: { default: { profile: ["Default", "default"], enableKeyEcho: false, enableBraille: false } },
  pronunciations: {},
  keybindings: {},
};

interface Line {
  readonly event: "say" | "end" | "stop" | "pause";
  readonly id: number;
  readonly text?: string;
}

/** Starts the desktop and Orca in it. Ends only what it started. */
export async function startScreenReader(): Promise<ScreenReader> {
  const home = mkdtempSync(join(tmpdir(), "lectern-orca-"));
  const transcript = join(home, "transcript.jsonl");
  writeFileSync(transcript, "");
  const started: ChildProcess[] = [];
  const {
    DISPLAY: _d,
    WAYLAND_DISPLAY: _w,
    DBUS_SESSION_BUS_ADDRESS: _b,
    AT_SPI_BUS_ADDRESS: _a,
    NO_AT_BRIDGE: _n,
    XAUTHORITY: _x,
    ...own
  } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...own,
    HOME: home,
    XDG_RUNTIME_DIR: join(home, "run"),
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_SESSION_TYPE: "x11",
    XDG_CURRENT_DESKTOP: "none",
    GSETTINGS_BACKEND: "memory",
    LANG: "C.UTF-8",
    LECTERN_TRANSCRIPT: transcript,
  };
  const folder = (name: string): string => {
    const path = join(home, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const start = (command: string, given: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcess => {
    const child = spawn(command, given, { env: { ...env, ...more }, stdio: ["ignore", "pipe", "ignore"] });
    started.push(child);
    return child;
  };
  for (const name of ["run", "config", "data/orca", "speech/modules", "speech/log", "bin"]) folder(name);
  const endDisplay = await ensureDisplay({ env, size: "1280x1000x24" });
  const close = async (): Promise<void> => {
    for (const child of started.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      // Orca does not always take a polite word.
      const limit = setTimeout(() => child.kill("SIGKILL"), 1_500);
      await ended;
      clearTimeout(limit);
    }
    await endDisplay();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const lines = (): readonly Line[] =>
    readFileSync(transcript, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  const saidOf = (some: readonly Line[]): readonly string[] => some.flatMap(({ text }) => (text ? [text] : []));

  try {
    const bus = start("dbus-daemon", ["--session", "--nofork", "--print-address=1"]);
    let address = "";
    bus.stdout?.on("data", (chunk) => {
      address += chunk;
    });
    await until("The session bus", () => address.includes("\n"));
    env.DBUS_SESSION_BUS_ADDRESS = address.trim();

    const socket = join(home, "speech/socket");
    writeFileSync(join(home, "speech/modules/transcript.conf"), "");
    writeFileSync(
      join(home, "speech/speechd.conf"),
      [
        "LogLevel 1",
        'CommunicationMethod "unix_socket"',
        "DisableAutoSpawn",
        'DefaultLanguage "en"',
        `AddModule "transcript" "${join(import.meta.dirname, "voice.mjs")}" "transcript.conf"`,
        "DefaultModule transcript",
        "",
      ].join("\n"),
    );
    const speech = join(home, "speech");
    start("speech-dispatcher", [
      "-s",
      "-C",
      speech,
      "-L",
      join(speech, "log"),
      "-P",
      join(speech, "pid"),
      "-c",
      "unix_socket",
      "-S",
      socket,
      "-t",
      "0",
    ]);
    await until("speech-dispatcher", () => existsSync(socket));
    env.SPEECHD_ADDRESS = `unix_socket:${socket}`;

    start("openbox", []);
    writeFileSync(join(home, "data/orca/user-settings.conf"), JSON.stringify(ORCA_SETTINGS));
    // Orca looks for others of the same user, and does not start beside one: this desktop is its own.
    writeFileSync(join(home, "bin/pgrep"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    start(
      "orca",
      ["--disable", "braille", "--disable", "braille-monitor", ...(process.env.ORCA_DEBUG ? ["--debug-file", process.env.ORCA_DEBUG] : [])],
      { PATH: `${join(home, "bin")}${delimiter}${env.PATH ?? ""}` },
    );
    await until("Orca", () => saidOf(lines()).some((text) => /screen reader on/i.test(text)));
  } catch (thrown) {
    await close();
    throw thrown;
  }

  const version = execFileSync("orca", ["--version"], { env: env as Record<string, string>, encoding: "utf8" }).trim();
  const xdotool = (...given: readonly string[]): void => void execFileSync("xdotool", [...given], { env, stdio: "ignore" });
  let taken = lines().length;
  const heard = async (quiet = 0.7): Promise<readonly string[]> => {
    let count = -1;
    let since = Date.now();
    const began = since;
    for (;;) {
      const now = lines();
      if (now.length !== count) {
        count = now.length;
        since = Date.now();
      }
      const speaking = now.at(-1)?.event === "say";
      if ((!speaking && Date.now() - since >= quiet * 1000) || Date.now() - began > SILENCE_LIMIT) break;
      await sleep(LOOK);
    }
    const fresh = lines().slice(taken);
    taken += fresh.length;
    return saidOf(fresh);
  };
  return {
    env: Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    version,
    press(...keys) {
      // As fingers do: the last key goes up first. Orca takes a letter that goes up after Ctrl for a command of its own, and says nothing of
      // what comes after it.
      for (const key of keys) {
        const held = key.split("+");
        xdotool(...held.flatMap((one) => ["keydown", one]), ...held.toReversed().flatMap((one) => ["keyup", one]));
      }
    },
    type: (text) => xdotool("type", "--clearmodifiers", "--delay", "20", text),
    heard,
    async heardUntil(pattern, seconds = 20, quiet = 0.7) {
      const from = taken;
      for (let waited = 0; !saidOf(lines().slice(from)).some((text) => pattern.test(text)); waited += LOOK) {
        if (waited > seconds * 1000)
          throw new Error(`Nothing like ${pattern} was said, but: ${JSON.stringify(saidOf(lines().slice(from)))}`);
        await sleep(LOOK);
      }
      return heard(quiet);
    },
    close,
  };
}
