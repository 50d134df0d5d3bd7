import { interfaceLocale } from "./interface.ts";

/** Bytes as people say them. */
export function sizeOf(bytes: number): string {
  const isLarge = bytes >= 999_500_000;
  return new Intl.NumberFormat(interfaceLocale(), {
    style: "unit",
    unit: isLarge ? "gigabyte" : "megabyte",
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1e9 : Math.max(1, Math.round(bytes / 1e6)));
}
