import type {
  Article,
  ArticleChanges,
  ArticleId,
  ArticleSummary,
  BlockId,
  FailureCode,
  KeptEntry,
  KeptSummary,
  LexiconChange,
  LexiconEntry,
  LexiconFormat,
  LexiconImport,
  OfferSummary,
  Place,
  Rescue,
  Script,
  Settings,
  SettingsChange,
  SiteRule,
  SourceRequest,
  SpeechChunk,
  SpeechRequest,
  Taste,
  Timing,
  Voice,
  VoiceId,
  VoiceProgress,
} from "../model/index.ts";
import type { BookmarkReader } from "./bookmarks.ts";
import type { EditionReader } from "./editions.ts";
import type { KeepingReader } from "./keeping.ts";
import type { NewsReader } from "./news.ts";
import type { ListReader } from "./news-lists.ts";
import type { PodcastReader } from "./podcast.ts";
import type { QueueReader } from "./queue.ts";
import type { ReadyReader } from "./ready.ts";
import type { RefreshReader } from "./refresh.ts";
import type { ShareReader } from "./sharing.ts";
import type { SyncReader } from "./sync.ts";

/** An opened article and where its listener left it. */
export interface Opened {
  readonly article: Article;
  /** Null: never begun. */
  readonly place: Place | null;
  /** When they left it, ISO 8601; null: never begun. */
  readonly left: string | null;
  /** What is different from what the listener opened before; null: nothing. */
  readonly changes: ArticleChanges | null;
  /** Said where the disk takes nothing now: it is read from memory, and kept as soon as it can be. */
  readonly unkept?: true;
  /** Said where its page can't be had now, and why: this is what was kept of it. */
  readonly instead?: FailureCode;
}

/** What the article itself says of a short name, and how a voice says that. */
export interface Recalled {
  readonly short: string;
  readonly long: string;
  /** Both, made ready for a voice of the article's language. */
  readonly spoken: string;
  readonly lang: string;
}

/** How a text sounds as things are, and with an entry. */
export interface Rehearsal {
  readonly before: string;
  readonly after: string;
}

/** The bytes of a picture that can be shown. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What happened to what is kept, and must be told once. */
export type Notice =
  /** The library was damaged: it was set aside, and an empty one begun. `file`: where the damaged one is now. */
  | { readonly kind: "library-set-aside"; readonly file: string }
  /** It was damaged, and what could be read of it was taken over into a new one. */
  | { readonly kind: "library-rescued"; readonly rescue: Rescue };

/** The voices that a person added, and those that can be added. */
export interface Shelf {
  readonly kept: readonly KeptSummary[];
  readonly offered: readonly OfferSummary[];
}

/** What can be spoken with, and what would be chosen. */
export interface VoiceList {
  readonly voices: readonly (Voice & { readonly timing: Timing })[];
  /** Engines that could not be asked, with what to do about it. */
  readonly missing: readonly { readonly engine: string; readonly message: string }[];
}

/**
 * Everything that a window can ask of the app: the door between them. Every method can be called again after a lost connection
 * without harm. All reject with a `Failure`.
 */
