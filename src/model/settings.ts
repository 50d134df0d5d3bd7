import type { VoiceId } from "./ids.ts";
import type { Verbosity } from "./script.ts";

/** The looks of the page. */
export const THEMES = ["system", "light", "dark", "sepia", "black-on-white", "white-on-black", "yellow-on-black"] as const;
export type Theme = (typeof THEMES)[number];

/** The named text sizes, in per cent of the default. */
export const TEXT_SIZES = { XS: 80, SM: 90, MD: 100, LG: 125, XL: 150 } as const;

/** The steps of larger and smaller, per cent: the named sizes and on. */
export const TEXT_STEPS = [80, 90, 100, 125, 150, 175, 200, 250, 300, 400, 500] as const;

/** Who speaks what. */
export const VOICE_MODES = ["app", "shared", "screen-reader"] as const;
/** `app`: Lectern's voice for everything. `shared`: the screen reader for controls, Lectern's voice for articles. `screen-reader`: Lectern is silent. */
export type VoiceMode = (typeof VOICE_MODES)[number];

/** What a listener has set. Kept in the library. */
export interface Settings {
  /** Per cent. */
  readonly textSize: number;
  readonly theme: Theme;
  /** 1 is the voice's own pace. */
  readonly rate: number;
  /** Null: the best voice for the article's language. */
  readonly voice: VoiceId | null;
  readonly verbosity: Verbosity;
  /** Null: not asked yet. */
  readonly voiceMode: VoiceMode | null;
}

/** What a new listener begins with. */
export const DEFAULT_SETTINGS: Settings = {
  textSize: 100,
  theme: "system",
  rate: 1,
  voice: null,
  verbosity: "normal",
  voiceMode: null,
};

/** A change of some settings. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };
