import type { SaidLanguage } from "../model/index.ts";
import { interfaceLanguage, interfaceLocale } from "./interface.ts";

/** Languages whose short names of units are initials with stops, which a voice spells. */
const SPELT: ReadonlySet<SaidLanguage> = new Set(["ar"]);

/** Bytes as people say them. */
export function sizeOf(bytes: number): string {
  const isLarge = bytes >= 999_500_000;
  return new Intl.NumberFormat(interfaceLocale(), {
    style: "unit",
    unit: isLarge ? "gigabyte" : "megabyte",
    unitDisplay: SPELT.has(interfaceLanguage()) ? "long" : "short",
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1e9 : Math.max(1, Math.round(bytes / 1e6)));
}
