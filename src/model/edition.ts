import type { Article, Direction } from "./article.ts";
import type { ArticleId, BlockId } from "./ids.ts";
import type { Script } from "./script.ts";
import type { SpeechMark } from "./speech.ts";

/** What an edition can be: sound, its captions, or a book. */
export const EDITION_FORMATS = ["mp3", "m4b", "opus", "flac", "wav", "vtt", "words", "srt", "lrc", "epub", "daisy", "html"] as const;
/** `vtt`, `srt`, `lrc`: captions by sentence; `words`: WebVTT by word. `daisy`: DAISY 2.02 in a ZIP. */
export type EditionFormat = (typeof EDITION_FORMATS)[number];

/** The sound that a format holds. */
export type EditionSound = "mp3" | "m4b" | "opus" | "flac" | "wav";

/** The sound inside of a format, null where it holds none and needs only the times of it, or not even those. */
export const SOUND_OF: Readonly<Record<EditionFormat, EditionSound | null>> = {
  mp3: "mp3",
  m4b: "m4b",
  opus: "opus",
  flac: "flac",
  wav: "wav",
  vtt: null,
  words: null,
  srt: null,
  lrc: null,
  epub: "mp3",
  daisy: "mp3",
  html: null,
};

/** The end of the name of a file in a format. */
export const FILE_ENDS: Readonly<Record<EditionFormat, string>> = {
  mp3: "mp3",
  m4b: "m4b",
  opus: "opus",
  flac: "flac",
  wav: "wav",
  vtt: "vtt",
  words: "words.vtt",
  srt: "srt",
  lrc: "lrc",
  epub: "epub",
  daisy: "daisy.zip",
  html: "html",
};

/** A picture that a file can carry: JPEG, PNG, GIF, WebP or SVG. */
export interface EditionPicture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An article as an edition has it: as its listener wants it, and as it is said. */
export interface EditionArticle {
  readonly article: Article;
  readonly script: Script;
}

/** Articles that are taken along as one: a chapter each. */
export interface Edition {
  readonly title: string;
  /** BCP 47: the first article's. */
  readonly lang: string;
  readonly dir: Direction;
  /** Who publishes it: the sites of its articles. "" where none says. */
  readonly source: string;
  /** The day that it is of, ISO 8601: YYYY-MM-DD. */
  readonly date: string;
  /** At least one. */
  readonly articles: readonly EditionArticle[];
}

/** When an utterance is heard, in seconds from the beginning of the edition's sound. */
export interface SaidUtterance {
  /** The number of its article in the edition, and its own in the script, from 0. */
  readonly article: number;
  readonly utterance: number;
  readonly start: number;
  readonly end: number;
  /** Their times count from the utterance's first sample. */
  readonly marks: readonly SpeechMark[];
}

/** A chapter of an edition's sound: an article, or a section of it. Seconds. */
export interface Chapter {
  readonly title: string;
  /** 0: an article; 1: a section of it. */
  readonly depth: 0 | 1;
  readonly article: number;
  readonly start: number;
  readonly end: number;
}

/** A place in an edition, and when it is heard. */
export interface EditionPlace {
  /** Seconds from the beginning of the edition's sound. */
  readonly start: number;
  readonly article: ArticleId;
  readonly block: BlockId;
  /** UTF-16 code units in the block's text. */
  readonly offset: number;
}

/** The place that is heard at a time of an edition's sound: "I was at 12:31". Null before the first one. @param places in order of time */
export function placeAt(places: readonly EditionPlace[], seconds: number): EditionPlace | null {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? null;
}
