/** A date without a time of day. */
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** An ISO 8601 date or time as a person reads it, in the listener's own zone; what is no date is shown as it is. */
export function timeWords(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return DATE_ONLY.test(iso)
    ? new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(date)
    : new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short" }).format(date);
}
