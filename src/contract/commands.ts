import type { Chord } from "../model/index.ts";

export type { Chord };

/** The menus, in order. */
export const MENUS = ["file", "edit", "library", "listen", "view", "help"] as const;
export type Menu = (typeof MENUS)[number];

const code = (key: string, modifiers: Omit<Chord, "by" | "key"> = {}): Chord => ({ ...modifiers, by: "code", key });
const key = (name: string, modifiers: Omit<Chord, "by" | "key"> = {}): Chord => ({ ...modifiers, by: "key", key: name });
const mod = { mod: true } as const;
const modShift = { mod: true, shift: true } as const;

interface Command {
  /** The menu that shows it, null: none. */
  readonly menu: Menu | null;
  /** The first is the one that menus and help show. */
  readonly keys: readonly Chord[];
  /** Instead of `keys` on macOS. */
  readonly mac?: readonly Chord[];
  /** True where the chord belongs to the text being edited while an edit field has the focus. */
  readonly notInFields?: true;
}

const table = {
  open: { menu: "file", keys: [key("o", mod)] },
  openFile: { menu: "file", keys: [] },
  paste: { menu: "file", keys: [key("v", modShift)], notInFields: true },
  refresh: { menu: "file", keys: [key("r", mod)] },
  refreshStatus: { menu: "file", keys: [key("r", modShift)] },
  refreshStop: { menu: "file", keys: [] },
  syncNow: { menu: "file", keys: [] },
  syncStatus: { menu: "file", keys: [] },
  feedProblems: { menu: "file", keys: [] },
  breakingNews: { menu: "file", keys: [] },
  makeReady: { menu: "file", keys: [] },
  makeReadyStop: { menu: "file", keys: [] },
  readyState: { menu: "file", keys: [] },
  takeAlong: { menu: "file", keys: [key("s", modShift)] },
  editions: { menu: "file", keys: [] },
  editionStatus: { menu: "file", keys: [] },
  exportSettings: { menu: "file", keys: [] },
  importSettings: { menu: "file", keys: [] },
  // On macOS the app's own menu has it, with its key.
  quit: { menu: "file", keys: [key("q", mod)], mac: [] },
  findLibrary: { menu: "edit", keys: [key("f", modShift)] },
  undo: { menu: "edit", keys: [key("z", mod)], notInFields: true },
  showNew: { menu: "library", keys: [] },
  openRow: { menu: "library", keys: [] },
  playRow: { menu: "library", keys: [key("Enter", mod)], notInFields: true },
  queueNext: { menu: "library", keys: [key("e", modShift)], notInFields: true },
  queueEnd: { menu: "library", keys: [key("e", mod)], notInFields: true },
  starRow: { menu: "library", keys: [key("s", mod)] },
  markRow: { menu: "library", keys: [key("m", mod)], mac: [key("j", mod)] },
  markAbove: { menu: "library", keys: [key("m", modShift)] },
  moveUp: { menu: "library", keys: [key("u", mod)], notInFields: true },
  moveDown: { menu: "library", keys: [key("d", mod)], notInFields: true },
  rowActions: { menu: "library", keys: [] },
  subscribe: { menu: "library", keys: [key("n", mod)] },
  starterFeeds: { menu: "library", keys: [] },
  feedSettings: { menu: "library", keys: [] },
  keepReady: { menu: "library", keys: [] },
  importFeeds: { menu: "library", keys: [] },
  exportFeeds: { menu: "library", keys: [] },
  listSettings: { menu: "library", keys: [] },
  play: { menu: "listen", keys: [code("Digit2", mod), key("F5"), key("MediaPlayPause")] },
  playHere: { menu: "listen", keys: [] },
  stop: { menu: "listen", keys: [code("Digit4", mod), key("F7"), key("MediaStop")] },
  previousSentence: { menu: "listen", keys: [code("Digit1", mod), key("MediaTrackPrevious")] },
  nextSentence: { menu: "listen", keys: [code("Digit3", mod), key("MediaTrackNext")] },
  previousParagraph: {
    menu: "listen",
    keys: [key("ArrowLeft", { alt: true })],
    mac: [key("ArrowLeft", { mod: true, ctrl: true })],
    notInFields: true,
  },
  nextParagraph: {
    menu: "listen",
    keys: [key("ArrowRight", { alt: true })],
    mac: [key("ArrowRight", { mod: true, ctrl: true })],
    notInFields: true,
  },
  previousSection: { menu: "listen", keys: [key("PageUp", mod)], mac: [key("ArrowUp", { mod: true, alt: true })] },
  nextSection: { menu: "listen", keys: [key("PageDown", mod)], mac: [key("ArrowDown", { mod: true, alt: true })] },
  previousPhoto: { menu: "listen", keys: [] },
  nextPhoto: { menu: "listen", keys: [] },
  repeat: { menu: "listen", keys: [code("Digit5", mod)] },
  spellWords: { menu: "listen", keys: [] },
  spellLetters: { menu: "listen", keys: [] },
  explain: { menu: "listen", keys: [code("Digit6", mod)] },
  fixPronunciation: { menu: "listen", keys: [code("Digit7", mod)] },
  whereAmI: { menu: "listen", keys: [key("i", mod)] },
  playQueue: { menu: "listen", keys: [] },
  playList: { menu: "listen", keys: [] },
  nextArticle: {
    menu: "listen",
    keys: [key("PageDown", modShift), code("Digit9", mod)],
    mac: [key("ArrowDown", { mod: true, ctrl: true }), code("Digit9", mod)],
  },
  previousArticle: {
    menu: "listen",
    keys: [key("PageUp", modShift)],
    mac: [key("ArrowUp", { mod: true, ctrl: true })],
  },
  queueLeft: { menu: "listen", keys: [] },
  queueBack: { menu: "listen", keys: [] },
  giveMinutes: { menu: "listen", keys: [] },
  bulletin: { menu: "listen", keys: [] },
  more: { menu: "listen", keys: [code("Digit8", mod)] },
  slower: { menu: "listen", keys: [code("Comma", modShift)] },
  faster: { menu: "listen", keys: [code("Period", modShift)] },
  sleepTimer: { menu: "listen", keys: [] },
  sleepLeft: { menu: "listen", keys: [] },
  lexicon: { menu: "listen", keys: [] },
  voices: { menu: "listen", keys: [] },
  voiceMode: { menu: "listen", keys: [] },
  library: { menu: "view", keys: [key("l", mod)] },
  largerText: { menu: "view", keys: [key("=", mod), key("+", mod), code("NumpadAdd", mod)] },
  smallerText: { menu: "view", keys: [key("-", mod), code("NumpadSubtract", mod)] },
  resetText: { menu: "view", keys: [code("Digit0", mod), code("Numpad0", mod)] },
  nextTheme: { menu: "view", keys: [] },
  find: { menu: "edit", keys: [key("f", mod)] },
  findNext: { menu: "edit", keys: [key("F3")] },
  findPrevious: { menu: "edit", keys: [key("F3", { shift: true })] },
  bookmark: { menu: "edit", keys: [key("b", mod)] },
  bookmarks: { menu: "edit", keys: [] },
  refetch: { menu: "file", keys: [] },
  whatChanged: { menu: "listen", keys: [] },
  nextChange: { menu: "listen", keys: [] },
  previousChange: { menu: "listen", keys: [] },
  hearChanges: { menu: "listen", keys: [] },
  nextProfile: { menu: "view", keys: [] },
  showPhoto: { menu: "view", keys: [] },
  giantText: { menu: "view", keys: [] },
  elements: { menu: "view", keys: [key("F7", mod)] },
  back: {
    menu: "view",
    keys: [key("Backspace", mod), key("BrowserBack")],
    notInFields: true,
  },
  forward: {
    menu: "view",
    keys: [key("Backspace", modShift), key("BrowserForward")],
    notInFields: true,
  },
  nextRegion: { menu: "view", keys: [key("F6")] },
  previousRegion: { menu: "view", keys: [key("F6", { shift: true })] },
  settings: { menu: "view", keys: [key(",", mod)] },
  audit: { menu: "view", keys: [] },
  leaveOut: { menu: "view", keys: [] },
  help: { menu: "help", keys: [key("F1")] },
  helpArticles: { menu: "help", keys: [] },
  describeKeys: { menu: "help", keys: [key("F1", { shift: true })] },
  changeKeys: { menu: "help", keys: [] },
  lookForUpdate: { menu: "help", keys: [] },
  diagnostics: { menu: "help", keys: [] },
  safeMode: { menu: "help", keys: [] },
  palette: { menu: "help", keys: [key("p", modShift)] },
} as const satisfies Record<string, Command>;

/** Names a command. Its words are in `words/` as `command.NAME`. */
export type CommandId = keyof typeof table;

/** Every command: the one registry that menus, keys, help and `aria-keyshortcuts` read. */
export const COMMANDS: Readonly<Record<CommandId, Command>> = table;

/** The commands' names, in the order of the menus. */
export const COMMAND_IDS = Object.keys(table) as readonly CommandId[];
