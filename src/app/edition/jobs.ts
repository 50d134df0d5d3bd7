import { dirname } from "node:path";
import type { EditionReader, PodcastReader } from "../../contract/index.ts";
import { type EditionJob, type EditionJobId, type EditionJobState, Failure, placeAt } from "../../model/index.ts";
import { HALTED, type MadeEdition } from "./export-edition.ts";
import { type EditionRecord, editionRecords, fileFor, newJobId } from "./job-records.ts";
import { dropWork, type JobWorkWorld, problemOf, workOn } from "./job-work.ts";
import { createPodcast } from "./podcast.ts";
import type { EditionMeans } from "./uses.ts";

/** What the editions of a window need. */
export interface EditionJobsWorld extends JobWorkWorld {
  /** Not said: there can be none. */
  readonly means: Pick<EditionMeans, "jobs" | "records"> | undefined;
  /** Something is different: those who watch ask anew. */
  readonly changed: () => void;
  /** One line, without titles or addresses. */
  readonly log: (line: string) => void;
}

/** The editions that windows ask for: one is made at a time, by all the cores that it may have. */
export interface EditionJobs {
  readonly uses: EditionReader & PodcastReader;
  /** Goes on with what was not done when the process before ended. */
  begin(): void;
  /** Halts what is being made; it goes on the next time. */
  end(): Promise<void>;
}

/** How often those who watch are told of progress, milliseconds: as often as an eye follows a number (guess). */
const TELL_EVERY = 400;
/** So many editions that are made are remembered. */
const MOST_MADE = 50;
/** So often one is begun by itself without coming a piece further: one that ends the process must not do so for ever (guess). */
const MOST_STARTS = 6;

interface Running {
  readonly id: EditionJobId;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/** Why one is given up. */
const DROPPED = new Error("The edition is not wanted any more.");

/** Makes them; nothing is read or made before it is asked for or `begin` is called. */
export function createEditionJobs(world: EditionJobsWorld): EditionJobs {
  const { means, changed, log, now } = world;
  const store = means?.records === undefined ? null : editionRecords(means.records);
  const records = new Map<EditionJobId, EditionRecord>();
  const live = new Map<EditionJobId, EditionJobState>();
  let running: Running | null = null;
  let mayRun = true;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let loading: Promise<void> | null = null;
  let beginning: Promise<void> = Promise.resolve();

  const tell = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    changed();
  };
  const tellSoon = (): void => {
    timer ??= setTimeout(tell, TELL_EVERY);
  };
  const load = (): Promise<void> => {
    loading ??= (async () => {
      for (const record of (await store?.load()) ?? []) records.set(record.id, record);
    })();
    return loading;
  };
  const need = (): NonNullable<typeof store> => {
    if (!store) throw new Failure("unsupported", "Editions are not made here. Use lectern export.");
    return store;
  };
  const find = (id: EditionJobId): EditionRecord => {
    const record = records.get(id);
    if (!record) throw new Failure("not-found", "This edition is not there any more.");
    return record;
  };
  const set = async (record: EditionRecord): Promise<void> => {
    records.set(record.id, record);
    await need().keep(record);
    tell();
  };
  /** Without one that was dropped meanwhile. */
  const change = async (id: EditionJobId, to: Partial<EditionRecord>): Promise<void> => {
    const record = records.get(id);
    if (record) await set({ ...record, ...to });
  };

  const madeOf = (record: EditionRecord, { bytes, seconds, file }: MadeEdition): EditionRecord => {
    return { ...record, state: "made", file, bytes, seconds, ended: now(), starts: 0 };
  };
  /** What does not matter enough to end anything when it can't be kept. */
  const keepQuietly = (id: EditionJobId, to: Partial<EditionRecord>): void => {
    change(id, to).catch(() => {});
  };

