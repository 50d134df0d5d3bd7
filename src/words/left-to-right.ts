import { interfaceDirection } from "./interface.ts";

/** A path or a chord, which is read from the left in every language, among words that are read from the right. */
export const leftToRight = (text: string): string => (interfaceDirection() === "rtl" ? `\u2066${text}\u2069` : text);
