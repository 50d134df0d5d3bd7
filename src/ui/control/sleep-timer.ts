import type { Player } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import { queueMinutes } from "../reading/queue-state.ts";
import { nextSleep, type SleepChoice, sleepChoiceWords, sleepLeftWords } from "../reading/sleep.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** Lets the reading fall asleep: softer and softer, then silent. */
export interface SleepTimer {
  /** Begins anew. */
  set(choice: SleepChoice): void;
  /** Seconds that are left; 0 where it counts none. */
  left(): number;
  /** The reading has ended by itself, or was stopped by a person: a fade is over. */
  heard(state: "playing" | "silent" | "ended"): void;
}

/** What a sleep timer needs. */
export interface SleepWorld {
  /** Seconds, monotone. */
  readonly now: () => number;
  /** Calls `run` again and again. Returns the end of it. */
  readonly every: (seconds: number, run: () => void) => () => void;
  /** Whether the article sounds. */
  readonly sounding: () => boolean;
  /** Whether the time stands still while nothing is read. */
  readonly halts: () => boolean;
  /** How loud the reading is: 1 is the voice's own loudness. */
  readonly loudness: (volume: number) => void;
  /** Silences the reading where it is. */
  readonly sleep: () => void;
  /** It is off again. */
  readonly over: () => void;
}

/** The last seconds get softer and softer: long enough to be noticed, and to press a key (guess). */
const FADE = 20;
/** How often it is looked, seconds: each step of the fade is 0.4 dB on average. */
const LOOK = 0.25;
/** A pause of the timer itself, such as a computer that slept, counts no more than this, seconds. */
const LONGEST_STEP = 2;

/** Makes a timer that is off. */
export function createSleepTimer(world: SleepWorld): SleepTimer {
  let choice: SleepChoice = "off";
  let left = 0;
  let looked = 0;
  let faded = false;
  let stop = (): void => {};

  const clear = (): void => {
    stop();
    stop = () => {};
    choice = "off";
    left = 0;
    if (faded) world.loudness(1);
    faded = false;
  };
  const look = (): void => {
    const now = world.now();
    const passed = Math.min(now - looked, LONGEST_STEP);
    looked = now;
    const sounding = world.sounding();
    if (!sounding && world.halts()) return;
    left = Math.max(0, left - passed);
    if (left === 0) {
      if (sounding) world.sleep();
      clear();
      world.over();
    } else if (left < FADE && sounding) {
      faded = true;
      // Equal steps to the ear are equal ratios; a square is near enough, and ends in silence.
      world.loudness((left / FADE) ** 2);
    }
  };
  return {
    set(chosen) {
      clear();
      choice = chosen;
      if (typeof chosen !== "number") return;
      left = chosen * 60;
      looked = world.now();
      stop = world.every(LOOK, look);
    },
    left: () => left,
    heard(state) {
      // Where the next of the queue is read at once, nothing has ended to the ear.
      if (state === "ended" && (choice === "article" || (choice === "queue" && !world.sounding()))) {
        clear();
        world.over();
      }
      // Whoever pauses in the fade and goes on wants to hear.
      if (state === "silent" && faded) {
        faded = false;
        world.loudness(1);
      }
    },
  };
}

/** The sleep timer of a window. */
export interface Sleep {
  readonly set: (choice: SleepChoice) => void;
  /** The next choice, said. */
  readonly next: () => void;
  /** Says what is left. */
  readonly tell: () => void;
}

/** Joins the timer with a window. */
export function createSleep(world: {
  readonly store: Store<WindowState>;
  readonly player: Player;
  readonly now: () => number;
  readonly sounding: () => boolean;
  readonly stop: () => void;
  readonly loudness: (volume: number) => void;
  readonly answer: (message: string) => void;
}): Sleep {
  const { store, answer } = world;
  const timer = createSleepTimer({
    now: world.now,
    every(seconds, run) {
      const repeated = setInterval(run, seconds * 1000);
      return () => clearInterval(repeated);
    },
    sounding: world.sounding,
    halts: () => store.get().settings.sleepHalts,
    loudness: world.loudness,
    sleep: world.stop,
    over: () => store.set({ sleep: "off" }),
  });
  world.player.subscribe(({ state }) =>
    timer.heard(state === "ended" ? "ended" : state === "playing" || state === "loading" ? "playing" : "silent"),
  );
  const set = (sleep: SleepChoice): void => {
    timer.set(sleep);
    store.set({ sleep });
  };
  return {
    set,
    next() {
      set(nextSleep(store.get().sleep));
      answer(words("sleep.set", { choice: sleepChoiceWords(store.get().sleep) }));
    },
    tell: () => answer(sleepLeftWords(store.get().sleep, timer.left(), queueMinutes(store.get()))),
  };
}
