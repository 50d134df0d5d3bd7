import type { Rule } from "../rule.ts";
import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { spanish } from "./es.ts";
import { persian } from "./fa.ts";
import { french } from "./fr.ts";
import { hindi } from "./hi.ts";
import { italian } from "./it.ts";
import { portuguese } from "./pt.ts";
import { russian } from "./ru.ts";
import { tongueRules } from "./rules.ts";
import type { Tongue } from "./tongue.ts";
import { turkish } from "./tr.ts";
import { ukrainian } from "./uk.ts";
import { chinese } from "./zh.ts";

/** How a language's words are said: its rules, and which words no rule has anything to say about. */
export interface Sayings {
  readonly rules: readonly Rule[];
  readonly isOrdinary: (core: string) => boolean;
}

const TONGUES = new Map<string, Tongue>(
  [german, french, spanish, portuguese, italian, russian, ukrainian, turkish, arabic, persian, chinese, hindi].map((tongue) => [
    tongue.lang,
    tongue,
  ]),
);
/** Spanish writes decimals with a full stop from Mexico to the Caribbean, German does in Switzerland. */
const WITH_POINT = /^(?:es-(?:mx|us|pr|gt|hn|ni|sv|pa|do|pe|419)|de-(?:ch|li))\b/i;

const NONE: Sayings = { rules: [], isOrdinary: () => true };
const known = new Map<string, Sayings>();

/** How words of a language other than English are said: by its tongue, or as they are written where it has none. */
export function sayingsOf(lang: string): Sayings {
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? "";
  const tongue = TONGUES.get(base);
  if (!tongue) return NONE;
  const pointed = WITH_POINT.test(lang);
  const key = pointed ? `${base}.` : base;
  const made = known.get(key) ?? sayings(pointed ? { ...tongue, decimal: ".", groups: base === "de" ? "'’" : "," } : tongue);
  known.set(key, made);
  return made;
}

function sayings(tongue: Tongue): Sayings {
  const shortened = new Set(
    [...Object.keys(tongue.abbreviations), ...Object.keys(tongue.shortMonths).map((month) => `${month}.`)].flatMap((text) => [
      text,
      text.replace(/\.$/, ""),
      text.split(".")[0] ?? text,
    ]),
  );
  const plain = /^\p{L}[\p{Ll}\p{Lo}\p{M}]*$/u;
  return {
    rules: tongueRules(tongue),
    isOrdinary: (core) =>
      plain.test(core) &&
      !(tongue.words && core.length < 3) &&
      !shortened.has(core) &&
      !shortened.has(core.toLowerCase()) &&
      !/^[IVXLCDM]/.test(core),
  };
}
