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
  return [
    reading.article.title,
    words("where.section", { section, sections }) + (heading ? `, ${heading}` : ""),
    paragraph > 0 ? words("where.paragraph", { paragraph, paragraphs }) : "",
    words("where.left", { minutes: minutesLeft(reading.script, utterance, settings.rate) }),
  ]
    .filter(Boolean)
    .map((part) => part.replace(/[.\s]+$/, ""))
    .join(". ")
    .concat(".");
}
