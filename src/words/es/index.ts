import type { Words } from "../interface.ts";
import { bookmarks } from "./bookmarks.ts";
import { library } from "./library.ts";
import { reading } from "./reading.ts";
import { settings } from "./settings.ts";

/** The interface in Spanish. */
export const words: Words = { ...bookmarks, ...reading, ...library, ...settings };
