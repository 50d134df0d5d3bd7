import { type Article, BYLINE, KICKER, type Place, type TextRange, TITLE } from "../model/index.ts";
import { sentences } from "./sentences.ts";

/** What an article itself says of a short name. */
export interface Explanation {
  /** The short name: "SDF", a surname. */
  readonly short: string;
  /** Its words at the first mention: "Syrian Democratic Forces", "Ada Quill". */
  readonly long: string;
  /** The sentence of the first mention. */
  readonly at: TextRange;
}

interface Text {
  readonly block: TextRange["block"];
  readonly text: string;
  readonly lang: string;
}

/** Words before "(SDF)" that are looked at: one for each letter and this many small ones ("for", "of the"). */
const SMALL_WORDS = 4;
const CAPITALS = /\p{Lu}[\p{L}\p{N}&.-]*/u;
/** "SDF", "N.H.F.", "MPs", "McDonaldsUK". */
const IS_ACRONYM = /^(?:\p{Lu}\.?){2,10}s?$|^\p{Lu}[\p{L}\p{N}&]*\p{Lu}[\p{L}\p{N}]*$/u;
const WORD_AROUND = /[\p{L}\p{M}\p{N}&]/u;
/** Words that begin a sentence with a capital and are no name. */
const NO_NAME =
  /^(?:The|A|An|In|On|At|But|And|Or|If|He|She|It|They|We|You|I|His|Her|Their|Our|My|This|That|These|Those|When|While|After|Before|As|For|From|With|By|To|Of|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|President|Prime|Minister|Mister|Former|Chief|King|Queen|Pope|Prince|Princess|General|Senator|Governor|Secretary|Judge|Captain|Sergeant|Colonel|Lieutenant|Sir|Lord|Lady|Der|Die|Das|Le|La|Les|El|Los|Las|Il|Lo|Gli|O|Os|As|Um|Un|Une)$/u;

const textsOf = (article: Article): readonly Text[] => [
  ...(article.kicker ? [{ block: KICKER, text: article.kicker, lang: article.lang }] : []),
  { block: TITLE, text: article.title, lang: article.lang },
  ...(article.byline ? [{ block: BYLINE, text: article.byline, lang: article.lang }] : []),
  ...article.blocks.map(({ id, text, lang }) => ({ block: id, text, lang: lang ?? article.lang })),
];

