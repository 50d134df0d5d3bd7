import type { Reader } from "../../../contract/index.ts";
import { Failure, type ItemId, type NewsItem } from "../../../model/index.ts";
import { words } from "../../../words/index.ts";
import { withReader } from "../desk.ts";
import { lengthOf } from "../length.ts";
import { oneLine } from "../one-line.ts";
import { tell, writeJson, writeLines } from "../output.ts";
import { wrongUsage } from "../requests.ts";
import { type JsonOption, tellEmpty } from "./answer.ts";
import { itemNamed, itemsNamed } from "./ids.ts";
import { MOST } from "./limits.ts";
import { minutesOf } from "./lines.ts";
import { itemsOf, writeItems } from "./lists.ts";

/** All of the queue, what is read next first. */
export const queueOf = (reader: Reader): Promise<readonly NewsItem[]> =>
  itemsOf(reader, { list: "queue", feed: null, folder: null, after: null }, MOST);

/** `lectern library queue`: an item a line; how long it takes is told beside. */
export const listQueue = (options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const items = await queueOf(reader);
    await writeItems(reader, items, "queue", options);
    if (options.json) return;
    if (items.length === 0) await tellEmpty(reader, "terminal.library.nothing", { list: "queue" });
    else {
      const { rate } = await reader.settings({});
      const minutes = minutesOf(
        items.reduce((sum, item) => sum + item.words, 0),
        rate,
      );
      tell(words("terminal.library.queue-total", { count: items.length, minutes, length: lengthOf(minutes) }));
    }
  });

/** `lectern library queue add`: last, or next. */
export const addToQueue = (ids: readonly string[], options: JsonOption & { readonly next?: true }): Promise<void> =>
  withReader(async (reader) => {
    const items = (await itemsNamed(reader, ids)).map(({ id }) => id);
    await reader.enqueue({ items, where: options.next ? "next" : "end" });
    if (options.json) return writeJson({ items: await queueOf(reader) });
    return writeLines([words("terminal.library.queued-now", { count: items.length, next: options.next ? "yes" : "no" })]);
  });

/** `lectern library queue remove`: takes items out. */
export const removeFromQueue = (ids: readonly string[], options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const named = await itemsNamed(reader, ids);
    const lost = named.find(({ queued }) => !queued);
    if (lost) throw new Failure("not-found", words("terminal.library.not-queued", { id: lost.id }));
    await takeOut(
      reader,
      named.map(({ id }) => id),
      options,
    );
  });

/** `lectern library queue clear`. */
export const clearQueue = (options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const items = await queueOf(reader);
    await takeOut(
      reader,
      items.map(({ id }) => id),
      options,
    );
  });

async function takeOut(reader: Reader, items: readonly ItemId[], options: JsonOption): Promise<void> {
  await reader.dequeue({ items });
  if (options.json) await writeJson({ removed: items });
  else await writeLines([words("terminal.library.dequeued", { count: items.length })]);
}

/** How far an item goes to get to where somebody wants it. Ends as wrong usage for no such place. */
function stepsTo(where: string, from: number, count: number): number {
  const to =
    { up: from - 1, down: from + 1, first: 0, last: count - 1 }[where] ?? (/^[1-9]\d{0,5}$/.test(where) ? Number(where) - 1 : null);
  if (to === null) wrongUsage(words("terminal.library.bad-place"));
  return Math.max(0, Math.min(count - 1, to)) - from;
}

/** `lectern library queue move`: up, down, first, last, or to a place. */
export const moveInQueue = (id: string, where: string, options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const item = await itemNamed(reader, id);
    const queue = await queueOf(reader);
    const from = queue.findIndex((one) => one.id === item.id);
    if (from < 0) throw new Failure("not-found", words("terminal.library.not-queued", { id }));
    const by = stepsTo(where, from, queue.length);
    if (by !== 0) await reader.moveInQueue({ item: item.id, by });
    if (options.json) return writeJson({ items: await queueOf(reader) });
    return writeLines([words("terminal.library.moved", { title: oneLine(item.title), place: from + by + 1, all: queue.length })]);
  });
