import type { FailureCode } from "../model/index.ts";

/** What comes and goes, so that a page is tried again; everything else stays as it is. */
export const PASSING: ReadonlySet<FailureCode> = new Set(["timeout", "site-fault", "unreachable", "busy", "unknown-host"]);

/** So many seconds after a time (both ISO 8601). */
export const later = (now: string, seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();

/** The host of a page, which is asked for one page at a time; "": it has none. */
export const hostOf = (link: string | null): string => (link !== null && URL.canParse(link) ? new URL(link).host : "");
