/** What Flite's engine and its worker say to each other, beside what all engines say. */
import type { VoiceEnd, VoiceJob, VoiceReady, VoiceSound } from "./voice-protocol.ts";

/** A breath to be spoken by Flite; `voice` is its own name of the voice. */
export interface FliteJob extends VoiceJob {
  /** What samples are multiplied by, so that the voice is as loud as others. */
  readonly gain: number;
  /** Whether the voice takes another pitch itself. */
  readonly pitches: boolean;
  /** The silence after it, seconds. */
  readonly pause: number;
}

/** What a worker answers. After `ready`, a job has any number of `sound` and then one `end`. */
export type FliteMessage = VoiceReady | VoiceSound | VoiceEnd;
