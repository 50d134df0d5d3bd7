import { words } from "./interface.ts";

/** Short parts one after the other, with the comma of the window's language between them; parts that are empty are left out. */
export const series = (parts: readonly string[]): string => parts.filter(Boolean).join(words("series.comma"));
