import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { inputs, type Port, type Reader, serve } from "../../contract/index.ts";
import { createFrames, LARGEST_GREETING, LARGEST_MESSAGE, send } from "./frames.ts";
import { clearPlace, removeNote, socketPlaces, writeNote } from "./place.ts";

/** The door to a library that is open. */
export interface Door {
  close(): Promise<void>;
}

/** What a door needs. */
export interface DoorOptions {
  /** The library's file. */
  readonly library: string;
  /** Lectern's version: another's command line may have another contract. */
  readonly version: string;
  readonly reader: Reader;
  /** One line about what happened, for the terminal. */
  readonly log: (line: string) => void;
}

/** Lines at a time: more than a person has commands running. */
const MOST_LINES = 32;
/** How long somebody may take to greet, milliseconds. */
const GREETING_LIMIT = 5_000;

const TOKEN_BYTES = 32;

/** A line as the contract knows ports. Messages come after the greeting. */
function portOf(socket: Socket): Port & { readonly hear: (message: unknown) => void } {
  let onMessage: (message: unknown) => void = () => {};
  return {
    post: (message) => send(socket, message),
    listen(take, onClose) {
      onMessage = take;
      socket.once("close", onClose);
    },
    close: () => socket.destroy(),
    hear: (message) => onMessage(message),
  };
}

const isToken = (given: unknown, token: Buffer): boolean => {
  if (typeof given !== "string") return false;
  const bytes = Buffer.from(given, "hex");
  return bytes.length === token.length && timingSafeEqual(bytes, token);
};

const listen = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, () => {
      server.off("error", reject);
      resolve();
    });
  });

/**
 * Lets commands of the same user in, while a window has the library: they call the same reader, their inputs parsed as the window's are.
 * A line that says what is no message is closed; nothing that comes through it ends this process. Null: no door can be made here.
 */
export async function openDoor({ library, version, reader, log }: DoorOptions): Promise<Door | null> {
  const token = randomBytes(TOKEN_BYTES);
  const lines = new Set<Socket>();
  const welcome = (socket: Socket): void => {
    if (lines.size >= MOST_LINES) {
      socket.destroy();
      return;
    }
    lines.add(socket);
    let port: ReturnType<typeof portOf> | null = null;
    const limit = setTimeout(() => socket.destroy(), GREETING_LIMIT);
    const frames = createFrames(() => (port ? LARGEST_MESSAGE : LARGEST_GREETING));
    const hear = (message: unknown): void => {
      if (port) {
        port.hear(message);
        return;
      }
      const { token: given, version: theirs } = Object(message) as Readonly<Record<string, unknown>>;
      if (!isToken(given, token)) throw new Error("It did not know the token.");
      clearTimeout(limit);
      send(socket, { welcome: theirs === version, version });
      if (theirs !== version) {
        socket.end();
        return;
      }
      port = portOf(socket);
      serve(port, inputs, reader);
    };
    socket.on("data", (part) => {
      try {
        for (const message of frames.take(part)) hear(message);
      } catch (thrown) {
        log(`A line to the command line was closed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
        socket.destroy();
      }
    });
    // Who hangs up is heard of by `close`.
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(limit);
      lines.delete(socket);
    });
  };
  for (const address of socketPlaces(library)) {
    const server = createServer(welcome);
    try {
      await clearPlace(address);
      await listen(server, address);
      await writeNote(library, { address, token: token.toString("hex"), version, pid: process.pid });
      server.on("error", (thrown) => log(`The door to the command line: ${thrown.message}`));
      return {
        async close() {
          await removeNote(library, address);
          for (const line of lines) line.destroy();
          await new Promise<void>((resolve) => server.close(() => resolve()));
        },
      };
    } catch (thrown) {
      server.close();
      log(`No door for the command line at ${address}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  return null;
}
