import { app, BrowserWindow, clipboard, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, shell } from "electron";
import { type Before, CHANNELS, type Here } from "../../contract/index.ts";
import { isOwnKeys, SAID_LANGUAGES, UPDATE_CHANNELS } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { readClipboard } from "./clipboard.ts";
import { diagnose, isNewCrash } from "./diagnosis.ts";
import { chooseEditionFile, chooseEditionFolder, isEditionFile, isPath, showFile, usualFolder } from "./edition-files.ts";
import { isLexiconFile, readLexicon, saveLexicon } from "./lexicon-files.ts";
import { chooseBackup, chooseBackupPlace } from "./library-files.ts";
import type { MenuState } from "./menu.ts";
import { isPageAddress } from "./page.ts";
import { readSettingsFile, saveSettingsFile } from "./settings-files.ts";
import { restartSound } from "./sound.ts";
import { readSubscriptions, saveSubscriptions } from "./subscription-files.ts";
import type { Updates } from "./updates/index.ts";

/** Longest address that is passed to the browser: the least that the usual ones take. */
const LONGEST_ADDRESS = 8_192;

/** Longest text that is copied, UTF-16 code units: more than the diagnostics ever are. */
const LONGEST_COPY = 200_000;

const OUTSIDE: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/** Kinds of files that the file dialog shows first. */
const ARTICLE_FILES = ["html", "htm", "xhtml", "txt", "text", "md", "markdown", "epub", "pdf", "docx"];

/** Whether an address may be given to the browser. */
export const isOutside = (address: unknown): address is string =>
  typeof address === "string" && address.length <= LONGEST_ADDRESS && URL.canParse(address) && OUTSIDE.has(new URL(address).protocol);

/** Whether a message comes from our page itself, not from a frame in it or a page that took its place. */
function isFromPage(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isPageAddress(frame.url);
}

/** What the page says of itself. */
export interface PageState extends MenuState {
  /** Whether Lectern goes on when the window is closed. */
  readonly stays: boolean;
  /** The sentence that is read; null: nothing is open. */
  readonly here: Here | null;
}

const isName = (value: unknown): boolean => typeof value === "string" && /^[\w-]{1,64}$/.test(value);

function isHere(here: unknown): here is Here {
  const { article, place } = Object(here) as Readonly<Record<string, unknown>>;
  const { block, offset } = Object(place) as Readonly<Record<string, unknown>>;
  return isName(article) && isName(block) && Number.isSafeInteger(offset);
}

function isState(state: unknown): state is PageState {
  if (typeof state !== "object" || state === null) return false;
  if (!("playing" in state && "article" in state && "keys" in state && "language" in state && "stays" in state && "here" in state))
    return false;
  if (!SAID_LANGUAGES.some((language) => language === state.language)) return false;
  const { playing, article, stays, keys, here } = state;
  return (here === null || isHere(here)) && [playing, article, stays].every((flag) => typeof flag === "boolean") && isOwnKeys(keys);
}

async function chooseFolder(window: BrowserWindow, title: string): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ["openDirectory", "createDirectory"] });
  return filePaths[0] ?? null;
}

