import { readFile, statfs } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { isAbsolute, join } from "node:path";
import { plainLibrary, type Secrets, type World } from "../app/index.ts";
import type { Library } from "../library/index.ts";
import type { SpeechEngine } from "../model/index.ts";
import { createFlite, createNeural, createSay, createTone, createVoiceShelf, type StartNeural } from "../speak/index.ts";
import { findProgram } from "./cli/sound/programs.ts";
import { COMMAND_PATIENCE, espeakHere } from "./espeak.ts";

declare const __VERSION__: string;

/** What differs between the window's host and the command line. */
export interface WorldOptions {
  readonly library: Library;
  /** A folder of ours for temporary files. */
  readonly temporary: string;
  readonly log: (line: string) => void;
  /** The folder that the library is in; not said: it is kept nowhere. */
  readonly folder?: string;
  /** The folder of the voices that are added. */
  readonly voices: string;
  /** The folder in which editions are made. */
  readonly editions: string;
  /** Where a window keeps what editions it asked for, made while somebody listens; not said: there is no window. */
  readonly editionRecords?: string;
  /** Starts the process of a neural voice. */
  readonly startNeural: StartNeural;
  /** Where passwords are kept. */
  readonly secrets: Secrets;
  /** Where it is kept which folder is shared; not said: none can be. */
  readonly sharing?: string;
  /** eSpeak NG, started already: the first speaks, and an edition takes the others before it starts any; not said: none is. */
  readonly espeaks?: readonly SpeechEngine[];
  /** Whether to keep to plain settings and the embedded voices, and to sync nothing. */
  readonly safe?: boolean;
}

/** How long a voice may be silent that makes an edition, seconds: all others may go before it, on a slow machine for minutes (guess). */
const PATIENCE = 120;

/** The lame that is installed, by its full path: not what lies in a folder that somebody is just in. */
function lameOfSystem(): string | null {
  const found = findProgram(process.platform === "win32" ? "lame.exe" : "lame");
  return found !== null && isAbsolute(found) ? found : null;
}

/** The real world: the network, the engines, the clock. */
export function createWorld({
  library,
  temporary,
  log,
  folder,
  voices,
  editions,
  editionRecords,
  startNeural,
  secrets,
  sharing,
  espeaks = [],
  safe = false,
}: WorldOptions): World {
  const low = editionRecords !== undefined;
  const patience = low ? {} : { patience: COMMAND_PATIENCE };
  const [espeak = espeakHere(patience.patience), ...others] = espeaks;
  const shelf = createVoiceShelf(voices);
  const neural = createNeural({
    shelf,
    start: startNeural,
    espeak,
    onSetAside: ({ name }) => log(`The voice ${name} stopped twice: it was set aside.`),
  });
  const say = createSay({ temporary });
  // Others speak with these too: an edition that ends does not end them.
  const shared = [neural, say].map((engine): SpeechEngine => ({ ...engine, close: async () => {} }));
  return {
    edition: {
      jobs: editions,
      ...(low ? { records: editionRecords } : {}),
      low,
      encodeWorker: new URL("./encode-worker.js", import.meta.url),
      lame: lameOfSystem(),
      // Where threads can't step back, one core is left to the window.
      lanes: Math.max(1, availableParallelism() - (low && process.platform !== "linux" ? 1 : 0)),
      engines: () => [
        others.shift() ?? espeakHere(PATIENCE, low),
        createFlite({ worker: new URL("./flite-worker.js", import.meta.url), patience: PATIENCE, low }),
        ...shared,
        createTone(),
      ],
      cover: async () => ({ mediaType: "image/png", bytes: await readFile(new URL("./icon.png", import.meta.url)) }),
      maker: `Lectern ${__VERSION__}`,
    },
    fetch: {
      // Loaded when it is needed: a window that goes on with what is kept starts without the network.
      source: async (request, signal, own) => (await import("../fetch/index.ts")).fetchSource(request, { signal, own }),
      feed: async (request, signal, own) => (await import("../fetch/index.ts")).fetchFeed(request, { signal, own }),
      picture: async (address, signal, own) => (await import("../fetch/index.ts")).fetchPicture(address, { signal, own }),
    },
    // Every built file lies flat in one folder, so the workers are beside whoever calls.
    documentWorker: new URL("./document-worker.js", import.meta.url),
    library: safe ? plainLibrary(library) : library,
    ...(safe
      ? {}
      : {
          ...(sharing === undefined ? {} : { sharing }),
          sync: { wire: async (request, signal) => (await import("../fetch/index.ts")).sendRequest(request, signal), secrets },
        }),
    neural: {
      shelf,
      engine: neural,
      download: async (download, options) => (await import("../fetch/index.ts")).downloadFile(download, options),
    },
    engines: [
      espeak,
      createFlite({ worker: new URL("./flite-worker.js", import.meta.url), ...patience }),
      ...(safe ? [] : [neural, say]),
      createTone(),
    ],
    ...(folder === undefined
      ? {}
      : {
          speechAhead: join(folder, "speech-ahead"),
          async free() {
            const { bavail, bsize } = await statfs(folder);
            return bavail * bsize;
          },
        }),
    helpList: (name) => readFile(new URL(`./${name}.txt`, import.meta.url), "utf8"),
    clock: { now: () => new Date().toISOString() },
    log,
  };
}
