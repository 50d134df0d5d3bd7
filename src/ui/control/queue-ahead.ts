import type { Opened, Reader } from "../../contract/index.ts";
import type { ItemId, Script } from "../../model/index.ts";
import type { Session } from "./session.ts";

/** An item that can be read at once. */
export interface Made {
  readonly item: ItemId;
  readonly opened: Opened;
  readonly script: Script;
  /** How it was narrated: what is narrated otherwise now is made anew. */
  readonly taste: string;
}

/** Items that are made ready before their turn. */
export interface Ahead {
  /** Makes an item ready. Who asks twice waits for the same. @throws Failure as `Reader.prepareItem` */
  make(item: ItemId): Promise<Made>;
  /** What is ready now, null: it is not. */
  ready(item: ItemId): Made | null;
  /** Only these are of interest: others are given up and forgotten. */
  keep(items: readonly ItemId[]): void;
}

/** What it needs. */
export interface AheadWorld {
  readonly reader: Pick<Reader, "prepareItem">;
  readonly session: Pick<Session, "narrate" | "taste">;
  /** An item that is not there after so many seconds is taken as its feed gave it; null: it is waited for. */
  readonly patience: number | null;
}

interface Entry {
  readonly made: Promise<Made>;
  readonly controller: AbortController;
  done: Made | null;
}

/** Nothing is ready yet. */
export function createAhead({ reader, session, patience }: AheadWorld): Ahead {
  const entries = new Map<ItemId, Entry>();
  const prepare = async (item: ItemId, signal: AbortSignal): Promise<Opened> => {
    if (patience === null) return reader.prepareItem({ item, network: true }, signal);
    const given = (): Promise<Opened> => reader.prepareItem({ item, network: false }, signal);
    const page = reader.prepareItem({ item, network: true }, signal);
    page.catch(() => {});
    const late = new Promise<null>((resolve) => setTimeout(resolve, patience * 1000, null));
    return (await Promise.race([page, late]).catch((thrown: unknown) => (signal.aborted ? Promise.reject(thrown) : null))) ?? given();
  };
  const begin = (item: ItemId): Entry => {
    const controller = new AbortController();
    const run = async (): Promise<Made> => {
      const opened = await prepare(item, controller.signal);
      const taste = session.taste(opened.article);
      return { item, opened, taste, script: await session.narrate(opened.article, controller.signal) };
    };
    const entry: Entry = { made: run(), controller, done: null };
    entries.set(item, entry);
    entry.made.then(
      (made) => {
        entry.done = made;
      },
      () => {
        // What failed is tried anew when it is asked for again.
        if (entries.get(item) === entry) entries.delete(item);
      },
    );
    return entry;
  };
  const ready = (item: ItemId): Made | null => {
    const made = entries.get(item)?.done ?? null;
    return made && made.taste === session.taste(made.opened.article) ? made : null;
  };
  return {
    make(item) {
      const known = entries.get(item);
      if (known && (known.done === null || ready(item))) return known.made;
      return begin(item).made;
    },
    ready,
    keep(items) {
      for (const [item, { controller }] of [...entries]) {
        if (items.includes(item)) continue;
        controller.abort();
        entries.delete(item);
      }
    },
  };
}
