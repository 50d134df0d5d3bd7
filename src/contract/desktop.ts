import type {
  ArticleId,
  Diagnosis,
  EditionFormat,
  FailureCode,
  LexiconFormat,
  OwnKeys,
  Place,
  SaidLanguage,
  UpdateChannel,
  UpdateFault,
  UpdateFound,
} from "../model/index.ts";
import type { CommandId } from "./commands.ts";

/** A file that a person chose: its text, or why it can't be had. */
export type ReadText =
  | { readonly kind: "text" /** Without its folder. */; readonly name: string; readonly text: string }
  | { readonly kind: "failed"; readonly name: string; readonly code: FailureCode };

/** What was copied elsewhere. */
export interface Copied {
  readonly text: string;
  /** With its headings, lists, links and pictures; "" where there is none. */
  readonly html: string;
}

/**
 * What the page may ask of the window that it is shown in, beside the `Reader`: the few things that only the main process can do.
 * The preload script puts it at `window.desktop`.
 */
export interface Desktop {
  /** `linux`, `darwin` or `win32`. */
  readonly platform: string;
  /** Whether this is safe mode, and why. */
  readonly safe: SafeMode;
  /** True where a screen reader or another assistive technology asked for accessibility. It only suggests. */
  assisted(): Promise<boolean>;
  /** Lets the person choose a file: its path, or null. */
  chooseFile(): Promise<string | null>;
  /** Lets the person choose a folder: its path, or null. */
  chooseFolder(): Promise<string | null>;
  /** Lets the person choose the folder that several machines share: its path, or null. */
  chooseShared(): Promise<string | null>;
  /** Lets the person choose a lexicon's file, and reads it. Null: they chose none. */
  readLexicon(): Promise<ReadText | null>;
  /** Lets the person say where a lexicon's file goes, and writes it there as a whole or not at all. */
  saveLexicon(file: { readonly format: LexiconFormat; readonly text: string }): Promise<"saved" | "cancelled" | FailureCode>;
  /** Lets the person choose a list of subscriptions, and reads it. Null: they chose none. */
  readSubscriptions(): Promise<ReadText | null>;
  /** Lets the person say where their subscriptions go, and writes them there as a whole or not at all. */
  saveSubscriptions(text: string): Promise<"saved" | "cancelled" | FailureCode>;
  /** Lets the person choose a file of settings, and reads it. Null: they chose none. */
  readSettings(): Promise<ReadText | null>;
  /** Lets the person say where their settings go, and writes them there as a whole or not at all. */
  saveSettings(text: string): Promise<"saved" | "cancelled" | FailureCode>;
  /** Lets the person choose a backup of the library: its path, or null. */
  chooseBackup(): Promise<string | null>;
  /** Lets the person say where a backup of the library goes: its path, or null. */
  chooseBackupPlace(): Promise<string | null>;
  /** Lets the person choose the folder of an edition: its path, or null. `from`: where they begin. */
  chooseEditionFolder(from: string): Promise<string | null>;
  /** Lets the person say where an edition goes, and agree to what it replaces: its path, or null. `name`: a full path to begin with. */
  chooseEditionFile(file: { readonly name: string; readonly format: EditionFormat }): Promise<string | null>;
  /** A folder for editions that is there on this system. */
  usualFolder(): Promise<string>;
  /** Shows a file in its folder, in the system's own window. */
  showFile(path: string): Promise<void>;
  /** Opens an http(s) or mailto address in the browser. */
  openOutside(address: string): Promise<void>;
  /** What is on the clipboard: as text, and as HTML where it has that too, else "". */
  clipboard(): Promise<Copied>;
  /** The path of a file that was dropped on the page; "" where it has none. */
  pathOf(file: File): string;
  /** Commands from the menu. Returns the end of listening. */
  onCommand(listener: (command: CommandId) => void): () => void;
  /** Addresses to open: from the command line and from other programs; the first comes as soon as there is a listener. */
  onOpen(listener: (address: string) => void): () => void;
  /** Listens to the keyboard's media keys in every window, or no longer. They come as commands. */
  watchMediaKeys(everywhere: boolean): void;
  /** Starts the system's sound anew: a sound server that was restarted is not found otherwise. */
  restartSound(): Promise<void>;
  /** The host died too often and is given time, or up (`lost`), or is there again. Returns the end of listening. */
  onHost(listener: (state: HostState) => void): () => void;
  /** How this machine and this Lectern are. */
  diagnose(): Promise<Diagnosis>;
  /** Whether something crashed that nobody was told of yet: true once. */
  isNewCrash(): Promise<boolean>;
  /** Looks for a newer Lectern. `alone`: nobody asked for it. */
  lookForUpdate(channel: UpdateChannel, alone: boolean): Promise<UpdateFound>;
  /** Fetches what was found, and checks it. */
  fetchUpdate(): Promise<UpdateFound>;
  /** Puts in place what was fetched, and starts it. Answers with what is wrong. */
  installUpdate(): Promise<UpdateFault | null>;
  /** Puts a text on the clipboard. */
  copyText(text: string): Promise<void>;
  /** Ends Lectern, whatever goes on without its window. */
  quit(): void;
  /** Ends Lectern and starts it again: as usual, or in safe mode. */
  restart(how?: "usual" | "safe"): void;
  /** Tells the menu what is on, and which keys to show; and whether Lectern goes on (`stays`) when its window is closed. */
  reportState(state: {
    readonly playing: boolean;
    readonly article: boolean;
    readonly keys: OwnKeys;
    readonly language: SaidLanguage;
    readonly stays: boolean;
    readonly here: Here | null;
  }): void;
  /** What the page was at whose process died, told once; null: there was none, or nothing was open. */
  before(): Promise<Before | null>;
}

