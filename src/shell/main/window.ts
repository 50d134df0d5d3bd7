import { BrowserWindow, nativeTheme } from "electron";
import { PAGE_ADDRESS } from "./page.ts";
import { createRestarts } from "./restarts.ts";

/** The window's first and smallest size, pixels. The smallest is what 1280 × 960 leaves at 400 %. */
const SIZE = { width: 1100, height: 800, minWidth: 320, minHeight: 240 } as const;
/** What shows before the page is painted: the page's own light and dark. */
const BACKGROUND = { light: "#ffffff", dark: "#16181d" } as const;

/** Opens the window and loads the page. Whatever kills the page's process, the page comes back. */
export function createWindow(options: { readonly preload: string; readonly icon: string; readonly developer: boolean }): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    title: "Lectern",
    icon: options.icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: options.developer,
      // A menu command may start the voice, and it is a gesture that the page doesn't see.
      autoplayPolicy: "no-user-gesture-required",
      // Reading goes on while the window is hidden: its timers must too.
      backgroundThrottling: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  const restarts = createRestarts();
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, restarts.died(Date.now()));
  });
  void window.loadURL(PAGE_ADDRESS);
  return window;
}
