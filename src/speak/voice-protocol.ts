/** What an engine that runs in a worker thread and its worker say to each other. */

/** What a worker is started with. */
export interface VoiceWorkerData {
  /** One Int32: the number of the job that is wanted, 0 when the running one is not wanted any more. */
  readonly wanted: SharedArrayBuffer;
  /** A folder of packages (`node_modules`) to take the engine and sonic from; null: the one that Node finds. */
  readonly packages: string | null;
  /** Others go before: nobody waits for what it says. */
  readonly low: boolean;
}

/** A passage to be spoken. */
export interface VoiceJob {
  /** From 1 on. */
  readonly id: number;
  readonly text: string;
  /** The engine's own name of the voice. */
  readonly voice: string;
  readonly rate: number;
  readonly pitch: number;
  /** Whether its sound may come in one go, and holds until the next is asked for. Not said: it may not. */
  readonly whole?: boolean;
  /** Room for the samples of a whole sound, used again; not said: there is none. */
  readonly room?: Float32Array<ArrayBuffer>;
}

/** What a worker says of itself when it has started. */
export interface VoiceReady {
  readonly type: "ready";
  /** Hz. */
  readonly sampleRate: number;
}

/** A stretch of a job's sound. */
export interface VoiceSound {
  readonly type: "sound";
  readonly id: number;
  readonly samples: Float32Array<ArrayBuffer>;
  /** Samples from the job's first, and the offset of the word in the job's text. */
  readonly marks: readonly { readonly at: number; readonly start: number }[];
}

/** A job's end. `voice`: there is no such voice. */
export interface VoiceEnd {
  readonly type: "end";
  readonly id: number;
  readonly error: "voice" | null;
  /** All that is heard of it, or the last; not said: it was sent before. */
  readonly sound?: VoiceSound | null;
}
