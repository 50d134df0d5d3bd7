import { words } from "./interface.ts";
import { joined } from "./sentences.ts";

/** Tells that this is safe mode, and why. */
export const safeWords = (why: "asked" | "crashes"): string => joined([why === "crashes" ? words("safe.crashes") : "", words("safe.text")]);
