import { Menu, nativeImage, Tray } from "electron";
import { type TrayChoices, trayTemplate } from "./tray-menu.ts";

/** The icon's size, pixels: desktops make it as small as they want it. */
const SIZE = { win32: 16, other: 32 } as const;

/** Lectern in the system's tray. */
export interface TrayIcon {
  /** Shows it, or takes it away; its words are those of the present language. */
  set(shown: boolean): void;
}

/**
 * Makes one that is not shown yet. It is there as long as its listener wants Lectern to stay, not only while there is no window: they see
 * at once whether their desktop shows it. Electron can't tell: on Linux it hands the icon to whoever takes it. On macOS there is the Dock.
 */
export function createTray(icon: string, choices: TrayChoices): TrayIcon {
  let tray: Tray | null = null;
  return {
    set(shown) {
      if (!shown) {
        tray?.destroy();
        tray = null;
        return;
      }
      if (process.platform === "darwin") return;
      if (!tray) {
        const size = process.platform === "win32" ? SIZE.win32 : SIZE.other;
        tray = new Tray(nativeImage.createFromPath(icon).resize({ width: size, height: size, quality: "best" }));
        tray.setToolTip("Lectern");
        tray.on("click", choices.open);
      }
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(choices)));
    },
  };
}
