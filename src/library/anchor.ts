import type { Anchor, Anchored, Article, BlockId, Place } from "../model/index.ts";
import { textsOf, type Word, wordsIn, wordsOf } from "./passages.ts";

/** How much text around a passage is kept to tell it from others, UTF-16 code units: some sentences (guess). */
const AROUND = 160;
/** Longest quote, UTF-16 code units: what is longer is known by its beginning. */
const LONGEST = 400;
/** Blocks on either side that may be short: what is around is not looked for further (guess). */
const NEAR = 12;
/** Words around a passage that are compared. */
const CONTEXT = 10;
/** With fewer words a passage is known by what stands around it only: "He said no." may be said of anything (guess). */
const FEW = 4;
/** Share of the words around it that must be there where the words of a passage alone don't decide (guess). */
const SAME_CONTEXT = 0.5;
/** Share of its own words from which a passage is the same with changes, alone, and where what stands around it is the same (guesses). */
const LIKE = 0.75;
const LIKE_HERE = 0.5;
/** By how much the best of several must be better than the next (guess). */
const CLEARLY = 0.1;

/** What an anchor keeps of a passage of an article. `end`: in the place's block. */
export function anchorOf(article: Article, place: Place, end: number): Anchor {
  const quote = textAt(article, place.block).slice(place.offset, Math.min(end, place.offset + LONGEST));
  const { before, after } = around(article, place, quote.length);
  return { place, quote, before, after, twins: countOf(article, quote) };
}

const textAt = (article: Article, block: BlockId): string => textsOf(article).find((one) => one.block === block)?.text ?? "";

/** The texts before and after a stretch, across blocks. */
function around(article: Article, place: Place, length: number): Pick<Anchor, "before" | "after"> {
  const texts = textsOf(article);
  const index = texts.findIndex(({ block }) => block === place.block);
  if (index < 0) return { before: "", after: "" };
  const text = texts[index]?.text ?? "";
  const join = (parts: readonly string[]): string => parts.filter(Boolean).join("\n");
  const above = texts.slice(Math.max(0, index - NEAR), index).map((one) => one.text);
  const below = texts.slice(index + 1, index + 1 + NEAR).map((one) => one.text);
  return {
    before: join([...above, text.slice(0, place.offset)]).slice(-AROUND),
    after: join([text.slice(place.offset + length), ...below]).slice(0, AROUND),
  };
}

/** How often an article has a text, at least 1. */
function countOf(article: Article, quote: string): number {
  if (quote === "") return 1;
  let count = 0;
  for (const { text } of textsOf(article))
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length)) count += 1;
  return Math.max(1, count);
}

/** Where these words stand one after another in one block, as indices of words. */
function exactPlaces(words: readonly Word[], wanted: readonly string[]): readonly number[] {
  const found: number[] = [];
  const [first] = wanted;
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    if (words[at]?.word !== first || words[at]?.block !== words[at + wanted.length - 1]?.block) continue;
    if (wanted.every((word, n) => words[at + n]?.word === word)) found.push(at);
  }
  return found;
}

