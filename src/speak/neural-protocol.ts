/** What the engine for neural voices and the process that runs a model say to each other. */

/** A model as its process is asked to load it. */
export interface NeuralModel {
  /** The configuration of sherpa-onnx: its `model` part, with absolute paths. */
  readonly config: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where eSpeak NG's data has to be for it to say how words sound; made when it is not there. Null: the model needs none. */
  readonly data: string | null;
  /** A folder of packages (`node_modules`) to take sherpa-onnx and eSpeak NG from; null: the one that Node finds. */
  readonly packages: string | null;
  /** How it is asked to speak: `plain` by speaker and speed, `steps` also by the number of its steps and by language. */
  readonly manner: "plain" | "steps";
}

/** A passage to be spoken. */
export interface NeuralPassage {
  readonly text: string;
  /** From 0 on. */
  readonly speaker: number;
  /** 1 is the model's own pace. */
  readonly speed: number;
  /** The language's own code, without a country. */
  readonly lang: string;
}

/** What a process is asked. `load` comes first, and once. */
export type NeuralAsk =
  | { readonly type: "load"; readonly id: number; readonly model: NeuralModel }
  | { readonly type: "speak"; readonly id: number; readonly passage: NeuralPassage }
  | { readonly type: "cancel"; readonly id: number };

/** What it answers: `loaded` to `load`; any number of `sound` and then `end` to `speak`. `end` with an error instead of either. */
export type NeuralAnswer =
  | { readonly type: "loaded"; readonly id: number; readonly sampleRate: number; readonly speakers: number }
  | { readonly type: "sound"; readonly id: number; readonly samples: Float32Array }
  | { readonly type: "end"; readonly id: number; readonly error: string | null };

/** A process of its own for one model, as the engine sees it: it may end at any moment. What is posted before it runs waits. */
export interface NeuralProcess {
  post(message: NeuralAsk): void;
  /** One listener for answers, one for the end of the process; the end comes once. */
  listen(onMessage: (message: NeuralAnswer) => void, onEnd: (how: string) => void): void;
  /** Ends it at once. */
  kill(): void;
}

/** Starts a process that runs `runNeural`. How that is done differs between the window's host and the command line. */
export type StartNeural = () => NeuralProcess;

/** The other end of the line: what the process itself sees. */
export interface NeuralLine {
  post(message: NeuralAnswer): void;
  listen(onMessage: (message: NeuralAsk) => void): void;
}
