import { articleId, SETTING_CHECKS, SETTING_NAMES } from "../model/index.ts";
import { unpack } from "./packing.ts";
import type { Value } from "./seals.ts";

/** A row by its columns' names. */
export type Row = Readonly<Record<string, Value>>;

/** Columns that hold a time, in any table. */
const TIMES: ReadonlySet<string> = new Set([
  ...["opened", "kept", "published", "found", "seen", "read", "starred", "added", "checked", "due", "removed", "patience"],
]);

const isTime = (value: Value): boolean =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value));

/** No text of ours has zero bytes; U+FFFD stands for bytes that are no text. */
const isText = (value: string): boolean => !/[\0\uFFFD]/.test(value);

const parsed = (text: Value): unknown => {
  try {
    return typeof text === "string" ? JSON.parse(text) : null;
  } catch {
    return null;
  }
};

/** What is known of the tables that a row without a seal is told by. */
const LOOKS: Readonly<Record<string, (row: Row) => boolean>> = {
  article({ id, address, title, site, content, packed }) {
    if (typeof address !== "string" || id !== articleId(address)) return false;
    try {
      const article = parsed(packed instanceof Uint8Array ? unpack(packed) : (content ?? null));
      if (typeof article !== "object" || article === null) return false;
      const kept = article as Record<string, unknown>;
      return kept.id === id && kept.title === title && kept.site === site;
    } catch {
      return false;
    }
  },
  place: ({ block, offset }) => typeof block === "string" && /^[a-z]+[\d-]*$/.test(block) && typeof offset === "number" && offset >= 0,
  setting({ name, value }) {
    const known = SETTING_NAMES.find((one) => one === name);
    return known !== undefined && SETTING_CHECKS[known](parsed(value ?? null));
  },
  feed: ({ address, folder }) => typeof address === "string" && URL.canParse(address) && Array.isArray(parsed(folder ?? null)),
  item: ({ link, digest }) =>
    (link === null || (typeof link === "string" && URL.canParse(link))) && typeof digest === "string" && /^[\w+/=-]+$/.test(digest),
};

/** Whether a row that has no seal looks like one of ours: what was overwritten mostly does not. */
export function isPlausible(table: string, row: Row): boolean {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === "string" && !isText(value)) return false;
    if (TIMES.has(column) && value !== null && value !== "" && !isTime(value)) return false;
  }
  return LOOKS[table]?.(row) ?? true;
}
