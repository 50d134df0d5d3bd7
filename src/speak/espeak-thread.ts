import { Worker } from "node:worker_threads";
import { Failure } from "../model/index.ts";
import type { EspeakJob, EspeakMessage, EspeakWorkerData } from "./espeak-protocol.ts";

/** What a worker says of itself when it has started. */
export type EspeakReady = Extract<EspeakMessage, { type: "ready" }>;
/** A stretch of a job's sound. */
export type EspeakSound = Extract<EspeakMessage, { type: "sound" }>;

/** eSpeak's worker thread: started when it is first needed, and again after it died. */
export interface EspeakThread {
  /** Starts it where it is not running. @throws Failure `engine` */
  ready(): Promise<EspeakReady>;
  /** Speaks one passage. Jobs are done in the order in which they come. @throws Failure `engine`, and the signal's reason */
  run(job: Omit<EspeakJob, "id">, signal: AbortSignal): AsyncGenerator<EspeakSound, void, void>;
  close(): Promise<void>;
}

/** Where the worker's code is, and how long it may be silent. */
export interface EspeakThreadOptions {
  readonly worker: URL;
  readonly packages: string | null;
  /** Seconds. */
  readonly patience: number;
}

interface Task {
  readonly job: EspeakJob;
  readonly sounds: EspeakSound[];
  state: "waiting" | "running" | "ended";
  failure: Failure | null;
  /** Called when something has changed. */
  wake: () => void;
}

/** One start of the worker. */
interface Life {
  readonly worker: Worker;
  /** The number of the job that is wanted; 0: none. */
  readonly wanted: Int32Array;
  readonly started: Promise<EspeakReady>;
  isReady: boolean;
}

/** The watchdog looks once a second, and counts looks: a machine that slept, or was stopped, is not taken for a worker that hangs. */
const LOOK = 1;

export function createEspeakThread({ worker: code, packages, patience }: EspeakThreadOptions): EspeakThread {
  const queue: Task[] = [];
  let running: Task | null = null;
  let life: Life | null = null;
  let jobs = 0;
  let silent = 0;
  let closed = false;
  const watchdog = setInterval(() => {
    if (!life || (life.isReady && !running)) silent = 0;
    else if (++silent * LOOK > patience) lose(life, new Failure("engine", `eSpeak NG was silent for ${patience} seconds`));
  }, LOOK * 1000);
  watchdog.unref();

  function start(): Life {
    const wanted = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const data: EspeakWorkerData = { wanted: wanted.buffer as SharedArrayBuffer, packages };
    const worker = new Worker(code, { workerData: data });
    const { promise, resolve, reject } = withResolvers<EspeakReady>();
    const begun: Life = { worker, wanted, started: promise, isReady: false };
    // Whoever waits for it hears of it; nobody has to.
    promise.catch(() => {});
    const fail = (cause: unknown): void => {
      const failure = cause instanceof Failure ? cause : new Failure("engine", `eSpeak NG stopped: ${String(cause)}`, { cause });
      reject(failure);
      lose(begun, failure);
    };
    worker.on("message", (message: EspeakMessage) => {
      if (life !== begun) return;
      silent = 0;
      if (message.type === "ready") {
        begun.isReady = true;
        resolve(message);
        pump();
      } else hear(message);
    });
    worker.on("error", fail);
    worker.on("exit", (status) => fail(new Failure("engine", `eSpeak NG ended with ${status}`)));
    silent = 0;
    return begun;
  }

  function hear(message: Exclude<EspeakMessage, EspeakReady>): void {
    const task = running;
    if (task?.job.id !== message.id) return;
    if (message.type === "sound") task.sounds.push(message);
    else {
      end(task, message.error ? new Failure("no-voice", `eSpeak NG has no voice ${task.job.voice}`) : null);
      running = null;
      pump();
    }
    task.wake();
  }

  function end(task: Task, failure: Failure | null): void {
    task.state = "ended";
    task.failure = failure;
    task.wake();
  }

  /** A worker died or hangs: what it was doing fails, the rest goes to the next one. A worker that never started is no hope for anybody. */
  function lose(lost: Life, failure: Failure): void {
    if (life !== lost) return;
    life = null;
    void lost.worker.terminate();
    if (running) end(running, failure);
    running = null;
    if (!lost.isReady) for (const task of queue.splice(0)) end(task, failure);
    pump();
  }

  function pump(): void {
    if (!closed && queue.length > 0) life ??= start();
    if (!life) return;
    const task = life.isReady && !running ? queue.shift() : undefined;
    if (task) {
      running = task;
      task.state = "running";
      silent = 0;
      Atomics.store(life.wanted, 0, task.job.id);
      life.worker.postMessage(task.job);
    }
    // An idle worker keeps no program alive.
    if (running || !life.isReady) life.worker.ref();
    else life.worker.unref();
  }

  function abandon(task: Task): void {
    const place = queue.indexOf(task);
    if (place >= 0) queue.splice(place, 1);
    if (task === running && life) Atomics.store(life.wanted, 0, 0);
    task.wake();
  }

  function ready(): Promise<EspeakReady> {
    if (closed) return Promise.reject(new Failure("engine", "eSpeak NG is closed"));
    life ??= start();
    return life.started;
  }

  return {
    ready,
    async *run(wish, signal) {
      signal.throwIfAborted();
      if (closed) throw new Failure("engine", "eSpeak NG is closed");
      jobs = (jobs % 0x7fffffff) + 1;
      const task: Task = { job: { ...wish, id: jobs }, sounds: [], state: "waiting", failure: null, wake: () => {} };
      const stop = (): void => abandon(task);
      signal.addEventListener("abort", stop, { once: true });
      queue.push(task);
      pump();
      try {
        for (;;) {
          signal.throwIfAborted();
          const sound = task.sounds.shift();
          if (sound) yield sound;
          else if (task.failure) throw task.failure;
          else if (task.state === "ended") return;
          else {
            const { promise, resolve } = withResolvers<void>();
            task.wake = resolve;
            await promise;
          }
        }
      } finally {
        signal.removeEventListener("abort", stop);
        abandon(task);
      }
    },
    async close() {
      closed = true;
      clearInterval(watchdog);
      for (const task of queue.splice(0)) end(task, new Failure("engine", "eSpeak NG is closed"));
      if (life) {
        const { worker } = life;
        lose(life, new Failure("engine", "eSpeak NG is closed"));
        await worker.terminate();
      }
    },
  };
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (reason: unknown) => void } {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
