import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";

const CLI = join(import.meta.dirname, "../../out/cli.js");

/** How a command ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ran>;
  /** What it wrote to standard output until now. */
  out(): string;
}

/** Starts the built command line as a shell would, in a folder, with the library in its folder `home`. */
export function start(
  folder: string,
  args: readonly string[],
  { input = "", env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Running {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { ...process.env, LC_ALL: "en_US.UTF-8", LECTERN_HOME: join(folder, "home"), ...env },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (part) => {
    out += part;
  });
  child.stderr.on("data", (part) => {
    err += part;
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return { child, ended, out: () => out };
}
