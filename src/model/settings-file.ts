import { Failure } from "./failure.ts";
import { DEFAULT_SETTINGS, SETTING_CHECKS, SETTING_NAMES, type Settings, type SettingsChange } from "./settings.ts";

/** What a file of settings gives. */
export interface ReadSettings {
  /** What can be believed. */
  readonly change: SettingsChange;
  /** Names in the file that are unknown, or whose values can't be believed. */
  readonly refused: readonly string[];
  /** The pronunciations, as CSV; "" for none. */
  readonly pronunciations: string;
}

/** Longest file that is read, UTF-16 code units: all keys, a hundred profiles and a full lexicon have room in it (guess). */
export const LONGEST_SETTINGS = 4_000_000;

/** Most unknown names that are told, and how long one may be. */
const MOST_REFUSED = 20;
const LONGEST_NAME = 60;

/** What a person allowed, one by one: no file may allow it for them. */
const NEVER_FILED = ["ownServers"] as const satisfies readonly (keyof Settings)[];

/** A setting that goes along in a file. */
export type FiledSetting = Exclude<keyof Settings, (typeof NEVER_FILED)[number]>;

/** The names of those that do. */
export const FILED_SETTINGS: readonly FiledSetting[] = SETTING_NAMES.filter(
  (name): name is FiledSetting => !NEVER_FILED.some((never) => never === name),
);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * All settings as a file that a person can read: JSON, a line each. Pronunciations are lines of CSV.
 * @param pronunciations a lexicon as CSV
 */
export function writeSettings(settings: Settings, pronunciations: string): string {
  const lines = pronunciations === "" ? [] : pronunciations.replace(/\r?\n$/, "").split(/\r?\n/);
  const kept = Object.fromEntries(FILED_SETTINGS.map((name) => [name, settings[name]]));
  return `${JSON.stringify({ lectern: "settings", version: 1, settings: kept, pronunciations: lines }, null, 2)}\n`;
}

/**
 * Reads a file of settings. Nothing of it is believed that would not be believed from the window.
 * @throws Failure `bad-input` for what is no such file, `too-large`
 */
export function readSettings(text: string): ReadSettings {
  if (text.length > LONGEST_SETTINGS) throw new Failure("too-large", "This file is too large for settings.");
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Failure("bad-input", "This file holds no settings.");
  }
  if (!isObject(file) || !Object.hasOwn(file, "lectern") || file.lectern !== "settings" || !isObject(file.settings))
    throw new Failure("bad-input", "This file holds no settings.");
  const found = file.settings;
  const change: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const name of Object.keys(found)) {
    const own = FILED_SETTINGS.find((one) => one === name);
    const value = found[name];
    // Who speaks was asked once: a file of somebody who was not asked yet asks nobody again.
    if (own === "voiceMode" && value === null) continue;
    if (own && SETTING_CHECKS[own](value)) change[own] = value;
    else if (refused.length < MOST_REFUSED) refused.push(name.slice(0, LONGEST_NAME));
  }
  const lines: readonly unknown[] = Array.isArray(file.pronunciations) ? file.pronunciations : [];
  return { change, refused, pronunciations: lines.filter((line) => typeof line === "string").join("\n") };
}

/** A setting that would be another. */
export interface Difference<K extends FiledSetting = FiledSetting> {
  readonly name: K;
  readonly before: Settings[K];
  readonly after: Settings[K];
}

/** What a change would change. */
export const differencesOf = (settings: Settings, change: SettingsChange): readonly Difference[] =>
  FILED_SETTINGS.flatMap((name): readonly Difference[] => {
    const after = change[name];
    return after === undefined || JSON.stringify(after) === JSON.stringify(settings[name]) ? [] : [{ name, before: settings[name], after }];
  });

/** The sections of the settings, and what each sets: who resets one leaves the rest alone. */
export const SETTING_SECTIONS = {
  listening: ["voice", "voices", "dialects", "pitch", "rate", "verbosity"],
  styles: ["headingStyle", "photoStyle", "captionStyle", "quotationStyle", "pauses"],
  news: ["refreshTime", "refreshOnBattery", "refreshOnMetered", "refreshClosed", "lineCost", "offlinePictures"],
  breaking: ["breaking", "breakingWords", "quietHours", "notify"],
  library: ["libraryBudget", "keepRead"],
  ready: ["readyBudget", "readyQueue", "readyFolders"],
  words: ["resume", "language", "starterPack"],
} as const satisfies Readonly<Record<string, readonly (keyof Settings)[]>>;
export type SettingSection = keyof typeof SETTING_SECTIONS;

/** A section as a new listener has it. */
export const firstOf = (section: SettingSection): SettingsChange =>
  Object.fromEntries(SETTING_SECTIONS[section].map((name) => [name, DEFAULT_SETTINGS[name]]));

/** The same settings as they are now: what takes a change back. */
export const nowOf = (settings: Settings, change: SettingsChange): SettingsChange =>
  Object.fromEntries(FILED_SETTINGS.filter((name) => change[name] !== undefined).map((name) => [name, settings[name]]));
