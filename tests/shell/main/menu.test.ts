import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it } from "vitest";
import { COMMAND_IDS, COMMANDS, type CommandId } from "../../../src/contract/index.ts";
import { accelerator, type MenuWorld, menuTemplate } from "../../../src/shell/main/menu.ts";

const world = (change: Partial<MenuWorld> = {}): MenuWorld => ({
  platform: "linux",
  developer: null,
  state: { playing: false, article: true, keys: {}, language: "en" },
  choose: () => {},
  ...change,
});
const itemsOf = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
const find = (command: CommandId, change: Partial<MenuWorld> = {}): MenuItemConstructorOptions | undefined =>
  itemsOf(menuTemplate(world(change))).find((item) => item.id === command);

describe("the menu", () => {
  it("has every command that names a menu, once, with its words", () => {
    const ids = itemsOf(menuTemplate(world())).flatMap((item) => (item.id && item.id in COMMANDS ? [item.id] : []));
    expect(ids.toSorted()).toEqual(COMMAND_IDS.filter((command) => COMMANDS[command].menu !== null).toSorted());
    for (const command of COMMAND_IDS) expect(find(command)?.label).toMatch(/\w/);
  });

  it.each(["linux", "win32", "darwin"])("owns no chord on %s", (platform) => {
    for (const item of itemsOf(menuTemplate(world({ platform })))) if (item.accelerator) expect(item.registerAccelerator).toBe(false);
  });

  it("reloads, zooms and inspects nothing", () => {
    const roles = itemsOf(menuTemplate(world())).flatMap((item) => (item.role ? [item.role] : []));
    expect(roles).toEqual(["undo", "redo", "cut", "copy", "paste", "selectAll"]);
    const labels = menuTemplate(world()).map((item) => item.label);
    expect(labels).toEqual(["File", "Edit", "Library", "Listen", "View", "Help"]);
    expect(menuTemplate(world({ developer: () => {} })).map((item) => item.label)).toContain("Developer");
  });

  it("sends what is chosen", () => {
    const chosen: CommandId[] = [];
    const item = find("nextSentence", { choose: (command) => chosen.push(command) });
    const click = item?.click as (() => void) | undefined;
    click?.();
    expect(chosen).toEqual(["nextSentence"]);
  });

  it("offers what needs an article only with one", () => {
    const closed: Partial<MenuWorld> = { state: { playing: false, article: false, keys: {}, language: "en" } };
    expect(["nextSentence", "whereAmI", "elements", "audit"].map((command) => find(command as CommandId, closed)?.enabled)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(["open", "play", "faster", "help"].map((command) => find(command as CommandId, closed)?.enabled)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(find("nextSentence")?.enabled).toBe(true);
  });

  it("writes chords as Electron does", () => {
    const chord = (command: CommandId, platform: string): string => {
      const { keys, mac } = COMMANDS[command];
      const first = (platform === "darwin" ? (mac ?? keys) : keys)[0];
      return first ? accelerator(first, platform) : "";
    };
    expect(
      ["play", "slower", "previousParagraph", "nextSection", "largerText", "previousRegion", "open"].map((command) =>
        chord(command as CommandId, "linux"),
      ),
    ).toEqual(["Control+2", "Control+Shift+,", "Alt+Left", "Control+PageDown", "Control+=", "Shift+F6", "Control+O"]);
    expect(["play", "previousParagraph", "previousSection"].map((command) => chord(command as CommandId, "darwin"))).toEqual([
      "Command+2",
      "Command+Control+Left",
      "Command+Alt+Up",
    ]);
  });
});
