import type { Rule } from "../rule.ts";
import { acronymRules } from "./acronyms.ts";
import { addressRules } from "./addresses.ts";
import { countRules } from "./counts.ts";
import { dateRules } from "./dates.ts";
import { moneyRules } from "./money.ts";
import { nameRules } from "./names.ts";
import { romanRules } from "./roman.ts";
import { symbolRules } from "./symbols.ts";
import { telephoneRules } from "./telephones.ts";
import { timeRules } from "./times.ts";
import { unitRules } from "./units.ts";
import { webRules } from "./web.ts";

/** How English is said where it is written in another way. The first rule that has something to say wins. */
export const englishRules: readonly Rule[] = [
  ...webRules,
  ...addressRules,
  ...telephoneRules,
  ...dateRules,
  ...moneyRules,
  ...timeRules,
  ...unitRules,
  ...countRules,
  ...nameRules,
  ...romanRules,
  ...acronymRules,
  ...symbolRules,
];
