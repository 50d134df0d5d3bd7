import type { ReadyReader } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import { type ReadyState, storeTrouble, toFailure } from "../model/index.ts";
import type { Background } from "./background.ts";
import type { GetReadyWorld, ReadyEnd } from "./get-ready.ts";
import type { SpeakAheadWorld } from "./speak-ahead.ts";

/** What keeping things ready needs. */
export interface KeepReadyWorld extends Omit<GetReadyWorld, "room" | "mute"> {
  readonly library: Library;
  /** Makes sound ahead; null: it is kept nowhere. */
  readonly sound: Omit<SpeakAheadWorld, "library"> | null;
  /** Bytes that are free on the library's disk; not said: nobody knows. */
  readonly free: (() => Promise<number>) | undefined;
  readonly hindrance: Background["hindrance"];
  /** Something is different: those who watch ask anew. */
  readonly changed: () => void;
  /** One line, without titles or addresses. */
  readonly log: (line: string) => void;
}

/** Keeps ready for offline what the listener wishes for. */
export interface KeepReady {
  readonly uses: ReadyReader;
  /** Begins to work by itself, when nothing hinders it. */
  begin(): void;
  end(): Promise<void>;
}

/** How often it is looked whether there is something to do, milliseconds. */
const LOOK = 10_000;
/** What was put off, or had no room, is looked at again after so long, milliseconds. */
const AGAIN = 600_000;
/** How long it waits after the network or the disk was lost, milliseconds. */
const LOST = 300_000;
/** How often those who watch are told of progress, milliseconds: as often as an eye follows a number, and lists are read anew (guess). */
const TELL_EVERY = 1_000;
/** What is left free on the disk for everything else, bytes (guess). */
export const SPARE = 500_000_000;

interface Pass {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  readonly followers: Set<() => void>;
  failed: unknown;
}

/** Makes it; nothing is looked at before `begin`, or before somebody asks. */
export function createKeepReady(world: KeepReadyWorld): KeepReady {
  const { library, free, hindrance, changed, log, now } = world;
  let running: Pass | null = null;
  let full: ReadyState["full"] = null;
  let timer: ReturnType<typeof setInterval> | null = null;
  let telling: ReturnType<typeof setTimeout> | null = null;
  let seen: { readonly changes: number; readonly at: number; readonly hold: ReadyState["hold"] } = { changes: -1, at: 0, hold: null };
  let notBefore = 0;

  const tell = (): void => {
    if (telling !== null) clearTimeout(telling);
    telling = null;
    changed();
  };
  const tellSoon = (): void => {
    telling ??= setTimeout(tell, TELL_EVERY);
  };
  const budget = (): number => Number(library.settings().readyBudget) * 1_000_000;
  const room: GetReadyWorld["room"] = async () => {
    const most = budget();
    // A disk that does not tell has room.
    const spare = (await free?.().catch(() => null)) ?? null;
    const disk = spare === null ? most : Math.max(0, library.ready.counts(now()).used + spare - SPARE);
    return disk < most ? { most: disk, by: "disk" } : { most, by: "budget" };
  };
  const state = (): ReadyState => {
    const { wanted, ready, lost, used, queue } = library.ready.counts(now());
    return { wanted, ready, lost, used, queue, budget: budget(), full, hold: hindrance(), working: running !== null };
  };

  const pass = async (own: Pass): Promise<void> => {
    let end: ReadyEnd = "done";
    try {
      const [{ getReady }, { mute, speakAhead }] = await Promise.all([import("./get-ready.ts"), import("./speak-ahead.ts")]);
      const { signal } = own.stop;
      const sounding = world.sound && { ...world.sound, library };
      const quieter = sounding ? { mute: (most: number) => mute(sounding, most) } : {};
      const tellStep = (): void => {
        for (const follow of [...own.followers]) follow();
        tellSoon();
      };
      // First all that needs the network; between two articles' sound it is looked whether there is more.
      do {
        const work = getReady({ ...world, ...quieter, room }, signal);
        let step = await work.next();
        for (; !step.done; step = await work.next()) tellStep();
        end = step.value;
        tellStep();
      } while (sounding && (await speakAhead(sounding, (await room()).most, now(), signal)));
      if (end !== "offline") full = end === "done" ? null : end;
    } catch (thrown) {
      if (own.stop.signal.aborted) return;
      own.failed = thrown;
      full = "disk";
      log(`Getting ready for offline broke off: ${toFailure(thrown).code}`);
    }
    if (end === "offline" || own.failed !== null) notBefore = Date.now() + LOST;
  };
  const start = (): { readonly joined: boolean; readonly run: Pass } => {
    if (running) return { joined: true, run: running };
    const stop = new AbortController();
    const followers = new Set<() => void>();
    // Whoever asked knows it before anything happens.
    const ended = Promise.resolve()
      .then(() => pass(run))
      .then(() => {
        running = null;
        try {
          seen = { ...seen, changes: library.ready.changes(), at: Date.now() };
        } catch {
          // A library that can't be asked now is asked again in a moment.
        }
        for (const follow of [...followers]) follow();
        tell();
      });
    const run: Pass = { stop, followers, ended, failed: null };
    running = run;
    return { joined: false, run };
  };
  const look = (): void => {
    const hold = hindrance();
    if (hold !== seen.hold) {
      seen = { ...seen, hold };
      tellSoon();
    }
    if (running) {
      if (hold !== null) running.stop.abort();
      return;
    }
    if (hold !== null || Date.now() < notBefore) return;
    if (library.ready.changes() === seen.changes && Date.now() - seen.at < AGAIN) return;
    start();
  };

  return {
    uses: {
      async readiness() {
        try {
          // Before the work has looked: what is wished for since then counts at once.
          library.ready.plan(library.settings());
        } catch (thrown) {
          if (storeTrouble(thrown) === null) throw thrown;
        }
        return state();
      },
      async lostReady() {
        return library.ready.lost();
      },
      async *getReady(_input, signal) {
        signal?.throwIfAborted();
        const { joined, run } = start();
        let isOver = false;
        let news = true;
        let wake = (): void => {};
        const follow = (): void => {
          news = true;
          wake();
        };
        void run.ended.then(() => {
          isOver = true;
          wake();
        });
        run.followers.add(follow);
        const onAbort = (): void => wake();
        signal?.addEventListener("abort", onAbort);
        try {
          while (!isOver && !signal?.aborted) {
            if (news) {
              news = false;
              yield state();
            } else
              await new Promise<void>((resolve) => {
                wake = resolve;
                if (isOver || news || signal?.aborted) resolve();
              });
          }
          signal?.throwIfAborted();
          if (run.failed !== null) throw run.failed;
          yield state();
        } finally {
          run.followers.delete(follow);
          signal?.removeEventListener("abort", onAbort);
          // Who no longer listens to what they began wants none; what goes on by itself goes on.
          if (!joined && !isOver && timer === null) {
            run.stop.abort();
            await run.ended;
          }
        }
      },
    },
    begin() {
      // A library that can't be read now is asked again in a moment; its listener hears of it when they ask for something.
      timer ??= setInterval(() => {
        try {
          look();
        } catch {}
      }, LOOK);
    },
    async end() {
      if (timer !== null) clearInterval(timer);
      timer = null;
      if (running) {
        running.stop.abort();
        await running.ended;
      }
      if (telling !== null) clearTimeout(telling);
      telling = null;
    },
  };
}
