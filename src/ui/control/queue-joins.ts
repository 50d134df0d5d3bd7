import type { Reader } from "../../contract/index.ts";
import { type ArticleId, type ItemId, type Script, toFailure } from "../../model/index.ts";
import { layersOf, type Player, secondsLeft, upTo } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import { joint, withJoint } from "../reading/join.ts";
import { spokenPlace } from "../reading/outline.ts";
import { nextOf, numberInRun } from "../reading/run.ts";
import type { Reading, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Listening } from "./listening.ts";
import { type Ahead, createAhead, type Made } from "./queue-ahead.ts";
import type { QueueList } from "./queue-list.ts";
import type { Session } from "./session.ts";

/** From one article of the queue to the next. */
export interface QueueJoins {
  /** What was read was heard to its end. True: the next one is read at once. */
  ended(): boolean;
  /** The current one was heard to its end: it leaves the queue, read. */
  finish(): void;
  /** What comes next of itself. */
  next(): ItemId | null;
  /** Reads an item at once in place of the one that sounds. False: it is not ready. */
  take(item: ItemId): boolean;
  /** This item is being opened, as this article. */
  intend(item: ItemId, article: ArticleId): void;
  /** An item could not be opened: it stays in the queue with its fault. */
  fail(item: ItemId, thrown: unknown): void;
  /** The headlines of what could not be opened since this was asked last. */
  takeLost(): readonly string[];
  /** Of these the headline and the lead are read, and no more. */
  setLeads(items: readonly ItemId[], leads: readonly ItemId[]): void;
  /** Whether an item was unread before it was begun. Asked once. */
  wasUnread(item: ItemId): boolean;
  /** Nothing goes on by itself any more. */
  forget(): void;
}

/** What it needs. */
export interface QueueJoinsWorld {
  readonly reader: Reader;
  readonly store: Store<WindowState>;
  readonly player: Pick<Player, "ready">;
  readonly list: QueueList;
  readonly session: Session;
  readonly listening: Listening;
  readonly announcer: Announcer;
  /** The language of announcements. */
  readonly lang: () => string;
  /** An item was heard to its end, and has left the queue. `read`: it is read now. */
  readonly heard: (item: ItemId, read: boolean) => void;
}

/** The next article is made ready when so little is left of this one, seconds. */
const AHEAD = 60;

