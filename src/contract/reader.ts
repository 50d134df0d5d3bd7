import type {
  Article,
  ArticleId,
  ArticleSummary,
  BlockId,
  Place,
  Script,
  Settings,
  SettingsChange,
  SourceRequest,
  SpeechChunk,
  SpeechRequest,
  Taste,
  Timing,
  Voice,
} from "../model/index.ts";

/** An opened article and where its listener left it. */
export interface Opened {
  readonly article: Article;
  /** Null: never begun. */
  readonly place: Place | null;
}

/** The bytes of a picture that can be shown. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What happened to what is kept, and must be told once. */
export interface Notice {
  /** The library was damaged: it was set aside, and an empty one begun. */
  readonly kind: "library-set-aside";
  /** Where the damaged one is now. */
  readonly file: string;
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
export interface Reader {
  /** Fetches, extracts and keeps an article, and makes it the last opened. */
  open(input: SourceRequest, signal?: AbortSignal): Promise<Opened>;
  /** An article that is kept. @throws Failure `not-found` */
  recall(input: { readonly article: ArticleId }, signal?: AbortSignal): Promise<Opened>;
  /** The kept articles, the last opened first. */
  articles(input: { readonly limit: number }, signal?: AbortSignal): Promise<readonly ArticleSummary[]>;
  /** How a kept article is said. */
  narrate(input: { readonly article: ArticleId; readonly taste: Taste }, signal?: AbortSignal): Promise<Script>;
  /** The picture of a figure of a kept article. @throws Failure as `open` */
  picture(input: { readonly article: ArticleId; readonly block: BlockId }, signal?: AbortSignal): Promise<Picture>;
  /** What a person must be told since the last time that anybody asked. */
  notices(input: Record<never, never>, signal?: AbortSignal): Promise<readonly Notice[]>;
  voices(input: Record<never, never>, signal?: AbortSignal): Promise<VoiceList>;
  /** Streams the speech of one utterance. */
  speak(input: SpeechRequest, signal?: AbortSignal): AsyncIterable<SpeechChunk>;
  settings(input: Record<never, never>, signal?: AbortSignal): Promise<Settings>;
  /** Keeps what is given and answers with all settings. */
  changeSettings(input: SettingsChange, signal?: AbortSignal): Promise<Settings>;
  keepPlace(input: { readonly article: ArticleId; readonly place: Place }, signal?: AbortSignal): Promise<void>;
}
