import { plainText } from "../../feed/index.ts";
import type { Feed } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { oneLine } from "./one-line.ts";
import { write, writeJson } from "./output.ts";
import { naming, requestOf, runBatch, type SaidOptions, wrongUsage } from "./requests.ts";
import { withApp } from "./world.ts";

interface FeedOptions extends SaidOptions {
  readonly json?: true;
  readonly batch?: string;
}

/** `lectern feed`: what a feed has, as JSON or a line or two an item. */
export function feedCommand(address: string | undefined, options: FeedOptions, signal: AbortSignal): Promise<void> {
  return withApp({ keep: false }, async (app) => {
    if (options.batch !== undefined) {
      await runBatch(options.batch, options, async (request) => (await app.feed(request, signal)).feed, signal);
      return;
    }
    if (address === undefined) wrongUsage(words("terminal.no-address"));
    const { feed } = await naming(address, app.feed(await requestOf(address, options), signal));
    await (options.json ? writeJson(feed) : write(shown(feed)));
  });
}

const shown = (feed: Feed): string =>
  [
    oneLine(plainText(feed.title) ?? "") || words("terminal.feed-untitled"),
    ...feed.items.map(({ title, summary, published, updated, link }) =>
      words("terminal.feed-item", {
        title: oneLine(plainText(title) ?? plainText(summary) ?? "") || words("terminal.feed-untitled"),
        date: (published ?? updated)?.slice(0, 10) ?? "none",
        link: oneLine(link ?? "") || "none",
      }),
    ),
    "",
  ].join("\n");