/** The joins of a window's queue. */
export function createQueueJoins(world: QueueJoinsWorld): QueueJoins {
  const { reader, store, list, session, listening, announcer } = world;
  const ahead: Ahead = createAhead({ reader, session, patience: null });
  const unread = new Set<ItemId>();
  const leads = new Set<ItemId>();
  /** The headlines of what could not be opened since the last article began. */
  let lost: string[] = [];
  /** What is being waited for after an end: it was not ready in time. */
  let waiting: ItemId | null = null;
  let preparing: ItemId | null = null;
  /** What the player has made ready. */
  let readied: Made | null = null;
  /** Which article an item is: what the list tells of it may be older. */
  const articleOf = new Map<ItemId, ArticleId>();
  let intended: ItemId | null = null;
  /** With "until the end of the queue" what is added later is left for another time. */
  let until: ReadonlySet<ItemId> | null = null;

  const titleOf = (item: ItemId): string => list.item(item)?.title ?? "";
  const isLead = (item: ItemId): boolean => leads.has(item);
  const forget = (): void => {
    waiting = null;
  };
  const keep = (work: () => Promise<unknown>): void => {
    list.change(work).catch((thrown: unknown) => announcer.status(failureWords(toFailure(thrown).code)));
  };
  const markBegun = (item: ItemId): void => {
    if (isLead(item)) return;
    reader.markItems({ items: [item], read: true }).then(
      (marked) => marked.includes(item) && unread.add(item),
      () => {
        // It stays unread, and is marked when it is heard to its end.
      },
    );
  };
  const fail = (item: ItemId, thrown: unknown): void => {
    list.happen({ kind: "failed", item, code: toFailure(thrown).code });
    lost.push(titleOf(item));
  };
  const next = (): ItemId | null => {
    const item = nextOf(list.run());
    return item !== null && (until === null || until.has(item)) ? item : null;
  };

  const intend = (item: ItemId, article: ArticleId): void => {
    articleOf.set(item, article);
    intended = item;
  };
  /** The script of an item from where it is left, with what is said before it. `begun`: where its own words begin. */
  const readingOf = ({ item, opened, script }: Made, joined: boolean): { readonly reading: Reading; readonly at: number } => {
    const { article, place } = opened;
    const said = isLead(item) ? { ...script, utterances: upTo(script, layersOf(script), "lead") } : script;
    const at = place && !isLead(item) ? spokenPlace(said, place).utterance : 0;
    const { verbosity } = store.get().settings;
    const facts = {
      source: list.item(item)?.source ?? article.site ?? "",
      title: at > 0 ? article.title : null,
      ...numberInRun(list.run(), item),
      lost,
    };
    const before = joined ? joint(facts, { verbosity, lang: world.lang() }) : [];
    return { reading: { article, script: withJoint(said, at, before), ...(isLead(item) ? { whole: script } : {}) }, at };
  };
  /** What sounds first of it: from where it is left on. */
  const beginning = (made: Made): Script => {
    const { reading, at } = readingOf(made, true);
    return { ...reading.script, utterances: reading.script.utterances.slice(at) };
  };
  const proceed = (made: Made, joined: boolean): void => {
    waiting = null;
    const { reading, at } = readingOf(made, joined);
    lost = [];
    readied = null;
    intend(made.item, reading.article.id);
    world.player.ready(null);
    // It is the last opened from now on: who starts Lectern again is here.
    if (!reading.whole) reader.recall({ article: reading.article.id }).catch(() => {});
    session.proceed(reading, at);
  };

  /** Makes the next one ready, one after another until one can be opened. */
  const prepare = (): void => {
    const item = next();
    if (item === null || item === preparing || (readied?.item === item && ahead.ready(item) === readied)) return;
    preparing = item;
    ahead.keep([item]);
    ahead.make(item).then(
      (made) => {
        if (preparing === item) preparing = null;
        void list.ask();
        if (waiting === item && !listening.sounding()) {
          proceed(made, true);
          return;
        }
        if (next() !== item || list.run().current === null) return;
        readied = made;
        world.player.ready(beginning(made));
      },
      (thrown: unknown) => {
        if (preparing !== item) return;
        preparing = null;
        fail(item, thrown);
        if (waiting === item) goOn();
        else prepare();
      },
    );
  };
  /** After an end: the next one at once, as soon as it is there, or the end of the queue. True: at once. */
  const goOn = (): boolean => {
    const item = next();
    waiting = item;
    if (item === null) {
      const { order } = list.run();
      const failed = lost.length;
      lost = [];
      // Said when the end of the article has come to everybody.
      setTimeout(() => announcer.status(words("queue.end", { left: order.length, failed })));
      return false;
    }
    const made = ahead.ready(item);
    if (made) {
      queueMicrotask(() => proceed(made, true));
      return true;
    }
    setTimeout(() => {
      if (waiting === item) announcer.status(words("queue.waiting", { title: titleOf(item) }));
    });
    prepare();
    return false;
  };
  const finish = (): void => {
    const { current } = list.run();
    if (current === null) return;
    list.happen({ kind: "heard" });
    const lead = isLead(current);
    leads.delete(current);
    keep(async () => {
      await reader.dequeue({ items: [current] });
      if (!lead) await reader.markItems({ items: [current], read: true });
      world.heard(current, !lead);
    });
  };

  let open: { readonly reading: Reading | null; readonly items: WindowState["queue"]["items"] } = { reading: null, items: null };
  /** Which item is open, whoever opened it. */
  const recognise = (): void => {
    const { reading, queue } = store.get();
    if (reading?.article.id === open.reading?.article.id && queue.items === open.items) return;
    if (reading?.article.id !== open.reading?.article.id && waiting !== null) waiting = null;
    open = { reading, items: queue.items };
    // Of a bulletin nothing is begun: a headline makes nothing read.
    const isPassing = reading?.whole !== undefined && !(intended !== null && isLead(intended));
    const isOpen = (item: ItemId, article: ArticleId | null): boolean =>
      !isPassing && (articleOf.get(item) ?? article) === reading?.article.id;
    const found =
      queue.items?.find(({ id, article }) => id === intended && isOpen(id, article)) ??
      queue.items?.find(({ id, article }) => isOpen(id, article));
    const item = found?.id ?? null;
    if (item === list.run().current) return;
    list.happen({ kind: "begin", item });
    if (item !== null) markBegun(item);
  };
  store.subscribe(() => {
    recognise();
    const { reading, sound, utterance, settings, sleep } = store.get();
    const run = list.run();
    if (sleep !== "queue") until = null;
    else until ??= new Set(run.order);
    if (reading === null || run.current === null || sound !== "playing") return;
    if (secondsLeft(reading.script, utterance, settings.rate) <= AHEAD) prepare();
  });

  return {
    ended() {
      if (list.run().current === null) return false;
      finish();
      return store.get().sleep === "article" ? false : goOn();
    },
    finish,
    next,
    take(item) {
      const made = ahead.ready(item);
      if (made) proceed(made, lost.length > 0);
      return made !== null;
    },
    intend,
    fail,
    takeLost() {
      const headlines = lost;
      lost = [];
      return headlines;
    },
    setLeads(items, only) {
      for (const item of items) leads.delete(item);
      for (const item of only) leads.add(item);
    },
    wasUnread: (item) => unread.delete(item),
    forget,
  };
}
