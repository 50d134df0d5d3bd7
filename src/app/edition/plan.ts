import { frameShape } from "../../export/index.ts";
import {
  type Edition,
  type EditionFormat,
  type EditionSound,
  type Script,
  type SpeechRequest,
  spokenText,
  type VoiceId,
} from "../../model/index.ts";
import { type Manner, pauseAfter, requestAt } from "../../play/index.ts";
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
 * The letters after which a piece ends at the next section, and those after which it ends at any sentence: some two to five minutes at the
 * voice's own pace. What a crash costs, what a voice speaks again, and what memory a piece takes hang on it (guess).
 */
const ENOUGH = 2500;
const MOST = 4500;
/** The silence between two articles, seconds (guess). */
const BETWEEN_ARTICLES = 1.5;
/** The least silence at the end of a piece, seconds: an encoder's delay falls into it. */
const LEAST_END = 0.15;

/** Cuts an article into pieces. */
export function piecesOf(script: Script, article: number, { voiceFor, rate, manner }: Reading): readonly Piece[] {
  const pieces: Piece[] = [];
  let lines: Line[] = [];
  let letters = 0;
  const end = (): void => {
    const last = lines.at(-1);
    if (last) pieces.push({ article, lines: [...lines.slice(0, -1), { ...last, pause: Math.max(last.pause, LEAST_END) }], letters });
    lines = [];
    letters = 0;
  };
  script.utterances.forEach((utterance, index) => {
    const more = spokenText(utterance).length;
    if (letters > 0 && (letters + more > MOST || (letters > ENOUGH && utterance.role === "heading"))) end();
    const request = requestAt(script, { utterance: index, offset: 0, time: 0 }, { manner, voiceFor, rate });
    const isLast = index === script.utterances.length - 1;
    lines.push({ utterance: index, request, pause: isLast ? BETWEEN_ARTICLES : pauseAfter(script, index, manner, rate) });
    letters += more;
  });
  end();
  return pieces;
}

/** The samples of a piece that was so long, with silence to a multiple of what its sound is made of. */
export function paddedLength(samples: number, sound: EditionSound, sampleRate: number): number {
  const { unit } = frameShape(sound, sampleRate);
  return Math.ceil(samples / unit) * unit;
}
