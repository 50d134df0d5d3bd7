import { asciiOf } from "./ascii.ts";
import type { Word } from "./words.ts";

/** A text as Flite gets it, and where the words of the original stand in it. */
export interface FliteText {
  /** Printable ASCII, single spaces. "": there is nothing to say. */
  readonly text: string;
  /** The offset in the original of the word that an offset in `text` belongs to. */
  offsetOf(at: number): number;
}

/** A dash between words is a pause, and so is a bracket that opens or closes a remark. */
const DASH = /^[-\u2013\u2014\u2015]+$/;
const INNER_DASH = /[\u2013\u2014\u2015]/g;
/** What Flite would name ("asterisk", "less than") where a person says nothing. */
const UNSAID = /[[\]{}<>|\\^~_`*#]+/g;
/** What Flite says something for. */
const SAID = /[A-Za-z0-9$%&+=@]/;
/** The longest stretch without a space: Flite takes it for one word, and time and stack for it grow with its length (guess). */
const LONGEST_WORD = 60;

/**
 * Flite knows ASCII only and has no streaming of its own; its English voices read what is left of other letters by sound. Words that have
 * nothing in them that it could say are left out, and get their time from their neighbours.
 */
export function cleanForFlite(text: string, words: readonly Word[]): FliteText {
  let clean = "";
  const starts: { readonly at: number; readonly offset: number }[] = [];
  for (const { start, end } of words) {
    const word = text.slice(start, end);
    if (DASH.test(word)) {
      clean = paused(clean);
      continue;
    }
    const said = wordOf(word);
    if (!SAID.test(said)) continue;
    if (clean !== "") clean += " ";
    starts.push({ at: clean.length, offset: start });
    clean += said;
  }
  return {
    text: clean,
    offsetOf(at) {
      let found = 0;
      for (const { at: begin, offset } of starts) {
        if (begin > at) break;
        found = offset;
      }
      return found;
    },
  };
}

/** Whether Flite has anything to say of a text. */
export function isSaidByFlite(text: string): boolean {
  for (const character of text) if (SAID.test(asciiOf(character))) return true;
  return false;
}

function wordOf(word: string): string {
  let said = "";
  for (const character of word.replace(INNER_DASH, ", ").normalize("NFC")) said += asciiOf(character);
  return said
    .replace(UNSAID, " ")
    .replace(/\S{61,}/g, (long) => long.match(new RegExp(`.{1,${LONGEST_WORD}}`, "g"))?.join(" ") ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The text with a comma at its end, unless something pauses there already. */
const paused = (text: string): string => (text === "" || /[,.;:!?]["')]*$/.test(text) ? text : `${text},`);
