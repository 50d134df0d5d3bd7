import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { DEFAULT_SETTINGS, SETTING_CHECKS, SETTING_NAMES, type Settings, type SettingsChange } from "../model/index.ts";
import { together } from "./together.ts";

/** What the listener has set. */
export interface SettingTable {
  all(): Settings;
  change(change: SettingsChange): void;
}

/** The settings in an open database. */
export function settingTable(database: DatabaseSyncInstance): SettingTable {
  const select = database.prepare("SELECT name, value FROM setting");
  const insert = database.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)");
  return {
    all() {
      const kept: Record<string, unknown> = {};
      for (const row of select.all() as { readonly name: string; readonly value: string }[]) {
        const name = SETTING_NAMES.find((known) => known === row.name);
        if (!name) continue;
        try {
          const value: unknown = JSON.parse(row.value);
          if (SETTING_CHECKS[name](value)) kept[name] = value;
        } catch {
          // An unreadable value is the same as none: the default holds.
        }
      }
      return { ...DEFAULT_SETTINGS, ...kept };
    },
    change: (change) =>
      together(database, () => {
        for (const name of SETTING_NAMES) if (change[name] !== undefined) insert.run(name, JSON.stringify(change[name]));
      }),
  };
}