/** Answers what the page asks of the window. */
export function serveDesktop(listeners: {
  readonly onReady: (window: BrowserWindow) => void;
  readonly onState: (state: PageState) => void;
  readonly onBefore: () => Before | null;
  readonly updates: Updates;
  readonly onQuit: () => void;
  readonly onRestart: (how: "usual" | "safe") => void;
  readonly onMediaKeys: (everywhere: boolean) => void;
}): void {
  const handle = (channel: string, answer: (event: IpcMainInvokeEvent, input: unknown) => unknown): void => {
    ipcMain.handle(channel, (event, input: unknown) => {
      if (!isFromPage(event)) throw new Error("Refused");
      return answer(event, input);
    });
  };
  handle(CHANNELS.assisted, () => app.accessibilitySupportEnabled);
  handle(CHANNELS.clipboard, readClipboard);
  handle(CHANNELS.openOutside, async (_event, address) => {
    if (!isOutside(address)) throw new Error("Refused");
    await shell.openExternal(address);
  });
  handle(CHANNELS.chooseFile, async (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!window) return null;
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: words("choose.title"),
      properties: ["openFile"],
      filters: [
        { name: words("choose.articles"), extensions: ARTICLE_FILES },
        { name: words("choose.all"), extensions: ["*"] },
      ],
    });
    return filePaths[0] ?? null;
  });
  handle(CHANNELS.chooseFolder, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return window ? chooseFolder(window, words("choose.voice")) : null;
  });
  handle(CHANNELS.chooseShared, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return window ? chooseFolder(window, words("share.choose")) : null;
  });
  handle(CHANNELS.chooseBackup, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return window ? chooseBackup(window) : null;
  });
  handle(CHANNELS.chooseBackupPlace, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return window ? chooseBackupPlace(window) : null;
  });
  handle(CHANNELS.chooseEditionFolder, (event, from) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!isPath(from)) throw new Error("Refused");
    return window ? chooseEditionFolder(window, from) : null;
  });
  handle(CHANNELS.chooseEditionFile, (event, file) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!isEditionFile(file)) throw new Error("Refused");
    return window ? chooseEditionFile(window, file) : null;
  });
  handle(CHANNELS.usualFolder, usualFolder);
  handle(CHANNELS.showFile, (_event, path) => {
    if (!isPath(path)) throw new Error("Refused");
    showFile(path);
  });
  handle(CHANNELS.readLexicon, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return window ? readLexicon(window) : null;
  });
  handle(CHANNELS.saveLexicon, (event, file) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!isLexiconFile(file)) throw new Error("Refused");
    return window ? saveLexicon(window, file) : "cancelled";
  });
  handle(CHANNELS.readSubscriptions, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return window ? readSubscriptions(window) : null;
  });
  handle(CHANNELS.saveSubscriptions, (event, text) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (typeof text !== "string") throw new Error("Refused");
    return window ? saveSubscriptions(window, text) : "cancelled";
  });
  handle(CHANNELS.readSettings, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return window ? readSettingsFile(window) : null;
  });
  handle(CHANNELS.saveSettings, (event, text) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (typeof text !== "string") throw new Error("Refused");
    return window ? saveSettingsFile(window, text) : "cancelled";
  });
  ipcMain.on(CHANNELS.ready, (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (isFromPage(event) && window) listeners.onReady(window);
  });
  const home = app.getPath("userData");
  handle(CHANNELS.diagnose, () => diagnose(home, app.getVersion()));
  handle(CHANNELS.isNewCrash, () => isNewCrash(home));
  handle(CHANNELS.lookForUpdate, (_event, asked) => {
    const { channel, alone } = (asked ?? {}) as { readonly channel?: unknown; readonly alone?: unknown };
    const known = UPDATE_CHANNELS.find((one) => one === channel);
    if (known === undefined) throw new Error("Refused");
    return listeners.updates.look(known, alone !== false);
  });
  handle(CHANNELS.fetchUpdate, () => listeners.updates.fetch());
  handle(CHANNELS.installUpdate, () => listeners.updates.install());
  handle(CHANNELS.copyText, (_event, text) => {
    if (typeof text !== "string" || text.length > LONGEST_COPY) throw new Error("Refused");
    clipboard.writeText(text);
  });
  handle(CHANNELS.before, () => listeners.onBefore());
  handle(CHANNELS.restartSound, () => restartSound());
  ipcMain.on(CHANNELS.mediaKeys, (event, everywhere: unknown) => {
    if (isFromPage(event)) listeners.onMediaKeys(everywhere === true);
  });
  ipcMain.on(CHANNELS.restart, (event, how: unknown) => {
    if (isFromPage(event)) listeners.onRestart(how === "safe" ? "safe" : "usual");
  });
  ipcMain.on(CHANNELS.quit, (event) => {
    if (isFromPage(event)) listeners.onQuit();
  });
  ipcMain.on(CHANNELS.state, (event, state: unknown) => {
    if (!isFromPage(event) || !isState(state)) return;
    const { playing, article, keys, language, stays, here } = state;
    listeners.onState({ playing, article, keys, language, stays, here });
  });
}
