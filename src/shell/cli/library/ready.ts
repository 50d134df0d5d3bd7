import type { Reader } from "../../../contract/index.ts";
import {
  Failure,
  isSameFolder,
  READY_BUDGETS,
  type ReadyBudget,
  type ReadyState,
  type SettingsChange,
  toFailure,
} from "../../../model/index.ts";
import { readyWords, sizeOf, words } from "../../../words/index.ts";
import { withReader } from "../desk.ts";
import { oneLine, parts } from "../one-line.ts";
import { tell, tellProgress, writeJson, writeJsonLine, writeLines } from "../output.ts";
import { wrongUsage } from "../requests.ts";
import type { JsonOption } from "./answer.ts";
import { feedNamed } from "./ids.ts";
import { folderOf } from "./subscriptions.ts";

/** So many that can't be had are named: more is no list that anybody goes through (guess). */
const MOST_LOST = 100;

/** `lectern library ready`: what is kept ready, a line each; how much of it is ready is told beside. */
export const listReady = (options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const { readyQueue, readyFolders } = await reader.settings({});
    const feeds = (await reader.feeds({})).filter(({ ready }) => ready);
    const state = await reader.readiness({});
    if (options.json) return writeJson({ ...state, kept: { queue: readyQueue, folders: readyFolders, feeds: feeds.map(({ id }) => id) } });
    await writeLines([
      ...(readyQueue ? [words("list.queue")] : []),
      ...readyFolders.map((folder) => words("list.folder", { name: oneLine(folder.join("/")) })),
      ...feeds.map(({ id, title }) => `${oneLine(title)} · f${id}`),
    ]);
    tell(readyWords(state));
    if (state.lost > 0) await tellLost(reader);
  });

/** Names what can't be had, a line each. */
async function tellLost(reader: Reader): Promise<void> {
  const items = await reader.items({ items: (await reader.lostReady({})).slice(0, MOST_LOST) });
  for (const { title, source, link, id } of items) tell(`  ${parts(oneLine(title), oneLine(source), link && oneLine(link), String(id))}`);
}

/** The rooms that there are, as people say them. */
const readyRooms = (): string => READY_BUDGETS.map((size) => sizeOf(Number(size) * 1_000_000)).join(", ");

/** The room that somebody means: "500", "500 MB", "2 GB". Ends as wrong usage for another. */
function budgetOf(text: string): ReadyBudget {
  const [, number = "", unit = "mb"] = /^(\d{1,5}(?:\.\d)?)\s*([mg]b)?$/i.exec(text.trim()) ?? [];
  const size = String(Number(number) * (unit.toLowerCase() === "gb" ? 1000 : 1));
  return READY_BUDGETS.find((budget) => budget === size) ?? wrongUsage(words("terminal.library.ready.bad-room", { sizes: readyRooms() }));
}

/** `lectern library ready room`: how much room what is kept ready takes of what it may take; with a size, that from now on. */
export function readyRoom(size: string | undefined, options: JsonOption): Promise<void> {
  const chosen = size === undefined ? null : budgetOf(size);
  return withReader(async (reader) => {
    if (chosen !== null) await reader.changeSettings({ readyBudget: chosen });
    const { used, budget } = await reader.readiness({});
    if (options.json) return writeJson({ used, budget });
    return writeLines([words("terminal.library.ready.room-is", { used: sizeOf(used), budget: sizeOf(budget) })]);
  });
}

/** What `lectern library ready keep` can be told. */
export interface KeepOptions extends JsonOption {
  readonly folder?: string;
  readonly queue?: true;
  readonly off?: true;
}

/** `lectern library ready keep`: a feed, a folder or the queue, from now on or no more. */
export function keepReady(name: string | undefined, options: KeepOptions): Promise<void> {
  const given = [name, options.folder, options.queue].filter((one) => one !== undefined);
  if (given.length !== 1) wrongUsage(words(given.length === 0 ? "terminal.library.ready.what" : "terminal.library.ready.one"));
  const isOn = !options.off;
  const folder = options.folder === undefined ? null : folderOf(options.folder);
  if (folder?.length === 0) wrongUsage(words("terminal.library.ready.what"));
  return withReader(async (reader) => {
    const title = await keep(reader, name ?? null, folder, isOn);
    if (options.json) return writeJson({ kept: isOn });
    return writeLines([words(isOn ? "ready.kept" : "ready.unkept", { name: title })]);
  });
}

/** Whether a feed is in the folder, or below it. */
const isThere = async (reader: Reader, folder: readonly string[]): Promise<boolean> =>
  (await reader.feeds({})).some((feed) => isSameFolder(feed.folder.slice(0, folder.length), folder));

/**
 * Wishes for it, or no more; answers with what it is called. A folder that is gone may be wished for no more.
 * @throws Failure `not-found`; as `feedNamed`
 */
async function keep(reader: Reader, name: string | null, folder: readonly string[] | null, isOn: boolean): Promise<string> {
  if (name !== null) {
    const feed = await feedNamed(reader, name);
    await reader.changeFeed({ feed: feed.id, ready: isOn });
    return oneLine(feed.title);
  }
  const { readyFolders } = await reader.settings({});
  if (folder !== null && !(await isThere(reader, folder)) && !(!isOn && readyFolders.some((one) => isSameFolder(one, folder))))
    throw new Failure("not-found", words("terminal.library.ready.no-folder", { folder: oneLine(folder.join("/")) }));
  const others = readyFolders.filter((one) => folder === null || !isSameFolder(one, folder));
  const change: SettingsChange = folder === null ? { readyQueue: isOn } : { readyFolders: isOn ? [...others, folder] : others };
  await reader.changeSettings(change);
  return folder === null ? words("list.queue") : oneLine(folder.join("/"));
}

/**
 * `lectern library ready now`: on a terminal one line says how far it is. `--json`: a line for each article. Interrupted it ends with what
 * is ready.
 */
export const getReady = (options: JsonOption, signal: AbortSignal): Promise<void> =>
  withReader(async (reader) => {
    const isShown = process.stderr.isTTY && !options.json;
    const clear = (): void => {
      if (isShown) tellProgress("");
    };
    let last: ReadyState | null = null;
    try {
      for await (const state of reader.getReady({}, signal)) {
        last = state;
        if (options.json) await writeJsonLine(state);
        else if (isShown) tellProgress(words("queueHead.ready", { ready: state.ready, wanted: state.wanted }));
      }
    } catch (thrown) {
      clear();
      if (last && !options.json && (signal.aborted || toFailure(thrown).code !== "bug")) tell(readyWords({ ...last, working: false }));
      throw thrown;
    }
    clear();
    if (last && !options.json) {
      await writeLines([readyWords(last)]);
      if (last.lost > 0) await tellLost(reader);
    }
  });
