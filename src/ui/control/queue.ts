import type { Reader } from "../../contract/index.ts";
import { type ItemId, type NewsItem, toFailure } from "../../model/index.ts";
import { sentencesOf, words } from "../../words/index.ts";
import { queueMinutes } from "../reading/queue-state.ts";
import { previousOf } from "../reading/run.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Listening } from "./listening.ts";
import type { QueueJoins } from "./queue-joins.ts";
import type { QueueList } from "./queue-list.ts";
import type { Session } from "./session.ts";
import type { Change } from "./undo.ts";

/** Listening through the queue, as a person asks for it. */
export interface Queue {
  /** Goes on with what is listened to of it, else begins with its first. */
  play(): void;
  /** The next or previous article of the queue. */
  step(direction: 1 | -1): void;
  /** Puts items behind the one that is listened to, else before all others. */
  playNext(items: readonly ItemId[]): Promise<void>;
  /** The same, and plays them at once. `leads`: of these the headline and the lead only, which makes nothing read. */
  playAll(items: readonly ItemId[], leads?: readonly ItemId[]): Promise<void>;
  /** Says how long the queue takes. */
  tellLeft(): void;
  /** Puts the last one that was heard to its end back where it was. */
  putBack(): void;
  /** The same for any of them, without a word. */
  putBackItem(item: ItemId): Promise<void>;
}

/** What it needs. */
export interface QueueControlWorld {
  readonly reader: Reader;
  readonly store: Store<WindowState>;
  readonly list: QueueList;
  readonly joins: QueueJoins;
  readonly session: Session;
  readonly listening: Listening;
  readonly announcer: Announcer;
  readonly silent: () => boolean;
  /** Something was done that can be taken back. */
  readonly remember: (change: Change) => void;
  /** Items changed: lists that show them show it. */
  readonly changed: (items: readonly ItemId[], change: Partial<NewsItem>) => void;
}

interface Opening {
  /** Whether it is read then. */
  readonly play: boolean;
  /** What is ready takes the place of what sounds, without a word and a move of the focus. */
  readonly atOnce?: boolean;
  /** What can't be opened is passed over where there is a next. */
  readonly passOver: boolean;
}

/** How long the focus needs to arrive at an article before it is read, milliseconds: what is read is not silenced by it. */
const SETTLES = 80;

