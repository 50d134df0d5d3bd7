import type { SpeechEngine } from "../model/index.ts";
import { createEspeak } from "../speak/index.ts";

/** How long a command's own voice may be silent, seconds: nobody sits before a window that is silent, and a machine may be slow (guess). */
export const COMMAND_PATIENCE = 60;

/** eSpeak NG in the worker that is built. @param patience how long it may be silent, seconds; not said: as for who listens */
export const espeakHere = (patience?: number, low = false): SpeechEngine =>
  // Every built file lies flat in one folder, so the worker is beside whoever calls.
  createEspeak({ worker: new URL("./espeak-worker.js", import.meta.url), low, ...(patience === undefined ? {} : { patience }) });
