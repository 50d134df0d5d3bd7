import type { Rule } from "../rule.ts";
import { acronymRules } from "./acronyms.ts";
import { addressRules } from "./addresses.ts";
import { comparedRules } from "./compared.ts";
import { countRules } from "./counts.ts";
import { dateRules } from "./dates.ts";
import { formulaRules } from "./formulas.ts";
import { moneyRules } from "./money.ts";
import { nameRules } from "./names.ts";
import { romanRules } from "./roman.ts";
import { apartRules, symbolRules } from "./symbols.ts";
import { telephoneRules } from "./telephones.ts";
import { timeRules } from "./times.ts";
import { unitRules } from "./units.ts";
import { webRules } from "./web.ts";

/** Sums, measures and numbers. */
const quantities: readonly Rule[] = [...moneyRules, ...unitRules, ...countRules];

/** How English is said where it is written in another way. The first rule that has something to say wins. */
export const englishRules: readonly Rule[] = [
  ...formulaRules,
  ...comparedRules(quantities),
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
  ...apartRules,
  ...acronymRules,
  ...symbolRules,
];

/** Words in small letters that some rule reads otherwise, or looks at with what follows. */
const TRIGGERS = new Set(
  (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
    "st av ave blvd rd hwy ln ct dr pl sq no nos vol ch chap fig sec pp etc vs approx est ext dept govt et al am pm " +
    "ft lb lbs oz km cm mm kg mg hr hrs min mins secs mph kph bn mn tn"
  ).split(" "),
);

/** Whether a word is said as it is written for sure: most are, and need not be shown to any rule. */
export const isOrdinary = (core: string): boolean =>
  core === "a" || (/^[a-z]{2,}$/.test(core) && !TRIGGERS.has(core)) || /^\p{Lo}+$/u.test(core);
