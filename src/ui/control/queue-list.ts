import type { Reader } from "../../contract/index.ts";
import type { ItemId, NewsItem } from "../../model/index.ts";
import { EMPTY_RUN, placeInRun, type Run, type RunEvent, stepRun } from "../reading/run.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** The window's knowledge of the queue: asked of the host whenever somebody may have changed it. */
export interface QueueList {
  run(): Run;
  /** Something has happened to the run: the page and the next question know it at once. */
  happen(event: RunEvent): void;
  item(id: ItemId): NewsItem | null;
  /** Asks the host how the queue is. Resolves when the newest answer is there. */
  ask(): Promise<void>;
  /** Changes the queue in the host, and asks how it is then. What is asked for meanwhile is not believed. */
  change<T>(work: () => Promise<T>): Promise<T>;
}

/** What it needs. */
export interface QueueListWorld {
  readonly reader: Pick<Reader, "news" | "lengths">;
  readonly store: Store<WindowState>;
  /** The language of announcements. */
  readonly lang: () => string;
}

/** How many items are asked for at once, and how many are shown: more than anybody hears in a month (guess). */
const PAGE = 1000;
const MOST = 5000;

/** Knows of no queue yet. */
export function createQueueList({ reader, store, lang }: QueueListWorld): QueueList {
  let run = EMPTY_RUN;
  /** Also of what has left the queue: it can be put back. */
  const known = new Map<ItemId, NewsItem>();
  let changes = 0;
  let asked = 0;

  const show = (): void => {
    const { queue } = store.get();
    const last = run.heard.at(-1);
    store.set({
      queue: {
        ...queue,
        items: run.order.flatMap((id) => known.get(id) ?? []),
        current: run.current,
        place: placeInRun(run),
        faults: run.faults,
        heard: last ? (known.get(last.item)?.title ?? null) : null,
      },
    });
  };
  const happen = (event: RunEvent): void => {
    run = stepRun(run, event);
    show();
  };
  const all = async (): Promise<readonly NewsItem[]> => {
    const found: NewsItem[] = [];
    for (;;) {
      const after = found.at(-1)?.id ?? null;
      const page = await reader.news({ list: "queue", feed: null, folder: null, after, limit: PAGE });
      found.push(...page);
      if (page.length < PAGE || found.length >= MOST) return found;
    }
  };
  const measure = async (items: readonly NewsItem[]): Promise<void> => {
    const { verbosity } = store.get().settings;
    const lengths = await reader.lengths({ items: items.slice(0, PAGE).map(({ id }) => id), taste: { verbosity, lang: lang() } });
    store.set({ queue: { ...store.get().queue, lengths: new Map(lengths.map((length) => [length.item, length])) } });
  };
  const ask = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    try {
      const items = await all();
      // A change that is on its way is asked after itself.
      if (turn !== asked || changes > 0) return;
      for (const item of items) known.set(item.id, item);
      happen({ kind: "order", order: items.map(({ id }) => id) });
      await measure(items);
    } catch {
      // What is shown stays; the next change asks again.
    }
  };
  return {
    run: () => run,
    happen,
    item: (id) => known.get(id) ?? null,
    ask,
    async change(work) {
      changes += 1;
      try {
        return await work();
      } finally {
        changes -= 1;
        await ask();
      }
    },
  };
}
