import { Worker } from "node:worker_threads";
import { type EditionSound, Failure } from "../../model/index.ts";
import { SOUND_LIMITS } from "../../speak/index.ts";
import type { Lame } from "./lame.ts";

/** Pieces that follow each other, to be encoded in one go. */
export interface EncodeJob {
  /** The file of the 16-bit samples of each, and the one that its frames go to. */
  readonly pieces: readonly { readonly samples: string; readonly frames: string }[];
  readonly sound: EditionSound;
  readonly sampleRate: number;
  /** What each sample is multiplied by. */
  readonly gain: number;
  /** The system's, where it makes the MP3; null: our own does. */
  readonly lame: Lame | null;
}

/** What the thread is started with. */
export interface EncoderData {
  /** Others go before: nobody waits for it. */
  readonly low: boolean;
}

/** Null: it is done. */
export interface EncodeAnswer {
  readonly error: { /** A system's, null for any other. */ readonly code: string | null; readonly message: string } | null;
}

/** A thread that encodes, one job at a time. */
export interface Encoder {
  /** Starts it, where it is not running: what is encoded soon does not wait for that. Nothing, once it is closed. */
  start(): void;
  /** @throws Failure `engine`; a system's error; the signal's reason, when the thread is ended too */
  encode(job: EncodeJob, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Starts the thread with the first piece at the latest, and again after it was ended. @param code the built worker, `encode-worker.js` */
export function createEncoder(code: URL, data: EncoderData): Encoder {
  let worker: Worker | null = null;
  let isClosed = false;
  /** Of the job that is done. */
  let settle: ((answer: EncodeAnswer | Error) => void) | null = null;
  const start = (): Worker => {
    const begun = new Worker(code, { workerData: data, resourceLimits: SOUND_LIMITS });
    const fail = (failure: Error): void => {
      if (worker === begun) worker = null;
      settle?.(failure);
    };
    begun.on("message", (answer: EncodeAnswer) => settle?.(answer));
    begun.on("error", fail);
    begun.on("exit", (status) => fail(new Failure("engine", `The encoder ended with ${status}.`)));
    return begun;
  };
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  return {
    start() {
      if (!isClosed) worker ??= start();
    },
    async encode(job, signal) {
      signal.throwIfAborted();
      worker ??= start();
      const running = worker;
      let stop = (): void => {};
      const answer = await new Promise<EncodeAnswer | Error | null>((resolve) => {
        settle = resolve;
        stop = () => resolve(null);
        signal.addEventListener("abort", stop, { once: true });
        running.postMessage(job);
      });
      settle = null;
      signal.removeEventListener("abort", stop);
      if (answer === null) {
        await end();
        throw signal.reason;
      }
      if (answer instanceof Error) throw answer;
      if (answer.error?.code) throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
      if (answer.error) throw new Failure("engine", `The sound can't be encoded: ${answer.error.message}`);
    },
    close() {
      isClosed = true;
      return end();
    },
  };
}
