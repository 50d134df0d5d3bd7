import type { FeedId, RefreshProgress } from "../../../model/index.ts";
import { words } from "../../../words/index.ts";
import { withReader } from "../desk.ts";
import { oneLine } from "../one-line.ts";
import { tell, tellProgress, write, writeJsonLine } from "../output.ts";
import { type JsonOption, tellEmpty } from "./answer.ts";

/**
 * `lectern library refresh`: asks the feeds for news. On a terminal one line says how far it is; else, and beside it, a line tells of each
 * feed that brought something or failed. `--json`: a line for each feed. Interrupted it ends with what it has, and says so.
 */
export const refreshFeeds = (options: JsonOption & { readonly all?: true }, signal: AbortSignal): Promise<void> =>
  withReader(async (reader) => {
    const isShown = process.stderr.isTTY && !options.json;
    let last: RefreshProgress = { done: 0, all: 0, news: 0, feed: null };
    let failed = 0;
    const own: FeedId[] = [];
    const clear = (): void => {
      if (isShown) tellProgress("");
    };
    try {
      for await (const progress of reader.refresh({ all: options.all === true }, signal)) {
        last = progress;
        if (progress.feed?.problem) failed += 1;
        if (progress.feed?.problem === "own-network") own.push(progress.feed.id);
        if (options.json) await writeJsonLine(progress);
        else {
          clear();
          await write(lineOf(progress));
          if (isShown) tellProgress(words("terminal.library.progress", { done: last.done, all: last.all, news: last.news }));
        }
      }
    } catch (thrown) {
      clear();
      if (signal.aborted) tell(words("terminal.library.stopped", { done: last.done, all: last.all, news: last.news }));
      throw thrown;
    }
    clear();
    if (options.json) return;
    if (last.all > 0) await write(`${words("terminal.library.refreshed", { done: last.done, news: last.news, failed })}\n`);
    else await tellEmpty(reader, "terminal.library.none-due");
    if (own.length === 0) return;
    // A list that was imported named them: somebody has to type them once.
    tell(words("failure.own-network.next"));
    for (const { id, address } of await reader.feeds({}, signal)) if (own.includes(id)) await write(`  lectern library add ${address}\n`);
  });

/** What is told of the feed that was asked last: nothing where nothing came of it. */
function lineOf({ feed }: RefreshProgress): string {
  if (feed === null) return "";
  const title = oneLine(feed.title);
  if (feed.problem !== null) return `${words("terminal.library.feed-failed", { title, problem: words(`failure.${feed.problem}`) })}\n`;
  return feed.news > 0 ? `${words("terminal.library.feed-news", { title, news: feed.news })}\n` : "";
}
