import { type Rule, type Surroundings, said } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { spellLetters } from "./counts.ts";

/** Acronyms that are read as words. Every other run of capitals that no one could say, or that is short, is spelled. */
const WORDS = new Set(
  "MIG NATO UNESCO UNICEF NASA FIFA UEFA AIDS OPEC ISIS ISIL ASEAN SWAT NASDAQ DACA THAAD ICE COVID SARS MERS FARC HAMAS FEMA NOAA OSHA CERN INTERPOL EUROPOL BRICS NAFTA LASER RADAR SONAR NIMBY YIMBY MAGA DOGE POTUS SCOTUS FLOTUS COP UNHAS UNRWA AWACS JPEG PIN SIM ZIP RAM TED VAT GAAP NICE OFSTED OFCOM COBRA PEGIDA NASCAR ICANN ECOWAS MERCOSUR TASS IKEA LEGO HAARP SIDS ZANU PEMEX".split(
    " ",
  ),
);
/** Ordinary words that are written large to stress them. */
const STRESSED = new Set(
  "A I AN AND ANY ALL ALWAYS AM ARE AS AT BE BUT BY CAN DID DO DOES EVER EVERY FOR FROM GET GO GOD GOOD HAD HAS HAVE HE HER HIM HIS HOW IF IN INTO IS IT ITS ME MORE MUST MY NEVER NEW NO NOT NOW OF OFF ON ONE ONLY OR OUR OUT OVER REAL SAY SHE SO STOP THAT THE THEIR THEM THEN THEY THIS TO TOO TOP UP VERY WAR WAS WE WERE WHAT WHEN WHY WILL WITH YES YOU YOUR BIG BAD MAN MEN WIN BAN DAY WAY OLD TWO HOPE LOVE HATE HELP VOTE LIVE FREE NEWS READ BREAKING UPDATE WATCH EXCLUSIVE".split(
    " ",
  ),
);
/** The group that calls itself a state: only beside words that belong to it. */
const GROUP_NEXT =
  /^(?:fighters?|militants?|extremists?|terrorists?|members?|forces|targets?|leaders?|group|insurgents?|jihadists?|supporters?|affiliates?|recruits?|commanders?|group's|families|positions|territory|stronghold|families)$/i;
const GROUP_BEFORE =
  /^(?:by|against|from|with|of|held|joined|fight|fighting|defeat|defeated|join|join|to|against|that|fighters|militants)$/i;
const NOT_A_GROUP_AFTER = /^(?:a|an|the|not|now|what|why|how|it|this|that|going|being|still|also|very|good|bad)$/i;

/** Acronyms with a vowel that voices spell by themselves, as evenly as a speaker does (measured: eSpeak NG, Festival). */
const SPELLED_BY_VOICES = new Set("USA DNA RNA AM PM TV IP FBI CEO EST".split(" "));
const VOWEL = /[AEIOUY]/;

/** Roughly: could a person say these capitals as a word? */
const SAYABLE = /^(?:[BCDFGHJKLMNPQRSTVWXZ]{0,2}[AEIOUY]{1,2}[BCDFGHJKLMNPQRSTVWXZ]{0,2}){1,4}$/;
/** Longer runs that can be said are words; shorter are spelled (measured on a list of agencies: eSpeak NG says "EPA", "IMF", "NGO" as words). */
const SHORTEST_WORD = 5;

/** Whether every voice spells a run of capitals: one without a vowel is no word to anybody. */
export const isSpelledByVoices = (letters: string): boolean => !VOWEL.test(letters) || SPELLED_BY_VOICES.has(letters);

/** How a run of capitals is said, null as it is written. */
export function acronym(letters: string, around: Surroundings): string | null {
  if (isSpelledByVoices(letters) || !around.mixed || !/^[A-Z]{2,8}$/.test(letters) || WORDS.has(letters) || STRESSED.has(letters))
    return null;
  return letters.length < SHORTEST_WORD || !SAYABLE.test(letters) ? spellLetters(letters) : null;
}

/** This many words in capitals in a row are shouted, not shortened: "WASN'T THERE WHEN WE NEED THEM" (guess). */
const SHOUT = 4;
const isShouted = (words: readonly Token[], at: number): boolean => {
  let from = at;
  let to = at;
  while (from > 0 && at - from < SHOUT && LOUD.test(words[from - 1]?.core ?? "")) from -= 1;
  while (to - at < SHOUT && LOUD.test(words[to + 1]?.core ?? "")) to += 1;
  return to - from + 1 >= SHOUT;
};
const LOUD = /^[A-Z]['’A-Z-]*$/;

/** "SDF", "MPs", "SDF's", "LGBTQ+". */
const capitals: Rule = (words, at, around) => {
  const found = /^([A-Z]{2,8})(s|['’]s|\+)?$/.exec(words[at]?.core ?? "");
  const [, letters = "", ending] = found ?? [];
  if (found && isShouted(words, at)) return null;
  // Voices drop the s of "MPs" and of "MP's" (measured: eSpeak NG), but not after single letters.
  const apart = ending !== undefined && ending !== "+" && around.mixed && isSpelledByVoices(letters);
  const spoken = apart ? spellLetters(letters) : (acronym(letters, around) ?? (ending === "+" ? letters : null));
  return spoken === null ? null : said(spoken + (ending === undefined ? "" : ending === "+" ? " plus" : "'s"));
};

/** "IS fighters", "(IS)", "from IS": the group, never the verb. */
const group: Rule = (words, at, around) => {
  const [word, next] = words.slice(at, at + 2);
  if (!word || !/^IS(?:['’]s)?$/.test(word.core) || !around.mixed) return null;
  const alone = word.lead.includes("(") && word.tail.startsWith(")");
  const beside = GROUP_NEXT.test(next?.core ?? "") && word.tail === "";
  const before = GROUP_BEFORE.test(words[at - 1]?.core ?? "") && words[at - 1]?.tail === "" && !NOT_A_GROUP_AFTER.test(next?.core ?? "");
  const first = at === 0 && /^(?:has|had|claimed|says|said|is|was|in|and)$/.test(next?.core ?? "");
  const verb = next !== undefined && words[at - 1] !== undefined && /^(?:pushed|out|driven|forced)$/.test(words[at - 1]?.core ?? "");
  return alone || beside || before || first || verb || word.core !== "IS" ? said(word.core === "IS" ? "I S" : "I S's") : null;
};

/** "U.S.", "J.K.", "Ph.D.", "U.S.'s". */
const dotted: Rule = (words, at) => {
  const word = words[at];
  const found = /^((?:\p{Lu}\p{Ll}?\.)+\p{Lu})\.?(['’]s)?$/u.exec(word?.core ?? "");
  if (!found) return null;
  const letters = (found[1] ?? "").replaceAll(".", "");
  const whole = found[2] === undefined && letters.length > 2 && isSpelledByVoices(letters);
  return said((whole ? letters : spellLetters(letters)) + (found[2] === undefined ? "" : "'s"));
};

/** Initials and acronyms. */
export const acronymRules: readonly Rule[] = [group, dotted, capitals];
