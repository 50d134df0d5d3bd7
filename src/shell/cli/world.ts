import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type App, createApp } from "../../app/index.ts";
import { type Library, openLibrary, readKept, readTaste } from "../../library/index.ts";
import { type SpeechEngine, toFailure } from "../../model/index.ts";
import { rescueWords, words } from "../../words/index.ts";
import { forkNeural } from "../neural/fork.ts";
import { fileSecrets, secretsBeside } from "../secrets/index.ts";
import { createWorld } from "../world.ts";
import { tell } from "./output.ts";

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
  if (library.rescue !== null) tell(rescueWords(library.rescue));
  else if (library.setAside !== null) tell(words("notice.library-set-aside", { file: library.setAside }));
  return library;
}

/**
 * Lets a library that keeps nothing have what the listener's own has of settings, words and pages. One that can't be opened is told, and
 * ends nothing: what was asked for needs none of it.
 */
function lending(library: Library): Library {
  if (!existsSync(libraryPath())) return library;
  try {
    const { settings, entries } = readTaste(libraryPath());
    library.changeSettings(settings);
    library.changeLexicon({ kind: "keep", entries });
  } catch (thrown) {
    tell(toFailure(thrown).message);
    return library;
  }
  return { ...library, keptAt: (address) => library.keptAt(address) ?? readKept(libraryPath(), address) };
}

/** How a command has the app. */
export interface AppOptions {
  /** With the listener's own library; without, nothing is kept. */
  readonly keep: boolean;
  /** What the listener's own library has of settings, words and pages holds all the same. */
  readonly taste?: boolean;
  /** As in `WorldOptions`. */
  readonly espeaks?: readonly SpeechEngine[];
}

/** Runs one command with the app, and ends it. */
export async function withApp<T>(options: AppOptions, run: (app: App) => Promise<T>): Promise<T> {
  // Made by whoever needs it, which is seldom: what ends a command at once leaves no folder behind.
  const temporary = join(tmpdir(), `lectern-${randomUUID()}`);
  try {
    const own = options.keep ? await openOwn() : await openLibrary(":memory:");
    const library = !options.keep && options.taste ? lending(own) : own;
    const app = createApp(
      createWorld({
        library,
        temporary,
        voices: voicesPath(),
        editions: join(homeFolder(process.env, process.platform), "editions"),
        startNeural: forkNeural(new URL("./neural.js", import.meta.url)),
        // The keychain is the window's: whoever has one open goes through it.
        secrets: fileSecrets(secretsBeside(libraryPath()), null),
        ...(options.espeaks ? { espeaks: options.espeaks } : {}),
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
