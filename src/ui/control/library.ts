import type { Reader } from "../../contract/index.ts";
import {
  type Failure,
  type ItemId,
  type NewsCounts,
  type NewsItem,
  type NewsListing,
  type NewsSelection,
  type SubscribedFeed,
  toFailure,
} from "../../model/index.ts";
import { series, words } from "../../words/index.ts";
import { createTypeAhead, nextOf } from "../lists/type-ahead.ts";
import type { WindowState } from "../state.ts";
import { createStore, type Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import type { NewsLine } from "./news-line.ts";

/** Which list is shown; its order is a setting. */
export type Chosen = Omit<NewsSelection, "order">;

/** What the library shows. */
export interface LibraryState {
  readonly chosen: Chosen;
  /** The list as it was when it was opened; null: it is being opened. */
  readonly listing: NewsListing | null;
  /** Counts the lists that were opened. */
  readonly opened: number;
  /** Rows that are known, by their items. */
  readonly rows: ReadonlyMap<ItemId, NewsItem>;
  /** The row that keys and actions are about, counted from 0. */
  readonly current: number;
  /** A row that is to get the focus, once for each turn. */
  readonly wanted: { readonly index: number; readonly turn: number } | null;
  readonly feeds: readonly SubscribedFeed[] | null;
  readonly counts: NewsCounts | null;
  /** New items of this list since it was opened. */
  readonly fresh: number;
  readonly failure: Failure | null;
}

/** The lists of the window, and walking through them. */
export interface Library {
  readonly store: Pick<Store<LibraryState>, "get" | "subscribe">;
  /** It is shown: what is not there yet is loaded. Resolves when there is a list. */
  shown(): Promise<void>;
  /** Opens a list. `focus`: its first row gets the focus. */
  choose(chosen: Chosen, focus?: boolean): void;
  /** Shows a list with a row of it as the current one, as it was where it is still open. Resolves when it is there. */
  show(chosen: Chosen, item: ItemId | null): Promise<void>;
  /** Opens the list anew: what is new is in it then. `focus`: its first row gets the focus. */
  reload(focus: boolean): Promise<void>;
  /** Opens the list anew with the focus on an item, wherever it is now. */
  reopenAt(id: ItemId): Promise<void>;
  /** Rows are seen, or about to be. */
  need(start: number, end: number): void;
  /** A row has the focus. */
  setCurrent(index: number): void;
  /** Gives a row the focus when it is known. */
  go(index: number): Promise<void>;
  /** A key was typed on a row. False: it is none that a title begins with. */
  type(key: string): boolean;
  /** The item of the current row; null: there is none, or it is not known yet. */
  target(): NewsItem | null;
  /** Items changed: their rows show it. */
  patch(ids: readonly ItemId[], change: Partial<NewsItem>): void;
  /** Items may have changed: their rows say what they are now. */
  renew(ids: readonly ItemId[]): Promise<void>;
  /** Subscriptions and counts changed. */
  recount(): Promise<void>;
  /** A list's name, as its heading says it. */
  nameOf(chosen: Chosen): string;
}

/** What the library needs. */
export interface LibraryWorld {
  readonly reader: Pick<Reader, "listNews" | "items" | "newsBeginning" | "feeds" | "countNews">;
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "answer">;
  readonly newsLine: Pick<NewsLine, "listen">;
  /** The list is another. */
  readonly renamed: () => void;
  /** Whether a row has the focus. */
  readonly hasFocus: () => boolean;
}

/** Rows that are fetched beside those that are needed, and at once at most. */
const PAGE = 200;
/** Rows that are remembered, at most: some windows of them. */
const MOST_ROWS = 4000;
/** News comes in bursts: it is counted so often at most, milliseconds (guess). */
const SETTLES = 1000;

const keyOf = ({ list, feed, folder }: Chosen): string => JSON.stringify([list, feed, folder]);

/** Makes it. Nothing is asked for before it is shown. */
export function createLibrary(world: LibraryWorld): Library {
  const { reader, store: window, announcer, newsLine, renamed } = world;
  const store = createStore<LibraryState>({
    chosen: { list: "today", feed: null, folder: null },
    listing: null,
    opened: 0,
    rows: new Map(),
    current: 0,
    wanted: null,
    feeds: null,
    counts: null,
    fresh: 0,
    failure: null,
  });
  /** Where the listener was in each list. */
  const places = new Map<string, ItemId>();
  const asked = new Set<ItemId>();
  const typed = createTypeAhead();
  let turn = 0;
  let opening: AbortController | null = null;
  let indexes: { readonly listing: NewsListing; readonly of: ReadonlyMap<ItemId, number> } | null = null;
  let isCounting = false;

  const selection = (): NewsSelection => ({ ...store.get().chosen, order: window.get().settings.newsOrder });
  const indexOf = (id: ItemId): number | undefined => {
    const { listing } = store.get();
    if (!listing) return undefined;
    if (indexes?.listing !== listing) indexes = { listing, of: new Map(listing.items.map((item, index) => [item, index])) };
    return indexes.of.get(id);
  };
  const target = (): NewsItem | null => {
    const { listing, rows, current } = store.get();
    const id = listing?.items[current];
    return (id === undefined ? undefined : rows.get(id)) ?? null;
  };
  const load = async (start: number, end: number): Promise<void> => {
    const { listing, rows } = store.get();
    const missing = (listing?.items.slice(start, end) ?? []).filter((id) => !rows.has(id) && !asked.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.add(id);
    try {
      const found = await reader.items({ items: missing });
      const known = new Map(store.get().rows);
      for (const item of found) known.set(item.id, item);
      for (const id of known.keys()) {
        if (known.size <= MOST_ROWS) break;
        known.delete(id);
      }
      store.set({ rows: known, failure: null });
    } catch (thrown) {
      store.set({ failure: toFailure(thrown) });
    } finally {
      for (const id of missing) asked.delete(id);
    }
  };
  const recount = async (): Promise<void> => {
    try {
      const [feeds, counts] = await Promise.all([reader.feeds({}), reader.countNews({})]);
      store.set({ feeds, counts });
    } catch (thrown) {
      store.set({ failure: toFailure(thrown) });
    }
  };
  /** @param asked the first row, or this one, gets the focus; false: none, but one that has it keeps it */
  const open = async (asked: boolean | ItemId): Promise<void> => {
    // Rows that are made anew would lose it.
    const focus = asked === false && world.hasFocus() ? (target()?.id ?? false) : asked;
    opening?.abort();
    const own = new AbortController();
    opening = own;
    try {
      const listing = await reader.listNews(selection(), own.signal);
      const first = focus === true ? undefined : focus || places.get(keyOf(store.get().chosen));
      const current = Math.max(0, first === undefined ? 0 : listing.items.indexOf(first));
      const rows = await reader.items({ items: listing.items.slice(Math.max(0, current - PAGE / 2), current + PAGE) }, own.signal);
      if (own.signal.aborted) return;
      turn += 1;
      store.set({
        listing,
        opened: store.get().opened + 1,
        rows: new Map(rows.map((item) => [item.id, item])),
        current,
        wanted: focus !== false && listing.items.length > 0 ? { index: current, turn } : null,
        fresh: 0,
        failure: null,
      });
    } catch (thrown) {
      if (!own.signal.aborted) store.set({ failure: toFailure(thrown), listing: null });
    }
  };
  const setCurrent = (index: number): void => {
    const { listing, chosen } = store.get();
    const id = listing?.items[index];
    if (id === undefined) return;
    places.set(keyOf(chosen), id);
    store.set({ current: index });
  };
  const go = async (index: number): Promise<void> => {
    const { listing, opened } = store.get();
    const last = (listing?.items.length ?? 0) - 1;
    if (last < 0) return;
    const to = Math.max(0, Math.min(last, index));
    turn += 1;
    const own = turn;
    const id = listing?.items[to];
    if (id !== undefined && !store.get().rows.has(id)) await load(Math.max(0, to - PAGE / 2), to + PAGE / 2);
    // Another key came in between, or another list: that one counts.
    if (own === turn && opened === store.get().opened) store.set({ wanted: { index: to, turn: own } });
  };
  /** Counts what the list would have beside what it has, and asks anew for what its rows say. The list itself stays. */
  const compare = async (): Promise<void> => {
    const { opened, listing, rows } = store.get();
    if (!listing) return;
    const [now, known] = await Promise.all([reader.listNews(selection()), reader.items({ items: [...rows.keys()] }), recount()]);
    if (opened !== store.get().opened) return;
    const fresh = now.items.filter((id) => indexOf(id) === undefined).length;
    store.set({ fresh, rows: new Map([...store.get().rows, ...known.map((item) => [item.id, item] as const)]) });
  };
  const nameOf = ({ list, feed, folder }: Chosen): string => {
    if (feed !== null) return store.get().feeds?.find(({ id }) => id === feed)?.title ?? words("library.feed");
    if (folder !== null) return series(folder);
    return words(`list.${list}`);
  };

  newsLine.listen((event) => {
    const isNews = event.kind === "new" || (event.kind === "changed" && event.part === "news");
    if (!isNews || isCounting || store.get().opened === 0) return;
    isCounting = true;
    setTimeout(() => {
      isCounting = false;
      // What can't be counted now is counted when more comes.
      compare().catch(() => {});
    }, SETTLES);
  });

  return {
    store,
    async shown() {
      // Without the feeds nobody knows whether a list is empty for want of any.
      await Promise.all([recount().then(renamed), store.get().listing === null ? open(false) : null]);
    },
    choose(chosen, focus = false) {
      if (keyOf(chosen) === keyOf(store.get().chosen) && store.get().fresh === 0 && store.get().listing !== null) return;
      store.set({ chosen, listing: null, fresh: 0, failure: null, current: 0, wanted: null });
      renamed();
      void open(focus);
      void recount();
    },
    async show(chosen, item) {
      const isOpen = keyOf(chosen) === keyOf(store.get().chosen) && store.get().listing !== null;
      const index = isOpen && item !== null ? indexOf(item) : undefined;
      if (isOpen && (item === null || index !== undefined)) {
        if (index !== undefined) setCurrent(index);
        return;
      }
      if (!isOpen) {
        store.set({ chosen, listing: null, fresh: 0, failure: null, current: 0, wanted: null });
        renamed();
      }
      await open(item ?? false);
    },
    reload: open,
    reopenAt: open,
    need: (start, end) => void load(Math.max(0, start), end),
    setCurrent,
    go,
    type(key) {
      const looked = typed.press(key, performance.now());
      if (!looked) return false;
      const from = store.get().current;
      const { opened } = store.get();
      reader.newsBeginning({ ...selection(), text: looked.text }).then(
        (found) => {
          if (opened !== store.get().opened) return;
          const numbers = found.map(indexOf).filter((index) => index !== undefined);
          const next = nextOf(numbers, from, !looked.goesOn);
          if (next === null) announcer.answer(words("library.noTitle", { text: looked.text }));
          else void go(next);
        },
        (thrown: unknown) => store.set({ failure: toFailure(thrown) }),
      );
      return true;
    },
    target,
    patch(ids, change) {
      const rows = new Map(store.get().rows);
      for (const id of ids) {
        const item = rows.get(id);
        if (item) rows.set(id, { ...item, ...change });
      }
      store.set({ rows });
    },
    async renew(ids) {
      const shown = ids.filter((id) => store.get().rows.has(id));
      const found = await reader.items({ items: shown });
      store.set({ rows: new Map([...store.get().rows, ...found.map((item) => [item.id, item] as const)]) });
    },
    recount,
    nameOf,
  };
}
