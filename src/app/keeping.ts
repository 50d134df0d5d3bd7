import type { KeepingReader } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import { type KeepingProgress, rulesOf } from "../model/index.ts";

/** How often the library is tidied, milliseconds. */
const EVERY = 600_000;
/** How soon after the start for the first time, milliseconds: the listener's first article comes first. */
const FIRST = 30_000;
/** Between two steps, milliseconds: whoever asks for something is answered in between. */
const BETWEEN = 50;

/** Work that tells how far it is, as a stream. */
async function* progressOf(
  work: (signal: AbortSignal, onProgress: (done: number) => void) => Promise<unknown>,
  outer?: AbortSignal,
): AsyncGenerator<KeepingProgress> {
  const end = new AbortController();
  const signal = outer ? AbortSignal.any([outer, end.signal]) : end.signal;
  let latest = 0;
  let told = -1;
  let wake: () => void = () => {};
  let isOver = false;
  const working = work(signal, (done) => {
    latest = done;
    wake();
  }).finally(() => {
    isOver = true;
    wake();
  });
  // Its failure is told at the end.
  working.catch(() => {});
  try {
    while (!isOver) {
      // A hundred steps are as many as anybody sees.
      if (latest - told >= 0.01) {
        told = latest;
        yield { done: latest };
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (isOver) resolve();
        });
    }
    await working;
    yield { done: 1 };
  } finally {
    if (!isOver) end.abort();
    await working.catch(() => {});
  }
}

/** The library as a whole: its room, its backups; and what goes on in it when it is quiet. */
export interface KeepingUses {
  readonly uses: KeepingReader;
  /** Begins to tidy when it is quiet. */
  begin(): void;
  end(): void;
}

/** Joins the library with the clock. */
export function keepingUses(library: Library, now: () => string): KeepingUses {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let checking: ReturnType<typeof setTimeout> | null = null;
  const wait = (milliseconds: number): void => {
    timer = setTimeout(look, milliseconds);
    timer.unref();
  };
  const check = (): void => {
    library.check().catch(() => {});
  };
  const look = (): void => {
    let more = false;
    try {
      more = library.repair() || library.tidy(rulesOf(library.settings()), now());
    } catch {
      // A disk that has no room now may have it the next time; whoever asks for something hears of it.
    }
    wait(more ? BETWEEN : EVERY);
  };
  return {
    uses: {
      async room() {
        const { budget } = rulesOf(library.settings());
        return { ...library.room(), budget, hasFormer: library.hasFormer() };
      },
      async *backUp({ path }, signal) {
        yield* progressOf((stop, tell) => library.backUp(path, now(), stop, tell), signal);
      },
      async inspectBackup({ path }) {
        const { inspectBackup } = await import("../library/index.ts");
        return inspectBackup(path);
      },
      async *restore({ path }, signal) {
        yield* progressOf((stop, tell) => library.restore(path, stop, tell), signal);
      },
      async undoRestore() {
        library.undoRestore();
      },
    },
    begin() {
      wait(FIRST);
      checking = setTimeout(check, FIRST);
      checking.unref();
    },
    end() {
      if (timer !== null) clearTimeout(timer);
      if (checking !== null) clearTimeout(checking);
    },
  };
}
