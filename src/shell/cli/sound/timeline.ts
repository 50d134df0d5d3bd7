/** Samples of one rate that follow each other. */
export interface Stretch {
  readonly samples: Float32Array;
  /** Hz. */
  readonly sampleRate: number;
}

/** What was written to a sink and isn't heard yet, by the second. */
export interface Timeline {
  push(stretch: Stretch): void;
  /** The end of all that was pushed, seconds. */
  end(): number;
  /** What lies from a second on: at most so many seconds, of one sample rate; null: nothing. */
  read(from: number, seconds: number): Stretch | null;
  /** Drops what lies behind a second, or what lies before it. */
  dropAfter(at: number): void;
  dropBefore(at: number): void;
}

interface Item extends Stretch {
  /** Seconds. */
  readonly start: number;
}

/** Makes an empty timeline. Positions are rounded to the nearest sample. */
export function createTimeline(): Timeline {
  let items: Item[] = [];
  let end = 0;
  const endOf = (item: Item): number => item.start + item.samples.length / item.sampleRate;
  return {
    push(stretch) {
      if (stretch.samples.length === 0) return;
      items.push({ ...stretch, start: end });
      end += stretch.samples.length / stretch.sampleRate;
    },
    end: () => end,
    read(from, seconds) {
      const half = 0.5 / 192_000;
      const first = items.findIndex((item) => endOf(item) > from + half);
      const begin = items[first];
      if (!begin || seconds <= half) return null;
      const parts: Float32Array[] = [];
      for (const item of items.slice(first)) {
        if (item.sampleRate !== begin.sampleRate || item.start >= from + seconds - half) break;
        const sample = (second: number): number =>
          Math.max(0, Math.min(item.samples.length, Math.round((second - item.start) * item.sampleRate)));
        parts.push(item.samples.subarray(sample(from), sample(from + seconds)));
      }
      const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        samples.set(part, at);
        at += part.length;
      }
      return samples.length > 0 ? { samples, sampleRate: begin.sampleRate } : null;
    },
    dropAfter(at) {
      if (at >= end) return;
      items = items
        .filter((item) => item.start < at)
        .map((item) => ({ ...item, samples: item.samples.subarray(0, Math.round((at - item.start) * item.sampleRate)) }));
      end = at;
    },
    dropBefore(at) {
      items = items.filter((item) => endOf(item) > at);
    },
  };
}
