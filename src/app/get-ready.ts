import { setTimeout } from "node:timers/promises";
import type { Library } from "../library/index.ts";
import { type Article, type ItemId, storeTrouble, toFailure } from "../model/index.ts";
import { hostOf, later, PASSING } from "./page-tries.ts";

/** Pages of one host are asked for with so many seconds between: a person does not read faster (guess). */
const PER_HOST_PAUSE = 1;
/** How often a page is tried, and how long before the next time, seconds: it doubles. */
const MOST_TRIES = 3;
const RETRY = 1800;
/** How often it is noted anew what is wished for, milliseconds: of ten thousand articles it takes some 30 ms (measured). */
const PLAN_EVERY = 30_000;
/** Between two steps of letting go, milliseconds: whoever asks for something is answered in between. */
const BETWEEN = 50;

/** What getting ready needs. */
export interface GetReadyWorld {
  readonly library: Library;
  readonly now: () => string;
  /** Makes an article of an item, unless it is kept. @throws Failure */
  readonly prepare: (item: ItemId, signal: AbortSignal) => Promise<Article>;
  /** Fetches its pictures, where the listener wants them kept. */
  readonly pictures: (article: Article, signal: AbortSignal) => Promise<void>;
  /** Resolves when nobody waits for anything else. */
  readonly idle: (signal: AbortSignal) => Promise<void>;
  /** Bytes that all may take which is ready, as things are now, and who sets this limit. */
  readonly room: () => Promise<{ readonly most: number; readonly by: "budget" | "disk" }>;
  /** Lets go sound for which there is no room in so many bytes; not said: there is none. */
  readonly mute?: (most: number) => Promise<void>;
  /** Seconds between two pages of one host; not said: as usual. */
  readonly pause?: number;
}

/** How it ended: nothing more is to be done, some have no room, or there is no network. */
export type ReadyEnd = "done" | "budget" | "disk" | "offline";

/**
 * Gets ready what is wished for, one article after the other, in the order of the wish, as far as there is room: what has a later place goes
 * for what has an earlier one. Yields each that is ready or was tried. Each is kept at once: whoever ends the process loses one.
 * @throws Failure `storage`; the signal's reason
 */
export async function* getReady(world: GetReadyWorld, signal: AbortSignal): AsyncGenerator<ItemId, ReadyEnd> {
  const { library, now, prepare, pictures, idle, room, mute, pause = PER_HOST_PAUSE } = world;
  let before = "";
  let planned = Number.NEGATIVE_INFINITY;
  for (;;) {
    signal.throwIfAborted();
    if (performance.now() - planned > PLAN_EVERY) {
      library.ready.plan(library.settings());
      planned = performance.now();
    }
    const { most, by } = await room();
    while (library.ready.letGo(most)) await setTimeout(BETWEEN, undefined, { signal });
    await mute?.(most);
    const next = library.ready.next(now(), most);
    if (!next) return library.ready.counts(now()).left > 0 ? by : "done";
    const { id, link, article, tries } = next;
    const host = article === null ? hostOf(link) : "";
    if (host !== "" && host === before) await setTimeout(pause * 1000, undefined, { signal });
    await idle(signal);
    signal.throwIfAborted();
    try {
      await pictures(await prepare(id, signal), signal);
      library.ready.done(id);
    } catch (thrown) {
      signal.throwIfAborted();
      const failure = toFailure(thrown);
      if (storeTrouble(failure) !== null) throw failure;
      if (failure.code === "offline") return "offline";
      const isOver = !PASSING.has(failure.code) || tries + 1 >= MOST_TRIES;
      library.ready.retry(id, isOver ? null : later(now(), RETRY * 2 ** tries));
    }
    if (host !== "") before = host;
    yield id;
  }
}
