import type { NewsGroup } from "../../model/index.ts";
import { interfaceLocale, words } from "../../words/index.ts";

/** The group that an item stands in; null: the list has none. */
export function groupAt(groups: readonly NewsGroup[], index: number): NewsGroup | null {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.start ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return groups[low - 1] ?? null;
}

/** A day as the heading over its news: today, yesterday, or its name and date. `day`: `2026-03-01`. */
export function dayWords(day: string, now: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const today = new Date(now);
  const isDay = (back: number): boolean => {
    const other = new Date(today.getFullYear(), today.getMonth(), today.getDate() - back);
    return other.getFullYear() === year && other.getMonth() === month - 1 && other.getDate() === date;
  };
  if (isDay(0)) return words("news.today");
  if (isDay(1)) return words("news.yesterday");
  const sameYear = year === today.getFullYear();
  return new Intl.DateTimeFormat(interfaceLocale(), {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(new Date(year, month - 1, date));
}
