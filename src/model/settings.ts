import { BREAKING_MANNERS, type BreakingSettings, DEFAULT_BREAKING, isBreakingWords, isQuietHours } from "./breaking.ts";
import { isOwnKeys, type OwnKeys } from "./chord.ts";
import type { VoiceId } from "./ids.ts";
import { DEFAULT_KEEPING, type KeepingSettings, LIBRARY_BUDGETS, READ_DAYS } from "./keeping.ts";
import { DEFAULT_LOOKS, LOOKS_CHECKS, type Looks } from "./looks.ts";
import { areRowParts, DEFAULT_LISTS, type ListSettings, NEWS_ORDERS } from "./news-lists.ts";
import { isProfiles, type Profile } from "./profile.ts";
import { areReadyFolders, DEFAULT_READY, READY_BUDGETS, type ReadySettings } from "./ready.ts";
import { DEFAULT_REFRESH, LINE_COSTS, OFFLINE_PICTURES, REFRESH_TIMES, type RefreshSettings } from "./refresh.ts";
import { VERBOSITIES, type Verbosity } from "./script.ts";
import { PITCH, RATE } from "./speech.ts";
import { STYLES, type Style } from "./styles.ts";
import { UPDATE_CHANNELS, UPDATE_MANNERS, type UpdateChannel, type UpdateManner } from "./updates.ts";

/** The looks of the page. */
export const THEMES = ["system", "light", "dark", "sepia", "black-on-white", "white-on-black", "yellow-on-black", "own"] as const;
export type Theme = (typeof THEMES)[number];

/** The named text sizes, in per cent of the default. */
export const TEXT_SIZES = { XS: 80, SM: 90, MD: 100, LG: 125, XL: 150 } as const;

/** The steps of larger and smaller, per cent: the named sizes and on. */
export const TEXT_STEPS = [80, 90, 100, 125, 150, 175, 200, 250, 300, 400, 500] as const;

/** Who speaks what. */
export const VOICE_MODES = ["app", "shared", "screen-reader"] as const;
/** `app`: Lectern's voice for everything. `shared`: the screen reader for controls, Lectern's voice for articles. `screen-reader`: Lectern is silent. */
export type VoiceMode = (typeof VOICE_MODES)[number];

/** How much of what came before is said again when somebody comes back. */
export const RESUMES = ["off", "sentence", "more"] as const;
/** `off`: goes on where it stopped. `sentence`: at most the sentence from its start. `more`: the longer away, the more. */
export type Resume = (typeof RESUMES)[number];

/** The languages that announcements and the names of characters are written in. */
export const SAID_LANGUAGES = ["en", "fr", "de", "es", "pt", "it", "ru", "ar", "fa", "uk", "tr", "zh", "hi"] as const;
export type SaidLanguage = (typeof SAID_LANGUAGES)[number];

/** Where the media keys of a keyboard or headset reach Lectern: in every window, or only in its own. */
export const MEDIA_KEYS = ["everywhere", "window"] as const;
export type MediaKeys = (typeof MEDIA_KEYS)[number];

/** How long the pauses after sentences, paragraphs and headings can be, times the usual. */
export const PAUSE_STEPS = [0, 0.5, 0.75, 1, 1.5, 2, 3] as const;

/** What a listener has set. Kept in the library. */
export interface Settings extends KeepingSettings, ListSettings, Looks, RefreshSettings, BreakingSettings, ReadySettings {
  /** Per cent. */
  readonly textSize: number;
  readonly theme: Theme;
  /** 1 is the voice's own pace. */
  readonly rate: number;
  /** The voice of all that it can speak; null: the best for each language. */
  readonly voice: VoiceId | null;
  /** The voice of a language, which goes before `voice`. By language (`en`) or dialect (`en-gb`), in small letters. */
  readonly voices: Readonly<Record<string, VoiceId>>;
  /** Whether a text in another dialect than its voice's is read by a voice of that dialect, where there is one. */
  readonly dialects: boolean;
  /** Times each voice's own pitch. */
  readonly pitch: number;
  readonly verbosity: Verbosity;
  /** Null: not asked yet. */
  readonly voiceMode: VoiceMode | null;
  /** Whether the names and acronyms of the news that Lectern brings along are said its way. */
  readonly starterPack: boolean;
  readonly resume: Resume;
  /** The language of announcements, one of `SAID_LANGUAGES`; null: the system's. */
  readonly language: SaidLanguage | null;
  /** The pauses between sentences, times the usual. */
  readonly pauses: number;
  readonly headingStyle: Style;
  readonly photoStyle: Style;
  readonly captionStyle: Style;
  readonly quotationStyle: Style;
  readonly mediaKeys: MediaKeys;
  /** Keys instead of those that commands have. */
  readonly keys: OwnKeys;
  readonly profiles: readonly Profile[];
  /** Whether the caret goes along with what is read: for a braille display. */
  readonly caretFollows: boolean;
  /** Whether the sleep timer stands still while nothing is read. */
  readonly sleepHalts: boolean;
  /** Whether an address that was copied elsewhere is offered when the listener comes back to the window. */
  readonly offerCopied: boolean;
  /** What is done about newer Lecterns by itself. */
  readonly updates: UpdateManner;
  readonly updateChannel: UpdateChannel;
  /** Servers in the listener's own network that they typed the address of, as origins (`http://nas.local:8080`). */
  readonly ownServers: readonly string[];
}

