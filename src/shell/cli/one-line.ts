/**
 * A text of somebody else's on one line of a terminal: without the signs that a terminal obeys (C0, C1) and those that turn the writing
 * of what follows round, white space as single spaces.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim();

/** The parts of a line that say something, what matters first. */
export const parts = (...texts: readonly (string | null | false)[]): string =>
  texts.filter((text): text is string => typeof text === "string" && text !== "").join(" · ");
