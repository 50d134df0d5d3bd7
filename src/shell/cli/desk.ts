import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { App, EditionUses } from "../../app/index.ts";
import type { Reader } from "../../contract/index.ts";
import { libraryOwner } from "../../library/index.ts";
import { toFailure } from "../../model/index.ts";
import { knock, type Line } from "../door/index.ts";
import { type AppOptions, libraryPath, withApp } from "./world.ts";

declare const __VERSION__: string;

/** How long a window that has the library may take until its door is open, milliseconds: it opens its library first (guess). */
const PATIENCE = 3_000;
/** How often it is looked again, milliseconds. */
const PAUSE = 50;

/**
 * A line to the window that has the library, null where none has. Where one has it and does not open, null too: whoever opens the library
 * then says who has it.
 */
async function lineToWindow(): Promise<Line | null> {
  const library = libraryPath();
  const until = performance.now() + PATIENCE;
  for (;;) {
    const owner = await libraryOwner(library);
    if (!owner || owner.kind === "command") return null;
    const line = await knock(library, __VERSION__);
    if (line || performance.now() > until) return line;
    await wait(PAUSE);
  }
}

/** An address as somebody means it who is in this folder: the window is in another. */
function fromHere(address: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(address) || address.startsWith("~")) return address;
  return existsSync(address) || /^\.{0,2}[\\/]/.test(address) ? resolve(address) : address;
}

/** The window's reader for a command in this folder. */
const atDoor = ({ reader }: Line): Reader => ({
  ...reader,
  open: (input, signal) => reader.open(input.kind === "address" ? { ...input, address: fromHere(input.address) } : input, signal),
  subscribe: (input, signal) => reader.subscribe({ ...input, address: fromHere(input.address) }, signal),
  readVoices: (input, signal) => reader.readVoices({ ...input, address: fromHere(input.address) }, signal),
});

async function through<T>(line: Line, work: Promise<T>): Promise<T> {
  try {
    return await Promise.race([work, line.lost]);
  } finally {
    line.close();
  }
}

/** Runs one at the window's door where there is one, else with a library of its own; a window may come in between. */
async function atEither<T>(door: (line: Line) => Promise<T>, own: () => Promise<T>): Promise<T> {
  const line = await lineToWindow();
  if (line) return through(line, door(line));
  try {
    return await own();
  } catch (thrown) {
    const late = toFailure(thrown).code === "in-use" ? await lineToWindow() : null;
    if (!late) throw thrown;
    return through(late, door(late));
  }
}

/**
 * Runs one command with the listener's library: through the window where one has it, so that it sees what changes, else by itself. `keep`
 * false: where no window is open, no library is needed.
 * @throws Failure `in-use` when another command has it
 */
export const withReader = <T>(run: (reader: Reader) => Promise<T>, { keep } = { keep: true }): Promise<T> =>
  atEither(
    (line) => run(atDoor(line)),
    () => withApp({ keep }, run),
  );

/** What reads aloud here: the reader of whoever has the library, and the voices of this process. */
export type Desk = Reader & Pick<App, "speaker" | keyof EditionUses>;

/** The same for a command that speaks: what is kept is the window's where one has it, the voice is this process's own. */
export function withDesk<T>(options: AppOptions, run: (desk: Desk) => Promise<T>): Promise<T> {
  const own = (): Promise<T> => withApp(options, run);
  if (!options.keep) return own();
  return atEither(
    (line) =>
      withApp({ ...options, keep: false, taste: false }, ({ speaker, speak, voices, planEdition, exportEdition }) =>
        run({ ...atDoor(line), speaker, speak, voices, planEdition, exportEdition }),
      ),
    own,
  );
}
