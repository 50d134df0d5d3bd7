import type { Copied, HelpArticle, VoiceList } from "../contract/index.ts";
import {
  type Article,
  type ArticleChanges,
  type ArticleSummary,
  type BlockId,
  type BookmarkId,
  DEFAULT_SETTINGS,
  type EditionJob,
  type Failure,
  type FeedId,
  type OfferSummary,
  type ReadyState,
  type RefreshState,
  type SaidLanguage,
  type Script,
  type Settings,
  type SourceRequest,
  type StoreNews,
  type VoiceProgress,
} from "../model/index.ts";
import type { Depth } from "../play/index.ts";
import type { OfferedSettings } from "./reading/offered-settings.ts";
import { type QueueState, UNKNOWN_QUEUE } from "./reading/queue-state.ts";
import type { SleepChoice } from "./reading/sleep.ts";
import type { Listed } from "./reading/trail.ts";
import { createStore, type Store } from "./store.ts";

/** An article on the page, and how it is said. They change together: sentences are there from the first drawing. */
export interface Reading {
  readonly article: Article;
  readonly script: Script;
  /**
   * Where only some of the article is said: all of it, by which the page is drawn, so that it stays when more is said. Where such a reading is
   * left is not where the article is left.
   */
  readonly whole?: Script;
}

/** What went wrong, and what can be tried again. */
export interface Problem {
  readonly failure: Failure;
  /** Null: it was the reading, not the opening of an article. */
  readonly request: SourceRequest | null;
}

/** The phrase that giant text shows. */
export interface GiantPhrase {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

/** The two views of the window. */
export type View = "article" | "library";

/** The dialog that is open. */
export type Dialog =
  | { readonly kind: "open" }
  | { readonly kind: "paste"; readonly copied: Copied }
  | { readonly kind: "elements" }
  | { readonly kind: "settings" }
  | { readonly kind: "take-settings"; readonly offered: OfferedSettings }
  | { readonly kind: "audit" }
  | { readonly kind: "leave"; readonly block: BlockId }
  | { readonly kind: "help" }
  | { readonly kind: "help-articles"; readonly titles: Readonly<Record<HelpArticle, string>> }
  | { readonly kind: "find" }
  | { readonly kind: "bookmarks"; readonly bookmark: BookmarkId | null }
  | { readonly kind: "photo"; readonly block: BlockId }
  | { readonly kind: "palette" }
  | { readonly kind: "keys" }
  | { readonly kind: "lexicon" }
  | { readonly kind: "voices" }
  | { readonly kind: "give" }
  | { readonly kind: "take-along" }
  | { readonly kind: "editions" }
  | { readonly kind: "row" }
  | { readonly kind: "subscribe" /** What the field begins with. */; readonly address: string }
  | { readonly kind: "starter-feeds" }
  | { readonly kind: "feed"; readonly feed: FeedId }
  | { readonly kind: "list-settings" }
  | { readonly kind: "faults" }
  | { readonly kind: "update" }
  | { readonly kind: "diagnostics" }
  | { readonly kind: "breaking" }
  | {
      readonly kind: "fix";
      /** The word, and all of its sentence; its number there, -1 where it has none. */
      readonly written: string;
      readonly sentence: readonly string[];
      readonly index: number;
      /** BCP 47, without a region. */
      readonly lang: string;
      readonly site: string | null;
    }
  | { readonly kind: "link"; readonly address: string; readonly text: string };

/** All that the page shows, but for the word that sounds: that is drawn beside the document. */
export interface WindowState {
  /** False until the settings are known: nothing is drawn before. */
  readonly ready: boolean;
  /** Whether the first question stands in place of the page. */
  readonly asking: boolean;
  /** Whether the second question, which voice, does. */
  readonly askingVoice: boolean;
  readonly settings: Settings;
  /** The language of the interface, as it is drawn. */
  readonly language: SaidLanguage;
  readonly voices: VoiceList | null;
  /** The voice that is being downloaded, and how far it is. */
  readonly fetching: (VoiceProgress & { readonly offer: OfferSummary }) | null;
  readonly reading: Reading | null;
  /** What is different in it from what was opened before; null: nothing. */
  readonly changes: ArticleChanges | null;
  /** What is being opened, null when nothing is. */
  readonly loading: string | null;
  readonly problem: Problem | null;
  /** What keeps the library from being written to; null: nothing. */
  readonly disk: Extract<StoreNews, { readonly kind: "trouble" }> | null;
  /** The utterance that sounds, or sounded last. */
  readonly utterance: number;
  readonly sound: "silent" | "loading" | "playing" | "ended";
  /** Whether the page follows the voice; false after a person scrolled away. */
  readonly following: boolean;
  readonly view: View;
  /** What the article on the page was opened from; null: by its address, or from another article. */
  readonly origin: Listed | null;
  readonly dialog: Dialog | null;
  /** The phrase that fills the window, null while giant text is closed. */
  readonly giant: GiantPhrase | null;
  /** Keys are described, not obeyed. */
  readonly describing: boolean;
  /** The last answer or message, for the eyes. */
  readonly notice: string;
  readonly recent: readonly ArticleSummary[];
  readonly online: boolean;
  /** How asking for news goes, null: the host has not said yet. */
  readonly refresh: RefreshState | null;
  /** When the reading falls asleep. */
  readonly sleep: SleepChoice;
  readonly queue: QueueState;
  /** Which item of how many a bulletin is at, and how much is said of it; null: there is none. */
  readonly bulletin: { readonly n: number; readonly total: number; readonly depth: Depth } | null;
  /** The editions that were asked for, the last first; null: the host has not said yet. */
  readonly editions: readonly EditionJob[] | null;
  /** How it goes with what is kept ready for offline; null: nobody asked yet. */
  readonly offline: ReadyState | null;
  /** An assistive technology is running. */
  readonly assisted: boolean;
}

/** The state of a window that has just opened. */
export const createWindowState = (): Store<WindowState> =>
  createStore<WindowState>({
    ready: false,
    asking: false,
    askingVoice: false,
    settings: DEFAULT_SETTINGS,
    language: "en",
    voices: null,
    fetching: null,
    reading: null,
    changes: null,
    loading: null,
    problem: null,
    disk: null,
    utterance: 0,
    sound: "silent",
    following: true,
    view: "article",
    origin: null,
    dialog: null,
    giant: null,
    describing: false,
    notice: "",
    recent: [],
    online: true,
    refresh: null,
    sleep: "off",
    queue: UNKNOWN_QUEUE,
    bulletin: null,
    editions: null,
    offline: null,
    assisted: false,
  });
