import { Failure } from "../model/index.ts";
import type { NeuralAnswer, NeuralModel, NeuralPassage, NeuralProcess, StartNeural } from "./neural-protocol.ts";

/** What a model says of itself when it has loaded. */
export interface NeuralFacts {
  /** Hz. */
  readonly sampleRate: number;
  /** How many speakers it has, 1 at least. */
  readonly speakers: number;
}

/** A model in a process of its own, from its start to its end. It is never started again: whoever needs it makes a new one. */
export interface NeuralLife {
  /** Resolves when the model has loaded. @throws Failure `engine` */
  readonly loaded: Promise<NeuralFacts>;
  /** Speaks one passage. Passages are spoken in the order in which they come. @throws Failure `engine`, and the signal's reason */
  speak(passage: NeuralPassage, signal: AbortSignal): AsyncGenerator<Float32Array, void, void>;
  /** Whether its process has ended. */
  ended(): boolean;
  /** Whether it has nothing to do. */
  idle(): boolean;
  close(): void;
}

interface Task {
  readonly id: number;
  readonly passage: NeuralPassage;
  readonly sounds: Float32Array[];
  state: "waiting" | "running" | "ended";
  failure: Failure | null;
  wake: () => void;
}

/** The watchdog looks once a second, and counts looks: a machine that slept is not taken for a process that hangs. */
const LOOK = 1;
const LOAD = 1;

/**
 * Starts a process and loads a model in it.
 * @param patience how long it may be silent while it has something to do, seconds
 */
export function createNeuralLife(start: StartNeural, model: NeuralModel, patience: number): NeuralLife {
  const child: NeuralProcess = start();
  const queue: Task[] = [];
  let running: Task | null = null;
  let next = LOAD + 1;
  let ready = false;
  let over = false;
  let silent = 0;
  let resolve: (facts: NeuralFacts) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const loaded = new Promise<NeuralFacts>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever waits for it hears of it; nobody has to.
  loaded.catch(() => {});
  const watchdog = setInterval(() => {
    if (ready && !running) silent = 0;
    else if (++silent * LOOK > patience) end(new Failure("engine", `The voice's process was silent for ${patience} seconds.`));
  }, LOOK * 1000);
  watchdog.unref();

  function settle(task: Task, failure: Failure | null): void {
    task.state = "ended";
    task.failure = failure;
    task.wake();
  }

  function end(failure: Failure): void {
    if (over) return;
    over = true;
    clearInterval(watchdog);
    child.kill();
    reject(failure);
    if (running) settle(running, failure);
    for (const task of queue.splice(0)) settle(task, failure);
    running = null;
  }

  function pump(): void {
    if (over || !ready || running) return;
    const task = queue.shift();
    if (!task) return;
    running = task;
    task.state = "running";
    silent = 0;
    child.post({ type: "speak", id: task.id, passage: task.passage });
  }

  function hear(message: NeuralAnswer): void {
    silent = 0;
    if (message.type === "loaded") {
      ready = true;
      resolve({ sampleRate: message.sampleRate, speakers: message.speakers });
      pump();
    } else if (message.id === LOAD) {
      if (message.type === "end") end(new Failure("engine", `The voice can't be loaded: ${message.error}`));
    } else if (running?.id === message.id) {
      const task = running;
      if (message.type === "sound") task.sounds.push(message.samples);
      else {
        running = null;
        settle(task, message.error === null ? null : new Failure("engine", `The voice can't say this: ${message.error}`));
        pump();
      }
      task.wake();
    }
  }

  child.listen(hear, (how) => end(new Failure("engine", `The voice's process ended (${how}).`)));
  child.post({ type: "load", id: LOAD, model });

  function abandon(task: Task): void {
    const place = queue.indexOf(task);
    if (place >= 0) queue.splice(place, 1);
    if (task === running && !over) child.post({ type: "cancel", id: task.id });
    task.wake();
  }

  return {
    loaded,
    ended: () => over,
    idle: () => running === null && queue.length === 0,
    async *speak(passage, signal) {
      signal.throwIfAborted();
      await loaded;
      const task: Task = { id: next++, passage, sounds: [], state: "waiting", failure: null, wake: () => {} };
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
          else if (over) throw new Failure("engine", "The voice's process has ended.");
          else
            await new Promise<void>((wake) => {
              task.wake = wake;
            });
        }
      } finally {
        signal.removeEventListener("abort", stop);
        if (task.state !== "ended") abandon(task);
      }
    },
    close: () => end(new Failure("engine", "The voice is closed.")),
  };
}