export interface Reader
  extends BookmarkReader,
    EditionReader,
    KeepingReader,
    NewsReader,
    ListReader,
    PodcastReader,
    QueueReader,
    ReadyReader,
    RefreshReader,
    ShareReader,
    SyncReader {
  /**
   * Fetches, extracts and keeps an article, and makes it the last opened. Where its page can't be had, and an article of it is kept, that
   * one (`instead`).
   */
  open(input: SourceRequest, signal?: AbortSignal): Promise<Opened>;
  /** An article that is kept, from now on the last opened; not with `glance`. @throws Failure `not-found` */
  recall(input: { readonly article: ArticleId; readonly glance?: boolean | undefined }, signal?: AbortSignal): Promise<Opened>;
  /** The kept articles, the last opened first. */
  articles(input: { readonly limit: number }, signal?: AbortSignal): Promise<readonly ArticleSummary[]>;
  /**
   * How a kept article is said, with the listener's lexicon. `voice`: the one that will read; entries for other voices are left out.
   * `only`: it reads whatever the language is, as somebody asked for. Without, a language that no voice speaks is announced, and read
   * by a voice that knows its letters, or left silent.
   */
  narrate(
    input: {
      readonly article: ArticleId;
      readonly taste: Taste;
      readonly voice?: VoiceId | null | undefined;
      readonly only?: boolean | undefined;
    },
    signal?: AbortSignal,
  ): Promise<Script>;
  /** The picture of a figure of a kept article. @throws Failure as `open` */
  picture(input: { readonly article: ArticleId; readonly block: BlockId }, signal?: AbortSignal): Promise<Picture>;
  /**
   * Puts a text that was left out back (`stands`), or leaves one out: an entry of the audit or a block, by its id. It holds for this
   * article, also when it is opened anew. Answers with the article as it is then.
   * @throws Failure `not-found`
   */
  choose(input: { readonly article: ArticleId; readonly text: string; readonly stands: boolean }, signal?: AbortSignal): Promise<Article>;
  /** Makes what is decided of a text the rule on its site (`always`), or drops the rule: then it holds for this article only. */
  chooseAlways(
    input: { readonly article: ArticleId; readonly text: string; readonly always: boolean },
    signal?: AbortSignal,
  ): Promise<Article>;
  /** The rules of an article's site. `site` is null where it has none, and there can be no rules. */
  siteRules(
    input: { readonly article: ArticleId },
    signal?: AbortSignal,
  ): Promise<{ readonly site: string | null; readonly rules: readonly SiteRule[] }>;
  /** Drops a rule, or brings back one that was (`dropped` false). Answers with the article as it is then. @throws Failure `not-found` */
  dropSiteRule(
    input: { readonly article: ArticleId; readonly rule: number; readonly dropped?: boolean | undefined },
    signal?: AbortSignal,
  ): Promise<Article>;
  /** What a person must be told since the last time that anybody asked. */
  notices(input: Record<never, never>, signal?: AbortSignal): Promise<readonly Notice[]>;
  voices(input: Record<never, never>, signal?: AbortSignal): Promise<VoiceList>;
  /** Streams the speech of one utterance. */
  speak(input: SpeechRequest, signal?: AbortSignal): AsyncIterable<SpeechChunk>;
  settings(input: Record<never, never>, signal?: AbortSignal): Promise<Settings>;
  /** Keeps what is given and answers with all settings. */
  changeSettings(input: SettingsChange, signal?: AbortSignal): Promise<Settings>;
  keepPlace(input: { readonly article: ArticleId; readonly place: Place }, signal?: AbortSignal): Promise<void>;
  /** The listener's own entries, the one that goes first at the top. */
  lexicon(input: Record<never, never>, signal?: AbortSignal): Promise<readonly KeptEntry[]>;
  /** @throws Failure `bad-input` for an entry that can't be used, `too-large` when there is no room for more */
  changeLexicon(input: LexiconChange, signal?: AbortSignal): Promise<readonly KeptEntry[]>;
  /**
   * Puts the entries of a PLS or CSV file first. `format`: what its name says that it is, null: nothing.
   * @throws Failure `bad-input` for what is neither, `too-large`
   */
  importLexicon(input: { readonly text: string; readonly format: LexiconFormat | null }, signal?: AbortSignal): Promise<LexiconImport>;
  exportLexicon(input: { readonly format: LexiconFormat }, signal?: AbortSignal): Promise<string>;
  /** How a few words sound, for somebody who tries an entry. `article`: where they stand. @throws Failure `bad-input` as `changeLexicon` */
  rehearse(
    input: {
      readonly text: string;
      readonly lang: string;
      readonly article: ArticleId | null;
      readonly voice: VoiceId | null;
      readonly entry: LexiconEntry | null;
    },
    signal?: AbortSignal,
  ): Promise<Rehearsal>;
  /** What the article says of the short name at a place, else of the last one before it in the same sentence; null: nothing. */
  explain(input: { readonly article: ArticleId; readonly place: Place }, signal?: AbortSignal): Promise<Recalled | null>;
  /** A text as it is said to somebody who did not get it: word by word, or letter by letter. */
  spell(input: { readonly text: string; readonly lang: string; readonly by: "word" | "letter" }, signal?: AbortSignal): Promise<string>;
  /** The voices that were added, and those that can be. */
  shelf(input: Record<never, never>, signal?: AbortSignal): Promise<Shelf>;
  /**
   * Fetches a voice of the list, tries it and keeps it. Aborting leaves what came for the next time.
   * @throws Failure `offline`, `timeout`, `refused`, `not-found`, `storage`, `unsupported` for a voice that can't speak
   */
  getVoice(input: { readonly name: string }, signal?: AbortSignal): AsyncIterable<VoiceProgress>;
  /** Copies a voice out of a folder of this computer, tries it and keeps it. @throws Failure `not-found`, `unsupported`, `too-large`, `storage` */
  importVoice(input: { readonly path: string }, signal?: AbortSignal): Promise<KeptSummary>;
  /** Deletes a voice that was added. */
  removeVoice(input: { readonly name: string }, signal?: AbortSignal): Promise<void>;
  /** Lets a voice speak again that was set aside. */
  forgiveVoice(input: { readonly name: string }, signal?: AbortSignal): Promise<void>;
  /** Reads a list of voices from an address or a file, and offers them too. @throws Failure as `open`, `unsupported` for what is no such list */
  readVoices(input: { readonly address: string }, signal?: AbortSignal): Promise<{ readonly count: number }>;
}
