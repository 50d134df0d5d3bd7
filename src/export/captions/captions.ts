import { type Edition, joined } from "../../model/index.ts";
import { clock } from "../audio/inside.ts";
import type { WordTime } from "../word-times.ts";
import type { Cue } from "./cues.ts";

/** The kinds of captions. */
export type CaptionKind = "vtt" | "words" | "srt" | "lrc";

const LETTERS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\u200e": "&lrm;", "\u200f": "&rlm;" };
const escaped = (text: string): string => text.replace(/[&<>\u200e\u200f]/g, (letter) => LETTERS[letter] ?? letter);

/** WebVTT (W3C): a cue a sentence. */
function* vtt({ title, lang }: Edition, cues: readonly Cue[]): Generator<string, void, void> {
  yield `WEBVTT\n\nNOTE ${escaped(title)} (${lang})\n`;
  for (const [at, { start, end, text }] of cues.entries()) yield `\n${at + 1}\n${clock(start)} --> ${clock(end)}\n${escaped(text)}\n`;
}

/** What stands between two words: nothing where they touch on the page, or where their writing has no spaces. */
function between(one: WordTime | undefined, next: WordTime): string {
  if (!one) return "";
  const touches = one.source !== null && next.source?.block === one.source.block && next.source.start <= one.source.end;
  return touches || joined([one.text, next.text]) === one.text + next.text ? "" : " ";
}

/** The same with the time of each word in the cue. */
function* wordVtt({ title, lang }: Edition, cues: readonly Cue[]): Generator<string, void, void> {
  yield `WEBVTT\n\nNOTE ${escaped(title)} (${lang})\n`;
  for (const [at, { start, end, text, words }] of cues.entries()) {
    let last = start;
    const timed = words.map((one, index) => {
      const { start: from, text: word } = one;
      // A time must lie inside of its cue, and after the one before it, to the millisecond.
      const isLater = index > 0 && Math.round(from * 1000) > Math.round(last * 1000) && Math.round(from * 1000) < Math.round(end * 1000);
      if (isLater) last = from;
      return `${between(words[index - 1], one)}${isLater ? `<${clock(from)}>` : ""}${escaped(word)}`;
    });
    yield `\n${at + 1}\n${clock(start)} --> ${clock(end)}\n${timed.join("") || escaped(text)}\n`;
  }
}

/** SubRip: what every player knows. */
function* srt(_edition: Edition, cues: readonly Cue[]): Generator<string, void, void> {
  for (const [at, { start, end, text }] of cues.entries())
    yield `${at + 1}\r\n${clock(start, ",")} --> ${clock(end, ",")}\r\n${text}\r\n\r\n`;
}

/** Lyrics, as music players show them: a line a sentence. */
function* lrc({ title, source, lang }: Edition, cues: readonly Cue[]): Generator<string, void, void> {
  const plain = (text: string): string => text.replace(/[[\]]/g, " ");
  const hundredths = (seconds: number): string => {
    const all = Math.round(seconds * 100);
    const two = (value: number): string => String(value).padStart(2, "0");
    return `${two(Math.floor(all / 6000))}:${two(Math.floor(all / 100) % 60)}.${two(all % 100)}`;
  };
  yield `[ti:${plain(title)}]\n${source === "" ? "" : `[ar:${plain(source)}]\n`}[la:${lang}]\n`;
  for (const { start, text } of cues) yield `[${hundredths(start)}]${text}\n`;
}

const WRITERS = { vtt, words: wordVtt, srt, lrc } as const;

/** The captions of an edition, part by part. */
export const captions = (kind: CaptionKind, edition: Edition, cues: readonly Cue[]): Generator<string, void, void> =>
  WRITERS[kind](edition, cues);