/** Small words inside of names. */
const PARTICLE = /^(?:de|da|di|van|von|der|den|la|le|bin|ibn|al|el)$/u;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The word that a place lies in, without full stops inside and the possessive's s; "" where there is none. */
function wordAt(text: string, offset: number): string {
  let start = Math.min(offset, text.length);
  let end = start;
  const inside = (index: number): boolean =>
    WORD_AROUND.test(text.charAt(index)) || (/[.’'-]/.test(text.charAt(index)) && WORD_AROUND.test(text.charAt(index + 1)) && index > 0);
  while (start > 0 && inside(start - 1)) start -= 1;
  while (end < text.length && inside(end)) end += 1;
  const whole = text.slice(start, end).replace(/^[.’'-]+/, "");
  const plain = whole.replace(/['’]s$/u, "");
  return /^(?:\p{L}\.)+\p{L}$/u.test(plain) ? plain : (/^\p{Lu}{2,}/u.exec(plain.split("-")[0] ?? "")?.[0] ?? plain);
}

/** Whether letters are the first letters of words, in order; small words may be passed over. */
function abbreviates(short: string, words: readonly string[]): boolean {
  const letters = [...short.replace(/[^\p{L}]/gu, "").toLowerCase()];
  let at = 0;
  for (const word of words) {
    const parts = word.toLowerCase().split(/[-–/]/);
    let fits = false;
    for (const part of parts)
      if (part !== "" && part[0] === letters[at]) {
        at += 1;
        fits = true;
      }
    if (!fits && /^\p{Lu}/u.test(word)) return false;
  }
  return at === letters.length && words[0]?.[0]?.toLowerCase() === letters[0];
}

/** "Syrian Democratic Forces (SDF)": the words before the bracket whose first letters it has; else the capitals right before it. */
function longBefore(text: string, short: string, open: number): string | null {
  const before = text.slice(Math.max(0, open - 200), open).trimEnd();
  const words = [...before.matchAll(/[^\s,;:()“”"]+/g)];
  const letters = short.replace(/[^\p{L}]/gu, "").length;
  for (let count = Math.max(2, letters - 1); count <= letters + SMALL_WORDS && count <= words.length; count += 1) {
    const from = words.at(-count);
    if (
      from &&
      abbreviates(
        short,
        words.slice(-count).map((word) => word[0]),
      )
    )
      return before.slice(from.index).replace(/[\s([{“”"]+$/u, "");
  }
  const capitals =
    /(?:\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:of|the|for|and|de|du|des|la|der|für|und|di|do|da)\b)*\s+)+\p{Lu}[\p{L}\p{M}’'-]+$/u.exec(
      before,
    )?.[0];
  return capitals?.replace(/^(?:The|A|An)\s+/, "") ?? null;
}

function sentenceAround({ text, lang, block }: Text, offset: number): TextRange {
  const found = sentences(text, lang).find((sentence) => offset < sentence.end);
  return { block, start: found?.start ?? 0, end: found?.end ?? text.length };
}

function explainAcronym(texts: readonly Text[], short: string): Explanation | null {
  const plain = short.replaceAll(".", "");
  const shape = [...plain].map(escaped).join("\\.?");
  const behind = new RegExp(`[(（“"]\\s*(?:or\\s+|the\\s+)?${shape}\\.?(?=\\s*[)）”",;])`, "u");
  const before = new RegExp(`(?<![\\p{L}\\p{N}])${shape}\\.?\\s*[(（]\\s*([^()（）]{3,120})[)）]`, "u");
  for (const text of texts) {
    const first = behind.exec(text.text);
    const long = first && longBefore(text.text, plain, first.index);
    if (first && long) return { short, long, at: sentenceAround(text, first.index) };
    const second = before.exec(text.text);
    const inside = second?.[1]?.trim();
    if (second && inside && CAPITALS.test(inside) && abbreviates(plain, inside.split(/\s+/)))
      return { short, long: inside, at: sentenceAround(text, second.index) };
  }
  return null;
}

/** "Quill" from "Ada Quill": the first place where other capitals stand before it. */
function explainName(texts: readonly Text[], short: string): Explanation | null {
  const full = new RegExp(
    `((?:\\p{Lu}[\\p{L}\\p{M}’'-]*\\.?\\s+(?:(?:de|da|di|van|von|der|den|la|le|bin|ibn|al|el)\\s+){0,2}){1,4})${escaped(short)}(?![\\p{L}\\p{M}\\p{N}])`,
    "u",
  );
  // A headline has capitals everywhere: what the text itself says comes first.
  const body = texts.filter(({ block }) => block !== TITLE && block !== KICKER && block !== BYLINE);
  for (const text of body) {
    const found = full.exec(text.text);
    const words = (found?.[1] ?? "").trim().split(/\s+/);
    while (words.length > 0 && NO_NAME.test((words[0] ?? "").replace(/\.$/, ""))) words.shift();
    if (found && words.length > 0) return { short, long: `${words.join(" ")} ${short}`, at: sentenceAround(text, found.index) };
  }
  return null;
}

/**
 * What the article itself says of the short name at a place: the words of an acronym from where it is introduced ("Syrian Democratic
 * Forces (SDF)", "SDF (Syrian Democratic Forces)"), the full name of a surname from its first mention. Null when there is none.
 */
export function explain(article: Article, place: Place): Explanation | null {
  const texts = textsOf(article);
  const here = texts.find(({ block }) => block === place.block);
  const short = here ? wordAt(here.text, place.offset) : "";
  if (short.length < 2 || short.length > 60) return null;
  if (IS_ACRONYM.test(short)) return explainAcronym(texts, short.replace(/(?<=\p{Lu}{2})s$/u, ""));
  return /^\p{Lu}/u.test(short) && !NO_NAME.test(short) ? explainName(texts, short) : null;
}

/**
 * As `explain`, and where nothing is said of the word at the place, of the nearest short name in the same sentence: before the place,
 * since who asks has heard a few more words, else after it, where the sentence is still to come. A name that stands in full there needs none.
 */
export function explainNear(article: Article, place: Place): Explanation | null {
  const here = textsOf(article).find(({ block }) => block === place.block);
  if (!here) return null;
  const exact = explain(article, place);
  if (exact) return exact;
  const sentence = sentenceAround(here, place.offset);
  const words = [...here.text.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{N}][^\s]*/gu)].map((word) => ({
    text: word[0],
    offset: sentence.start + word.index,
  }));
  const textAt = (index: number): string => words[index]?.text ?? "";
  const isCapital = (index: number): boolean => /^\p{Lu}/u.test(textAt(index)) && !NO_NAME.test(textAt(index));
  /** Whether two neighbours are of one name: nothing but a space, or a small "van", stands between them. */
  const areOne = (index: number): boolean =>
    /[\p{L}\p{M}.]$/u.test(textAt(index)) && (isCapital(index) || PARTICLE.test(textAt(index))) && isCapital(index + 1);
  const isShort = (index: number): boolean =>
    IS_ACRONYM.test(wordAt(here.text, words[index]?.offset ?? 0)) || (isCapital(index) && !areOne(index - 1) && !areOne(index));
  const at = words.findLastIndex(({ offset }) => offset <= place.offset);
  const order = [...words.keys()];
  for (const index of [...order.slice(0, at + 1).reverse(), ...order.slice(at + 1)]) {
    const word = words[index];
    const found = word && isShort(index) ? explain(article, { block: place.block, offset: word.offset }) : null;
    if (found) return found;
  }
  return null;
}
