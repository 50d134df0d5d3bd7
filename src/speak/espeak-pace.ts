/** eSpeak's words a minute at rate 1. */
const NORMAL = 175;
/** The fastest that eSpeak itself speaks, words a minute. */
const FASTEST = 450;
/** How much faster than at `NORMAL` an article is spoken at `FASTEST`: measured on 600 words, pauses included. */
const FASTEST_RATE = 2.53;

/** How a rate is reached: eSpeak's own, and for more the stretcher's. */
export interface Pace {
  /** Words a minute. */
  readonly wordsPerMinute: number;
  /** 1: no stretching. */
  readonly stretch: number;
}

/**
 * eSpeak's own rates are clearer than stretched ones, so the stretcher only does what is beyond them (measured by recognised words).
 * The slowest rate of all, 0.5, is 88 words a minute: still eSpeak's own, whose slowest is 80.
 */
export function paceOf(rate: number): Pace {
  const wordsPerMinute = Math.min(FASTEST, Math.round(NORMAL * rate));
  return { wordsPerMinute, stretch: wordsPerMinute < FASTEST ? 1 : Math.max(1, rate / FASTEST_RATE) };
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