/** How many words two lists share in the same order. */
function inOrder(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (let n = 0; n < other.length; n += 1) next.push(word === other[n] ? (row[n] ?? 0) + 1 : Math.max(row[n + 1] ?? 0, next[n] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** What of the words around a passage is around these words too, from 0 to 1. Where it stood alone, the edges of the article count. */
function contextAt(words: readonly Word[], start: number, end: number, anchor: Anchor): number {
  const share = (kept: readonly string[], here: readonly Word[]): number =>
    kept.length === 0
      ? here.length === 0
        ? 1
        : 0
      : inOrder(
          kept,
          here.map(({ word }) => word),
        ) / kept.length;
  const before = wordsIn(anchor.before).slice(-CONTEXT);
  const after = wordsIn(anchor.after).slice(0, CONTEXT);
  const room = CONTEXT + 4;
  const one = share(before, words.slice(Math.max(0, start - room), start));
  const other = share(after, words.slice(end, end + room));
  // One side that is as it was says where it is, however much was put in on the other.
  return Math.max((one + other) / 2, Math.max(one, other) * 0.8);
}

interface Candidate {
  readonly start: number;
  /** Index of the word after the last. */
  readonly end: number;
  readonly like: number;
  readonly context: number;
}

/** The one that is clearly the best, null where several are as good. */
function best(found: readonly Candidate[]): Candidate | null {
  const worth = ({ like, context }: Candidate): number => like + context;
  const [first, second] = [...found].sort((one, other) => worth(other) - worth(one));
  if (!first) return null;
  return second && worth(first) - worth(second) < CLEARLY ? null : first;
}

/** Stretches of one block that have most of the wanted words in their order. */
function likePlaces(words: readonly Word[], wanted: readonly string[], anchor: Anchor): readonly Candidate[] {
  const bag = new Map<string, number>();
  for (const word of wanted) bag.set(word, (bag.get(word) ?? 0) + 1);
  const size = wanted.length;
  const least = Math.ceil(size * LIKE_HERE);
  const left = new Map(bag);
  let shared = 0;
  const counts: number[] = [];
  const take = (word: string | undefined, by: 1 | -1): void => {
    const known = word === undefined ? undefined : left.get(word);
    if (word === undefined || known === undefined) return;
    if (by === 1 ? known > 0 : known >= 0) shared += by;
    left.set(word, known - by);
  };
  for (let n = 0; n < words.length + size; n += 1) {
    take(words[n]?.word, 1);
    if (n >= size) take(words[n - size]?.word, -1);
    counts.push(shared);
  }
  const found: Candidate[] = [];
  for (let n = 0; n < counts.length; n += 1) {
    const count = counts[n] ?? 0;
    // The last of several windows that have as many: it begins at the first word that counts.
    if (count < least || (counts[n + 1] ?? 0) >= count) continue;
    const middle = words[Math.min(words.length - 1, n - Math.floor(size / 2))];
    if (!middle) continue;
    let from = Math.max(0, n - size + 1 - Math.ceil(size / 2));
    let to = Math.min(words.length, n + 1 + Math.ceil(size / 2));
    while (words[from]?.block !== middle.block) from += 1;
    while (words[to - 1]?.block !== middle.block) to -= 1;
    const near = words.slice(from, to);
    const said = near.map(({ word }) => word);
    const all = inOrder(wanted, said);
    if (all === 0) continue;
    // As short as it has all of them: a small word before it that is wanted too does not begin it.
    let first = 0;
    let last = said.length - 1;
    while (inOrder(wanted, said.slice(first + 1, last + 1)) === all) first += 1;
    while (inOrder(wanted, said.slice(first, last)) === all) last -= 1;
    const like = all / size;
    found.push({ start: from + first, end: from + last + 1, like, context: contextAt(words, from + first, from + last + 1, anchor) });
  }
  // What overlaps is one place, seen from several windows.
  const apart: Candidate[] = [];
  for (const one of found.toSorted((a, b) => b.like + b.context - a.like - a.context))
    if (apart.every((other) => one.end <= other.start || one.start >= other.end)) apart.push(one);
  return apart;
}

const placed = (words: readonly Word[], { start, end, like }: Candidate): Anchored | null => {
  const first = words[start];
  const last = words[end - 1];
  return first && last ? { place: { block: first.block, offset: first.start }, end: last.end, exact: like === 1 } : null;
};

/**
 * Where a passage is in the article as it is now: at its own words, wherever they have moved; of several passages with the same words at
 * the one that stands among the same others; at nearly its words where some have changed. Null: it is gone, or nobody could tell which it is.
 */
export function findAnchor(article: Article, anchor: Anchor): Anchored | null {
  const { place, quote, before } = anchor;
  const stands = quote !== "" && textAt(article, place.block).startsWith(quote, place.offset);
  if (stands && around(article, place, quote.length).before === before) return { place, end: place.offset + quote.length, exact: true };
  const wanted = wordsIn(quote);
  if (wanted.length === 0) return null;
  const words = wordsOf(article);
  const exact = exactPlaces(words, wanted).map((start): Candidate => {
    const end = start + wanted.length;
    return { start, end, like: 1, context: contextAt(words, start, end, anchor) };
  });
  const [only] = exact;
  // It was the only one, and is.
  if (only && exact.length === 1 && anchor.twins === 1 && wanted.length >= FEW) return placed(words, only);
  const known = best(exact.filter(({ context }) => context >= SAME_CONTEXT));
  if (known) return placed(words, known);
  if (wanted.length < FEW || (exact.length > 0 && anchor.twins > 1)) return null;
  const like = likePlaces(words, wanted, anchor).filter(
    (one) => one.like >= LIKE || (one.like >= LIKE_HERE && one.context >= SAME_CONTEXT),
  );
  const near = best(like);
  return near && placed(words, near);
}

/**
 * Where somebody goes on in the article as it is now: at the words where they were, else behind what they heard before, else at what
 * came next, else in the same block, or the last.
 */
export function resumeAt(article: Article, anchor: Anchor): Place {
  const found = findAnchor(article, anchor);
  if (found) return found.place;
  const words = wordsOf(article);
  const side = (text: string, from: "start" | "end"): Place | null => {
    const all = wordsIn(text);
    for (const count of [CONTEXT, FEW]) {
      const wanted = from === "end" ? all.slice(-count) : all.slice(0, count);
      const places = wanted.length < FEW ? [] : exactPlaces(words, wanted);
      const [start] = places;
      if (start === undefined || places.length > 1) continue;
      const word = words[from === "end" ? start + wanted.length : start];
      if (word) return { block: word.block, offset: word.start };
    }
    return null;
  };
  const { place } = anchor;
  const texts = textsOf(article);
  const same = texts.find(({ block }) => block === place.block);
  return (
    side(anchor.before, "end") ??
    side(anchor.after, "start") ??
    (same ? { block: same.block, offset: anchor.quote === "" ? Math.min(place.offset, same.text.length) : 0 } : null) ?? {
      block: texts.findLast(({ text }) => text !== "")?.block ?? place.block,
      offset: 0,
    }
  );
}
