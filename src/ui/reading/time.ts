import { interfaceLocale } from "../../words/index.ts";

/** A date without a time of day. */
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** A month, or only a year, as books say it. */
const MONTH_ONLY = /^\d{4}-\d{2}$/;
const YEAR_ONLY = /^\d{4}$/;

/** An ISO 8601 date or time as a person reads it, in the listener's own zone; what is no date is shown as it is. */
export function timeWords(iso: string): string {
  if (YEAR_ONLY.test(iso)) return iso;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  if (MONTH_ONLY.test(iso))
    return new Intl.DateTimeFormat(interfaceLocale(), { year: "numeric", month: "long", timeZone: "UTC" }).format(date);
  return DATE_ONLY.test(iso)
    ? new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: "long", timeZone: "UTC" }).format(date)
    : new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: "long", timeStyle: "short" }).format(date);
}
