import { PROFILE_SETTINGS, type Profile, SETTING_CHECKS, SETTING_NAMES, type Settings, type SettingsChange } from "../../model/index.ts";

/** The settings of now as a profile of this name. */
export const profileOf = (name: string, settings: Settings): Profile => ({
  name,
  settings: Object.fromEntries(SETTING_NAMES.filter((one) => PROFILE_SETTINGS.includes(one)).map((one) => [one, settings[one]])),
});

/** What a profile changes: all of it that can be believed. */
export const changeOf = ({ settings }: Profile): SettingsChange =>
  Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const value = PROFILE_SETTINGS.includes(name) ? settings[name] : undefined;
      return value !== undefined && SETTING_CHECKS[name](value) ? [[name, value]] : [];
    }),
  );

/** The list with a profile in it, in place of the one of the same name. */
export const withProfile = (profiles: readonly Profile[], profile: Profile): readonly Profile[] =>
  profiles.some(({ name }) => name === profile.name)
    ? profiles.map((one) => (one.name === profile.name ? profile : one))
    : [...profiles, profile];

/** The profiles of now with those, each at its place, that a change took away or replaced. `before` and `after`: the lists around that change. */
export function broughtBack(now: readonly Profile[], before: readonly Profile[], after: readonly Profile[]): readonly Profile[] {
  let list = now;
  for (const [at, profile] of before.entries()) {
    if (after.includes(profile)) continue;
    const isThere = list.some(({ name }) => name === profile.name);
    list = isThere ? withProfile(list, profile) : [...list.slice(0, at), profile, ...list.slice(at)];
  }
  return list;
}

/** The profile after the one that is set now, the first where none is; null where there are none. */
export function profileAfter(profiles: readonly Profile[], settings: Settings): Profile | null {
  const now = JSON.stringify(profileOf("", settings).settings);
  const at = profiles.findIndex((one) => JSON.stringify(profileOf("", { ...settings, ...changeOf(one) } as Settings).settings) === now);
  return profiles[(at + 1) % Math.max(1, profiles.length)] ?? null;
}
