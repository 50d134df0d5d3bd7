/** eSpeak's words a minute at rate 1. */
const NORMAL = 175;
/** The fastest that eSpeak itself speaks, words a minute; the slowest is 80, under half of normal. */
const FASTEST = 450;
/**
 * How fast that is, against normal. It depends on the text, since eSpeak shortens its pauses more than its words: 2.36 for the
 * sentences of one article, 2.67 for those of another with many commas, 2.53 for a whole one (measured). Up to there a rate is within 10 %.
 */
const FASTEST_RATE = 2.5;

/** How a rate is reached: eSpeak's own, and for more the stretcher's. */
export interface Pace {
  /** Words a minute. */
  readonly wordsPerMinute: number;
  /** 1: no stretching. */
  readonly stretch: number;
}

/**
 * eSpeak's own rates are clearer than stretched ones, so the stretcher only does what is beyond them (measured by recognised words).
 */
export function paceOf(rate: number): Pace {
  if (rate <= FASTEST_RATE) return { wordsPerMinute: Math.round(NORMAL * rate), stretch: 1 };
  return { wordsPerMinute: FASTEST, stretch: rate / FASTEST_RATE };
}

/** eSpeak's pitch of a voice as it comes. */
const NORMAL_PITCH = 50;
/** What a step of eSpeak's pitch does to the frequency, above and below normal: measured on a vowel, as a natural logarithm. */
const STEP_UP = 0.0111;
const STEP_DOWN = 0.0082;

/** eSpeak's pitch, 0 to 99, for ours. It reaches from 0.67 to 1.7; beyond that it stays there. */
export function pitchOf(pitch: number): number {
  const change = Math.log(pitch);
  return Math.min(99, Math.max(0, Math.round(NORMAL_PITCH + change / (change > 0 ? STEP_UP : STEP_DOWN))));
}
