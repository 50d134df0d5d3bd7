import type { Words } from "../interface.ts";
import { access } from "./access.ts";
import { editions } from "./editions.ts";
import { library } from "./library.ts";
import { reading } from "./reading.ts";
import { settings } from "./settings.ts";
import { sync } from "./sync.ts";
import { trust } from "./trust.ts";
import { welcome } from "./welcome.ts";

/** The interface in Ukrainian. */
export const words: Words = { ...access, ...reading, ...library, ...settings, ...sync, ...editions, ...trust, ...welcome };
