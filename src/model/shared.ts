import type { Anchor } from "./anchor.ts";
import { SETTING_CHECKS, type Settings } from "./settings.ts";
import { FILED_SETTINGS, type FiledSetting } from "./settings-file.ts";

/** Something that was set, and when: ISO 8601, UTC; "" where it is as it was at first. */
export interface Dated<T> {
  readonly value: T;
  readonly at: string;
}

/** What machines share by files in a folder. */
export interface Shared {
  readonly settings: { readonly [K in FiledSetting]?: Dated<Settings[K]> };
  /** Where the listener is, by the article's address. */
  readonly places: Readonly<Record<string, Dated<Anchor>>>;
}

/** How a folder is shared. */
export interface ShareState {
  /** Null: none is. */
  readonly folder: string | null;
  /** Machines beside this one that have a file in it. */
  readonly others: number;
  /** Whether the folder could be read and written the last time. */
  readonly works: boolean;
}

/** Places that go along, the newest: what somebody reads in months (guess). */
export const MOST_SHARED_PLACES = 2_000;
/** Longest file of another machine that is read, UTF-16 code units: all settings and so many places have room in it (guess). */
export const LONGEST_SHARED = 8_000_000;
/** Longest text of a place, UTF-16 code units: more than is kept of one. */
const LONGEST_TEXT = 2_000;
/** What a file says of later than this is not believed, milliseconds from now: clocks differ by hours, not by years. */
const AHEAD = 86_400_000;

/** Nothing yet. */
export const NOTHING_SHARED: Shared = { settings: {}, places: {} };

type Any = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Any => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Any) : {});
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST_TEXT;

const isAnchor = (value: unknown): value is Anchor => {
  const { place, quote, before, after, twins } = fieldsOf(value);
  const { block, offset } = fieldsOf(place);
  const isPlace = typeof block === "string" && /^[a-z0-9-]{1,40}$/.test(block) && Number.isSafeInteger(offset) && Number(offset) >= 0;
  return isPlace && isText(quote) && isText(before) && isText(after) && Number.isSafeInteger(twins) && Number(twins) >= 1;
};

/** Only what stands there by itself: no file can name what every object has. */
const own = (value: unknown): readonly (readonly [string, Any])[] => {
  const fields = fieldsOf(value);
  return Object.keys(fields).map((name) => [name, fieldsOf(fields[name])] as const);
};

/** An object without anything inherited that a name could stand for. */
const recordOf = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries));

/** Reads the file of a machine: what can't be believed is left out; null where it is no such file. `now`: ISO 8601. */
export function readShared(text: string, now: string): Shared | null {
  if (text.length > LONGEST_SHARED) return null;
  let file: Any;
  try {
    file = fieldsOf(JSON.parse(text));
  } catch {
    return null;
  }
  if (!Object.hasOwn(file, "lectern") || file.lectern !== "shared") return null;
  const latest = new Date(Date.parse(now) + AHEAD).toISOString();
  const timeOf = ({ at }: Any): string | null => {
    if (at === "") return "";
    if (typeof at !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/.test(at) || Number.isNaN(Date.parse(at))) return null;
    return at > latest ? now : at;
  };
  const settings: Record<string, Dated<unknown>> = {};
  for (const [name, dated] of own(file.settings)) {
    const known = FILED_SETTINGS.find((one) => one === name);
    const at = timeOf(dated);
    // Who speaks was asked once: nobody is asked again.
    if (known && at !== null && SETTING_CHECKS[known](dated.value) && !(known === "voiceMode" && dated.value === null))
      settings[known] = { value: dated.value, at };
  }
  const places = own(file.places).flatMap(([address, dated]): readonly (readonly [string, Dated<Anchor>])[] => {
    const { value } = dated;
    const at = timeOf(dated);
    if (!at || !isShareable(address) || !isAnchor(value)) return [];
    const { place, quote, before, after, twins } = value;
    return [[address, { value: { place: { block: place.block, offset: place.offset }, quote, before, after, twins }, at }]];
  });
  return { settings: settings as Shared["settings"], places: newest(places) };
}

/** Whether the place of an article with this address goes along: pages of the web only. */
export const isShareable = (address: string): boolean => /^https?:\/\//i.test(address) && address.length <= LONGEST_TEXT;

const newest = (places: readonly (readonly [string, Dated<Anchor>])[]): Shared["places"] =>
  recordOf(places.toSorted(([a, one], [b, other]) => other.at.localeCompare(one.at) || a.localeCompare(b)).slice(0, MOST_SHARED_PLACES));

/** A machine's file, a line each. */
export const writeShared = ({ settings, places }: Shared): string =>
  `${JSON.stringify({ lectern: "shared", version: 1, settings: sorted(settings), places: sorted(places) }, null, 1)}\n`;

const sorted = (of: object): object => Object.fromEntries(Object.entries(of).toSorted(([one], [other]) => one.localeCompare(other)));

/** The later one; of two of the same time the same one on every machine. */
const later = <T>(one: Dated<T> | undefined, other: Dated<T> | undefined): Dated<T> | undefined => {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return JSON.stringify(one.value) >= JSON.stringify(other.value) ? one : other;
};

/** What two machines have together: of each setting and place the newest. In whatever order they are taken, the same comes out. */
export function mergeShared(one: Shared, other: Shared): Shared {
  const settings: Record<string, Dated<unknown>> = {};
  for (const name of FILED_SETTINGS) {
    const found = later<unknown>(one.settings[name], other.settings[name]);
    if (found) settings[name] = found;
  }
  const addresses = new Set([...Object.keys(one.places), ...Object.keys(other.places)]);
  const places = [...addresses].flatMap((address): readonly (readonly [string, Dated<Anchor>])[] => {
    const found = later(one.places[address], other.places[address]);
    return found ? [[address, found]] : [];
  });
  return { settings: settings as Shared["settings"], places: newest(places) };
}
