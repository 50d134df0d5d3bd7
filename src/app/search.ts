import { findAnchor, type Library, type SearchQuery } from "../library/index.ts";
import { type Article, Failure, fold, folded, type SearchHit } from "../model/index.ts";
import { sentences } from "../narrate/index.ts";

/**
 * A part of what a person typed: an operator and its value, a phrase, a word; a minus before it turns it round. Colons and quotation
 * marks are also those that keyboards for Chinese type.
 */
const PART = /(-?)(?:(\p{L}+)[:：](?:["“”]([^"“”]*)["“”]|(\S*))|["“”]([^"“”]*)["“”]|(\S+))/gu;

/**
 * What a person looks for. `feed:name`, `after:2026-03-01`, `before:…`, `date:2026`, `date:2026-03`, `date:2026-03-01`, `date:today`,
 * `unread:`, `starred:`, `note:` or `note:word` (what was noted at a sentence), `"a phrase"`, `-word`; everything else is a word. An unknown operator is a word with a colon.
 * @param now ISO 8601
 * @throws Failure `bad-input` for a date that is none, or when nothing is asked for
 */
export function readQuery(text: string, now: string): SearchQuery {
  const words: { text: string; isPhrase: boolean }[] = [];
  const without: { text: string; isPhrase: boolean }[] = [];
  let query: Omit<SearchQuery, "words" | "without"> = { feed: null, after: null, before: null, unread: false, starred: false, note: null };
  for (const [whole, minus, operator, quotedValue, plainValue, phrase, word] of text.matchAll(PART)) {
    const value = quotedValue ?? plainValue ?? "";
    if (operator !== undefined && minus === "") {
      const change = operatorOf(operator.toLowerCase(), value, now);
      if (change) {
        query = { ...query, ...change };
        continue;
      }
    }
    const list = minus === "-" ? without : words;
    const isPhrase = phrase !== undefined || operator !== undefined;
    list.push({ text: phrase ?? word ?? whole.replace(/^-/, ""), isPhrase });
  }
  const asks =
    words.length > 0 ||
    query.feed !== null ||
    query.after !== null ||
    query.before !== null ||
    query.unread ||
    query.starred ||
    query.note !== null;
  if (!asks) throw new Failure("bad-input", "Say what to look for: a word, or for example unread: or feed:name.");
  return { ...query, words, without };
}

function operatorOf(name: string, value: string, now: string): Partial<SearchQuery> | null {
  if (name === "unread") return { unread: true };
  if (name === "starred") return { starred: true };
  if (name === "note") return { note: folded(value) };
  if (name === "feed" && value !== "") return { feed: value };
  if (name !== "date" && name !== "after" && name !== "before") return null;
  const [start, end] = daysOf(value, now);
  if (name === "after") return { after: start };
  return name === "before" ? { before: start } : { after: start, before: end };
}

/** The first moment of a day, month or year, and the first one after it, in the listener's zone, ISO 8601. */
function daysOf(value: string, now: string): readonly [string, string] {
  const today = new Date(now);
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value);
  const isYesterday = value.toLowerCase() === "yesterday";
  const [year, month, day] = found
    ? [Number(found[1]), found[2] === undefined ? null : Number(found[2]), found[3] === undefined ? null : Number(found[3])]
    : [today.getFullYear(), today.getMonth() + 1, today.getDate() - (isYesterday ? 1 : 0)];
  const isKnown = found !== null || isYesterday || value.toLowerCase() === "today";
  const isDate = isKnown && (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 0 && day <= 31));
  if (!isDate) throw new Failure("bad-input", `${value || "Nothing"} is no date. Write it as 2026-03-01, 2026-03 or 2026.`);
  const start = new Date(year, (month ?? 1) - 1, day ?? 1);
  const end =
    day !== null ? new Date(year, (month ?? 1) - 1, day + 1) : month !== null ? new Date(year, month, 1) : new Date(year + 1, 0, 1);
  return [start.toISOString(), end.toISOString()];
}

/** Finds, and shows of each hit the sentence that says most of what was looked for. @throws Failure `bad-input`, `storage` */
export function search(library: Library, text: string, limit: number, now: string): readonly SearchHit[] {
  const query = readQuery(text, now);
  const typed = query.words.map((word) => word.text);
  const looked = typed.map(folded);
  return library.search.find(query, limit).map((found) => {
    const article = found.article === null ? null : library.article(found.article);
    const noted = article && query.note !== null ? notedSentence(library, article, query.note) : null;
    const best = noted ?? (article ? bestSentence(article, looked) : null);
    const sentence = best?.sentence ?? (bestOf(sentencesOf(found.summary, "en"), looked)?.text || found.summary);
    const { item, title, source, date } = found;
    return {
      item,
      article: found.article,
      title,
      titleMatches: matchesIn(title, typed),
      source,
      date,
      sentence,
      matches: matchesIn(sentence, typed),
      place: best?.place ?? null,
    };
  });
}

/** The sentence at which such a note was made, null: its words are gone. */
function notedSentence(library: Library, article: Article, note: string): Pick<SearchHit, "sentence" | "place"> | null {
  for (const kept of library.bookmarks.all(article.id)) {
    const isIt = note === "" ? kept.note !== "" || kept.spoken !== null : folded(kept.note).includes(note);
    const place = isIt ? findAnchor(article, kept.anchor)?.place : undefined;
    if (place) return { sentence: kept.anchor.quote.trim(), place };
  }
  return null;
}

/** A sentence and where it begins in its block. */
interface Passage {
  readonly text: string;
  readonly start: number;
}

const sentencesOf = (text: string, lang: string): readonly Passage[] =>
  sentences(text, lang).map(({ start, end }) => ({ text: text.slice(start, end).trim(), start }));

/** The sentence of an article that has most of the words, the first of several; null where none has any. */
function bestSentence(article: Article, looked: readonly string[]): Pick<SearchHit, "sentence" | "place"> | null {
  let best: { readonly sentence: string; readonly place: SearchHit["place"]; readonly count: number } | null = null;
  for (const block of article.blocks) {
    if (countIn(block.text, looked) <= (best?.count ?? 0)) continue;
    const found = bestOf(sentencesOf(block.text, block.lang ?? article.lang), looked);
    const count = found ? countIn(found.text, looked) : 0;
    if (found && count > (best?.count ?? 0)) best = { sentence: found.text, place: { block: block.id, offset: found.start }, count };
  }
  return best;
}

const bestOf = (stretches: readonly Passage[], looked: readonly string[]): Passage | null =>
  stretches.reduce<Passage | null>((best, one) => (countIn(one.text, looked) > (best ? countIn(best.text, looked) : 0) ? one : best), null);

/** How many of the words, which are folded, a text has. */
const countIn = (text: string, looked: readonly string[]): number => {
  const plain = folded(text);
  return looked.filter((word) => plain.includes(word)).length;
};

/** Where the words stand: at the beginning of words, as the index finds them. */
function matchesIn(sentence: string, looked: readonly string[]): SearchHit["matches"] {
  const { plain, at } = fold(sentence);
  const found: { readonly start: number; readonly end: number }[] = [];
  for (const word of looked.map((one) => fold(one).plain).filter((one) => one !== ""))
    for (let from = plain.indexOf(word); from >= 0; from = plain.indexOf(word, from + word.length))
      if (!/[\p{L}\p{N}]/u.test(plain[from - 1] ?? " ") || UNSPACED.test(word))
        found.push({ start: at[from] ?? 0, end: at[from + word.length] ?? sentence.length });
  return found.toSorted((a, b) => a.start - b.start);
}

/** Scripts in which words don't begin after a space. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
