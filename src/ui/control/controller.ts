import type { CommandId, Reader, SafeMode } from "../../contract/index.ts";
import type { ArticleId, ItemId, NewsItem, SettingsChange, VoiceId, VoiceMode } from "../../model/index.ts";
import type { FirstVoice } from "../reading/first-voices.ts";
import type { Entry } from "../reading/outline.ts";
import type { SleepChoice } from "../reading/sleep.ts";
import type { Listed } from "../reading/trail.ts";
import type { Bookmarks } from "./bookmarks.ts";
import type { Choosing } from "./choosing.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { EditionsControl } from "./editions.ts";
import type { Finding } from "./finding.ts";
import type { Giant } from "./giant.ts";
import type { Giving } from "./giving.ts";
import type { KeepReady } from "./keep-ready.ts";
import type { KeyTap } from "./key-tap.ts";
import type { KeepingControl } from "./library-keeping.ts";
import type { LibraryUses } from "./library-uses.ts";
import type { NewsLine } from "./news-line.ts";
import type { Queue } from "./queue.ts";
import type { SettingsExchange } from "./settings-exchange.ts";
import type { ShareControl } from "./sharing.ts";
import type { SyncControl } from "./syncing.ts";
import type { UpdateControl } from "./updating.ts";
import type { ShelfUses } from "./voice-shelf.ts";
import type { Wording } from "./wording.ts";

/** All that components can ask for. */
export interface Controller {
  readonly run: (command: CommandId) => void;
  /** `typed`, where it is not said: a person typed or chose it, no page named it. `label`: what it is called while it is opened. */
  readonly openAddress: (address: string, how?: { readonly typed: boolean; readonly label?: string }) => void;
  /** `html`: the same with its headings, lists, links and pictures; "" or not said: there is only the text. */
  readonly openText: (text: string, html?: string) => void;
  readonly recall: (article: ArticleId, title: string) => void;
  readonly retry: () => void;
  /** Gives up what is being opened. */
  readonly cancel: () => void;
  readonly chooseFile: () => void;
  readonly openOutside: (address: string) => void;
  /** Ends Lectern and starts it again. */
  readonly restart: () => void;
  /** Whether this is safe mode, and why. */
  readonly safe: SafeMode;
  readonly diagnostics: Diagnostics;
  readonly updates: UpdateControl;
  /** Goes to a place of the article, from a list or from beside it. */
  readonly goTo: (entry: Pick<Entry, "block" | "offset" | "kind">) => void;
  readonly change: (change: SettingsChange) => void;
  readonly setSleep: (choice: SleepChoice) => void;
  /** The answer to the first question. */
  readonly chooseVoiceMode: (mode: VoiceMode) => void;
  /** The answer to the second; null: as it would be. */
  readonly chooseFirstVoice: (name: FirstVoice | null) => void;
  readonly hearFirstVoice: (name: FirstVoice) => void;
  /** A voice says a sentence of a language; null: the one that would be chosen. */
  readonly hearVoice: (voice: VoiceId | null, lang: string) => void;
  readonly choose: Choosing["choose"];
  readonly chooseAlways: Choosing["chooseAlways"];
  readonly siteRules: Choosing["siteRules"];
  readonly dropRule: Choosing["dropRule"];
  readonly leaveOut: Choosing["leaveOut"];
  readonly close: () => void;
  readonly returnToSpeech: () => void;
  /** The bytes of a figure's picture. */
  readonly picture: Reader["picture"];
  /** Says what came of something, by the voice that serves the interface. */
  readonly say: (message: string) => void;
  /** How words are said. */
  readonly wording: Wording;
  /** Sentences that the listener wants to find again. */
  readonly bookmarks: Omit<Bookmarks, "mark">;
  /** Words in the article on the page. */
  readonly finding: Pick<Finding, "count" | "go" | "last">;
  /** What has been chosen where the focus itself stays: said as if it had the focus. */
  readonly sayFocus: (message: string) => void;
  /** Gets every key press before it is a command, until what it returns is called. */
  readonly takeKeys: KeyTap["open"];
  /** One phrase a screen. */
  readonly giant: Pick<Giant, "close" | "step">;
  /** Through more than one article. */
  readonly queue: Pick<Queue, "playNext" | "playAll" | "putBack">;
  readonly bulletin: (items: readonly NewsItem[]) => void;
  readonly giving: Giving;
  /** Voices that can be added. */
  readonly keeping: KeepingControl;
  /** The server that keeps several machines the same. */
  readonly syncing: SyncControl;
  /** The folder by which places and settings travel. */
  readonly sharing: ShareControl;
  readonly editions: EditionsControl;
  /** What is kept ready for offline. */
  readonly offline: Pick<KeepReady, "ask" | "set">;
  readonly shelf: ShelfUses;
  /** The lists of news, search, and what can be undone there. */
  readonly library: LibraryUses;
  /** The subscriptions, and what is set of one. */
  readonly feeds: Reader["feeds"];
  readonly changeFeed: Reader["changeFeed"];
  readonly breakingNews: Reader["breakingNews"];
  /** Opens an item of the news. */
  readonly openNews: (item: ItemId, title: string) => void;
  readonly settingsExchange: SettingsExchange;
  /** The ways of the breadcrumbs. */
  readonly crumbs: { readonly toLibrary: () => void; readonly toList: (listed: Listed) => void };
  /** What happens to the news while nobody asks. */
  readonly newsLine: Pick<NewsLine, "listen">;
  readonly mac: boolean;
}
