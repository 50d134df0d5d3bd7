/** What the engine and its worker say to each other, beside what all engines say. */
import type { VoiceEnd, VoiceJob, VoiceReady, VoiceSound } from "./voice-protocol.ts";

/** A passage to be spoken by eSpeak; `voice` is its own name of the voice. */
export interface EspeakJob extends VoiceJob {
  /** eSpeak's own scale: 100 is as it comes. */
  readonly volume: number;
  /** What the samples are multiplied with after that; peaks are rounded where they would be too high. */
  readonly gain: number;
  /** Whether nothing comes before it, or after it: silence there is dropped. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** Whether it is spoken as the first thing after a start. */
  readonly anew: boolean;
}

/** A voice as eSpeak lists it. */
export interface EspeakVoice {
  /** For example `gmw/en-US`. */
  readonly identifier: string;
  readonly name: string;
}

/** eSpeak has started. */
export interface EspeakReady extends VoiceReady {
  readonly voices: readonly EspeakVoice[];
}

/** What a worker answers. After `ready`, a job has any number of `sound` and then one `end`, which may bring the last sound with it. */
export type EspeakMessage = EspeakReady | VoiceSound | VoiceEnd;