  async function make(id: EditionJobId, signal: AbortSignal): Promise<void> {
    try {
      await change(id, { starts: find(id).starts + 1, problem: null });
      const made = await workOn(
        find(id),
        world,
        (state, missing) => {
          live.set(id, state);
          const record = records.get(id);
          if (record && missing !== undefined) records.set(id, { ...record, missing });
          if (state.kind === "gathering" && state.done > (record?.gathered ?? 0)) keepQuietly(id, { starts: 0, gathered: state.done });
          tellSoon();
        },
        () => {
          if (records.get(id)?.starts !== 0) keepQuietly(id, { starts: 0 });
        },
        async (file) => {
          await need().keepPlaces(id, file.places);
          const record = records.get(id);
          if (record) await need().keep(madeOf(record, file));
        },
        signal,
      );
      const record = records.get(id);
      if (record) await set(madeOf(record, made));
      await prune();
    } catch (thrown) {
      if (signal.aborted) return;
      log(`An edition could not be made: ${problemOf(thrown)}`);
      await change(id, { state: "failed", problem: problemOf(thrown), starts: 0 });
    } finally {
      live.delete(id);
    }
  }
  const prune = async (): Promise<void> => {
    const made = [...records.values()].filter(({ state }) => state === "made");
    for (const { id } of made.slice(0, Math.max(0, made.length - MOST_MADE))) {
      records.delete(id);
      await need().drop(id);
    }
  };
  const next = (): void => {
    if (running || !mayRun) return;
    const record = [...records.values()].find(({ state }) => state === "waiting");
    if (!record) return;
    const { id } = record;
    const stop = new AbortController();
    const ended = make(id, stop.signal)
      // A record that can't be kept is as it was when Lectern starts again.
      .catch((thrown: unknown) => {
        log(`What is known of an edition could not be kept: ${String(thrown)}`);
        const failed = records.get(id);
        if (failed && !stop.signal.aborted) records.set(id, { ...failed, state: "failed", problem: problemOf(thrown) });
      })
      .then(() => {
        running = null;
        tell();
        next();
      });
    running = { id, stop, ended };
  };
  const halt = async (id: EditionJobId, why: Error): Promise<void> => {
    if (running?.id !== id) return;
    running.stop.abort(why);
    await running.ended;
  };
  const planned = (but: EditionJobId | null): readonly string[] =>
    [...records.values()].flatMap(({ id, state, file }) => (state === "made" || id === but ? [] : [file]));

  const stateOf = ({ id, state, problem, bytes, seconds, ended }: EditionRecord): EditionJobState => {
    switch (state) {
      case "waiting":
        return live.get(id) ?? { kind: "waiting" };
      case "paused":
        return { kind: "paused" };
      case "failed":
        return { kind: "failed", problem: problem ?? "other" };
      case "made":
        return { kind: "made", bytes, seconds, ended, hasPlaces: seconds > 0 };
    }
  };
  const jobOf = (record: EditionRecord): EditionJob => {
    const { id, order, file, missing } = record;
    return { id, title: order.title, format: order.format, articles: order.picks.length, missing, file, state: stateOf(record) };
  };

  const podcast = createPodcast({
    async made() {
      await load();
      return [...records.values()].filter(({ state }) => state === "made").toReversed();
    },
    kept: async () => (await store?.podcast()) ?? null,
    keep: async (record) => need().keepPodcast(record),
    log,
  });

  return {
    uses: {
      ...podcast.uses,
      async startEdition(order) {
        await load();
        const file = await fileFor(order.target, order, planned(null));
        const id = newJobId();
        const blank = { missing: 0, problem: null, starts: 0, bytes: 0, seconds: 0, ended: "" };
        await set({ id, order, file, added: now(), state: "waiting", ...blank });
        await need().keepLast({ folder: dirname(file), format: order.format });
        next();
        return { job: id };
      },
      async editions() {
        await load();
        return { jobs: [...records.values()].map(jobOf).reverse(), last: (await store?.last()) ?? null };
      },
      async pauseEdition({ job }) {
        await load();
        if (find(job).state !== "waiting") return;
        await change(job, { state: "paused", starts: 0 });
        await halt(job, HALTED);
      },
      async resumeEdition({ job, target }) {
        await load();
        const { state, order, file } = find(job);
        if (state !== "paused" && state !== "failed") return;
        const to = target ? { order: { ...order, target }, file: await fileFor(target, order, planned(job)) } : { order, file };
        await change(job, { ...to, state: "waiting", problem: null, starts: 0 });
        next();
      },
      async dropEdition({ job }) {
        await load();
        const record = records.get(job);
        if (!record) return;
        records.delete(job);
        await halt(job, DROPPED);
        await need().drop(job);
        if (record.state !== "made" && means) await dropWork(means.jobs, record);
        tell();
      },
      async placeInEdition({ job, seconds }) {
        await load();
        find(job);
        const found = placeAt(await need().places(job), seconds);
        if (!found) return null;
        const { article, block, offset } = found;
        return { article, title: world.article(article).title, place: { block, offset } };
      },
    },
    begin() {
      if (!store) return;
      podcast.begin();
      beginning = (async () => {
        await load();
        for (const { id, state, starts } of records.values())
          if (state === "waiting" && starts >= MOST_STARTS) await change(id, { state: "failed", problem: "interrupted", starts: 0 });
        // Its process may have ended before this was cleared away.
        const made = [...records.values()].filter(({ state }) => state === "made");
        const last = made.toSorted((one, other) => one.ended.localeCompare(other.ended)).at(-1);
        if (last && means) await dropWork(means.jobs, last);
        next();
      })().catch((thrown) => log(`The editions could not be gone on with: ${problemOf(thrown)}`));
    },
    async end() {
      mayRun = false;
      await beginning;
      await podcast.end();
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (!running) return;
      const { id } = running;
      await halt(id, HALTED);
      // It ended as it should: that is no reason not to go on by itself.
      const record = records.get(id);
      if (record?.state === "waiting") await store?.keep({ ...record, starts: 0 }).catch(() => {});
    },
  };
}
