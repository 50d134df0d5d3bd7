import type { Sink } from "../model/index.ts";
import type { Clock } from "./clock.ts";
import { createPlayhead } from "./playhead.ts";

/** A write resolves when no more than this is queued, seconds. */
const ROOM = 2;

/** Keeps time as speakers would, without sound: where there is no device, the captions still come in step. */
export function createSilentSink(clock: Clock): Sink {
  const head = createPlayhead(clock.now, 0);
  let written = 0;
  let waiting: (() => void)[] = [];
  head.start(0);
  const makeRoom = (): void => {
    if (waiting.length === 0) return;
    const over = written - head.position() - ROOM;
    if (over <= 0) for (const go of waiting.splice(0)) go();
  };
  return {
    async write(samples, sampleRate) {
      written += samples.length / sampleRate;
      head.feed(written);
      const over = written - head.position() - ROOM;
      if (over <= 0) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        const look = (): void => {
          makeRoom();
          if (waiting.includes(resolve)) clock.after(0.1, look);
        };
        clock.after(over, look);
      });
    },
    written: () => written,
    heard: () => head.position(),
    settled: () => head.position(),
    pause: () => head.stop(0),
    resume: () => head.start(0),
    cut(at) {
      if (at >= written) return;
      const position = head.position();
      written = Math.max(at, position);
      head.seek(position);
      head.feed(written);
      makeRoom();
    },
    async close() {
      head.stop(0);
      for (const go of waiting.splice(0)) go();
      waiting = [];
    },
  };
}