/** The sentence that a listener is at. */
export interface Here {
  readonly article: ArticleId;
  readonly place: Place;
}

/** Where a page was when its process died. */
export interface Before extends Here {
  /** Whether it was reading aloud, and is to go on. */
  readonly playing: boolean;
}

/** Whether Lectern runs in safe mode: because a person asked for it, or because it ended twice as it began. */
export type SafeMode = "no" | "asked" | "crashes";

/** What the argument begins with that tells the page of safe mode. */
export const SAFE_ARGUMENT = "--lectern-safe=";

/** Whether there is a process that reads. */
export type HostState = "lost" | "back";

/** What the page's address ends with when it is loaded again because its process died. */
export const PAGE_AGAIN = "?again";

/** The channels between preload and main. */
export const CHANNELS = {
  connect: "connect",
  host: "host",
  restart: "restart",
  quit: "quit",
  assisted: "assisted",
  chooseFile: "choose-file",
  chooseFolder: "choose-folder",
  chooseShared: "choose-shared",
  chooseBackup: "choose-backup",
  chooseBackupPlace: "choose-backup-place",
  chooseEditionFolder: "choose-edition-folder",
  chooseEditionFile: "choose-edition-file",
  usualFolder: "usual-folder",
  showFile: "show-file",
  readLexicon: "read-lexicon",
  saveLexicon: "save-lexicon",
  readSubscriptions: "read-subscriptions",
  saveSubscriptions: "save-subscriptions",
  readSettings: "read-settings",
  saveSettings: "save-settings",
  openOutside: "open-outside",
  clipboard: "clipboard",
  command: "command",
  open: "open",
  ready: "ready",
  state: "state",
  before: "before",
  mediaKeys: "media-keys",
  restartSound: "restart-sound",
  diagnose: "diagnose",
  isNewCrash: "is-new-crash",
  copyText: "copy-text",
  lookForUpdate: "look-for-update",
  fetchUpdate: "fetch-update",
  installUpdate: "install-update",
} as const;
