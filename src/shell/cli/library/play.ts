import type { ItemId } from "../../../model/index.ts";
import { toFailure } from "../../../model/index.ts";
import { words } from "../../../words/index.ts";
import { withDesk } from "../desk.ts";
import { oneLine } from "../one-line.ts";
import { tell } from "../output.ts";
import { mannerOf, readAloud } from "../read.ts";
import { tellEmpty } from "./answer.ts";
import { openKept } from "./opened.ts";
import { queueOf } from "./queue.ts";

/** The options of `lectern library queue play`. */
interface PlayOptions {
  readonly voice?: string;
  readonly rate?: number;
}

/**
 * `lectern library queue play`: one item after the other, as the queue is when each begins. What was heard to its end leaves the queue;
 * what can't be opened is told and stays.
 */
export const playQueue = (options: PlayOptions, signal: AbortSignal): Promise<void> =>
  withDesk({ keep: true }, async (reader) => {
    const manner = await mannerOf(reader, options);
    const done = new Set<ItemId>();
    for (;;) {
      const item = (await queueOf(reader)).find(({ id }) => !done.has(id));
      if (!item) break;
      done.add(item.id);
      tell(words("terminal.library.now", { title: oneLine(item.title) }));
      try {
        const opened = await openKept(reader, item.id, signal);
        const ending = await readAloud(reader, opened, manner, { keys: true, next: true }, signal);
        if (ending === "left") return;
        if (ending === "ended") await reader.dequeue({ items: [item.id] });
      } catch (thrown) {
        signal.throwIfAborted();
        const { code, message } = toFailure(thrown);
        // Without a sound, a voice or a place to keep things, the next would fail the same way.
        if (["no-voice", "engine", "device", "storage", "bug"].includes(code)) throw thrown;
        tell(`${code}: ${oneLine(message)}`);
      }
    }
    if (done.size === 0) await tellEmpty(reader, "terminal.library.nothing", { list: "queue" });
    else tell(words("terminal.library.queue-done"));
  });
