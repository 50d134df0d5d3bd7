import type { EndTable } from "./abbreviations.ts";

/** How far a decision looks to either side, UTF-16 code units: longer than any abbreviation with its neighbours (guess). */
const REACH = 96;

/** Quotation marks of every direction: “ and « close in German, and nothing opens right behind a word. */
const CLOSERS = /["'”’“‘»«›‹)\]}]+$/;
const OPENERS = /^["'“‘«‹„‚([{¿¡—–-]+\s*/;
const QUOTE = /["'”’“‘»«]/;
const LOWER = /^(?!\p{Script=Georgian})\p{Ll}(?!\p{Lu})/u;
const ELLIPSIS = /(?:\.\.|…|\. \.)$/;
const BRACKETED_ELLIPSIS = /[[(](?:\.\.\.|…|\. \. \.)$/;
const FOUR_DOTS = /(?:\.{4}|(?:\. ){3}\.)$/;
const NOTHING_SAID = /^[.…\s]+$/;
const INITIALS = /^(?:\p{L}\.)+\p{L}$/u;
/** A word such as "Bldg" or "Sgt": consonants alone, not all capitals, are no English or Romance word. */
const CONSONANTS = /^(?!\p{Lu}{2})[bcdfghjklmnpqrstvwxz]{2,5}$/iu;
const CLOCK = /^[ap]\.?m$/i;
const AFTER_CLOCK =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]{2,4}\b|Eastern|Central|Mountain|Pacific|Greenwich|British|Universal|Local)/;
/** Fewer words than these before "a.m." are no sentence of their own ("At 5 a.m. Mr. Smith …"; guess). */
const LEAST_WORDS = 4;
const SPEECH_VERBS =
  "said|says|asked|asks|added|adds|told|wrote|writes|tweeted|shouted|cried|replied|exclaimed|recalled|explained|warned|insisted|continued|quipped|declared";
const ATTRIBUTION = new RegExp(`^(?:\\p{Lu}[\\p{L}.’'-]*\\s+){1,4}(?:\\p{Ll}+ly\\s+)?(?:${SPEECH_VERBS})\\b`, "u");
/** Marks of direction: pages in Arabic put them around full stops. */
const UNSEEN = /\p{Bidi_Control}/gu;
/** One character of a script without capitals, with its marks: an initial. Scripts that write words so are left out. */
const LONE_LETTER = /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai})\p{Lo}\p{M}*$/u;
/** A name that ends in a full stop is told by what follows it: "the ID. 4". */
const STOPPED_NAME = /^ID$/;
const AFTER_STOPPED_NAME = /^(?:\p{N}|\p{Lu}{2}|Buzz\b)/u;
const CASELESS = /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})\p{Lo}/u;
const JAPANESE_QUOTATION = /^(?:と|って)/;

/** Whether a stretch is nothing but the mark of a list entry: "1.", "• 9.", "a.", "IV.". */
const LIST_MARK = /^[\s•⁃◦▪‣*·-]*\(?(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})[.)]+$/u;

