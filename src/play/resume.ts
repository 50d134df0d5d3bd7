import type { Resume, Script } from "../model/index.ts";
import { skipTarget } from "./units.ts";

/**
 * How long somebody was away, seconds, until more is said again: a word to somebody beside them, a telephone call, a meal, a night
 * (guess: nobody has measured it for speech; task resumption is studied at a desk).
 */
const AWAY = { word: 30, call: 300, meal: 3600, night: 6 * 3600 } as const;

/** Where the reading goes on. */
export interface Resumption {
  readonly utterance: number;
  /** In the middle of the word; else from the utterance's start. */
  readonly exact: boolean;
  /** Whether it is said first what is read and where. */
  readonly recall: boolean;
}

/**
 * Where to go on after a break: where it stopped, from the sentence, from the one before, or from the paragraph, the longer the break the
 * earlier. What a listener moved to themselves is no break.
 * @param away seconds; more is never less far back
 */
export function resumption(script: Script, utterance: number, away: number, resume: Resume): Resumption {
  if (resume === "off" || !(away >= AWAY.word)) return { utterance, exact: true, recall: false };
  if (resume === "sentence" || away < AWAY.call) return { utterance, exact: false, recall: false };
  const before = Math.max(0, utterance - 1);
  if (away < AWAY.meal) return { utterance: before, exact: false, recall: false };
  const paragraph = skipTarget(script, utterance, "paragraph", -1) ?? 0;
  // Whoever begins with the headline hears it anyway.
  return { utterance: Math.min(before, paragraph), exact: false, recall: away >= AWAY.night && paragraph > 0 };
}
