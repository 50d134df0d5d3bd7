import type { Reader } from "../../contract/index.ts";
import { isSameFolder, type Settings, type SettingsChange, toFailure } from "../../model/index.ts";
import { readyWords, words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Chosen, Library, LibraryState } from "./library.ts";
import type { NewsLine } from "./news-line.ts";
import type { Undo } from "./undo.ts";

/** Keeping feeds, folders and the queue ready for offline, as a person asks for it. */
export interface KeepReady {
  /** Asks how it goes: the page shows it. */
  readonly ask: () => void;
  /** Keeps a list ready from now on, or no more; says so, and can be undone. */
  readonly set: (chosen: Chosen, isOn: boolean) => void;
  /** The other way, for the list that is chosen; says so where it is none that can be. */
  readonly toggle: () => void;
  /** Says how much is ready. */
  readonly tell: () => void;
}

/** What it needs. */
export interface KeepReadyWorld {
  readonly reader: Pick<Reader, "readiness" | "changeFeed">;
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "answer">;
  readonly newsLine: Pick<NewsLine, "listen">;
  readonly undo: Pick<Undo, "done" | "coming">;
  readonly lists: Pick<Library, "store" | "nameOf" | "recount" | "renew">;
  readonly change: (change: SettingsChange) => void;
  /** Whether a row of the list has the focus. */
  readonly hasFocus: () => boolean;
}

/** Whether a list is kept ready: the queue, a feed or a folder by its own wish; null: it is none that can be. */
export function isKeptReady(
  { list, feed, folder }: Chosen,
  { readyQueue, readyFolders }: Pick<Settings, "readyQueue" | "readyFolders">,
  feeds: LibraryState["feeds"],
): boolean | null {
  if (feed !== null) return feeds?.find(({ id }) => id === feed)?.ready ?? null;
  if (folder !== null) return folder.length > 0 ? readyFolders.some((one) => isSameFolder(one, folder)) : null;
  return list === "queue" ? readyQueue : null;
}

/** Folders that are kept ready with one more, or one less. */
export const withFolder = (
  folders: Settings["readyFolders"],
  folder: readonly string[],
  isOn: boolean,
): Pick<Settings, "readyFolders"> => ({
  readyFolders: [...folders.filter((one) => !isSameFolder(one, folder)), ...(isOn ? [folder] : [])],
});

/** Joins what the host keeps ready with the window. */
export function createKeepReady(world: KeepReadyWorld): KeepReady {
  const { reader, store, announcer, newsLine, undo, lists, change } = world;
  const fail = (thrown: unknown): void => announcer.answer(failureWords(toFailure(thrown).code));
  let asked = 0;
  const ask = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    const offline = await reader.readiness({});
    if (turn === asked) store.set({ offline });
  };
  const askQuietly = (): void => {
    ask().catch(() => {
      // What is shown stays; the next change asks again.
    });
  };
  newsLine.listen((event) => {
    if (event.kind !== "changed" || event.part !== "ready") return;
    askQuietly();
    const { rows, listing, current } = lists.store.get();
    // A row that has the focus keeps its name: one that changes would be said anew.
    const here = world.hasFocus() ? listing?.items[current] : undefined;
    lists.renew([...rows.keys()].filter((id) => id !== here)).catch(() => {});
  });

  const keep = async (chosen: Chosen, isOn: boolean): Promise<void> => {
    const { feed, folder } = chosen;
    if (feed !== null) {
      await reader.changeFeed({ feed, ready: isOn });
      await lists.recount();
    } else change(folder === null ? { readyQueue: isOn } : withFolder(store.get().settings.readyFolders, folder, isOn));
    askQuietly();
  };
  const set: KeepReady["set"] = (chosen, isOn) => {
    const done = async (): Promise<void> => {
      await keep(chosen, isOn);
      undo.done({
        what: words(isOn ? "ready.kept" : "ready.unkept", { name: lists.nameOf(chosen) }),
        undo: () => keep(chosen, !isOn),
      });
    };
    undo.coming(done()).catch(fail);
  };
  return {
    ask: askQuietly,
    set,
    toggle() {
      const { chosen, feeds } = lists.store.get();
      const { view, settings } = store.get();
      const isKept = view === "library" ? isKeptReady(chosen, settings, feeds) : null;
      if (isKept === null) announcer.answer(words("ready.noList"));
      else set(chosen, !isKept);
    },
    tell() {
      ask().then(() => {
        const { offline } = store.get();
        if (offline) announcer.answer(readyWords(offline));
      }, fail);
    },
  };
}
