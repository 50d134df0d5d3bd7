import type { FailureCode, Place } from "../../model/index.ts";
import { minutesLeft, positionOf } from "../../play/index.ts";
import { joined, sentencesOf, whereWords, words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";

/** What failed, and what to do next. */
export const failureWords = (code: FailureCode): string => joined([words(`failure.${code}`), words(`failure.${code}.next`)]);

/** Where the listener is: headline, section, paragraph and what is left. */
export function answerWhere({ reading, utterance, settings, sound, queue, bulletin }: WindowState, place: Place | null): string {
  if (!reading || !place) return words("where.nothing");
  const minutes = sound === "ended" ? 0 : minutesLeft(reading.script, utterance, settings.rate);
  const where = whereWords({ ...positionOf(reading.article, place.block), title: reading.article.title, minutes });
  const among = bulletin ? words("bulletin.place", bulletin) : queue.place ? words("queue.place", queue.place) : "";
  return joined([where, sentencesOf([among])]);
}

/** What is read and under which heading, in the article's own words alone: for its own voice. */
export function answerRecall({ reading }: WindowState, here: Place): string {
  if (!reading) return "";
  return sentencesOf([reading.article.title, positionOf(reading.article, here.block).heading ?? ""]);
}
