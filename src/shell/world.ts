import type { World } from "../app/index.ts";
import type { Library } from "../library/index.ts";
import { createEspeak, createFlite, createNeural, createSay, createTone, createVoiceShelf, type StartNeural } from "../speak/index.ts";

/** What differs between the window's host and the command line. */
export interface WorldOptions {
  readonly library: Library;
  /** A folder of ours for temporary files. */
  readonly temporary: string;
  readonly log: (line: string) => void;
  /** The folder of the voices that are added. */
  readonly voices: string;
  /** Starts the process of a neural voice. */
  readonly startNeural: StartNeural;
}

/** The real world: the network, the engines, the clock. */
export function createWorld({ library, temporary, log, voices, startNeural }: WorldOptions): World {
  // Every built file lies flat in one folder, so the worker is beside whoever calls.
  const espeak = createEspeak({ worker: new URL("./espeak-worker.js", import.meta.url) });
  const shelf = createVoiceShelf(voices);
  const neural = createNeural({
    shelf,
    start: startNeural,
    espeak,
    onSetAside: ({ name }) => log(`The voice ${name} stopped twice: it was set aside.`),
  });
  return {
    fetch: {
      // Loaded when it is needed: a window that goes on with what is kept starts without the network.
      source: async (request, signal, own) => (await import("../fetch/index.ts")).fetchSource(request, { signal, own }),
      feed: async (request, signal, own) => (await import("../fetch/index.ts")).fetchFeed(request, { signal, own }),
      picture: async (address, signal, own) => (await import("../fetch/index.ts")).fetchPicture(address, { signal, own }),
    },
    // Every built file lies flat in one folder, so the workers are beside whoever calls.
    documentWorker: new URL("./document-worker.js", import.meta.url),
    library,
    neural: {
      shelf,
      engine: neural,
      download: async (download, options) => (await import("../fetch/index.ts")).downloadFile(download, options),
    },
    engines: [
      espeak,
      createFlite({ worker: new URL("./flite-worker.js", import.meta.url) }),
      neural,
      createSay({ temporary }),
      createTone(),
    ],
    clock: { now: () => new Date().toISOString() },
    log,
  };
}
