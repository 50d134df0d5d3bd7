import type { Role } from "../model/index.ts";

/**
 * The silence after an utterance at rate 1, seconds: after each sentence, and after the last one of its block. 0.35 and 0.7 stand
 * beside the engine's own 0.02 s of silence (measured) and are those of common newsreaders' scripts; all are guesses to be tuned by
 * listeners.
 */
const PAUSES: Readonly<Record<Role, { readonly sentence: number; readonly end: number }>> = {
  kicker: { sentence: 0.35, end: 0.5 },
  title: { sentence: 0.35, end: 1.0 },
  byline: { sentence: 0.35, end: 0.7 },
  heading: { sentence: 0.35, end: 0.7 },
  paragraph: { sentence: 0.35, end: 0.6 },
  quote: { sentence: 0.35, end: 0.6 },
  item: { sentence: 0.35, end: 0.5 },
  figure: { sentence: 0.35, end: 0.7 },
  table: { sentence: 0.4, end: 0.7 },
  code: { sentence: 0.25, end: 0.6 },
  footnote: { sentence: 0.35, end: 0.6 },
  media: { sentence: 0.35, end: 0.7 },
  announcement: { sentence: 0.35, end: 0.35 },
};

/** The silence of a break between two parts of an article, seconds (guess). */
export const BREAK_PAUSE = 1.2;
/** The silence where a long sentence was cut into breaths, seconds (guess). */
export const BREATH_PAUSE = 0.1;

/** The silence after an utterance of a role, seconds at rate 1. `end`: it is the last of its block. */
export const pauseAfter = (role: Role, end: boolean): number => PAUSES[role][end ? "end" : "sentence"];
