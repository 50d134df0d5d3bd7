import { readFile, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Failure } from "../../model/index.ts";
import { words } from "../../words/index.ts";

/** Who may read a file beside its owner. */
const OTHERS = 0o077;

const firstLine = (text: string): string => text.replace(/\r?\n[\s\S]*$/, "");

/** Asks on the terminal without showing what is typed. */
function askHidden(question: string, signal: AbortSignal): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true, historySize: 0 });
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      lines.close();
      reject(signal.reason);
    };
    signal.addEventListener("abort", stop, { once: true });
    // The terminal gives Ctrl+C to whoever reads from it.
    lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
    lines.question("", (answer) => {
      signal.removeEventListener("abort", stop);
      lines.close();
      process.stderr.write("\n");
      resolve(answer);
    });
  });
}

/**
 * The password that somebody gives: in a file that nobody else can read, in LECTERN_SYNC_PASSWORD, or (`asks`) typed on the terminal. Never
 * on the command line: everybody on the machine can read that. Null: none is given.
 * @throws Failure `bad-input` for a file that others can read, `no-file`
 */
export async function givenPassword(file: string | undefined, asks: boolean, signal: AbortSignal): Promise<string | null> {
  if (file !== undefined) {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new Failure("no-file", words("terminal.library.no-file", { file }));
    if (process.platform !== "win32" && (found.mode & OTHERS) !== 0)
      throw new Failure("bad-input", words("terminal.sync.password-open", { file }));
    return firstLine(await readFile(file, "utf8")) || null;
  }
  const given = process.env.LECTERN_SYNC_PASSWORD;
  if (given) return given;
  if (!asks || !process.stdin.isTTY) return null;
  return (await askHidden(`${words("terminal.sync.password")} `, signal)) || null;
}
