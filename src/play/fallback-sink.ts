import { type Sink, toFailure } from "../model/index.ts";

/** A sink that goes on without sound when its device is lost. */
export interface FallbackSink extends Sink {
  /** A device can be heard again: what is not heard yet goes to it with the next `resume`. */
  deviceIsBack(): void;
  /** Whether it goes on without sound. */
  isSilent(): boolean;
}

interface Queued {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  /** Where it ends, seconds of this sink. */
  readonly end: number;
}

/**
 * A device with another sink to go on with. The loss of the device rejects one write with `device`, so that it is told; from then on
 * time goes on without sound, until the device is back.
 * @param silent keeps time; see `createSilentSink`
 */
export function createFallbackSink(device: Sink, silent: Sink): FallbackSink {
  let using = device;
  /** What this sink's seconds are ahead of those of the one that is used. */
  let ahead = 0;
  let paused = false;
  let back = false;
  /** What the device has not heard while it was away. */
  let queue: Queued[] = [];

  const written = (): number => ahead + using.written();
  const heard = (): number => ahead + using.heard();
  const change = (next: Sink): void => {
    const at = heard();
    using.cut(0);
    using = next;
    using.cut(0);
    ahead = at - using.written();
    if (paused) using.pause();
    else using.resume();
  };
  const forget = (): void => {
    const at = heard();
    queue = queue.filter(({ end }) => end > at);
  };
  const write = async (samples: Float32Array, sampleRate: number): Promise<void> => {
    if (using === silent) {
      forget();
      queue.push({ samples, sampleRate, end: written() + samples.length / sampleRate });
    }
    try {
      await using.write(samples, sampleRate);
    } catch (thrown) {
      if (using === device && toFailure(thrown).code === "device") change(silent);
      throw thrown;
    }
  };
  const giveBack = (): void => {
    back = false;
    const at = heard();
    const left = queue.filter(({ end }) => end > at);
    queue = [];
    change(device);
    for (const { samples, sampleRate, end } of left) {
      const first = Math.max(0, Math.round(samples.length - (end - at) * sampleRate));
      // A device that is gone again is told by the next write.
      void write(samples.subarray(first), sampleRate).catch(() => {});
    }
  };

  return {
    write,
    written,
    heard,
    settled: () => ahead + using.settled(),
    pause() {
      paused = true;
      using.pause();
    },
    resume() {
      if (back && using === silent) giveBack();
      paused = false;
      using.resume();
    },
    cut(at) {
      using.cut(at - ahead);
      const end = written();
      queue = queue.flatMap((part) => {
        if (part.end <= end) return [part];
        const kept = part.samples.length - Math.round((part.end - end) * part.sampleRate);
        return kept > 0 ? [{ ...part, samples: part.samples.subarray(0, kept), end }] : [];
      });
    },
    isSilent: () => using === silent,
    deviceIsBack() {
      back = using === silent;
    },
    async close() {
      await Promise.all([device.close(), silent.close()]);
    },
  };
}
