import type { Words } from "../interface.ts";
import { library } from "./library.ts";
import { reading } from "./reading.ts";
import { settings } from "./settings.ts";

/** The interface in Ukrainian. */
export const words: Words = { ...reading, ...library, ...settings };
