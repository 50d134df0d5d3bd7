import type { MenuItemConstructorOptions } from "electron";
import { words } from "../../words/index.ts";

/** What can be chosen in the tray. */
export interface TrayChoices {
  readonly open: () => void;
  readonly refresh: () => void;
  readonly quit: () => void;
}

/** The tray's menu. */
export const trayTemplate = ({ open, refresh, quit }: TrayChoices): MenuItemConstructorOptions[] => [
  { label: words("tray.open"), click: open },
  { label: words("command.refresh"), click: refresh },
  { type: "separator" },
  { label: words("command.quit"), click: quit },
];
