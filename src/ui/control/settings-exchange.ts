import type { Desktop, Reader } from "../../contract/index.ts";
import {
  differencesOf,
  type FailureCode,
  firstOf,
  nowOf,
  type Profile,
  readSettings,
  type SettingSection,
  type SettingsChange,
  toFailure,
  writeSettings,
} from "../../model/index.ts";
import { type MessageKey, words } from "../../words/index.ts";
import type { OfferedSettings } from "../reading/offered-settings.ts";
import { broughtBack } from "../reading/profiles.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Undo } from "./undo.ts";

/** All settings as a file, out and in, and a section of them as at first. Everything can be undone. */
export interface SettingsExchange {
  save(): void;
  /** Lets the person choose a file, and shows what it would change. */
  look(): void;
  take(offered: OfferedSettings): void;
  /** @param title what the section is called */
  reset(section: SettingSection, title: MessageKey): void;
  /** Keeps the profiles as these. Those that are not among them any more come back by undo, or by what it answers with. */
  setProfiles(profiles: readonly Profile[], what: string): () => void;
}

/** What exchanging settings needs. */
export interface SettingsExchangeWorld {
  readonly reader: Pick<Reader, "lexicon" | "exportLexicon" | "importLexicon" | "changeLexicon">;
  readonly desktop: Pick<Desktop, "readSettings" | "saveSettings">;
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "status">;
  readonly undo: Undo;
  readonly change: (change: SettingsChange) => void;
  readonly narrateAgain: () => Promise<void>;
}

/** The first line of a lexicon is its columns' names. */
const countEntries = (csv: string): number => Math.max(0, csv.split("\n").filter((line) => line.trim() !== "").length - 1);

/** Makes it for a window. */
export function createSettingsExchange(world: SettingsExchangeWorld): SettingsExchange {
  const { reader, desktop, store, announcer, undo } = world;
  const failed = (code: FailureCode): void => announcer.status(code === "bad-input" ? words("settingsFile.none") : failureWords(code));
  const save = async (): Promise<void> => {
    const isEmpty = (await reader.lexicon({})).length === 0;
    const pronunciations = isEmpty ? "" : await reader.exportLexicon({ format: "csv" });
    const answer = await desktop.saveSettings(writeSettings(store.get().settings, pronunciations));
    if (answer === "saved") announcer.status(words("settingsFile.saved"));
    else if (answer !== "cancelled") failed(answer);
  };
  const look = async (): Promise<void> => {
    const file = await desktop.readSettings();
    if (file === null) return;
    if (file.kind === "failed") {
      failed(file.code);
      return;
    }
    const { change, refused, pronunciations } = readSettings(file.text);
    const differences = differencesOf(store.get().settings, change);
    const offered = { name: file.name, change, differences, refused, pronunciations, entries: countEntries(pronunciations) };
    store.set({ dialog: { kind: "take-settings", offered } });
  };
  const takeWords = async (csv: string): Promise<() => Promise<void>> => {
    const before = await reader.lexicon({});
    const known = new Set(before.map(({ id }) => id));
    await reader.importLexicon({ text: csv, format: "csv" });
    const after = await reader.lexicon({});
    const added = after.flatMap(({ id }) => (known.has(id) ? [] : [id]));
    // One for the same words took their place.
    const replaced = before.filter(({ id }) => after.every((one) => one.id !== id));
    await world.narrateAgain();
    return async () => {
      await reader.changeLexicon({ kind: "remove", ids: added });
      await reader.changeLexicon({ kind: "restore", kept: replaced });
      await world.narrateAgain();
    };
  };
  const take = async ({ name, change, entries, pronunciations }: OfferedSettings): Promise<void> => {
    store.set({ dialog: null });
    const before = nowOf(store.get().settings, change);
    // What can fail comes first: then nothing is half taken.
    const takeBack = entries > 0 ? await takeWords(pronunciations) : async () => {};
    world.change(change);
    const back = async (): Promise<void> => {
      world.change(before);
      await takeBack();
    };
    undo.done({ what: words("settingsFile.taken", { name }), undo: back });
  };
  const fail = (thrown: unknown): void => failed(toFailure(thrown).code);
  return {
    save: () => void save().catch(fail),
    look: () => void look().catch(fail),
    take: (offered) => void undo.coming(take(offered)).catch(fail),
    setProfiles(profiles, what) {
      const before = store.get().settings.profiles;
      world.change({ profiles });
      const back = (): void => world.change({ profiles: broughtBack(store.get().settings.profiles, before, profiles) });
      const forget = undo.remember({ what, undo: async () => back() });
      return () => {
        forget();
        back();
      };
    },
    reset(section, title) {
      const change = firstOf(section);
      const before = nowOf(store.get().settings, change);
      world.change(change);
      undo.done({ what: words("reset.done", { section: words(title) }), undo: async () => world.change(before) });
    },
  };
}
