import { setTimeout } from "node:timers/promises";
import type { ReadyProgress } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import { type Article, type ItemId, storeTrouble, toFailure } from "../model/index.ts";
import { hostOf } from "./page-tries.ts";

/** Pages of one host are asked for with so many seconds between: a person does not read faster (guess). */
const PER_HOST_PAUSE = 1;

/** What making items ready needs. */
export interface ReadyWorld {
  readonly library: Library;
  /** Makes an article of an item, unless it is kept. @throws Failure */
  readonly prepare: (item: ItemId, signal: AbortSignal) => Promise<Article>;
  /** Fetches its pictures, where the listener wants them kept. */
  readonly pictures: (article: Article, signal: AbortSignal) => Promise<void>;
  /** Resolves when nobody waits for anything else. */
  readonly idle: (signal: AbortSignal) => Promise<void>;
}

/**
 * Fetches the articles of items with their pictures, so that all of it is there without a network: one after the other, hosts are spared.
 * What can't be had is left out; without a network it ends.
 * @throws Failure `storage`; the signal's reason
 */
export async function* makeReady(
  { library, prepare, pictures, idle }: ReadyWorld,
  items: readonly ItemId[],
  signal: AbortSignal,
): AsyncGenerator<ReadyProgress> {
  let ready = 0;
  let before = "";
  for (const [number, id] of items.entries()) {
    signal.throwIfAborted();
    const item = library.items.item(id);
    const host = hostOf(item?.link ?? null);
    const isKept = item?.article != null;
    if (!isKept && host !== "" && host === before) await setTimeout(PER_HOST_PAUSE * 1000, undefined, { signal });
    await idle(signal);
    signal.throwIfAborted();
    try {
      await pictures(await prepare(id, signal), signal);
      ready += 1;
    } catch (thrown) {
      signal.throwIfAborted();
      const failure = toFailure(thrown);
      if (storeTrouble(failure) !== null) throw failure;
      if (failure.code === "offline") {
        yield { done: number, all: items.length, ready, item: null, isOffline: true };
        return;
      }
    }
    if (!isKept) before = host;
    yield { done: number + 1, all: items.length, ready, item: id, isOffline: false };
  }
}
