import { joined } from "../model/index.ts";
import { words } from "./interface.ts";

/** Tells that this is safe mode, and why. */
export const safeWords = (why: "asked" | "crashes"): string => joined([why === "crashes" ? words("safe.crashes") : "", words("safe.text")]);
