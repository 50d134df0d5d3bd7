import type { NewsItem, NewsQuery, SearchHit, SubscribedFeed } from "../../../model/index.ts";
import { secondsOfWords } from "../../../play/index.ts";
import { words } from "../../../words/index.ts";
import { lengthOf } from "../length.ts";
import { oneLine, parts } from "../one-line.ts";
import { shortArticleId } from "./ids.ts";

/** How long it takes to hear so many words at a rate, whole minutes; 0: not known. */
export const minutesOf = (count: number, rate: number): number =>
  count === 0 ? 0 : Math.max(1, Math.round(secondsOfWords(count) / 60 / rate));

/** A moment as short as it is clear: the time of today, the day of any other. In the listener's own zone. */
export function whenOf(moment: string, now: Date): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return "";
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return day(at) === day(now) ? `${two(at.getHours())}:${two(at.getMinutes())}` : day(at);
}

/** What is told of an item beside its list: nothing that the list says of all. */
function statesOf(item: NewsItem, list: NewsQuery["list"]): readonly (string | false)[] {
  return [
    list !== "unread" && list !== "history" && words(item.read ? "terminal.library.read" : "terminal.library.unread"),
    list !== "starred" && item.starred && words("terminal.library.starred"),
    list !== "queue" && item.queued && words("terminal.library.queued"),
    item.sources > 1 && words("terminal.library.sources", { count: item.sources }),
  ];
}

/** An item on a line: what it is first, its id last. `rate` is the listener's pace. */
export function itemLine(item: NewsItem, list: NewsQuery["list"], rate: number, now: Date): string {
  const minutes = minutesOf(item.words, rate);
  return parts(
    oneLine(item.title) || words("terminal.library.untitled"),
    oneLine(item.source),
    minutes > 0 && lengthOf(minutes),
    whenOf(item.published, now),
    ...statesOf(item, list),
    String(item.id),
  );
}

/** A subscription on a line. */
export const feedLine = (feed: SubscribedFeed): string =>
  parts(
    oneLine(feed.title) || words("terminal.library.untitled"),
    words("terminal.library.feed-items", { unread: feed.unread, items: feed.items }),
    oneLine(feed.folder.join("/")),
    feed.gone
      ? words("terminal.library.feed-gone")
      : feed.problem !== null &&
          words("terminal.library.feed-problem", { problem: words(`failure.${feed.problem.code}`), times: feed.problem.times }),
    `f${feed.id}`,
  );

/** A place that was found, on a line. */
export const hitLine = (hit: SearchHit, now: Date): string =>
  parts(
    oneLine(hit.title) || words("terminal.library.untitled"),
    oneLine(hit.sentence),
    oneLine(hit.source),
    whenOf(hit.date, now),
    hit.item === null ? hit.article !== null && shortArticleId(hit.article) : String(hit.item),
  );
