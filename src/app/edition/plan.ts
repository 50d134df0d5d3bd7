import { frameShape } from "../../export/index.ts";
import {
  type BlockId,
  type Edition,
  type EditionFormat,
  type EditionSound,
  type Script,
  type SpeechRequest,
  spokenText,
  type Utterance,
  type VoiceId,
} from "../../model/index.ts";
import { type Manner, pauseAfter, requestAt } from "../../play/index.ts";
import { ESPEAK } from "../../speak/index.ts";
import type { KeptPicturePlace } from "./pictures.ts";

/** One utterance as it will be spoken. */
export interface Line {
  readonly utterance: number;
  /** Null: nothing is said. */
  readonly request: SpeechRequest | null;
  /** The silence after it, seconds. */
  readonly pause: number;
}

/** What is spoken, and encoded, in one go, and kept when the rest is lost. */
export interface Piece {
  /** The number of its article, from 0. */
  readonly article: number;
  readonly lines: readonly Line[];
  /** UTF-16 code units that are said. */
  readonly letters: number;
}

/** All that an edition is made of: the same plan gives the same file. */
export interface Plan {
  readonly edition: Edition;
  readonly format: EditionFormat;
  /** Null: no sound, and no times. */
  readonly sound: EditionSound | null;
  /** Hz. */
  readonly sampleRate: number;
  /**
   * Hz, of the sound that captions by themselves are in step with: Opus has another rate, and the same times. Not said: a Lectern that knew
   * nothing of it made the plan, and its pieces end as they did then.
   */
  readonly captionRate?: number;
  readonly pieces: readonly Piece[];
  /** The pictures that lie in its folder. */
  readonly pictures: readonly KeptPicturePlace[];
  /** Whether the system's lame makes its MP3: what was begun with one encoder goes on with it. */
  readonly lame: boolean;
  /** When it was made, ISO 8601. */
  readonly made: string;
}

/** How an edition is read. */
export interface Reading {
  readonly voiceFor: (lang: string) => VoiceId;
  readonly rate: number;
  readonly manner: Manner;
}

/**
 * The letters after which a piece ends at the next block of text, and those after which it ends at any sentence: half a minute to a minute
 * at the voice's own pace. What a crash costs, what a voice speaks again, and what memory a piece takes hang on it; each piece costs some
 * ten milliseconds of its own. eSpeak NG says a minute in a quarter of a second: its pieces are twice as long.
 */
const ENOUGH = 450;
const MOST = 900;
const QUICK_TIMES = 2;
/** Whether a voice is eSpeak NG's: quick, and made of formants instead of somebody's sounds. */
export const speaksByFormants = (voice: VoiceId): boolean => voice.startsWith(`${ESPEAK}:`);
/** The silence between two articles, seconds (guess). */
const BETWEEN_ARTICLES = 1.5;
/** The least silence at the end of a piece, seconds: an encoder's delay falls into it. */
const LEAST_END = 0.15;

/** The block that an utterance comes from; null: it is of our own words alone. */
const blockOf = ({ pieces }: Utterance): BlockId | null => pieces.find(({ source }) => source !== null)?.source?.block ?? null;

/** Cuts an article into pieces. */
export function piecesOf(script: Script, article: number, { voiceFor, rate, manner }: Reading): readonly Piece[] {
  const pieces: Piece[] = [];
  let lines: Line[] = [];
  let letters = 0;
  let block: BlockId | null = null;
  const end = (): void => {
    const last = lines.at(-1);
    if (last) pieces.push({ article, lines: [...lines.slice(0, -1), { ...last, pause: Math.max(last.pause, LEAST_END) }], letters });
    lines = [];
    letters = 0;
  };
  const times = script.utterances.every(({ lang }) => speaksByFormants(voiceFor(lang))) ? QUICK_TIMES : 1;
  script.utterances.forEach((utterance, index) => {
    const more = spokenText(utterance).length;
    const here = blockOf(utterance);
    if (letters > 0 && (letters + more > MOST * times || (letters > ENOUGH * times && here !== block))) end();
    block = here;
    const request = requestAt(script, { utterance: index, offset: 0, time: 0 }, { manner, voiceFor, rate });
    const isLast = index === script.utterances.length - 1;
    lines.push({ utterance: index, request, pause: isLast ? BETWEEN_ARTICLES : pauseAfter(script, index, manner, rate) });
    letters += more;
  });
  end();
  return pieces;
}

/** The most pieces that are encoded in one go: five to ten minutes, two seconds or three of work (guess). */
const MOST_AT_ONCE = 8;

/**
 * The numbers of the pieces that are encoded in one go, all of one article. The last article is at least two such, since no other is left
 * for the second core.
 */
export function batchesOf(pieces: readonly Piece[]): readonly (readonly number[])[] {
  const articles = new Map<number, number[]>();
  for (const [number, { article }] of pieces.entries()) {
    const own = articles.get(article);
    if (own) own.push(number);
    else articles.set(article, [number]);
  }
  return [...articles.values()].flatMap((numbers, at) => {
    const least = at === articles.size - 1 ? 2 : 1;
    const count = Math.min(numbers.length, Math.max(least, Math.ceil(numbers.length / MOST_AT_ONCE)));
    const border = (batch: number): number => Math.round((batch * numbers.length) / count);
    return Array.from({ length: count }, (_, batch) => numbers.slice(border(batch), border(batch + 1)));
  });
}

/**
 * The samples of a piece whose last word ends at `said`, with a silence of about `pause` up to a multiple of what its sound is made of: a
 * piece that ends in the middle of a paragraph is not to be heard as its end.
 * @param captionRate Hz: Opus, whose frames are others, ends as near as it can to where sound of this rate does
 */
export function paddedLength(said: number, pause: number, sound: EditionSound, sampleRate: number, captionRate?: number): number {
  const { unit } = frameShape(sound, sampleRate);
  const least = Math.round(LEAST_END * sampleRate);
  const wanted =
    sound === "opus" && captionRate !== undefined
      ? padded(said, pause, frameShape("wav", captionRate).unit * (sampleRate / captionRate), least)
      : said + pause;
  return padded(said, wanted - said, unit, least);
}

/** The nearest multiple of a unit, where that leaves so much silence at least. */
function padded(said: number, pause: number, unit: number, least: number): number {
  const nearest = Math.round((said + pause) / unit) * unit;
  return nearest - said >= least ? nearest : Math.ceil((said + Math.max(pause, least)) / unit) * unit;
}
