import { harmless } from "./output.ts";

/** A text of somebody else's on one line of a terminal: harmless, white space as single spaces. */
export const oneLine = (text: string): string => harmless(text.replace(/\s+/g, " ")).trim();

/** The parts of a line that say something, what matters first. */
export const parts = (...texts: readonly (string | null | false)[]): string =>
  texts.filter((text): text is string => typeof text === "string" && text !== "").join(" · ");
