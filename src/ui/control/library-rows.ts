import type { CommandId, Reader } from "../../contract/index.ts";
import { type ItemId, type NewsItem, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { beginning } from "../reading/first-words.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Library } from "./library.ts";
import type { Undo } from "./undo.ts";

/** The commands that are about the current row of a list. */
export const ROW_COMMANDS = [
  "openRow",
  "playRow",
  "queueNext",
  "queueEnd",
  "starRow",
  "markRow",
  "markAbove",
  "moveUp",
  "moveDown",
] as const satisfies readonly CommandId[];
export type RowCommand = (typeof ROW_COMMANDS)[number];

/** What is done with the current row. Each answers, and can be undone where it deletes or marks. */
export type RowActions = Readonly<Record<RowCommand, () => void>>;

/** What the actions need. */
export interface RowActionsWorld {
  readonly reader: Pick<Reader, "markItems" | "starItem" | "enqueue" | "dequeue" | "moveInQueue" | "listNews">;
  readonly library: Library;
  readonly announcer: Pick<Announcer, "answer">;
  readonly undo: Undo;
  /** Opens an item, and plays it where `play`. */
  readonly open: (item: NewsItem, play: boolean) => void;
}

/** A title is known by its beginning, UTF-16 code units: an answer names it, and is no reading of it. */
const LONGEST = 60;

/** As much of a title as an answer needs. */
export const shortTitle = (title: string): string => beginning(title, LONGEST);

/** Makes them. */
export function createRowActions({ reader, library, announcer, undo, open }: RowActionsWorld): RowActions {
  const fail = (thrown: unknown): void => announcer.answer(failureWords(toFailure(thrown).code));
  const isQueue = (): boolean => library.store.get().chosen.list === "queue";
  /** Does something with the current row; says so where there is none, and what went wrong. */
  const withRow = (act: (item: NewsItem) => Promise<void> | void) => (): void => {
    const item = library.target();
    if (!item) {
      announcer.answer(words("library.noRow"));
      return;
    }
    undo.coming(Promise.resolve(act(item))).catch(fail);
  };
  const mark = async (ids: readonly ItemId[], read: boolean, back = false): Promise<readonly ItemId[]> => {
    const changed = await reader.markItems({ items: ids, read, back });
    library.patch(ids, { read });
    void library.recount();
    return changed;
  };
  const queue = async (id: ItemId, where: "next" | "end"): Promise<void> => {
    await reader.enqueue({ items: [id], where });
    library.patch([id], { queued: true });
    void library.recount();
  };
  const dequeue = async (id: ItemId): Promise<void> => {
    await reader.dequeue({ items: [id] });
    library.patch([id], { queued: false });
    void library.recount();
  };
  /** The queue as it is now. */
  const queued = async (): Promise<readonly ItemId[]> =>
    (await reader.listNews({ list: "queue", feed: null, folder: null, order: "newest" })).items;
  const remove = async (item: NewsItem): Promise<void> => {
    const place = (await queued()).indexOf(item.id);
    await dequeue(item.id);
    const what = words("row.dequeued", { title: shortTitle(item.title) });
    undo.done({
      what,
      async undo() {
        await queue(item.id, "end");
        const last = (await queued()).length - 1;
        if (place >= 0 && place < last) await reader.moveInQueue({ item: item.id, by: place - last });
      },
    });
  };
  const move = (by: 1 | -1) =>
    withRow(async (item) => {
      if (!isQueue()) {
        announcer.answer(words("row.moveOnlyQueue"));
        return;
      }
      const before = await queued();
      const from = before.indexOf(item.id);
      const to = from + by;
      if (from < 0 || to < 0 || to >= before.length) {
        announcer.answer(words(from < 0 ? "news.state.dequeued" : by < 0 ? "row.isFirst" : "row.isLast"));
        return;
      }
      await reader.moveInQueue({ item: item.id, by });
      await library.reopenAt(item.id);
      announcer.answer(words("row.moved", { place: to + 1, count: before.length }));
    });

  return {
    openRow: withRow((item) => open(item, false)),
    playRow: withRow((item) => open(item, true)),
    queueNext: withRow(async (item) => {
      await queue(item.id, "next");
      announcer.answer(words("row.queuedNext", { title: shortTitle(item.title) }));
    }),
    queueEnd: withRow(async (item) => {
      if (item.queued) {
        await remove(item);
        return;
      }
      await queue(item.id, "end");
      announcer.answer(words("row.queuedEnd", { title: shortTitle(item.title) }));
    }),
    starRow: withRow(async (item) => {
      const starred = !item.starred;
      const set = async (value: boolean, back = false): Promise<void> => {
        await reader.starItem({ item: item.id, starred: value, back });
        library.patch([item.id], { starred: value });
        void library.recount();
      };
      await set(starred);
      undo.done({
        what: words(starred ? "row.starred" : "row.unstarred", { title: shortTitle(item.title) }),
        undo: () => set(!starred, true),
      });
    }),
    markRow: withRow(async (item) => {
      const read = !item.read;
      const changed = await mark([item.id], read);
      undo.done({
        what: words(read ? "row.read" : "row.unread", { title: shortTitle(item.title) }),
        undo: async () => void (await mark(changed, !read, true)),
      });
    }),
    markAbove: withRow(async () => {
      const { listing, current } = library.store.get();
      const changed = await mark(listing?.items.slice(0, current + 1) ?? [], true);
      undo.done({ what: words("row.readAbove", { count: changed.length }), undo: async () => void (await mark(changed, false)) });
    }),
    moveUp: move(-1),
    moveDown: move(1),
  };
}