const isStarter = (rest: string, table: EndTable): boolean => {
  const word = /^\p{L}[\p{L}'’]*/u.exec(rest)?.[0] ?? "";
  if (word === "" || rest[word.length] === "." || rest[word.length] === "-") return false;
  const plain = word.toLowerCase().replaceAll("’", "'");
  return table.starters.has(plain) || table.starters.has(plain.replace(/'.*/, "'")) || table.starters.has(plain.replace(/'.*/, ""));
};

/** "l'Ing.", "dell'on.": an article that hangs on the word. */
const ELISION = /^(?:l|d|un|all|dall|dell|nell|sull|qu)['’](?=\p{L})/iu;

function afterFullStop(before: string, whole: boolean, closers: string, after: string, rest: string, table: EndTable): boolean {
  const sentence = before.slice(0, -1);
  const start = Math.max(sentence.search(/\S+$/), 0);
  const shown = sentence.slice(start).replace(/^["'“‘«‹„‚([{—–•⁃-]+/, "");
  // "SEPT. 15", "GEN. ORTIZ": capitals of a headline or a dateline.
  // "July 30-Aug. 14".
  const bare = shown.replace(ELISION, "").replace(/^\d{1,2}[-–](?=\p{Lu}\p{Ll}+$)/u, "");
  const capitals = /^\p{Lu}{3,5}$/u.test(bare);
  const word = capitals ? bare.charAt(0) + bare.slice(1).toLowerCase() : bare;
  const previous = /(\S+)\s+$/.exec(sentence.slice(0, start))?.[1] ?? "";
  const starter = isStarter(rest, table);
  const number = /^[\p{N}#]/u.test(rest);
  const opensQuote = /^["“„«]\p{Lu}/u.test(after);

  // "the ING. Doch …": a name in capitals, not an abbreviation in a headline.
  if (capitals && starter && !/^\p{Lu}{2}/u.test(rest)) return true;
  // "SALEM, Ore. — The mill", "Dec. – Jan.".
  const short = INITIALS.test(word) || table.maybe.has(word) || table.numbered.has(word) || table.inside.has(word);
  if (short && /^[—–―]/.test(after)) return false;
  if (whole && LIST_MARK.test(before + closers.replace(/[^)]/g, ""))) return false;
  if (table.titles.has(word) || (word.length > 1 && table.titles.has(word.charAt(0).toUpperCase() + word.slice(1)))) return false;
  if (table.inside.has(word) || table.inside.has(previous.replace(/^[("“„«]+/, "") + word)) return false;
  // "Bahnhofstr. 5".
  if (/str$/iu.test(word) && /^\d/.test(rest)) return false;
  if (STOPPED_NAME.test(word) && AFTER_STOPPED_NAME.test(rest)) return false;
  // "إف. هارلو" is an initial, "بي بي سي." a name spelled out.
  if (table.letters?.has(word) && !table.letters.has(previous)) return false;
  if (LONE_LETTER.test(word)) return false;
  if (table.aroundNames.has(word)) return starter && /^(?:\p{Lu}|\d)/u.test(previous);
  if (table.numbered.has(word)) {
    const following = /^(\p{L}+)\./u.exec(rest)?.[1] ?? "";
    if (number || /^[IVXLC]+\b/.test(rest) || table.numbered.has(following)) return false;
    // "James P. Hollis": one letter is an initial before a name.
    return starter || opensQuote || (word.length <= 2 && !/^\p{Lu}$/u.test(word)) || /^\p{Ll}/u.test(word) || table.ordinary.has(word);
  }
  if (CLOCK.test(word)) {
    if (AFTER_CLOCK.test(rest) || number) return false;
    return !whole || before.trim().split(/\s+/).length >= LEAST_WORDS;
  }
  if (/^\p{Lu}$/u.test(word)) {
    if (word === "I" && /^\p{Ll}/u.test(previous)) return true;
    return starter || opensQuote;
  }
  if (/^\p{Ll}$/u.test(word)) return !number && !/^\p{L}\./u.test(rest);
  if (table.ordinals && /^(?:\d{1,2}|[IVX]{1,6})$/.test(word)) return starter || opensQuote;
  if (INITIALS.test(word) || table.maybe.has(word)) return starter || opensQuote;
  if (CONSONANTS.test(word)) return starter || opensQuote || closers !== "";
  return true;
}

/**
 * Whether a sentence truly ends where white space (or nothing) follows a mark. `from` is where the sentence begins, `end` where its
 * last character ends, `next` where the next text begins. Looks at a bounded stretch to either side, so it takes the same time
 * everywhere.
 */
export function isEnd(text: string, from: number, end: number, next: number, table: EndTable): boolean {
  const after = text.slice(next, next + REACH).replace(UNSEEN, "");
  if (after === "") return true;
  const gap = text.slice(end, Math.min(next, end + REACH));
  const whole = end - from <= REACH;
  const before = text.slice(whole ? from : end - REACH, end).replace(UNSEEN, "");
  const broken = /[\n\r\u2028\u2029\u0085]/.test(gap);
  // A line that ends in a space goes on in the next one (RFC 3676, format=flowed).
  if (broken && !/^ \n/.test(gap)) return true;

  const closers = CLOSERS.exec(before)?.[0] ?? "";
  const core = before.slice(0, before.length - closers.length);
  const rest = after.replace(OPENERS, "");
  const mark = core.at(-1) ?? "";
  if (/[。！？」』]/.test(mark)) return !JAPANESE_QUOTATION.test(after) || mark === "。";
  if (mark === "©") return false;
  if (!/[.!?…‽]/.test(mark)) return !broken;
  if (LOWER.test(rest)) return false;
  if (gap === "" && /^\[(?:\d{1,3}|[a-z])\]/.test(after)) return false;
  // "ق.م", "कि.मी": scripts without capitals shorten words so, and UAX #29 ends a sentence there.
  if (gap === "" && mark === "." && CASELESS.test(after)) return false;
  // "the index .ABC": a ticker's sign.
  if (gap === "" && /\s\.$/.test(core) && /^\p{L}/u.test(after)) return false;
  // » and ” open a quotation in German and in Swedish.
  if (/^(?:[,;:)\]]|[»”](?!\p{Lu}))/u.test(after)) return false;
  // Dots that stand for left-out words begin what follows them.
  if (whole && NOTHING_SAID.test(before)) return false;
  if (BRACKETED_ELLIPSIS.test(core) && closers !== "") return isStarter(rest, table) && !/^[([]/.test(after);
  if (ELLIPSIS.test(core)) return after[0] !== "." && (FOUR_DOTS.test(core) || !/^I\b/.test(rest));
  if (mark !== ".") {
    if (/[([][!?]+$/.test(core)) return false;
    return !(QUOTE.test(closers) && ATTRIBUTION.test(rest));
  }
  return afterFullStop(core, whole, closers, after, rest, table);
}
