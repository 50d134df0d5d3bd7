import { BrowserWindow, nativeTheme, screen } from "electron";
import { PAGE_AGAIN, SAFE_ARGUMENT, type SafeMode } from "../../contract/index.ts";
import { keepPlace, placeOn, readPlace } from "./bounds.ts";
import { PAGE_ADDRESS } from "./page.ts";
import { createRestarts } from "./restarts.ts";

/** The window's first and smallest size, pixels. The smallest is what 1280 × 960 leaves at 400 %. */
const SIZE = { width: 1100, height: 800, minWidth: 320, minHeight: 240 } as const;
/** What shows before the page is painted: the page's own light and dark. */
const BACKGROUND = { light: "#ffffff", dark: "#16181d" } as const;

/** How long after the window was moved its place is kept, milliseconds: dragging moves it often. */
const SETTLES = 500;

/** What a window is made of. */
export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly developer: boolean;
  /** The file that keeps where the window is. */
  readonly place: string;
  /** The tag of a language that nobody speaks, in which tests look for words without room; null: as the listener has it. */
  readonly speak: string | null;
  /** Whether this is safe mode, and why. */
  readonly safe: SafeMode;
  /** The page's process died, and comes back; `often`: not for the first time in a short while. */
  readonly onGone: (often: boolean) => void;
}

/** Opens the window where it was and loads the page. Whatever kills the page's process, the page comes back, and says so. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const kept = readPlace(options.place);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const place = placeOn(kept, screens, { width: SIZE.minWidth, height: SIZE.minHeight });
  const window = new BrowserWindow({
    ...SIZE,
    ...place,
    title: "Lectern",
    icon: options.icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preload,
      additionalArguments: options.safe === "no" ? [] : [`${SAFE_ARGUMENT}${options.safe}`],
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
  window.once("ready-to-show", () => {
    if (place !== null && kept?.maximized) window.maximize();
    window.show();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed()) keepPlace(options.place, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLES);
  };
  window.on("resize", keepSoon);
  window.on("move", keepSoon);
  window.on("close", keep);
  const restarts = createRestarts();
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    const wait = restarts.died(Date.now());
    options.onGone(wait > 0);
    setTimeout(() => {
      // Not a reload: the page must know that it is not the first.
      if (!window.isDestroyed()) void window.loadURL(`${PAGE_ADDRESS}${PAGE_AGAIN}`);
    }, wait);
  });
  void window.loadURL(options.speak === null ? PAGE_ADDRESS : `${PAGE_ADDRESS}?speak=${encodeURIComponent(options.speak)}`);
  return window;
}
