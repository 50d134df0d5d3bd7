import { connect as dial, type Socket } from "node:net";
import { connect, type Reader, shapes } from "../../contract/index.ts";
import { Failure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { createFrames, LARGEST_MESSAGE, send } from "./frames.ts";
import { readNote } from "./place.ts";

/** A line to the one who has the library. */
export interface Line {
  readonly reader: Reader;
  /** Rejects with a failure when the other side has ended; never resolves. */
  readonly lost: Promise<never>;
  close(): void;
}

/** How long somebody who lives may take to open, milliseconds: it may be at work. */
const PATIENCE = 5_000;

/**
 * A line to whoever has the library, null: nobody is at its door, whatever was left there.
 * @throws Failure `in-use` when another version has it
 */
export async function knock(library: string, version: string): Promise<Line | null> {
  const note = await readNote(library);
  if (!note) return null;
  const socket = dial(note.address);
  let onMessage: (message: unknown) => void = () => {};
  let onLost: (failure: Failure) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    onLost = reject;
  });
  // Whoever uses the line races it; a line that nobody uses any more ends without a word.
  lost.catch(() => {});
  const greeting = await greet(socket, note.token, version, (message) => onMessage(message));
  if (greeting === null) return null;
  if (!greeting.welcome) throw new Failure("in-use", words("terminal.library.other-version", { theirs: greeting.version, ours: version }));
  socket.on("close", () => onLost(new Failure("stopped", words("terminal.library.window-ended"))));
  const { api, attach } = connect<Reader>(shapes);
  attach({
    post: (message) => send(socket, message),
    listen(take, onClose) {
      onMessage = take;
      socket.once("close", onClose);
    },
    close: () => socket.destroy(),
  });
  return { reader: api, lost, close: () => socket.destroy() };
}

/** Says who comes, and waits to be let in. Null: nobody answers. Hands on what is heard after it. */
function greet(
  socket: Socket,
  token: string,
  version: string,
  after: (message: unknown) => void,
): Promise<{ readonly welcome: boolean; readonly version: string } | null> {
  const frames = createFrames(() => LARGEST_MESSAGE);
  return new Promise((resolve) => {
    let isGreeted = false;
    const answer = (value: { readonly welcome: boolean; readonly version: string } | null): void => {
      clearTimeout(limit);
      if (!value?.welcome) socket.destroy();
      resolve(value);
    };
    const limit = setTimeout(() => answer(null), PATIENCE);
    socket.on("connect", () => send(socket, { token, version }));
    socket.on("data", (part) => {
      try {
        for (const message of frames.take(part)) {
          if (isGreeted) after(message);
          else {
            isGreeted = true;
            const { welcome, version: theirs } = Object(message) as Readonly<Record<string, unknown>>;
            answer({ welcome: welcome === true, version: String(theirs) });
          }
        }
      } catch {
        socket.destroy();
      }
    });
    socket.on("error", () => {});
    socket.on("close", () => answer(null));
  });
}
