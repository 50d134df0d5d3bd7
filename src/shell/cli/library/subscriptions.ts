import { readFile } from "node:fs/promises";
import { decodeFeed } from "../../../feed/index.ts";
import { Failure } from "../../../model/index.ts";
import { words } from "../../../words/index.ts";
import { withReader } from "../desk.ts";
import { oneLine } from "../one-line.ts";
import { tell, writeFileContent, writeJson, writeLines } from "../output.ts";
import { naming, readAll, wrongUsage } from "../requests.ts";
import { writeNewFile } from "../write-file.ts";
import type { JsonOption } from "./answer.ts";
import { feedNamed } from "./ids.ts";
import { feedLine } from "./lines.ts";

/** Folders in each other, and signs of a name, at most: as the contract has it. */
const DEEPEST = 8;
const LONGEST_NAME = 200;

/** `A/B` as the folders that it names. Ends as wrong usage for what can be none. */
export function folderOf(text: string | undefined): readonly string[] {
  const names = (text ?? "")
    .split("/")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length > DEEPEST || names.some((name) => name.length > LONGEST_NAME || /^\.{1,2}$/.test(name)))
    wrongUsage(words("terminal.library.bad-folder"));
  return names;
}

/** `lectern library add`: subscribes to the feed at an address, or the one that the page there names. */
export function addFeed(
  address: string,
  options: JsonOption & { readonly folder?: string; readonly title?: string },
  signal: AbortSignal,
): Promise<void> {
  const folder = folderOf(options.folder);
  return withReader(async (reader) => {
    const { feed: found, isNew } = await naming(address, reader.subscribe({ address, folder }, signal));
    const feed = options.title ? await reader.changeFeed({ feed: found.id, title: options.title }) : found;
    if (options.json) return writeJson({ feed, isNew });
    const { title, items, id } = feed;
    return writeLines([words("terminal.library.added", { isNew: isNew ? "yes" : "no", title: oneLine(title), items, id: `f${id}` })]);
  });
}

/** `lectern library remove`: ends subscriptions. */
export const removeFeed = (names: readonly string[], options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const feeds = [];
    for (const name of names) feeds.push(await feedNamed(reader, name));
    for (const { id } of feeds) await reader.setTaken({ feed: id, taken: false });
    if (options.json) return writeJson({ removed: feeds });
    return writeLines(feeds.map(({ title, address }) => words("terminal.library.removed", { title: oneLine(title), address })));
  });

/** `lectern library change`: a title or a folder of the listener's own. */
export function changeFeed(name: string, options: JsonOption & { readonly folder?: string; readonly title?: string }): Promise<void> {
  const { title, folder } = options;
  if (title === undefined && folder === undefined) wrongUsage(words("terminal.library.nothing-to-change"));
  const folders = folder === undefined ? undefined : folderOf(folder);
  return withReader(async (reader) => {
    const { id } = await feedNamed(reader, name);
    const own = title === undefined ? {} : { title: title.trim() === "" ? null : title.trim() };
    const feed = await reader.changeFeed({ feed: id, folder: folders, ...own });
    return options.json ? writeJson({ feed }) : writeLines([feedLine(feed)]);
  });
}

const filed = (file: string, thrown: unknown): Failure => {
  const isMissing = (thrown as NodeJS.ErrnoException).code === "ENOENT";
  return new Failure(
    isMissing ? "no-file" : "closed-file",
    words(isMissing ? "terminal.library.no-file" : "terminal.library.no-access", { file }),
    {
      cause: thrown,
    },
  );
};

/** `lectern library import`: subscribes to what an OPML file lists, in its folders. */
export const importFeeds = (file: string, options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const bytes = file === "-" ? await readAll(process.stdin) : await readFile(file).catch((thrown) => Promise.reject(filed(file, thrown)));
    const result = await reader.importFeeds({ text: decodeFeed(bytes, null) });
    if (options.json) return writeJson(result);
    for (const address of result.refused) tell(words("terminal.library.refused", { address: oneLine(address) }));
    return writeLines([words("terminal.library.imported", { added: result.added, known: result.known })]);
  });

/** `lectern library export`: the subscriptions as OPML, into a file or on standard output. */
export const exportFeeds = (file: string | undefined, options: JsonOption & { readonly force?: true }): Promise<void> =>
  withReader(async (reader) => {
    const opml = await reader.exportFeeds({});
    if (file !== undefined && file !== "-") {
      await writeNewFile(file, opml, options.force === true);
      if (options.json) await writeJson({ file });
    } else if (options.json) await writeJson({ opml });
    else await writeFileContent(opml);
  });
