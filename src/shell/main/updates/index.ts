import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";
import type { AppUpdater } from "electron-updater";
import type { UpdateChannel, UpdateFault, UpdateFound } from "../../../model/index.ts";
import { readPlace } from "./place.ts";

/** How long until it is looked again by itself, milliseconds. */
const AGAIN = 20 * 3_600_000;
/** Longest notes that are shown, UTF-16 code units. */
const LONGEST_NOTES = 20_000;

/** Newer Lecterns: found, fetched and checked, put in place. */
export interface Updates {
  /** `alone`: nobody asked; then not more often than once a day. */
  look(channel: UpdateChannel, alone: boolean): Promise<UpdateFound>;
  /** Fetches what was found, and checks it. */
  fetch(): Promise<UpdateFound>;
  /** Puts in place what was fetched, and starts it. Answers with what is wrong. */
  install(): Promise<UpdateFault | null>;
}

/** What updates need. */
export interface UpdatesWorld {
  /** The file that names the place. */
  readonly place: string;
  readonly home: string;
  readonly log: (line: string) => void;
  readonly isReading: () => boolean;
}

/** What went wrong, by what electron-updater and Chromium call it. */
export function faultOf(thrown: unknown): UpdateFault {
  const {
    name = "",
    code = "",
    message = "",
    statusCode = 0,
  } = thrown as Readonly<Record<string, string | undefined>> & { statusCode?: number };
  if (name === "NotSigned") return "not-signed";
  if (code === "ERR_CHECKSUM_MISMATCH" || /sha512 checksum mismatch|ERR_CONTENT_LENGTH_MISMATCH/.test(message)) return "damaged";
  if (/^E(NOSPC|ACCES|ROFS|PERM|DQUOT)$/.test(code)) return "disk";
  if (statusCode >= 400 || /HttpError|ERR_UPDATER_/.test(`${name}${code}`)) return "nothing-there";
  return "offline";
}

/** Whether this Lectern is of a kind that can renew itself. */
const renewsItself = (): boolean =>
  !app.isPackaged ||
  process.platform !== "linux" ||
  Boolean(process.env.APPIMAGE) ||
  existsSync(join(process.resourcesPath, "package-type"));

const textOf = (notes: unknown): string => {
  const text = typeof notes === "string" ? notes : Array.isArray(notes) ? notes.map((one) => String(one?.note ?? "")).join("\n\n") : "";
  return text.slice(0, LONGEST_NOTES);
};

/** Looks for newer Lecterns where the build was told to, and nowhere else. */
export function createUpdates({ place: file, home, log, isReading }: UpdatesWorld): Updates {
  let updater: AppUpdater | null = null;
  let found: Extract<UpdateFound, { kind: "newer" }> | null = null;
  const looked = join(home, "updates.json");
  const lastLooked = (): number => {
    try {
      return Date.parse((JSON.parse(readFileSync(looked, "utf8")) as { readonly at: string }).at) || 0;
    } catch {
      return 0;
    }
  };
  const fail = (thrown: unknown): UpdateFound => {
    const fault = faultOf(thrown);
    log(`Looking for a newer Lectern: ${fault}. ${String(thrown).slice(0, 200)}`);
    return { kind: "failed", fault };
  };
  const prepare = async (): Promise<AppUpdater> => {
    if (updater) return updater;
    const { autoUpdater } = await import("electron-updater");
    // Where its folder in the system's cache is called: nothing else of it is read.
    const config = join(home, "updates.yml");
    writeFileSync(config, "updaterCacheDirName: lectern-updater\n");
    autoUpdater.updateConfigPath = config;
    autoUpdater.autoDownload = false;
    autoUpdater.autoInstallOnAppQuit = false;
    autoUpdater.disableWebInstaller = true;
    autoUpdater.disableDifferentialDownload = true;
    autoUpdater.forceDevUpdateConfig = !app.isPackaged;
    autoUpdater.logger = { info: () => {}, warn: (line: unknown) => log(String(line)), error: () => {} };
    // What goes wrong is told by whoever asked.
    autoUpdater.on("error", () => {});
    updater = autoUpdater;
    return updater;
  };
  return {
    async look(channel, alone) {
      const place = readPlace(file);
      if (!place) return { kind: "no-place" };
      if (!renewsItself()) return { kind: "elsewhere" };
      if (alone && (isReading() || Date.now() - lastLooked() < AGAIN)) return { kind: "later" };
      try {
        const it = await prepare();
        const { signedProvider } = await import("./signed-provider.ts");
        const name = channel === "stable" ? "latest" : channel;
        it.allowPrerelease = channel !== "stable";
        it.allowDowngrade = false;
        it.setFeedURL({ provider: "custom", updateProvider: signedProvider(place, name) });
        const result = await it.checkForUpdates();
        writeFileSync(looked, JSON.stringify({ at: new Date().toISOString() }));
        if (!result?.isUpdateAvailable) return { kind: "newest", version: app.getVersion() };
        const { version, releaseNotes } = result.updateInfo;
        found = { kind: "newer", version, notes: textOf(releaseNotes), fetched: found?.version === version && found.fetched };
        return found;
      } catch (thrown) {
        return fail(thrown);
      }
    },
    async fetch() {
      if (!found || !updater) return { kind: "failed", fault: "nothing-there" };
      try {
        if (!found.fetched) await updater.downloadUpdate();
        found = { ...found, fetched: true };
        return found;
      } catch (thrown) {
        return fail(thrown);
      }
    },
    async install() {
      if (isReading()) return "reading";
      if (!found?.fetched || !updater) return "nothing-there";
      try {
        let wrong: unknown = null;
        const take = (thrown: unknown): void => {
          wrong = thrown;
        };
        // The new one begins while this one ends.
        app.releaseSingleInstanceLock();
        updater.once("error", take);
        updater.quitAndInstall(true, true);
        updater.off("error", take);
        if (wrong === null) return null;
        app.requestSingleInstanceLock();
        log(`A newer Lectern was not put in place: ${String(wrong).slice(0, 200)}`);
        return "not-installed";
      } catch (thrown) {
        return faultOf(thrown);
      }
    },
  };
}
