import { toFailure } from "../../model/index.ts";

/** So often a voice is asked: each time that it was silent for too long it is given twice the time, so this is patience for a very slow machine. */
const TRIES = 4;

/** Does what needs a voice, and again from its beginning where the voice stopped. @throws what the last try throws; the signal's reason */
export async function triedAgain<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (thrown) {
      if (signal.aborted || tries === TRIES || toFailure(thrown).code !== "engine") throw thrown;
    }
  }
}