/** More servers than a house has (guess): the oldest are forgotten. */
export const MOST_OWN_SERVERS = 300;

const isOrigin = (value: unknown): boolean => typeof value === "string" && /^https?:\/\/[^/?#@\s]{1,300}$/.test(value);

/** What a new listener begins with. */
export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_LOOKS,
  textSize: 100,
  theme: "system",
  rate: 1,
  voice: null,
  voices: {},
  dialects: false,
  pitch: 1,
  verbosity: "normal",
  voiceMode: null,
  starterPack: true,
  resume: "more",
  language: null,
  pauses: 1,
  headingStyle: "plain",
  photoStyle: "plain",
  captionStyle: "plain",
  quotationStyle: "plain",
  mediaKeys: "everywhere",
  keys: {},
  profiles: [],
  ...DEFAULT_REFRESH,
  ...DEFAULT_BREAKING,
  ...DEFAULT_KEEPING,
  ...DEFAULT_LISTS,
  ...DEFAULT_READY,
  caretFollows: false,
  sleepHalts: true,
  offerCopied: false,
  updates: "off",
  updateChannel: "stable",
  ownServers: [],
};

/** The pitches that can be chosen: beyond them voices sound like no person (guess). */
export const PITCH_STEPS = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5] as const;

/** A change of some settings. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: unknown): value is T =>
    known.some((item) => item === value);
const between =
  (lowest: number, highest: number) =>
  (value: unknown): value is number =>
    typeof value === "number" && value >= lowest && value <= highest;
const orNull =
  <T>(check: (value: unknown) => value is T) =>
  (value: unknown): value is T | null =>
    value === null || check(value);

/** The longest name of a voice that is believed, UTF-16 code units (guess: system voices have names of up to 80). */
const LONGEST_VOICE = 200;

const isVoice = (value: unknown): value is VoiceId => typeof value === "string" && value.length > 0 && value.length <= LONGEST_VOICE;
/** More languages than voices of all engines speak (guess). */
const MOST_LANGUAGES = 500;
const LANGUAGE = /^[a-z]{1,8}(-[a-z0-9]{1,8}){0,4}$/;

/** What a value must be to be believed, whether it comes from a window, a file or a kept row. */
export const SETTING_CHECKS: { readonly [K in keyof Settings]: (value: unknown) => value is Settings[K] } = {
  ...LOOKS_CHECKS,
  textSize: between(50, 1000),
  theme: oneOf(THEMES),
  rate: between(RATE.lowest, RATE.highest),
  voice: orNull(isVoice),
  voices: (value): value is Readonly<Record<string, VoiceId>> =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length <= MOST_LANGUAGES &&
    Object.entries(value).every(([lang, voice]) => LANGUAGE.test(lang) && isVoice(voice)),
  dialects: (value): value is boolean => typeof value === "boolean",
  pitch: between(PITCH.lowest, PITCH.highest),
  verbosity: oneOf(VERBOSITIES),
  voiceMode: orNull(oneOf(VOICE_MODES)),
  starterPack: (value) => typeof value === "boolean",
  resume: oneOf(RESUMES),
  language: orNull(oneOf(SAID_LANGUAGES)),
  pauses: between(0, 5),
  headingStyle: oneOf(STYLES),
  photoStyle: oneOf(STYLES),
  captionStyle: oneOf(STYLES),
  quotationStyle: oneOf(STYLES),
  mediaKeys: oneOf(MEDIA_KEYS),
  keys: isOwnKeys,
  profiles: isProfiles,
  refreshTime: oneOf(REFRESH_TIMES),
  refreshOnBattery: (value) => typeof value === "boolean",
  refreshOnMetered: (value) => typeof value === "boolean",
  refreshClosed: (value) => typeof value === "boolean",
  offerCopied: (value) => typeof value === "boolean",
  notify: (value) => typeof value === "boolean",
  updates: oneOf(UPDATE_MANNERS),
  updateChannel: oneOf(UPDATE_CHANNELS),
  lineCost: oneOf(LINE_COSTS),
  offlinePictures: oneOf(OFFLINE_PICTURES),
  breaking: oneOf(BREAKING_MANNERS),
  breakingWords: isBreakingWords,
  quietHours: isQuietHours,
  libraryBudget: oneOf(LIBRARY_BUDGETS),
  keepRead: oneOf(READ_DAYS),
  readyQueue: (value) => typeof value === "boolean",
  readyFolders: areReadyFolders,
  readyBudget: oneOf(READY_BUDGETS),
  newsOrder: oneOf(NEWS_ORDERS),
  rowParts: areRowParts,
  caretFollows: (value) => typeof value === "boolean",
  sleepHalts: (value): value is boolean => typeof value === "boolean",
  ownServers: (value): value is readonly string[] => Array.isArray(value) && value.length <= MOST_OWN_SERVERS && value.every(isOrigin),
};

/** The names of the settings. */
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as readonly (keyof Settings)[];
