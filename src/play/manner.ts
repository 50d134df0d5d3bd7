import { pitchWithin, type Script, type SpeechRequest, type Styled, spokenText, standingOf, type VoiceId } from "../model/index.ts";
import type { Point } from "./lane.ts";

/** A short sound that comes before something: mono samples, `sampleRate` in Hz. */
export interface Cue {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** How something is said that differs from the body. */
export interface Timbre {
  /** 1 is the voice's own pitch. */
  readonly pitch: number;
  /** Null: the voice of the body. */
  readonly voice: VoiceId | null;
  readonly cue: Cue | null;
}

/** The listener's taste in how it sounds, beside voice and rate. */
export interface Manner {
  /** How a kind of thing is said in a language; null: as the body. */
  readonly timbreOf: (kind: Styled, lang: string) => Timbre | null;
  /** The silence after an utterance, times what the script says. */
  readonly pauses: number;
  /** The pitch of everything, times what each is said with; not said: 1. */
  readonly pitch?: number;
}

/** Everything in one voice, with the script's own pauses. */
export const PLAIN: Manner = { timbreOf: () => null, pauses: 1 };

/** How an utterance is said; null: as the body. `first`: it begins what it is part of. */
function timbreAt(script: Script, index: number, manner: Manner): { readonly timbre: Timbre; readonly first: boolean } | null {
  const lang = script.utterances[index]?.lang ?? "";
  const standing = standingOf(script, index);
  for (const kind of standing?.kinds ?? []) {
    const timbre = manner.timbreOf(kind, lang);
    if (timbre && standing) return { timbre, first: standing.first };
  }
  return null;
}

/** What a voice is asked for, from a point of a script on; null where nothing is to be said. @throws what `voiceFor` throws */
export function requestAt(
  script: Script,
  point: Point,
  { manner, voiceFor, rate }: { readonly manner: Manner; readonly voiceFor: (lang: string) => VoiceId; readonly rate: number },
): SpeechRequest | null {
  const utterance = script.utterances[point.utterance];
  const text = utterance ? spokenText(utterance).slice(point.offset) : "";
  if (!utterance || text.trim() === "") return null;
  const timbre = timbreAt(script, point.utterance, manner)?.timbre;
  return { text, voice: timbre?.voice ?? voiceFor(utterance.lang), rate, pitch: pitchWithin((timbre?.pitch ?? 1) * (manner.pitch ?? 1)) };
}

/** The sound that comes before a point of a script, null: none does. */
export function cueAt(script: Script, point: Point, manner: Manner): Cue | null {
  if (point.offset > 0) return null;
  const found = timbreAt(script, point.utterance, manner);
  return found?.first ? found.timbre.cue : null;
}

/** The silence after an utterance, seconds. None follows the last. */
export function pauseAfter(script: Script, index: number, manner: Manner, rate: number): number {
  const utterance = script.utterances[index];
  if (!utterance || index + 1 >= script.utterances.length) return 0;
  // Silence that stands by itself is there to be noticed, or to press a key in, whatever the speed.
  return utterance.pieces.length === 0 ? utterance.pause : (utterance.pause * manner.pauses) / rate;
}
