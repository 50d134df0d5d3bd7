import type { World } from "../app/index.ts";
import type { Library } from "../library/index.ts";
import { createEspeak, createFlite, createSay, createTone } from "../speak/index.ts";

/** What differs between the window's host and the command line. */
export interface WorldOptions {
  readonly library: Library;
  /** A folder of ours for temporary files. */
  readonly temporary: string;
  readonly log: (line: string) => void;
}

/** The real world: the network, the engines, the clock. */
export function createWorld({ library, temporary, log }: WorldOptions): World {
  return {
    fetch: {
      // Loaded when it is needed: a window that goes on with what is kept starts without the network.
      source: async (request, signal) => (await import("../fetch/index.ts")).fetchSource(request, { signal }),
      picture: async (address, signal) => (await import("../fetch/index.ts")).fetchPicture(address, { signal }),
    },
    // Every built file lies flat in one folder, so the workers are beside whoever calls.
    documentWorker: new URL("./document-worker.js", import.meta.url),
    library,
    engines: [
      createEspeak({ worker: new URL("./espeak-worker.js", import.meta.url) }),
      createFlite({ worker: new URL("./flite-worker.js", import.meta.url) }),
      createSay({ temporary }),
      createTone(),
    ],
    clock: { now: () => new Date().toISOString() },
    log,
  };
}
