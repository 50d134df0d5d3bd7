import type { FailureCode, Place } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { minutesLeft, positionOf } from "../reading/outline.ts";
import type { WindowState } from "../state.ts";

/** What failed, and what to do next. */
export const failureWords = (code: FailureCode): string => `${words(`failure.${code}`)} ${words(`failure.${code}.next`)}`;

/** Where the listener is: headline, section, paragraph and what is left. */
export function answerWhere({ reading, utterance, settings }: WindowState, place: Place | null): string {
  if (!reading || !place) return words("where.nothing");
  const { section, sections, heading, paragraph, paragraphs } = positionOf(reading.article, place.block);
  return sentencesOf([
    reading.article.title,
    words("where.section", { section, sections }) + (heading ? `, ${heading}` : ""),
    paragraph > 0 ? words("where.paragraph", { paragraph, paragraphs }) : "",
    leftWords(minutesLeft(reading.script, utterance, settings.rate)),
  ]);
}

/** What is read and under which heading, in the article's own words alone: for its own voice. */
export function answerRecall({ reading }: WindowState, here: Place): string {
  if (!reading) return "";
  return sentencesOf([reading.article.title, positionOf(reading.article, here.block).heading ?? ""]);
}

/** Minutes in an hour. */
const HOUR = 60;

/** About how long there is to listen: hours and minutes where it is long. */
const leftWords = (minutes: number): string =>
  minutes < HOUR
    ? words("where.left", { minutes })
    : words("where.leftLong", { hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR });

const sentencesOf = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => part.replace(/[.\s]+$/, ""))
    .join(". ")
    .concat(".");
