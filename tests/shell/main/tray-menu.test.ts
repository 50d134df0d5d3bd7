import { expect, it } from "vitest";
import { trayTemplate } from "../../../src/shell/main/tray-menu.ts";

it("says in words what the tray can do, and does it", () => {
  const chosen: string[] = [];
  const choice = (name: string) => () => void chosen.push(name);
  const items = trayTemplate({ open: choice("open"), refresh: choice("refresh"), quit: choice("quit") });
  expect(items.map(({ label, type }) => label ?? type)).toEqual(["Open Lectern", "Look for news", "separator", "Quit"]);
  for (const { click } of items) (click as (() => void) | undefined)?.();
  expect(chosen).toEqual(["open", "refresh", "quit"]);
});
