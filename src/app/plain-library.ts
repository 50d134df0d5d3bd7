import type { Library } from "../library/index.ts";
import { DEFAULT_SETTINGS, type Settings } from "../model/index.ts";

/**
 * The settings of safe mode: as at first, but for what somebody needs to read and hear the window at all. Colours and sizes that could be
 * what is wrong are the usual ones.
 */
export function plainSettings({ voiceMode, language, theme, textSize }: Settings): Settings {
  return {
    ...DEFAULT_SETTINGS,
    voiceMode: voiceMode ?? "app",
    language,
    theme: theme === "own" ? "system" : theme,
    textSize: Math.min(textSize, 200),
  };
}

/** A library whose settings are plain ones: what is changed of them holds until it is closed, and what the listener has set stays as it is. */
export function plainLibrary(library: Library): Library {
  let now = plainSettings(library.settings());
  return {
    ...library,
    settings: () => now,
    changeSettings(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      now = { ...now, ...given };
      return now;
    },
  };
}
