import type { Reader } from "../../../contract/index.ts";
import type { NewsItem, NewsQuery } from "../../../model/index.ts";
import { words } from "../../../words/index.ts";
import { withReader } from "../desk.ts";
import { tell, writeJson, writeLines } from "../output.ts";
import { wrongUsage } from "../requests.ts";
import { type JsonOption, tellEmpty } from "./answer.ts";
import { feedNamed, itemNamed, itemsNamed } from "./ids.ts";
import { feedLine, hitLine, itemLine } from "./lines.ts";
import { folderOf } from "./subscriptions.ts";

/** The lists of items, and that of the feeds. */
export const LISTS = ["today", "unread", "all", "starred", "queue", "history", "feeds"] as const;
type List = (typeof LISTS)[number];

/** As many as one question may ask for. */
const PAGE = 1000;

/** The items of a list, page by page. One more than asked for tells that there are more. */
export async function itemsOf(reader: Reader, query: Omit<NewsQuery, "limit">, limit: number): Promise<readonly NewsItem[]> {
  const items: NewsItem[] = [];
  let { after } = query;
  while (items.length < limit) {
    const page = await reader.news({ ...query, after, limit: Math.min(PAGE, limit - items.length) });
    items.push(...page);
    after = page.at(-1)?.id ?? null;
    if (after === null || page.length < PAGE) break;
  }
  return items;
}

export interface ListOptions extends JsonOption {
  readonly feed?: string;
  readonly folder?: string;
  readonly after?: string;
  readonly limit: number;
}

/** `lectern library list`: an item or a feed a line. */
export function listNews(name: string, options: ListOptions): Promise<void> {
  const list = LISTS.find((one) => one === name);
  if (list === undefined) wrongUsage(words("terminal.library.bad-list", { list: name }));
  if (list === "feeds") {
    if (options.feed !== undefined || options.folder !== undefined || options.after !== undefined)
      wrongUsage(words("terminal.library.feeds-only"));
    return listFeeds(options);
  }
  const folder = options.folder === undefined ? null : folderOf(options.folder);
  return withReader(async (reader) => {
    const feed = options.feed === undefined ? null : (await feedNamed(reader, options.feed)).id;
    const after = options.after === undefined ? null : (await itemNamed(reader, options.after)).id;
    const found = await itemsOf(reader, { list, feed, folder, after }, options.limit + 1);
    await writeItems(reader, found.slice(0, options.limit), list, options);
    const last = found[options.limit - 1];
    if (found.length > options.limit && last && !options.json) tell(words("terminal.library.more", { id: last.id }));
    if (found.length > 0 || options.json) return;
    if (feed === null && folder === null && after === null) await tellEmpty(reader, "terminal.library.nothing", { list });
    else await tellEmpty(reader, "terminal.library.nothing-here");
  });
}

/** Items as JSON or a line each. */
export async function writeItems(
  reader: Reader,
  items: readonly NewsItem[],
  list: Exclude<List, "feeds">,
  options: JsonOption,
): Promise<void> {
  if (options.json) {
    await writeJson({ items });
    return;
  }
  const { rate } = await reader.settings({});
  const now = new Date();
  await writeLines(items.map((item) => itemLine(item, list, rate, now)));
}

const listFeeds = (options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const feeds = await reader.feeds({});
    if (options.json) return writeJson({ feeds });
    if (feeds.length === 0) tell(words("terminal.library.no-feeds"));
    return writeLines(feeds.map(feedLine));
  });

/** `lectern library search`: what was found, a line each, with the sentence that has the words. */
export const searchLibrary = (text: readonly string[], options: JsonOption & { readonly limit: number }): Promise<void> =>
  withReader(async (reader) => {
    const hits = await reader.search({ text: text.join(" "), limit: Math.min(options.limit, PAGE) });
    if (options.json) return writeJson({ hits });
    if (hits.length === 0) tell(words("terminal.library.nothing-found"));
    const now = new Date();
    return writeLines(hits.map((hit) => hitLine(hit, now)));
  });

/** `lectern library mark`: read, or unread again. */
export const markItems = (ids: readonly string[], options: JsonOption & { readonly unread?: true }): Promise<void> =>
  withReader(async (reader) => {
    const read = !options.unread;
    const items = (await itemsNamed(reader, ids)).map(({ id }) => id);
    const changed = await reader.markItems({ items, read });
    if (options.json) return writeJson({ changed });
    return writeLines([words("terminal.library.marked", { count: changed.length, read: read ? "yes" : "no" })]);
  });

/** `lectern library star`: sets stars, or takes them. */
export const starItems = (ids: readonly string[], options: JsonOption & { readonly off?: true }): Promise<void> =>
  withReader(async (reader) => {
    const starred = !options.off;
    const items = (await itemsNamed(reader, ids)).map(({ id }) => id);
    for (const item of items) await reader.starItem({ item, starred });
    if (options.json) return writeJson({ items, starred });
    return writeLines([words("terminal.library.star-set", { count: items.length, starred: starred ? "yes" : "no" })]);
  });
