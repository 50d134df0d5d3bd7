/** What the engine and its worker say to each other. */

/** What a worker is started with. */
export interface EspeakWorkerData {
  /** One Int32: the number of the job that is wanted, 0 when the running one is not wanted any more. */
  readonly wanted: SharedArrayBuffer;
  /** A folder of packages (`node_modules`) to take eSpeak NG and sonic from; null: the one that Node finds. */
  readonly packages: string | null;
}

/** A passage to be spoken. */
export interface EspeakJob {
  /** From 1 on. */
  readonly id: number;
  readonly text: string;
  /** eSpeak's own name of the voice. */
  readonly voice: string;
  /** eSpeak's own scale: 100 is as it comes. */
  readonly volume: number;
  readonly rate: number;
  readonly pitch: number;
  /** Whether nothing comes before it, or after it: silence there is dropped. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** A voice as eSpeak lists it. */
export interface EspeakVoice {
  /** For example `gmw/en-US`. */
  readonly identifier: string;
  readonly name: string;
}

/** What a worker answers. After `ready`, a job has any number of `sound` and then one `end`. */
export type EspeakMessage =
  | { readonly type: "ready"; readonly voices: readonly EspeakVoice[]; readonly sampleRate: number }
  | {
      readonly type: "sound";
      readonly id: number;
      readonly samples: Float32Array<ArrayBuffer>;
      /** Samples from the job's first, and the offset of the word in the job's text. */
      readonly marks: readonly { readonly at: number; readonly start: number }[];
    }
  | { readonly type: "end"; readonly id: number; readonly error: "voice" | null };
