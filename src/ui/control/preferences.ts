import type { Reader } from "../../contract/index.ts";
import { type Settings, type SettingsChange, TEXT_SIZES, TEXT_STEPS, THEMES, VOICE_MODES } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { changeOf, profileAfter } from "../reading/profiles.ts";
import { RATES, step } from "../reading/rates.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { applyLooks } from "./looks.ts";

/** A text size as a person reads it. */
export const sizeWords = (size: number): string => words("size.plain", { size });

/** A rate as a person reads it. */
export const rateWords = (rate: number): string => words("rate.value", { rate });

/** Changes what is set, at once seen or heard. */
export interface Preferences {
  change(change: SettingsChange): void;
  /** Takes a change on that is kept already. */
  adopt(change: SettingsChange): void;
  rate(direction: 1 | -1): void;
  textSize(direction: 1 | -1 | 0): void;
  nextTheme(): void;
  nextVoiceMode(): void;
  nextProfile(): void;
}

/** What preferences need. `applied` hears of each change after the state has it. */
export interface PreferencesWorld {
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly sounding: () => boolean;
  readonly changeSettings: Reader["changeSettings"];
  readonly applied: (change: SettingsChange, before: Settings) => void;
  readonly failed: (thrown: unknown) => void;
}

const after = <T>(values: readonly T[], value: T): T | undefined => values[(values.indexOf(value) + 1) % values.length];

/** The preferences of a window. */
export function createPreferences(world: PreferencesWorld): Preferences {
  const { store, announcer } = world;
  const adopt = (wanted: SettingsChange): void => {
    const before = store.get().settings;
    const known = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    const settings = { ...before, ...known };
    store.set({ settings });
    applyLooks(settings);
    world.applied(wanted, before);
  };
  const change = (wanted: SettingsChange): void => {
    adopt(wanted);
    world.changeSettings(wanted).catch(world.failed);
  };
  return {
    change,
    adopt,
    rate(direction) {
      const from = store.get().settings.rate;
      const rate = step(RATES, from, direction);
      if (rate === from) {
        announcer.answer(words(direction === 1 ? "rate.fastest" : "rate.slowest", { rate }));
        return;
      }
      change({ rate });
      // While the article sounds, the change itself is the answer, from the next words on and without a gap.
      if (world.sounding()) store.set({ notice: rateWords(rate) });
      else announcer.answer(rateWords(rate));
    },
    textSize(direction) {
      const from = store.get().settings.textSize;
      const textSize = direction === 0 ? TEXT_SIZES.MD : step(TEXT_STEPS, from, direction);
      change({ textSize });
      announcer.status(sizeWords(textSize));
    },
    nextTheme() {
      const theme = after(THEMES, store.get().settings.theme) ?? "system";
      change({ theme });
      announcer.status(words(`theme.${theme}`));
    },
    nextProfile() {
      const { settings } = store.get();
      const profile = profileAfter(settings.profiles, settings);
      if (profile) change(changeOf(profile));
      announcer.answer(profile ? words("profile.used", { name: profile.name }) : words("profile.none"));
    },
    nextVoiceMode() {
      const voiceMode = after(VOICE_MODES, store.get().settings.voiceMode) ?? "app";
      change({ voiceMode });
      announcer.status(words(`mode.${voiceMode}`));
    },
  };
}
