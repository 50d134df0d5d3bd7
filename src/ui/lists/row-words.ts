import type { NewsItem, NewsList, RowPart } from "../../model/index.ts";
import { secondsOfWords } from "../../play/index.ts";
import { interfaceLocale, series, words } from "../../words/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on a date says more than a number of days. */
const DATED = 7 * DAY;

/** With fewer words than this and no article kept, the feed gave a summary: how long the article is, nobody knows yet (guess). */
const SUMMARY_WORDS = 120;

/** One part of a row, as it is shown and said. */
export interface RowWords {
  readonly part: RowPart;
  readonly text: string;
}

/** How long ago something was, in words; a date from a week on. */
export function ageWords(iso: string, now: number): string {
  const date = new Date(iso);
  const ago = now - date.getTime();
  if (Number.isNaN(ago)) return "";
  if (ago < MINUTE) return words("news.age.now");
  if (ago < HOUR) return words("news.age.minutes", { count: Math.floor(ago / MINUTE) });
  if (ago < DAY) return words("news.age.hours", { count: Math.floor(ago / HOUR) });
  if (ago < DATED) return words("news.age.days", { count: Math.floor(ago / DAY) });
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(interfaceLocale(), { day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) }).format(
    date,
  );
}

/** How long it takes to hear an item at a rate; "" where it is not known. */
export function minutesWords({ words: count, article }: Pick<NewsItem, "words" | "article">, rate: number): string {
  if (count === 0 || (article === null && count < SUMMARY_WORDS)) return "";
  return words("news.minutes", { count: Math.max(1, Math.round(secondsOfWords(count) / rate / 60)) });
}

/** What is to be known of an item in a list: what every item of the list is goes without saying, what is not any more is said. */
export function stateWords(item: Pick<NewsItem, "read" | "starred" | "queued" | "article" | "ready" | "sources">, list: NewsList): string {
  const { read, starred, queued, article, ready, sources } = item;
  return series([
    list === "unread" ? (read ? words("news.state.read") : "") : read ? "" : words("news.state.unread"),
    list === "starred" ? (starred ? "" : words("news.state.unstarred")) : starred ? words("news.state.starred") : "",
    list === "queue" ? (queued ? "" : words("news.state.dequeued")) : queued ? words("news.state.queued") : "",
    ready ? words("news.state.ready") : article === null ? "" : words("news.state.kept"),
    sources > 1 ? words("news.state.sources", { count: sources }) : "",
  ]);
}

/** What a row says, in the listener's order; parts that have nothing to say are left out. */
export function rowWords(
  item: NewsItem,
  { parts, list, rate, now }: { readonly parts: readonly RowPart[]; readonly list: NewsList; readonly rate: number; readonly now: number },
): readonly RowWords[] {
  const text: Readonly<Record<RowPart, () => string>> = {
    title: () => item.title || words("news.untitled"),
    source: () => item.source,
    age: () => ageWords(item.published, now),
    minutes: () => minutesWords(item, rate),
    state: () => stateWords(item, list),
  };
  return parts.map((part) => ({ part, text: text[part]() })).filter((one) => one.text !== "");
}
