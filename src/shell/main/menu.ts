import type { MenuItemConstructorOptions } from "electron";
import { type Chord, COMMAND_IDS, COMMANDS, type CommandId, MENUS, type Menu } from "../../contract/index.ts";
import type { OwnKeys, SaidLanguage } from "../../model/index.ts";
import { words } from "../../words/index.ts";

/** What the menu shows depends on this. */
export interface MenuState {
  readonly playing: boolean;
  /** Whether an article is open. */
  readonly article: boolean;
  /** The listener's own keys. */
  readonly keys: OwnKeys;
  /** The language of the window. */
  readonly language: SaidLanguage;
}

/** What a menu is made for. */
export interface MenuWorld {
  readonly platform: string;
  /** Opens the developer tools; null in a packaged Lectern, which has no menu for them. */
  readonly developer: (() => void) | null;
  readonly state: MenuState;
  readonly choose: (command: CommandId) => void;
}

/** Names of keys that Electron calls differently. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "Left",
  ArrowRight: "Right",
  ArrowUp: "Up",
  ArrowDown: "Down",
  Comma: ",",
  Period: ".",
  "+": "Plus",
};

/** A chord as Electron writes accelerators. */
export function accelerator(chord: Chord, platform: string): string {
  const parts: string[] = [];
  if (chord.mod) parts.push(platform === "darwin" ? "Command" : "Control");
  if (chord.ctrl && !(chord.mod && platform !== "darwin")) parts.push("Control");
  if (chord.alt) parts.push("Alt");
  if (chord.shift) parts.push("Shift");
  const key = chord.by === "code" ? chord.key.replace(/^Digit/, "") : chord.key;
  parts.push(KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  return parts.join("+");
}

/** What Electron knows to show: it throws at the rest, and the media keys are no keys of a menu. */
const SHOWABLE =
  /^(?:(?:Control|Command|Alt|Shift)\+)*(?:[A-Z0-9,.=-]|Plus|F\d{1,2}|Left|Right|Up|Down|PageUp|PageDown|Home|End|Insert|Delete|Space|Backspace)$/;

/** Commands that make sense without an article. */
const ALWAYS: ReadonlySet<CommandId> = new Set(["play", "slower", "faster", "voiceMode", "sleepTimer", "sleepLeft", "lexicon"]);

/** Commands of other menus that need an article. */
const OF_ARTICLE: ReadonlySet<CommandId> = new Set([
  "bookmark",
  "refetch",
  "elements",
  "showPhoto",
  "giantText",
  "audit",
  "leaveOut",
  "find",
  "findNext",
  "findPrevious",
]);

const needsArticle = (command: CommandId): boolean =>
  (COMMANDS[command].menu === "listen" && !ALWAYS.has(command)) || OF_ARTICLE.has(command);

/** The commands of the listening menu fall into groups, which begin with these. */
const GROUP_STARTS: ReadonlySet<CommandId> = new Set([
  "previousSentence",
  "repeat",
  "slower",
  "sleepTimer",
  "explain",
  "voiceMode",
  "nextTheme",
  "findLibrary",
  "queueNext",
  "starRow",
  "moveUp",
  "rowActions",
  "subscribe",
  "largerText",
  "back",
  "elements",
  "settings",
  "refresh",
  "exportSettings",
  "quit",
]);

function item(command: CommandId, world: MenuWorld): MenuItemConstructorOptions {
  const { keys, mac } = COMMANDS[command];
  const usual = world.platform === "darwin" ? (mac ?? keys) : keys;
  const chord = (Object.hasOwn(world.state.keys, command) ? world.state.keys[command] : usual)?.find((one) =>
    SHOWABLE.test(accelerator(one, world.platform)),
  );
  return {
    id: command,
    label: words(`command.${command}`),
    enabled: world.state.article || !needsArticle(command),
    // One owner a chord: the page handles it, the menu shows it.
    ...(chord ? { accelerator: accelerator(chord, world.platform), registerAccelerator: false } : {}),
    click: () => world.choose(command),
  };
}

function commandsOf(menu: Menu, world: MenuWorld): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [];
  for (const command of COMMAND_IDS) {
    // On macOS the app's own menu has it.
    if (COMMANDS[command].menu !== menu || (command === "quit" && world.platform === "darwin")) continue;
    if (GROUP_STARTS.has(command) && items.length > 0) items.push({ type: "separator" });
    items.push(item(command, world));
  }
  return items;
}

const editing = (): MenuItemConstructorOptions[] => [
  { role: "undo", label: words("edit.undo") },
  { role: "redo", label: words("edit.redo") },
  { type: "separator" },
  { role: "cut", label: words("edit.cut") },
  { role: "copy", label: words("edit.copy") },
  { role: "paste", label: words("edit.paste") },
  { role: "selectAll", label: words("edit.selectAll") },
];

/** The whole menu, made of the commands and their words. No role reloads, zooms or opens developer tools. */
export function menuTemplate(world: MenuWorld): MenuItemConstructorOptions[] {
  const menus: MenuItemConstructorOptions[] = MENUS.map((menu) => ({
    id: `menu.${menu}`,
    label: words(`menu.${menu}`),
    submenu: menu === "edit" ? [...editing(), { type: "separator" }, ...commandsOf(menu, world)] : commandsOf(menu, world),
    ...(menu === "help" && world.platform === "darwin" ? { role: "help" as const } : {}),
  }));
  if (world.platform === "darwin") menus.unshift({ role: "appMenu" });
  const { developer } = world;
  // Not the role: it would register a chord of its own.
  if (developer) menus.push({ label: words("menu.developer"), submenu: [{ label: words("developer.tools"), click: () => developer() }] });
  return menus;
}
