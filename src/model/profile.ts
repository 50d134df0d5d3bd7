import { DEFAULT_LOOKS } from "./looks.ts";

/** Settings under a name, to be had again at once: "evening", "headphones". */
export interface Profile {
  readonly name: string;
  /** Names of settings and their values. What is not believed is left out when it is used. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The settings that a profile has: how the text looks, and how it sounds. */
export const PROFILE_SETTINGS: readonly string[] = [
  ...Object.keys(DEFAULT_LOOKS),
  ...["textSize", "theme", "rate", "voice", "voices", "dialects", "pitch", "verbosity", "pauses"],
  ...["headingStyle", "photoStyle", "captionStyle", "quotationStyle"],
];

/** More than anybody tells apart (guess), and the longest name. */
const MOST = { profiles: 50, name: 60 };

/** Whether a value is a list of profiles, each with a name of its own. */
export const isProfiles = (value: unknown): value is readonly Profile[] =>
  Array.isArray(value) &&
  value.length <= MOST.profiles &&
  value.every(
    (one: unknown) =>
      typeof one === "object" &&
      one !== null &&
      "name" in one &&
      typeof one.name === "string" &&
      one.name.trim() !== "" &&
      one.name.length <= MOST.name &&
      "settings" in one &&
      typeof one.settings === "object" &&
      one.settings !== null &&
      Object.keys(one.settings).every((name) => PROFILE_SETTINGS.includes(name)),
  ) &&
  new Set(value.map(({ name }: Profile) => name)).size === value.length;