/** The queue of a window. */
export function createQueue(world: QueueControlWorld): Queue {
  const { reader, store, list, joins, session, listening, announcer } = world;
  const titleOf = (item: ItemId): string => list.item(item)?.title ?? "";

  /** Opens an item at a key; what can't be opened is passed over where there is a next. */
  const open = async (wanted: ItemId, { play, atOnce = false, passOver }: Opening): Promise<void> => {
    joins.forget();
    if (atOnce && !world.silent() && joins.take(wanted)) return;
    let item = wanted;
    const opened = await session.openBy(titleOf(item), async (signal) => {
      for (;;) {
        try {
          const { article } = await reader.prepareItem({ item, network: true }, signal);
          joins.intend(item, article.id);
          return await reader.recall({ article: article.id }, signal);
        } catch (thrown) {
          signal.throwIfAborted();
          joins.fail(item, thrown);
          const other = passOver ? joins.next() : null;
          if (other === null) throw thrown;
          item = other;
        }
      }
    });
    if (!opened) return;
    const missed = joins.takeLost();
    void list.ask();
    if (missed.length > 0) announcer.status(words("queue.lost", { count: missed.length, title: missed[0] ?? "" }));
    if (play && !world.silent()) setTimeout(listening.play, SETTLES);
  };
  const isAtEnd = (): boolean => {
    const { reading, utterance, sound } = store.get();
    return sound === "ended" || (reading !== null && utterance >= reading.script.utterances.length - 1);
  };
  const step = (direction: 1 | -1): void => {
    const { sound } = store.get();
    // Who goes on while something is answered goes on listening.
    const sounding = announcer.takeHeld() || listening.sounding();
    if (direction === 1) {
      if (list.run().current !== null && isAtEnd()) joins.finish();
      const item = joins.next();
      if (item === null) announcer.answer(words(list.run().order.length === 0 ? "queue.empty" : "queue.noneAfter"));
      else void open(item, { play: sounding, atOnce: sounding, passOver: true });
      return;
    }
    const { reading, utterance } = store.get();
    const first = reading?.script.utterances.findIndex(({ pieces }) => pieces.some(({ source }) => source !== null)) ?? 0;
    // In the middle of an article its beginning comes first, as with every other unit.
    if (reading && list.run().current !== null && utterance > first && sound !== "ended") {
      listening.toTop();
      if (sounding) listening.play();
      return;
    }
    const previous = previousOf(list.run());
    if (previous === null) announcer.answer(words("queue.noneBefore"));
    else if (previous.wasHeard)
      void putBack(previous.item).then(() => open(previous.item, { play: sounding, atOnce: sounding, passOver: false }));
    else void open(previous.item, { play: sounding, atOnce: sounding, passOver: false });
  };
  const putBack = async (item: ItemId): Promise<void> => {
    if (!list.run().heard.some((one) => one.item === item)) return;
    list.happen({ kind: "back", item });
    const at = list.run().order.indexOf(item);
    await list.change(async () => {
      await reader.enqueue({ items: list.run().order.slice(0, at + 1), where: "next" });
      const read = !joins.wasUnread(item);
      if (!read) await reader.markItems({ items: [item], read });
      world.changed([item], { queued: true, read });
    });
  };
  const playNext = (items: readonly ItemId[]): Promise<void> =>
    list.change(async () => {
      const { current, order } = list.run();
      const others = items.filter((item) => item !== current);
      const rest = order.filter((item) => !others.includes(item));
      const behind = current === null ? 0 : rest.indexOf(current) + 1;
      // With all that stands before them, in one step: so they come to stand behind it.
      await reader.enqueue({ items: [...rest.slice(0, behind), ...others], where: "next" });
    });

  const answerLeft = (): void => {
    const state = store.get();
    const items = state.queue.items ?? [];
    const { wanted, ready } = state.offline?.queue ?? { wanted: 0, ready: 0 };
    announcer.answer(
      items.length === 0
        ? words("queue.empty")
        : sentencesOf([
            words("queue.left", { count: items.length, minutes: queueMinutes(state) }),
            state.settings.readyQueue && wanted > 0 ? words("queueHead.ready", { wanted, ready }) : "",
          ]),
    );
  };
  /** A key that comes before the host has told of the queue waits for that. */
  const onceKnown = (act: () => void) => (): void => {
    if (store.get().queue.items !== null) act();
    else void list.ask().then(act);
  };

  return {
    play: onceKnown(() => {
      list.happen({ kind: "again" });
      const { order, current } = list.run();
      const [first] = order;
      if (current !== null && order.includes(current)) {
        if (listening.sounding()) answerLeft();
        else listening.play();
      } else if (first !== undefined) void open(first, { play: true, passOver: true });
      else announcer.answer(words("queue.empty"));
    }),
    step: (direction) => onceKnown(() => step(direction))(),
    playNext,
    async playAll(items, only = []) {
      const [first] = items;
      if (first === undefined) return;
      joins.setLeads(items, only);
      const before = list.run().order;
      await list.change(() => reader.enqueue({ items, where: "next" }));
      world.changed(items, { queued: true });
      const added = items.filter((item) => !before.includes(item));
      if (added.length > 0)
        world.remember({
          what: words("queue.added", { count: added.length }),
          async undo() {
            await list.change(() => reader.dequeue({ items: added }));
            world.changed(added, { queued: false });
          },
        });
      await open(first, { play: true, passOver: true });
    },
    tellLeft: onceKnown(answerLeft),
    putBackItem: putBack,
    putBack() {
      const last = list.run().heard.at(-1);
      const title = last ? titleOf(last.item) : "";
      if (!last) announcer.answer(words("queue.nothingBack"));
      else
        putBack(last.item).then(
          () => announcer.answer(words("queue.back", { title })),
          (thrown: unknown) => announcer.answer(failureWords(toFailure(thrown).code)),
        );
    },
  };
}
