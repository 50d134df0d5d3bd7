import type { VoiceId } from "./ids.ts";

/** A voice that can be chosen. */
export interface Voice {
  readonly id: VoiceId;
  /** The voice's own name, as its maker writes it. */
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
  /** The engine's name: `espeak`, `say`, `tone` … */
  readonly engine: string;
}

/** One utterance to be spoken. */
export interface SpeechRequest {
  /** Plain text, never markup. */
  readonly text: string;
  readonly voice: VoiceId;
  /** 1 is the voice's own pace; 0.5 to 8. */
  readonly rate: number;
  /** 1 is the voice's own pitch; 0.5 to 2. */
  readonly pitch: number;
  /**
   * The voice forgets what it said before. An embedded voice whose first request of all was such a one gives the same samples for the same
   * requests from here on. Not said: it goes on.
   */
  readonly anew?: boolean;
  /** Nobody waits for its first words: its sound may come in one go. Its samples hold until the next chunk is asked for. */
  readonly whole?: boolean;
}

/** The lowest and highest rate that can be asked for. */
export const RATE = { lowest: 0.5, highest: 8 } as const;

/** The lowest and highest pitch that can be asked for. */
export const PITCH = { lowest: 0.5, highest: 2 } as const;

/** The nearest pitch that can be asked for. */
export const pitchWithin = (pitch: number): number => Math.min(PITCH.highest, Math.max(PITCH.lowest, pitch));

/** A word begins to sound. */
export interface SpeechMark {
  /** Seconds from the utterance's first sample. */
  readonly time: number;
  /** The word in the request's text: UTF-16 code units, half-open. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of mono PCM, Float32 in [-1, 1], and the marks that begin in it. */
export interface SpeechChunk {
  readonly samples: Float32Array;
  /** Hz. */
  readonly sampleRate: number;
  readonly marks: readonly SpeechMark[];
}

/** Whether an engine's marks are measured by it or estimated by us. */
export type Timing = "engine" | "estimate";

/**
 * Turns text into PCM and marks, and nothing else: no queue, no playback, no state that a caller sees.
 */
export interface SpeechEngine {
  readonly name: string;
  readonly timing: Timing;
  /** It takes a good part of the time that a sentence lasts to make it, so that sound is worth being made ahead; not said: it does not. */
  readonly slow?: true;
  /** @throws Failure `no-voice` when the engine is not installed, with what to install. */
  voices(): Promise<readonly Voice[]>;
  /**
   * Streams: the first chunk comes as soon as it sounds. Marks are monotone. Aborting ends the stream within one chunk by throwing
   * the signal's reason.
   * @throws Failure `no-voice` for a voice that it does not have, `engine` when the engine fails.
   */
  synthesize(request: SpeechRequest, signal: AbortSignal): AsyncIterable<SpeechChunk>;
  /** Ends what the engine runs. */
  close(): Promise<void>;
}
