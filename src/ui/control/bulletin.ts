import type { Reader } from "../../contract/index.ts";
import type { ItemId, NewsItem, Script, Utterance } from "../../model/index.ts";
import { type Depth, deeper, type Layers, layersOf, upTo } from "../../play/index.ts";
import { sentencesOf, words } from "../../words/index.ts";
import { announced, silence } from "../reading/join.ts";
import { captionOf } from "../reading/shown.ts";
import type { Reading, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import type { Listening } from "./listening.ts";
import { type Ahead, createAhead, type Made } from "./queue-ahead.ts";
import type { Session } from "./session.ts";

/** A bulletin: headline and source of one item after another, and more of each on request. */
export interface Bulletin {
  /** Begins: with these items, else with the queue, else with what is unread. */
  begin(items?: readonly NewsItem[]): void;
  /** Says more of the item: its first sentence, its lead, the whole. */
  more(): void;
  /** Goes on, or back. False: there is no bulletin. */
  step(direction: 1 | -1): boolean;
  /** What was said of an item is over. True: the next one is said at once. */
  ended(): boolean;
}

/** What it needs. */
export interface BulletinWorld {
  readonly reader: Reader;
  readonly store: Store<WindowState>;
  readonly session: Session;
  readonly listening: Listening;
  readonly announcer: Announcer;
  /** An item was heard wholly, to its end. */
  readonly heard: (item: ItemId) => void;
}

/** The time to ask for more before the next item comes, seconds: to notice the end of a headline, and to find a key (guess). */
const WAIT = 3;
/** An item whose page takes longer is said as its feed has it, seconds (guess): news waits for no site. */
const PATIENCE = 3;
/** Longer than this nobody waits without being told for what, milliseconds (guess). */
const PATIENT = 1000;
/** More items than anybody hears in one go. */
const MOST = 200;

interface Tour {
  readonly items: readonly NewsItem[];
  readonly index: number;
  /** What is said; null: it is on its way. */
  readonly said: { readonly made: Made; readonly layers: Layers; readonly depth: Depth; readonly reading: Reading } | null;
}

/** What is said of an item at a depth: headline and source first, and time to ask for more at the end. */
export function bulletinScript(script: Script, layers: Layers, depth: Depth, source: string): Script {
  const all = upTo(script, layers, depth);
  const head = all.slice(0, layers.ends.headline);
  const lang = head[0]?.lang ?? "en";
  const from: readonly Utterance[] = source === "" ? [] : [announced(sentencesOf([source]), lang)];
  return { ...script, utterances: [...head, ...from, ...all.slice(head.length), silence(WAIT, lang), silence(0, lang)] };
}

/** How many utterances a bulletin's script has before its silence. */
const spokenIn = ({ utterances }: Script): number => utterances.length - 2;

/** No bulletin yet. */
export function createBulletin(world: BulletinWorld): Bulletin {
  const { reader, store, session, listening, announcer } = world;
  const ahead: Ahead = createAhead({ reader, session, patience: PATIENCE });
  let tour: Tour | null = null;
  /** While the next item takes the place of the one before. */
  let moving = false;

  const show = (): void => {
    const said = tour?.said;
    store.set({
      bulletin: tour === null ? null : { n: tour.index + 1, total: tour.items.length, depth: said?.depth ?? "headline" },
    });
  };
  const set = (next: Tour | null): void => {
    tour = next;
    show();
  };
  const stop = (): void => {
    ahead.keep([]);
    set(null);
  };
  const source = (index: number): string => tour?.items[index]?.source ?? "";
  /** What a screen reader gets of an item: what is new of it, a sentence after another. */
  const toldOf = ({ article, script }: Reading, from: number): string =>
    sentencesOf(script.utterances.slice(from, spokenIn(script)).map((_, n) => captionOf(article, script, from + n)));
  const say = (index: number, made: Made): void => {
    if (tour === null) return;
    const layers = layersOf(made.script);
    const script = bulletinScript(made.script, layers, "headline", source(index));
    const reading: Reading = { article: made.opened.article, script, whole: made.script };
    moving = true;
    set({ ...tour, index, said: { made, layers, depth: "headline", reading } });
    session.proceed(reading, 0, toldOf(reading, 0));
    moving = false;
    const next = tour.items.slice(index + 1, index + 3).map(({ id }) => id);
    ahead.keep([made.item, ...next]);
    for (const item of next) ahead.make(item).catch(() => {});
  };
  const go = (index: number, direction: 1 | -1): void => {
    const item = tour?.items[index];
    if (tour === null || !item) return;
    set({ ...tour, index, said: null });
    const own = tour;
    const soon = setTimeout(() => {
      if (tour === own) announcer.status(words("open.loading", { label: item.title }));
    }, PATIENT);
    const making = ahead.make(item.id);
    making.finally(() => clearTimeout(soon)).catch(() => {});
    making.then(
      (made) => {
        if (tour === own) say(index, made);
      },
      () => {
        // Not even its feed has it any more: it was deleted meanwhile.
        if (tour !== own) return;
        if (own.items[index + direction]) go(index + direction, direction);
        else finish();
      },
    );
  };
  const finish = (): void => {
    const count = tour?.items.length ?? 0;
    stop();
    setTimeout(() => announcer.status(words("bulletin.end", { count })));
  };
  const isOurs = (): boolean => tour !== null && (tour.said === null || tour.said.reading === store.get().reading);

  store.subscribe(() => {
    const { reading, loading } = store.get();
    // Something else was opened: the bulletin is over.
    if (!moving && tour?.said && (loading !== null || reading !== tour.said.reading)) stop();
  });

  return {
    begin(items) {
      const start = (list: readonly NewsItem[]): void => {
        if (list.length === 0) {
          announcer.answer(words("bulletin.empty"));
          return;
        }
        listening.pause();
        set({ items: list.slice(0, MOST), index: 0, said: null });
        go(0, 1);
      };
      const { queue } = store.get();
      const known = items ?? (queue.items && queue.items.length > 0 ? queue.items : null);
      if (known) start(known);
      else reader.news({ list: "unread", feed: null, folder: null, after: null, limit: MOST }).then(start, () => start([]));
    },
    more() {
      if (!tour?.said || !isOurs()) {
        announcer.answer(words("bulletin.none"));
        return;
      }
      const { made, layers, depth, reading: before } = tour.said;
      const next = deeper(layers, depth);
      if (next === null) {
        announcer.answer(words("bulletin.all"));
        return;
      }
      const script = bulletinScript(made.script, layers, next, source(tour.index));
      const reading: Reading = { article: made.opened.article, script, whole: made.script };
      const from = spokenIn(before.script);
      tour = { ...tour, said: { made, layers, depth: next, reading } };
      listening.extend(reading, from, toldOf(reading, from));
      show();
    },
    step(direction) {
      if (tour === null || !isOurs()) return false;
      const index = tour.index + direction;
      if (tour.items[index]) {
        const ready = ahead.ready(tour.items[index]?.id ?? (0 as ItemId));
        if (ready) say(index, ready);
        else {
          listening.pause();
          go(index, direction);
        }
      } else announcer.answer(words(direction === 1 ? "bulletin.last" : "bulletin.first"));
      return true;
    },
    ended() {
      if (tour?.said == null || !isOurs()) return false;
      const { index, said } = tour;
      if (said.depth === "whole" || said.layers.ends[said.depth] === said.layers.ends.whole) world.heard(said.made.item);
      const next = tour.items[index + 1];
      if (!next) {
        finish();
        return false;
      }
      if (store.get().sleep === "article") return false;
      const ready = ahead.ready(next.id);
      if (ready) {
        const own = tour;
        queueMicrotask(() => {
          if (tour === own) say(index + 1, ready);
        });
        return true;
      }
      setTimeout(() => go(index + 1, 1));
      return false;
    },
  };
}
