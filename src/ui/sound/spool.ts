/** Samples on their way to the ear: the part of the sink that runs on the audio thread. Positions are frames since it was made. */
export interface Spool {
  /** Queues frames behind what is queued. */
  push(samples: Float32Array): void;
  /**
   * Drops what lies from this frame on. Where the ear is there already it falls silent within the fade, and the position becomes
   * `position`, whatever was really played: both sides agree on it.
   */
  cut(frame: number, position: number): void;
  pause(): void;
  resume(): void;
  /** Fills a stretch of output: the queue, or silence. */
  pull(output: Float32Array): void;
  /** The next frame to be played. */
  position(): number;
  /** Whether the next frame is there and wanted. */
  isRunning(): boolean;
}

/** Makes an empty spool. `fade`: how many frames a fade takes. */
export function createSpool(fade: number): Spool {
  let chunks: Float32Array[] = [];
  /** Frames of the first chunk that were played. */
  let read = 0;
  let at = 0;
  let paused = false;
  let gain = 1;
  /** Frames played after `at` while falling silent; they are played again at `resume`. */
  let ahead = 0;
  /** What still dies away of what was cut. */
  let tail: Float32Array = new Float32Array(0);
  let tailRead = 0;
  /** How much of what comes next is still to fade in. */
  let fadeIn = 0;

  const queued = (): number => chunks.reduce((sum, chunk) => sum + chunk.length, -read);

  /** A copy of queued frames. */
  const peek = (from: number, length: number): Float32Array => {
    const copy = new Float32Array(length);
    let start = -read;
    for (const chunk of chunks) {
      for (let n = Math.max(0, from - start); n < chunk.length && start + n < from + length; n += 1) copy[start + n - from] = chunk[n] ?? 0;
      start += chunk.length;
    }
    return copy;
  };

  /** The queued frame that is `n` after the present one; null: nothing is there. */
  const frame = (n: number): number | null => {
    let index = read + n;
    for (const chunk of chunks) {
      if (index < chunk.length) return chunk[index] ?? 0;
      index -= chunk.length;
    }
    return null;
  };

  const consume = (): void => {
    at += 1;
    read += 1;
    const first = chunks[0];
    if (first && read >= first.length) {
      chunks.shift();
      read = 0;
    }
  };

  return {
    push(samples) {
      if (samples.length === 0) return;
      const copy = samples.slice();
      for (let n = 0; n < copy.length && fadeIn > 0; n += 1, fadeIn -= 1) copy[n] = (copy[n] ?? 0) * (1 - fadeIn / fade);
      chunks.push(copy);
    },
    cut(from, position) {
      if (from > at) {
        const kept = Math.min(queued(), from - at);
        const rest = peek(0, kept);
        for (let n = 0; n < Math.min(fade, kept); n += 1) rest[kept - 1 - n] = (rest[kept - 1 - n] ?? 0) * (n / fade);
        chunks = kept > 0 ? [rest] : [];
      } else {
        const dying = peek(ahead, Math.round(fade * gain));
        for (let n = 0; n < dying.length; n += 1) dying[n] = (dying[n] ?? 0) * (gain - n / fade);
        tail = dying;
        tailRead = 0;
        chunks = [];
        at = position;
        gain = paused ? 0 : 1;
        ahead = 0;
      }
      read = 0;
      fadeIn = fade;
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      ahead = 0;
    },
    pull(output) {
      for (let n = 0; n < output.length; n += 1) {
        let sample = 0;
        if (paused) {
          if (gain > 0) {
            gain = Math.max(0, gain - 1 / fade);
            sample = (frame(ahead) ?? 0) * gain;
            ahead += 1;
          }
        } else {
          const next = frame(0);
          // A fade that nothing sounds in is over.
          gain = next === null ? 1 : Math.min(1, gain + 1 / fade);
          if (next !== null) {
            sample = next * gain;
            consume();
          }
        }
        if (tailRead < tail.length) {
          sample += tail[tailRead] ?? 0;
          tailRead += 1;
        }
        output[n] = sample;
      }
    },
    position: () => at,
    isRunning: () => !paused && chunks.length > 0,
  };
}
