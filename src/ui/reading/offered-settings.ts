import type { Difference, SettingsChange } from "../../model/index.ts";

/** A file of settings that a person chose: what it would change. */
export interface OfferedSettings {
  /** Without its folder. */
  readonly name: string;
  readonly change: SettingsChange;
  readonly differences: readonly Difference[];
  readonly refused: readonly string[];
  /** A lexicon as CSV, and how many entries it has. */
  readonly pronunciations: string;
  readonly entries: number;
}
