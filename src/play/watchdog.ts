import { Failure, type SpeechChunk } from "../model/index.ts";
import type { Clock } from "./clock.ts";
import type { PlayerOptions } from "./player.ts";

/** How often it is looked, seconds. Looks are counted, not seconds: a machine that slept is not taken for an engine that hangs. */
const LOOK = 1;

/**
 * Speech that always goes on or fails: where nothing came for `patience` seconds, it is aborted and fails with `engine`, so that whoever
 * asked can ask again.
 */
export function answering(speak: PlayerOptions["speak"], clock: Clock, patience: number): PlayerOptions["speak"] {
  return async function* watched(request, signal): AsyncGenerator<SpeechChunk, void, void> {
    const giveUp = new AbortController();
    let silent = 0;
    let cancelLook = (): void => {};
    let refuse: (failure: Failure) => void = () => {};
    const hangs = new Promise<never>((_resolve, reject) => {
      refuse = reject;
    });
    // Nobody may be waiting just then.
    hangs.catch(() => {});
    const look = (): void => {
      silent += LOOK;
      if (silent >= patience) {
        const failure = new Failure("engine", `The voice did not answer for ${patience} seconds`);
        refuse(failure);
        giveUp.abort(failure);
      } else cancelLook = clock.after(LOOK, look);
    };
    const stream = speak(request, AbortSignal.any([signal, giveUp.signal]))[Symbol.asyncIterator]();
    try {
      for (;;) {
        silent = 0;
        cancelLook = clock.after(LOOK, look);
        const next = await Promise.race([stream.next(), hangs]);
        cancelLook();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      cancelLook();
      // What hangs can't be waited for.
      void stream.return?.().catch(() => {});
    }
  };
}
