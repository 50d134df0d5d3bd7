import { accessSync, constants, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { app, type BrowserWindow, dialog, Menu, MessageChannelMain, powerSaveBlocker, protocol, session } from "electron";
import { type Before, CHANNELS, type CommandId } from "../../contract/index.ts";
import { leftToRight, speakLanguage, words } from "../../words/index.ts";
import { keepCrash } from "../crashes.ts";
import { createLog } from "../log.ts";
import { addressesOf, handedOver } from "./arguments.ts";
import { contextMenu } from "./context-menu.ts";
import { type PageState, serveDesktop } from "./desktop.ts";
import { keepDrawing } from "./drawing.ts";
import { harden, hardenSession } from "./hardening.ts";
import { type Host, startHost } from "./host.ts";
import { watchLine } from "./line.ts";
import { answerLost } from "./lost.ts";
import { watchMediaKeys } from "./media-keys.ts";
import { menuTemplate } from "./menu.ts";
import { createNotices } from "./notices.ts";
import { PAGE_SCHEME, pageResponse } from "./page.ts";
import { watchPower } from "./power.ts";
import { argumentsFor, BEGUN_WELL, beginStart, SAFE_SWITCH, type Start } from "./safe-mode.ts";
import { temporaryFolder } from "./temporary.ts";
import { createTray } from "./tray.ts";
import { createUpdates } from "./updates/index.ts";
import { watchCrashes } from "./watch-crashes.ts";
import { createWindow } from "./window.ts";

/** Where the built files are: beside this one. */
const OUT = fileURLToPath(new URL(".", import.meta.url));

/** Whether files can be made in a folder; the folder is made. Without one there is no lock either: it would look like a second Lectern. */
function canKeep(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs Lectern in a window, or hands the addresses over to the Lectern that runs already. `given`: what the person typed. */
export function openWindow(given: readonly string[]): void {
  const home = process.env.LECTERN_HOME;
  if (home) app.setPath("userData", home);
  // What Chromium keeps is not the listener's.
  app.setPath("sessionData", join(app.getPath("userData"), "browser"));
  const addresses = addressesOf(given, process.cwd());
  if (!canKeep(app.getPath("userData"))) {
    const message = words("desktop.unwritable", { folder: leftToRight(app.getPath("userData")) });
    dialog.showErrorBox("Lectern", message);
    app.exit(1);
    return;
  }
  if (!app.requestSingleInstanceLock({ addresses })) {
    app.exit(0);
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
  harden(app);
  keepDrawing(app);
  const start = beginStart(app.getPath("userData"), app.commandLine.hasSwitch(SAFE_SWITCH));
  // What draws by itself is one thing less that can fail.
  if (start.safe !== "no") app.disableHardwareAcceleration();
  // Installers say it on Linux and macOS; on Windows the program does. Only our own links: those of feeds may be another's. Behind "--" no
  // link can be a switch.
  if (app.isPackaged && process.platform === "win32") app.setAsDefaultProtocolClient("lectern", process.execPath, ["--"]);
  void app.whenReady().then(() => run([...addresses], start));
}

function run(pending: string[], start: Start): void {
  const temporary = temporaryFolder(tmpdir());
  const home = app.getPath("userData");
  const write = createLog(home, "main");
  const log = (line: string): void => {
    console.error(line);
    write(line);
  };
  write(`Lectern ${app.getVersion()} begins${start.safe === "no" ? "" : " in safe mode"}.`);
  /** Whether a part has died: then the start did not go well, however it ends. */
  let hurt = false;
  const wentWell = (): void => {
    if (!hurt) start.wentWell();
  };
  watchCrashes(app, home, (line) => {
    hurt = true;
    log(line);
  });
  // Electron would show a box of the system's own, which nobody hears, and wait for it with everything.
  process.on("uncaughtException", (thrown) => {
    hurt = true;
    log(`Main: ${thrown.stack ?? String(thrown)}`);
    keepCrash(home, { version: app.getVersion(), part: "main", reason: thrown.stack ?? String(thrown) });
  });
  let window: BrowserWindow | null = null;
  let listening = false;
  let state: PageState = { playing: false, article: false, keys: {}, language: "en", stays: false, here: null };
  let before: Before | null = null;
  let awake: number | null = null;

  let wasLost = false;
  const connect = (): void => {
    if (!window || !listening) return;
    const line = host.line();
    if (line) {
      window.webContents.postMessage(CHANNELS.connect, null, [line]);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    answerLost(port1, words("host.lost"));
    window.webContents.postMessage(CHANNELS.connect, null, [port2]);
  };
  // Before the window: it is opening its library while the page loads.
  const host: Host = startHost({
    program: join(OUT, "host.js"),
    library: join(app.getPath("userData"), "library.sqlite"),
    voices: join(app.getPath("userData"), "voices"),
    neural: join(OUT, "neural.js"),
    temporary,
    safe: start.safe !== "no",
    log,
    onNotice(news) {
      // Whoever is at the window hears it there.
      if (!window?.isFocused()) showNotice(news);
    },
    onDeath(reason) {
      hurt = true;
      keepCrash(home, { version: app.getVersion(), part: "host", reason });
    },
    onChange(change) {
      connect();
      if (change === "back") host.tellPower(power());
      if (change === "lost" || wasLost) window?.webContents.send(CHANNELS.host, change);
      wasLost = change === "lost";
    },
  });

  const power = watchPower(host.tellPower);
  host.tellPower(power());

  const open = (fresh: readonly string[]): void => {
    pending.push(...fresh);
    if (!window || !listening) return;
    for (const address of pending.splice(0)) window.webContents.send(CHANNELS.open, address);
  };
  const choose = (command: CommandId): void => {
    if (command === "quit") app.quit();
    else window?.webContents.send(CHANNELS.command, command);
  };
  const showMenu = (): void => {
    const developer = app.isPackaged ? null : () => window?.webContents.toggleDevTools();
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, developer, state, choose })));
  };
  const line = watchLine(host.tellLine);
  const show = (): void => {
    listening = false;
    line.end();
    const opened = createWindow({
      preload: join(OUT, "preload.cjs"),
      icon: join(OUT, "icon.png"),
      developer: !app.isPackaged,
      place: join(app.getPath("userData"), "window.json"),
      speak: process.env.LECTERN_SPEAK || null,
      safe: start.safe,
      onGone(often) {
        // Until the next page is there, nothing can be sent to it: what is sent to none throws.
        listening = false;
        // What makes the page die again and again is not read on by itself.
        before = state.here && { ...state.here, playing: state.playing && !often };
      },
    });
    window = opened;
    opened.webContents.on("context-menu", (_event, place) => {
      const items = contextMenu(place, state.article, choose);
      if (items.length > 0) Menu.buildFromTemplate(items).popup({ window: opened });
    });
    opened.on("closed", () => {
      if (window === opened) window = null;
    });
  };
  const reveal = (): void => {
    if (!window) {
      show();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const showNotice = createNotices(() => {
    reveal();
    if (listening) choose("breakingNews");
  });
  const tray = createTray(join(OUT, "icon.png"), {
    open: reveal,
    // The page answers who is there; without a window nobody is.
    refresh: () => (window ? choose("refresh") : host.refresh()),
    quit: () => app.quit(),
  });
  const keepAwake = (playing: boolean): void => {
    if (playing && awake === null) awake = powerSaveBlocker.start("prevent-app-suspension");
    else if (!playing && awake !== null) {
      powerSaveBlocker.stop(awake);
      awake = null;
    }
  };

  protocol.handle(PAGE_SCHEME, (request) => pageResponse(join(OUT, "ui"), request.url));
  hardenSession(session.defaultSession);
  serveDesktop({
    updates: createUpdates({
      // What is being worked on is told a place by whoever works on it.
      place: (app.isPackaged ? null : process.env.LECTERN_UPDATES) || join(OUT, "updates.json"),
      home,
      log: write,
      isReading: () => state.playing,
    }),
    onReady(sender) {
      if (sender !== window) return;
      listening = true;
      connect();
      open([]);
      setTimeout(wentWell, BEGUN_WELL);
    },
    onBefore() {
      const was = before;
      before = null;
      return was;
    },
    onRestart(how) {
      // Also from a start that something broke: the person decides how it begins next.
      start.wentWell();
      app.relaunch({ args: [...argumentsFor(process.argv, how === "safe")] });
      app.quit();
    },
    onQuit: () => app.quit(),
    onMediaKeys: (everywhere) => watchMediaKeys(everywhere, choose),
    onState(fresh) {
      const changed =
        fresh.stays !== state.stays ||
        fresh.article !== state.article ||
        fresh.language !== state.language ||
        JSON.stringify(fresh.keys) !== JSON.stringify(state.keys);
      state = fresh;
      keepAwake(state.playing);
      if (!changed) return;
      void speakLanguage(state.language).then(() => {
        showMenu();
        tray.set(state.stays);
      });
    },
  });
  // Until the page says what its listener has set.
  void speakLanguage(app.getLocale(), app.getPreferredSystemLanguages()).then(showMenu);
  show();

  app.on("second-instance", (_event, _argv, _folder, data) => {
    reveal();
    open(handedOver(data));
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (!window) show();
    open([path]);
  });
  // On Linux and Windows a link comes as an argument.
  app.on("open-url", (event, link) => {
    event.preventDefault();
    reveal();
    open([link]);
  });
  app.on("activate", () => {
    if (!window) show();
  });
  app.on("window-all-closed", () => {
    keepAwake(false);
    watchMediaKeys(false, choose);
    if (state.stays) line.begin();
    else app.quit();
  });
  let closed = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    wentWell();
    void host.close().then(() => {
      closed = true;
      app.quit();
    });
  });
}
