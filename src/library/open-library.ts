import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { type Article, Failure, type LexiconEntry, type Settings } from "../model/index.ts";
import { writeState } from "./file-state.ts";
import { makeFolder } from "./files.ts";
import { lasting, type Opened } from "./lasting.ts";
import { createLexiconStore } from "./lexicon.ts";
import { articleAt, type Library, libraryIn } from "./library.ts";
import { isDamage, openFile, openNowhere } from "./open-file.ts";
import { claimLibrary, type OwnerKind } from "./owner.ts";
import { settingTable } from "./settings.ts";
import { knowFile } from "./standing.ts";
import { storage } from "./storage.ts";

/** How long a reader beside the owner waits, milliseconds. */
const BUSY = 5000;

/**
 * Opens the library in a file for this process alone, made with its folder when it is not there; `:memory:` keeps nothing. An older one
 * is copied before it is changed; of a damaged one all that can be read is taken over, and it is set aside. `kind`: what others are told
 * of who has it.
 * @throws Failure `in-use` when another has it, `newer` for a file of a newer Lectern, `no-room` for a copy, `storage` when the file
 * can't be opened or made
 */
export async function openLibrary(path: string, kind: OwnerKind = "command"): Promise<Library> {
  if (path === ":memory:") {
    return storage(() => {
      const library = libraryIn(openNowhere(), {
        path: null,
        file: null,
        setAside: null,
        rescue: null,
        isDoubtful: false,
        release: () => {},
        onDamage: () => {},
        onWhole: () => {},
      });
      return { ...library, watchStore: () => {} };
    });
  }
  const open = (): Promise<Opened> => openOnce(path, kind);
  return lasting(path, await open(), open);
}

async function openOnce(path: string, kind: OwnerKind): Promise<Opened> {
  await makeFolder(dirname(path)).catch((thrown: unknown) => {
    throw new Failure("storage", `The folder ${dirname(path)} can't be made: ${String(thrown)}`, { cause: thrown });
  });
  const claim = await claimLibrary(path, kind);
  try {
    return storage(() => {
      const { database, ...found } = openFile(path, claim.isUnclean, new Date());
      try {
        const file = knowFile(database, path);
        const library = libraryIn(database, {
          path,
          file,
          ...found,
          release: claim.release,
          onDamage: () => writeState(path, { damaged: true }),
          onWhole: () => writeState(path, { checked: new Date().toISOString() }),
        });
        return { library, file };
      } catch (thrown) {
        database.close();
        throw thrown;
      }
    });
  } catch (thrown) {
    // What is damaged in a way that no check sees is rescued the next time.
    if (isDamage((thrown as Error).cause)) writeState(path, { damaged: true });
    claim.release();
    throw thrown;
  }
}

/** Reads from the file of a library beside whoever has it. Changes nothing. @throws Failure `storage` when it can't be read */
function beside<T>(path: string, read: (database: DatabaseSyncInstance) => T): T {
  return storage(() => {
    const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY });
    try {
      return read(database);
    } finally {
      database.close();
    }
  });
}

/** What a listener has of settings and words, read beside whoever has the library. @throws Failure `storage` when the file can't be read */
export const readTaste = (path: string): { readonly settings: Settings; readonly entries: readonly LexiconEntry[] } =>
  beside(path, (database) => ({
    settings: settingTable(database).all(),
    entries: createLexiconStore(database)
      .all()
      .map(({ entry }) => entry),
  }));

/** The article of a page (`Library.keptAt`), read beside whoever has the library. @throws Failure `storage` when the file can't be read */
export const readKept = (path: string, address: string): Article | null => beside(path, (database) => articleAt(database, address));
