import type { Library } from "../library/index.ts";
import type {
  BreakingNews,
  ChangedPart,
  FeedId,
  NewsEvent,
  RefreshHold,
  RefreshProgress,
  RefreshRound,
  RefreshState,
  StoreNews,
} from "../model/index.ts";
import { createWire } from "./wire.ts";

/** What rounds need from outside. */
export interface RoundsWorld {
  readonly library: Library;
  /** Asks the feeds that are due, or all. */
  readonly refresh: (all: boolean, signal: AbortSignal) => AsyncIterable<RefreshProgress>;
  /** What is breaking of what was found since a time (ISO 8601). */
  readonly breaking: (since: string) => Promise<readonly BreakingNews[]>;
  readonly now: () => string;
  /** Fetches the articles that are wanted, after the feeds. */
  readonly articles: (signal: AbortSignal) => AsyncIterable<{ readonly done: number; readonly all: number }>;
  /** Why no round begins by itself. */
  readonly hold: () => RefreshHold | null;
  /** One line, without addresses. */
  readonly log: (line: string) => void;
}

/** Rounds of asking for news: never two at once. */
export interface Rounds {
  /**
   * Begins a round, or joins the one that runs; where that has all news and fetches articles, the feeds are asked anew. `ended` resolves
   * when it has ended, however it did.
   */
  start(all: boolean): { readonly joined: boolean; readonly ended: Promise<void> };
  /** The same for somebody who goes along, until all feeds were asked. Aborting ends a round that this began, and leaves one that it joined. @throws Failure `storage`; the signal's reason */
  follow(all: boolean, signal: AbortSignal): AsyncGenerator<RefreshProgress>;
  /** Ends the round that runs, with what it has. False: none does. */
  stop(): Promise<boolean>;
  state(): RefreshState;
  /** Tells those who watch how things are now. */
  tell(): void;
  /** Tells those who watch that a command, or work in the background, changed something. */
  tellChanged(part: ChangedPart): void;
  /** Tells those who watch, and who will, how it goes with the library's disk. */
  tellStore(news: StoreNews): void;
  watch(signal: AbortSignal): AsyncGenerator<NewsEvent>;
  /** Whether the last round reached nobody. */
  isLost(): boolean;
}

/** How often those who watch are told of progress, milliseconds: as often as an eye follows a number (guess). */
const TELL_EVERY = 250;

interface Running {
  readonly ending: AbortController;
  /** All feeds were asked, or it has ended. */
  readonly asked: Promise<void>;
  readonly ended: Promise<void>;
  readonly followers: Set<(progress: RefreshProgress) => void>;
  stage: RefreshRound["stage"];
  failed: unknown;
}

/** Makes it; no round runs. */
export function createRounds({ library, refresh, breaking, now, articles, hold, log }: RoundsWorld): Rounds {
  const wire = createWire();
  let running: Running | null = null;
  let round: RefreshRound | null = null;
  let lost = false;
  let trouble: StoreNews | null = null;
  let lastFound = 0;
  let found = new Map<FeedId, number>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const state = (): RefreshState => ({ ...library.feeds.overview(), running: round, found: round?.news ?? lastFound, hold: hold() });
  const tell = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const feeds = [...found].map(([feed, count]) => ({ feed, count }));
    found = new Map();
    if (feeds.length > 0) wire.send({ kind: "new", count: feeds.reduce((sum, { count }) => sum + count, 0), feeds });
    wire.send({ kind: "state", state: state() });
  };
  const tellSoon = (): void => {
    timer ??= setTimeout(tell, TELL_EVERY);
  };
  const take = ({ done, all, news, feed }: RefreshProgress): void => {
    round = { stage: "feeds", done, all, news };
    if (feed) {
      const { id, title, problem, isNewProblem, gone } = feed;
      if (problem !== "offline") lost = false;
      if (feed.news > 0) found.set(id, (found.get(id) ?? 0) + feed.news);
      if (problem !== null && isNewProblem) wire.send({ kind: "fault", fault: { feed: id, title, code: problem, gone } });
    }
    tellSoon();
  };
  const start = (all: boolean): { readonly joined: boolean; readonly run: Running } => {
    if (running?.stage === "feeds") return { joined: true, run: running };
    const before = running;
    before?.ending.abort();
    const ending = new AbortController();
    const followers = new Set<(progress: RefreshProgress) => void>();
    let told = (): void => {};
    const asked = new Promise<void>((resolve) => {
      told = resolve;
    });
    const work = async (): Promise<void> => {
      // Never two at once.
      await before?.ended;
      lost = true;
      const since = now();
      try {
        for await (const progress of refresh(all, ending.signal)) {
          take(progress);
          for (const follow of [...followers]) follow(progress);
        }
        if (round?.all === 0) lost = false;
        const news = round?.news ?? 0;
        if (news > 0) for (const one of await breaking(since)) wire.send({ kind: "breaking", news: one });
        run.stage = "articles";
        told();
        for await (const { done, all: pages } of articles(ending.signal)) {
          round = { stage: "articles", done, all: pages, news };
          tellSoon();
        }
      } catch (thrown) {
        lost = false;
        if (ending.signal.aborted) return;
        run.failed = thrown;
        log(`A round of asking for news broke off: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      } finally {
        told();
        if (running === run) {
          lastFound = round?.news ?? 0;
          running = null;
          round = null;
          tell();
        }
      }
    };
    // Whoever asked knows that it has begun before anything of it is told.
    const run: Running = { ending, followers, failed: null, stage: "feeds", asked, ended: Promise.resolve().then(work) };
    running = run;
    round = { stage: "feeds", done: 0, all: 0, news: 0 };
    tell();
    return { joined: false, run };
  };

  return {
    start(all) {
      const { joined, run } = start(all);
      return { joined, ended: run.ended };
    },
    async *follow(all, signal) {
      signal.throwIfAborted();
      const { joined, run } = start(all);
      const waiting: RefreshProgress[] = [];
      let wake = (): void => {};
      let isOver = false;
      const take = (progress: RefreshProgress): void => {
        waiting.push(progress);
        wake();
      };
      const onAbort = (): void => {
        if (!joined) run.ending.abort(signal.reason);
        wake();
      };
      run.followers.add(take);
      signal.addEventListener("abort", onAbort);
      void run.asked.then(() => {
        isOver = true;
        wake();
      });
      try {
        for (;;) {
          const next = waiting.shift();
          if (next) yield next;
          else if (isOver || (joined && signal.aborted)) break;
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
        if (run.failed !== null) throw run.failed;
        signal.throwIfAborted();
      } finally {
        run.followers.delete(take);
        signal.removeEventListener("abort", onAbort);
        // Who no longer listens to a round that they began wants none.
        if (!joined && !isOver) run.ending.abort();
      }
    },
    async stop() {
      if (!running) return false;
      const { ending, ended } = running;
      ending.abort();
      await ended;
      return true;
    },
    state,
    tell,
    tellChanged: (part) => wire.send({ kind: "changed", part }),
    tellStore(news) {
      if (news.kind !== "slow") trouble = news.kind === "trouble" ? news : null;
      wire.send({ kind: "store", news });
    },
    watch: (signal) =>
      wire.watch([{ kind: "state", state: state() }, ...(trouble ? [{ kind: "store", news: trouble } as const] : [])], signal),
    isLost: () => lost,
  };
}
