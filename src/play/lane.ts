/** Where the reading is: a word of an utterance. */
export interface Point {
  readonly utterance: number;
  /** UTF-16 in the utterance's spoken text: the start of the word. */
  readonly offset: number;
  /** Seconds into the utterance's speech. */
  readonly time: number;
}

/** A stretch of one utterance's speech that lies in the sink, and the silence after it. Times are the sink's seconds. */
export interface Segment {
  readonly utterance: number;
  /** The word that it begins with, UTF-16 in the utterance's spoken text. */
  readonly offset: number;
  /** Seconds of the utterance's speech that come before it. */
  readonly base: number;
  /** Which choice of rate and voice it was spoken with, see `PlayerState.voicing`. */
  readonly voicing: number;
  readonly rate: number;
  readonly start: number;
  /** Where its speech ends. */
  readonly spoken: number;
  /** Where the silence after it ends. */
  readonly end: number;
  /** Whether its utterance is in it up to the last sample. */
  readonly whole: boolean;
  /** Where its words begin; `offset` as above. */
  readonly marks: readonly { readonly at: number; readonly offset: number }[];
}

/** What lies in the sink, in order, without gaps. */
export type Lane = readonly Segment[];

/** Where what lies in the sink ends, null: nothing does. */
export const laneEnd = (lane: Lane): number | null => lane.at(-1)?.end ?? null;

/** What sounds at a second of the sink; beyond the end the last that sounded; null when nothing lies there. */
export function pointAt(lane: Lane, at: number): Point | null {
  const segment = lane.findLast((candidate) => candidate.start <= at) ?? lane[0];
  if (!segment) return null;
  const word = segment.marks.findLast((mark) => mark.at <= at);
  const time = segment.base + Math.max(0, Math.min(at, segment.end) - segment.start);
  return { utterance: segment.utterance, offset: word?.offset ?? segment.offset, time };
}

/** The lane without what was heard wholly. The last segment stays: it says what sounded last. */
export function unheard(lane: Lane, heard: number): Lane {
  const first = lane.findIndex((segment) => segment.end > heard);
  if (first === 0 || lane.length < 2) return lane;
  return lane.slice(first < 0 ? -1 : first);
}

/** The lane as it is after a cut. */
export function cutLane(lane: Lane, at: number): Lane {
  return lane
    .filter((segment) => segment.start < at)
    .map((segment) =>
      segment.end <= at
        ? segment
        : {
            ...segment,
            spoken: Math.min(segment.spoken, at),
            end: at,
            whole: false,
            marks: segment.marks.filter((mark) => mark.at < at),
          },
    );
}

/** The next second of the sink at which another word or utterance begins, or the lane ends. */
export function nextChange(lane: Lane, heard: number): number | null {
  for (const segment of lane) {
    if (segment.start > heard) return segment.start;
    const mark = segment.marks.find((candidate) => candidate.at > heard);
    if (mark) return mark.at;
  }
  const end = laneEnd(lane);
  return end !== null && end > heard ? end : null;
}

/** When the speech of an utterance ends, a second of the sink; null: not all of it lies there. */
export const saidAt = (lane: Lane, utterance: number): number | null =>
  lane.findLast((segment) => segment.utterance === utterance && segment.whole)?.spoken ?? null;

/** Where the lane can be cut between two words, and what is to be said from there on. */
export interface Join {
  readonly at: number;
  readonly point: Point;
}

/**
 * The first place from second `at` on where speech of an earlier voicing can be exchanged for the present one without cutting a
 * word; null when none lies there. The point's time is in the pace of `rate`.
 */
export function joinFrom(lane: Lane, at: number, voicing: number, rate: number): Join | null {
  for (const segment of lane) {
    if (segment.voicing === voicing) continue;
    if (segment.start >= at)
      return { at: segment.start, point: { utterance: segment.utterance, offset: segment.offset, time: segment.base } };
    const mark = segment.marks.find((candidate) => candidate.at >= at);
    if (mark) {
      const time = ((segment.base + mark.at - segment.start) * segment.rate) / rate;
      return { at: mark.at, point: { utterance: segment.utterance, offset: mark.offset, time } };
    }
  }
  return null;
}
