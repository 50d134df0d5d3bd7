import type { CommandId, Reader } from "../../contract/index.ts";
import type { ItemId } from "../../model/index.ts";
import type { Player } from "../../play/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { type Bulletin, createBulletin } from "./bulletin.ts";
import { createGiving, type Giving } from "./giving.ts";
import type { Listening } from "./listening.ts";
import { createQueue, type Queue } from "./queue.ts";
import { createQueueJoins } from "./queue-joins.ts";
import { createQueueList } from "./queue-list.ts";
import type { Session } from "./session.ts";

/** Listening through more than one article: the queue, the bulletin, and what fits into some minutes. */
export interface Through {
  readonly queue: Queue;
  readonly bulletin: Bulletin;
  readonly giving: Giving;
  readonly commands: Readonly<
    Record<
      Extract<CommandId, "playQueue" | "nextArticle" | "previousArticle" | "queueLeft" | "queueBack" | "giveMinutes" | "bulletin" | "more">,
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
}

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
  const { reader, store } = world;
  const lang = (): string => store.get().settings.language ?? navigator.language;
  const list = createQueueList({ reader, store, lang });
  const joins = createQueueJoins({ ...world, list, lang });
  const queue = createQueue({ ...world, list, joins });
  const heard = (item: ItemId): void => {
    list
      .change(async () => {
        await reader.dequeue({ items: [item] });
        await reader.markItems({ items: [item], read: true });
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
      bulletin: () => bulletin.begin(),
      more: bulletin.more,
    },
    ended: () => bulletin.ended() || joins.ended(),
    forget: joins.forget,
    ask: () => void list.ask(),
  };
}
