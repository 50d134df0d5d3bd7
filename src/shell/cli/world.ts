import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type App, createApp } from "../../app/index.ts";
import { type Library, openLibrary, readTaste } from "../../library/index.ts";
import { toFailure } from "../../model/index.ts";
import { rescueWords, words } from "../../words/index.ts";
import { forkNeural } from "../neural/fork.ts";
import { fileSecrets, secretsBeside } from "../secrets/index.ts";
import { createWorld } from "../world.ts";

/** Electron's `userData` of the app, found without Electron. */
function homeFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (environment.LECTERN_HOME) return environment.LECTERN_HOME;
  if (platform === "darwin") return join(homedir(), "Library/Application Support/Lectern");
  if (platform === "win32") return join(environment.APPDATA ?? join(homedir(), "AppData/Roaming"), "Lectern");
  return join(environment.XDG_CONFIG_HOME || join(homedir(), ".config"), "Lectern");
}

/** Where the library is: in the folder that the window uses too. `LECTERN_HOME` names another. */
export const libraryPath = (environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string =>
  join(homeFolder(environment, platform), "library.sqlite");

/** Where the voices that are added are. */
const voicesPath = (): string => join(homeFolder(process.env, process.platform), "voices");

/** Opens the listener's own library, and tells where it was damaged. @throws Failure `storage` */
async function openOwn(): Promise<Library> {
  const library = await openLibrary(libraryPath());
  if (library.rescue !== null) process.stderr.write(`${rescueWords(library.rescue)}\n`);
  else if (library.setAside !== null) process.stderr.write(`${words("notice.library-set-aside", { file: library.setAside })}\n`);
  return library;
}

/**
 * Lets a library that keeps nothing have what the listener's own has of settings and words. One that can't be opened is told, and ends
 * nothing: what was asked for needs none of it.
 */
function lendTaste(library: Library): void {
  if (!existsSync(libraryPath())) return;
  try {
    const { settings, entries } = readTaste(libraryPath());
    library.changeSettings(settings);
    library.changeLexicon({ kind: "keep", entries });
  } catch (thrown) {
    process.stderr.write(`${toFailure(thrown).message}\n`);
  }
}

/**
 * Runs one command with the app, and ends it. `keep`: with the listener's own library; without, nothing is kept; `taste`: what the
 * listener's own library has of settings and words holds all the same.
 */
export async function withApp<T>(options: { readonly keep: boolean; readonly taste?: boolean }, run: (app: App) => Promise<T>): Promise<T> {
  const temporary = await mkdtemp(join(tmpdir(), "lectern-"));
  try {
    const library = options.keep ? await openOwn() : await openLibrary(":memory:");
    if (!options.keep && options.taste) lendTaste(library);
    const app = createApp(
      createWorld({
        library,
        temporary,
        voices: voicesPath(),
        editions: join(homeFolder(process.env, process.platform), "editions"),
        startNeural: forkNeural(new URL("./neural.js", import.meta.url)),
        // The keychain is the window's: whoever has one open goes through it.
        secrets: fileSecrets(secretsBeside(libraryPath()), null),
        ...(options.keep ? { sharing: join(dirname(libraryPath()), "sharing.json"), folder: dirname(libraryPath()) } : {}),
        log: () => {},
      }),
    );
    try {
      return await run(app);
    } finally {
      await app.close();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
