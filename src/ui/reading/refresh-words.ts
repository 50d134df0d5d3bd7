import type { FailureCode, RefreshState } from "../../model/index.ts";
import { type MessageKey, sentencesOf, series, words } from "../../words/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago a moment was, in the largest unit that is whole; null: less than a minute. */
export function agoWords(milliseconds: number): string | null {
  if (milliseconds < MINUTE) return null;
  if (milliseconds < HOUR) return words("refresh.minutes", { count: Math.floor(milliseconds / MINUTE) });
  if (milliseconds < DAY) return words("refresh.hours", { count: Math.floor(milliseconds / HOUR) });
  return words("refresh.days", { count: Math.floor(milliseconds / DAY) });
}

/** How far asking for news is, in a few words without a full stop: "Looking for news, 40 of 120, 12 new". */
export function progressWords({ running, last }: RefreshState, now: number): string {
  if (running) return words(`refresh.${running.stage}`, { done: running.done, all: running.all, news: running.news });
  if (last === null) return words("refresh.never");
  return words("refresh.last", { ago: agoWords(now - Date.parse(last)) ?? "now" });
}

/** How many feeds have a problem, "" for none. */
export const problemWords = ({ problems }: RefreshState): string => (problems === 0 ? "" : words("refresh.problems", { count: problems }));

/** The same as a sentence. */
export const problemSentence = (state: RefreshState): string => sentencesOf([problemWords(state)]);

/** The same as an answer: with what keeps it waiting, and how many feeds have a problem. */
export function statusWords(state: RefreshState, now: number): string {
  if (state.feeds === 0) return words("refresh.noFeeds");
  const hold = state.hold === null || state.running ? "" : words(`refresh.hold.${state.hold}`);
  return sentencesOf([series([progressWords(state, now), hold, problemWords(state)])]);
}

const TOLD: ReadonlySet<string> = new Set<FailureCode>([
  "offline",
  "unknown-host",
  "unreachable",
  "refused",
  "sign-in",
  "busy",
  "site-fault",
  "not-found",
  "timeout",
  "too-large",
  "unsupported",
  "bad-input",
]);

/** What is wrong with a feed, and what comes next. */
export function faultWords(code: FailureCode, gone: boolean): string {
  if (gone) return words("faults.gone");
  return words(TOLD.has(code) ? (`fault.${code}` as MessageKey) : "fault.other");
}
