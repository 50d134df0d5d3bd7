import { contextBridge, ipcRenderer, webUtils } from "electron";
import { CHANNELS, type CommandId, type Desktop, type HostState, SAFE_ARGUMENT, type SafeMode } from "../contract/index.ts";

// Addresses that came before the page listened wait here.
const waiting: string[] = [];
const openers = new Set<(address: string) => void>();
ipcRenderer.on(CHANNELS.open, (_event, address: string) => {
  if (openers.size === 0) waiting.push(address);
  for (const opener of openers) opener(address);
});

const commands = new Set<(command: CommandId) => void>();
ipcRenderer.on(CHANNELS.command, (_event, command: CommandId) => {
  for (const listener of commands) listener(command);
});

const hosts = new Set<(state: HostState) => void>();
ipcRenderer.on(CHANNELS.host, (_event, state: HostState) => {
  for (const listener of hosts) listener(state);
});

function subscribe<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const desktop: Desktop = {
  platform: process.platform,
  safe: (["asked", "crashes"] as const).find((one) => process.argv.includes(`${SAFE_ARGUMENT}${one}`)) ?? ("no" satisfies SafeMode),
  assisted: () => ipcRenderer.invoke(CHANNELS.assisted),
  chooseFile: () => ipcRenderer.invoke(CHANNELS.chooseFile),
  chooseFolder: () => ipcRenderer.invoke(CHANNELS.chooseFolder),
  chooseShared: () => ipcRenderer.invoke(CHANNELS.chooseShared),
  chooseBackup: () => ipcRenderer.invoke(CHANNELS.chooseBackup),
  chooseBackupPlace: () => ipcRenderer.invoke(CHANNELS.chooseBackupPlace),
  chooseEditionFolder: (from) => ipcRenderer.invoke(CHANNELS.chooseEditionFolder, from),
  chooseEditionFile: (file) => ipcRenderer.invoke(CHANNELS.chooseEditionFile, file),
  usualFolder: () => ipcRenderer.invoke(CHANNELS.usualFolder),
  showFile: (path) => ipcRenderer.invoke(CHANNELS.showFile, path),
  readLexicon: () => ipcRenderer.invoke(CHANNELS.readLexicon),
  saveLexicon: (file) => ipcRenderer.invoke(CHANNELS.saveLexicon, file),
  readSubscriptions: () => ipcRenderer.invoke(CHANNELS.readSubscriptions),
  saveSubscriptions: (text) => ipcRenderer.invoke(CHANNELS.saveSubscriptions, text),
  readSettings: () => ipcRenderer.invoke(CHANNELS.readSettings),
  saveSettings: (text) => ipcRenderer.invoke(CHANNELS.saveSettings, text),
  openOutside: (address) => ipcRenderer.invoke(CHANNELS.openOutside, address),
  clipboard: () => ipcRenderer.invoke(CHANNELS.clipboard),
  pathOf: (file) => webUtils.getPathForFile(file),
  onCommand: (listener) => subscribe(commands, listener),
  onOpen(listener) {
    const end = subscribe(openers, listener);
    for (const address of waiting.splice(0)) listener(address);
    return end;
  },
  watchMediaKeys: (everywhere) => ipcRenderer.send(CHANNELS.mediaKeys, everywhere),
  restartSound: () => ipcRenderer.invoke(CHANNELS.restartSound),
  diagnose: () => ipcRenderer.invoke(CHANNELS.diagnose),
  isNewCrash: () => ipcRenderer.invoke(CHANNELS.isNewCrash),
  lookForUpdate: (channel, alone) => ipcRenderer.invoke(CHANNELS.lookForUpdate, { channel, alone }),
  fetchUpdate: () => ipcRenderer.invoke(CHANNELS.fetchUpdate),
  installUpdate: () => ipcRenderer.invoke(CHANNELS.installUpdate),
  copyText: (text) => ipcRenderer.invoke(CHANNELS.copyText, text),
  onHost: (listener) => subscribe(hosts, listener),
  quit: () => ipcRenderer.send(CHANNELS.quit),
  restart: (how = "usual") => ipcRenderer.send(CHANNELS.restart, how),
  before: () => ipcRenderer.invoke(CHANNELS.before),
  reportState: (state) => ipcRenderer.send(CHANNELS.state, state),
};
contextBridge.exposeInMainWorld("desktop", desktop);

// The line to the host goes on to the page: the bridge can't carry ports. The page's own scripts have run, and listen, when the
// document was parsed.
const parsed = new Promise<void>((resolve) => {
  if (document.readyState !== "loading") resolve();
  else document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
});
ipcRenderer.on(CHANNELS.connect, (event) => {
  void parsed.then(() => window.postMessage(CHANNELS.connect, location.origin, [...event.ports]));
});
ipcRenderer.send(CHANNELS.ready);
