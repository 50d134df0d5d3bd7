import { Worker } from "node:worker_threads";
import { Failure } from "../model/index.ts";
import { SOUND_LIMITS } from "./low.ts";
import type { VoiceEnd, VoiceJob, VoiceReady, VoiceSound, VoiceWorkerData } from "./voice-protocol.ts";

/** An engine's worker thread: started when it is first needed, and again after it died. */
export interface VoiceThread<J extends VoiceJob, R extends VoiceReady> {
  /** Starts it where it is not running. @throws Failure `engine` */
  ready(): Promise<R>;
  /** Speaks one passage. Jobs are done in the order in which they come. @throws Failure `engine`, and the signal's reason */
  run(job: Omit<J, "id">, signal: AbortSignal): AsyncGenerator<VoiceSound, void, void>;
  close(): Promise<void>;
}

/** Where the worker's code is, and how long it may be silent. */
export interface VoiceThreadOptions {
  /** The engine's name in messages. */
  readonly name: string;
  readonly worker: URL;
  /** A folder of packages (`node_modules`) to take the engine from; null: the one that Node finds. */
  readonly packages: string | null;
  /** Seconds; after a silence that was too long, twice as long: a slow machine gets there too. */
  readonly patience: number;
  /** Whether others go before: nobody waits for what it says. */
  readonly low: boolean;
}

/** What a worker answers. After `ready`, a job has any number of `sound` and then one `end`, which may bring the last sound with it. */
type Answer<R extends VoiceReady> = R | VoiceSound | VoiceEnd;

interface Task<J extends VoiceJob> {
  readonly job: J;
  readonly sounds: VoiceSound[];
  state: "waiting" | "running" | "ended";
  failure: Failure | null;
  /** Called when something has changed. */
  wake: () => void;
}

/** How many sounds that were listened to are kept as room for others: one is spoken while another is listened to. */
const ROOMS = 2;

/** One start of the worker. */
interface Life<R extends VoiceReady> {
  readonly worker: Worker;
  /** The number of the job that is wanted; 0: none. */
  readonly wanted: Int32Array;
  readonly started: Promise<R>;
  /** Ends it, and whoever waits for it hears why. */
  readonly fail: (cause: unknown) => void;
  isReady: boolean;
}

/** The watchdog looks once a second, and counts looks: a machine that slept, or was stopped, is not taken for a worker that hangs. */
const LOOK = 1;

/** The patience never gets longer than so many times what it was: a worker that hangs is found out all the same. */
const MOST_PATIENT = 16;

/** Makes a thread for an engine; nothing runs yet. `J` is what it is asked for, `R` what it says of itself. */
export function createVoiceThread<J extends VoiceJob, R extends VoiceReady>({
  name,
  worker: code,
  packages,
  patience,
  low,
}: VoiceThreadOptions): VoiceThread<J, R> {
  const queue: Task<J>[] = [];
  let running: Task<J> | null = null;
  let life: Life<R> | null = null;
  const rooms: Float32Array<ArrayBuffer>[] = [];
  let jobs = 0;
  let silent = 0;
  let times = 1;
  let closed = false;
  const watchdog = setInterval(() => {
    if (!life || (life.isReady && !running)) silent = 0;
    else if (++silent * LOOK > patience * times) {
      const failure = new Failure("engine", `${name} was silent for ${patience * times} seconds`);
      times = Math.min(MOST_PATIENT, times * 2);
      life.fail(failure);
    }
  }, LOOK * 1000);
  watchdog.unref();

  function start(): Life<R> {
    const wanted = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const data: VoiceWorkerData = { wanted: wanted.buffer as SharedArrayBuffer, packages, low };
    const worker = new Worker(code, { workerData: data, resourceLimits: SOUND_LIMITS });
    const { promise, resolve, reject } = withResolvers<R>();
    // Whoever waits for it hears of it; nobody has to.
    promise.catch(() => {});
    const fail = (cause: unknown): void => {
      const failure = cause instanceof Failure ? cause : new Failure("engine", `${name} stopped: ${String(cause)}`, { cause });
      reject(failure);
      lose(begun, failure);
    };
    const begun: Life<R> = { worker, wanted, started: promise, fail, isReady: false };
    worker.on("message", (message: Answer<R>) => {
      if (life !== begun) return;
      silent = 0;
      if (message.type === "ready") {
        begun.isReady = true;
        resolve(message);
        pump();
      } else hear(message);
    });
    worker.on("error", fail);
    worker.on("exit", (status) => fail(new Failure("engine", `${name} ended with ${status}`)));
    silent = 0;
    return begun;
  }

  function hear(message: VoiceSound | VoiceEnd): void {
    const task = running;
    if (task?.job.id !== message.id) return;
    if (message.type === "sound") task.sounds.push(message);
    else {
      times = 1;
      if (message.sound) task.sounds.push(message.sound);
      end(task, message.error ? new Failure("no-voice", `${name} has no voice ${task.job.voice}`) : null);
      running = null;
      pump();
    }
    task.wake();
  }

  function end(task: Task<J>, failure: Failure | null): void {
    task.state = "ended";
    task.failure = failure;
    task.wake();
  }

  /** A worker died or hangs: what it was doing fails, the rest goes to the next one. A worker that never started is no hope for anybody. */
  function lose(lost: Life<R>, failure: Failure): void {
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
      const room = task.job.whole ? rooms.pop() : undefined;
      if (room) life.worker.postMessage({ ...task.job, room }, [room.buffer]);
      else life.worker.postMessage(task.job);
    }
    // An idle worker keeps no program alive.
    if (running || !life.isReady) life.worker.ref();
    else life.worker.unref();
  }

  function abandon(task: Task<J>): void {
    const place = queue.indexOf(task);
    if (place >= 0) queue.splice(place, 1);
    if (task === running && life) Atomics.store(life.wanted, 0, 0);
    task.wake();
  }

  function ready(): Promise<R> {
    if (closed) return Promise.reject(new Failure("engine", `${name} is closed`));
    life ??= start();
    return life.started;
  }

  return {
    ready,
    async *run(wish, signal) {
      signal.throwIfAborted();
      if (closed) throw new Failure("engine", `${name} is closed`);
      jobs = (jobs % 0x7fffffff) + 1;
      const task: Task<J> = { job: { ...wish, id: jobs } as J, sounds: [], state: "waiting", failure: null, wake: () => {} };
      const stop = (): void => abandon(task);
      signal.addEventListener("abort", stop, { once: true });
      queue.push(task);
      pump();
      try {
        for (;;) {
          signal.throwIfAborted();
          const sound = task.sounds.shift();
          if (sound) {
            yield sound;
            if (task.job.whole && rooms.length < ROOMS) rooms.push(new Float32Array(sound.samples.buffer));
          } else if (task.failure) throw task.failure;
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
      for (const task of queue.splice(0)) end(task, new Failure("engine", `${name} is closed`));
      if (life) {
        const { worker, fail } = life;
        fail(new Failure("engine", `${name} is closed`));
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
