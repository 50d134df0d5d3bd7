import type { CommandId, Reader } from "../../contract/index.ts";
import { type ItemId, type NewsItem, toFailure } from "../../model/index.ts";
import type { Player } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import { type Bulletin, createBulletin } from "./bulletin.ts";
import { createGiving, type Giving } from "./giving.ts";
import type { Listening } from "./listening.ts";
import { createQueue, type Queue } from "./queue.ts";
import { createQueueJoins } from "./queue-joins.ts";
import { createQueueList } from "./queue-list.ts";
import type { Session } from "./session.ts";
import type { Change } from "./undo.ts";

/** Listening through more than one article: the queue, the bulletin, and what fits into some minutes. */
export interface Through {
  readonly queue: Queue;
  readonly bulletin: Bulletin;
  readonly giving: Giving;
  readonly commands: Readonly<
    Record<
      Extract<
        CommandId,
        "playQueue" | "playList" | "nextArticle" | "previousArticle" | "queueLeft" | "queueBack" | "giveMinutes" | "bulletin" | "more"
      >,
      () => void
    >
  >;
  /** What was read was heard to its end. True: something else is read at once. */
  ended(): boolean;
  /** Nothing goes on by itself any more: somebody stopped. */
  forget(): void;
  /** Asks how the queue is: when the window begins, and when it is come back to. */
  ask(): void;
}

/** What it needs. */
export interface ThroughWorld {
  readonly reader: Reader;
  readonly store: Store<WindowState>;
  readonly player: Pick<Player, "ready">;
  readonly session: Session;
  readonly listening: Listening;
  readonly announcer: Announcer;
  readonly silent: () => boolean;
  /** The items of the list that is looked at, in its order; null: no list is. */
  readonly listed: () => { readonly isQueue: boolean; readonly items: readonly ItemId[] } | null;
  readonly remember: (change: Change) => void;
  /** Items changed: lists that show them show it. */
  readonly changed: (items: readonly ItemId[], change: Partial<NewsItem>) => void;
}

/** So many items of a list are put into the queue at once: more than are heard in a week (guess). */
const MOST = 500;
/** So many headlines are a bulletin: half an hour of them (guess). */
const MOST_HEADLINES = 200;

/**
 * The reader for all of the window: who changes the queue, from wherever, has it looked up anew, and "next" is behind what is listened to.
 */
export function watchQueue(reader: Reader, through: () => Pick<Through, "ask" | "queue">): Reader {
  const after =
    <A extends readonly unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await method(...args);
      } finally {
        through().ask();
      }
    };
  return {
    ...reader,
    enqueue: (input, signal) => (input.where === "next" ? through().queue.playNext(input.items) : after(reader.enqueue)(input, signal)),
    dequeue: after(reader.dequeue),
    moveInQueue: after(reader.moveInQueue),
    setTaken: after(reader.setTaken),
  };
}

/** Joins the parts. `reader` is the host's own: its changes of the queue are looked up by who makes them. */
export function createThrough(world: ThroughWorld): Through {
  const { reader, store, announcer } = world;
  const lang = (): string => store.get().settings.language ?? navigator.language;
  const list = createQueueList({ reader, store, lang });
  const joins = createQueueJoins({
    ...world,
    list,
    lang,
    heard(item, read) {
      world.changed([item], { queued: false, ...(read ? { read } : {}) });
      const title = list.item(item)?.title ?? "";
      world.remember({ what: words("queueHead.heard", { title }), undo: () => queue.putBackItem(item) });
    },
  });
  const queue = createQueue({ ...world, list, joins });
  const heard = (item: ItemId): void => {
    list
      .change(async () => {
        await reader.dequeue({ items: [item] });
        await reader.markItems({ items: [item], read: true });
        world.changed([item], { queued: false, read: true });
      })
      .catch(() => {
        // It stays where it was: nothing is lost.
      });
  };
  const bulletin = createBulletin({ ...world, heard });
  const giving = createGiving({ reader, store, queue, lang });
  const step = (direction: 1 | -1) => (): void => {
    if (!bulletin.step(direction)) queue.step(direction);
  };
  const fail = (thrown: unknown): void => announcer.answer(failureWords(toFailure(thrown).code));
  addEventListener("focus", () => void list.ask());
  return {
    queue,
    bulletin,
    giving,
    commands: {
      playQueue: queue.play,
      nextArticle: step(1),
      previousArticle: step(-1),
      queueLeft: queue.tellLeft,
      queueBack: queue.putBack,
      giveMinutes: () => store.set({ dialog: { kind: "give" } }),
      playList() {
        const shown = world.listed();
        if (shown === null || shown.isQueue) queue.play();
        else if (shown.items.length === 0) announcer.answer(words("queue.nothingToPlay"));
        else queue.playAll(shown.items.slice(0, MOST)).catch(fail);
      },
      bulletin() {
        const shown = world.listed();
        if (shown === null || shown.isQueue || shown.items.length === 0) bulletin.begin();
        else reader.items({ items: shown.items.slice(0, MOST_HEADLINES) }).then(bulletin.begin, fail);
      },
      more: bulletin.more,
    },
    ended: () => bulletin.ended() || joins.ended(),
    forget: joins.forget,
    ask: () => void list.ask(),
  };
}
