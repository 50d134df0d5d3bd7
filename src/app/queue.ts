import type { ItemLength, Opened, QueueReader } from "../contract/index.ts";
import type { KeptItem, Library } from "../library/index.ts";
import {
  type Article,
  type ArticleId,
  Failure,
  type ItemId,
  type LexiconEntry,
  type Script,
  type SourceRequest,
  type Taste,
} from "../model/index.ts";
import { narrate } from "../narrate/index.ts";
import { layersOf, secondsLeft, secondsOfWords, upTo } from "../play/index.ts";
import { articleWords } from "./count-words.ts";
import { escaped, pageOf } from "./item-page.ts";

/** What listening through a queue needs. */
export interface QueueWorld {
  readonly library: Library;
  /** Makes an article of an item's page, else of what its feed gave, and keeps it without making it the last opened. */
  readonly prepare: (item: KeptItem, signal?: AbortSignal) => Promise<Opened>;
  /** Makes an article and keeps nothing. */
  readonly extract: (request: SourceRequest, signal?: AbortSignal) => Promise<Article>;
  readonly lexicon: () => readonly LexiconEntry[];
  /** Fetches the pictures of a kept article, where the listener wants them kept. */
  readonly pictures: (article: Article, signal: AbortSignal) => Promise<void>;
  /** Resolves when nobody waits for anything else. */
  readonly idle: (signal: AbortSignal) => Promise<void>;
}

/** The use cases, and what is not kept but can be narrated. */
export interface QueueUses extends QueueReader {
  /** An article that was made of a feed alone. */
  passing(id: ArticleId): Article | null;
}

/** So many articles that are not kept are remembered: more than a listener goes back by (guess). */
const MOST_PASSING = 40;
/** So many measured lengths are remembered. */
const MOST_LENGTHS = 5000;
/** How long an item of which nothing is known takes, words: about what a news article has (guess). */
const USUAL_WORDS = 450;
/** How long a lead is where it can't be measured, words (guess). */
const LEAD_WORDS = 60;
/** After so many scripts others get their turn: a script takes some milliseconds. */
const AT_ONCE = 4;

/** What the feed gave of an item, as a source: where that is nothing, its headline is all of it. */
function givenBy(item: KeptItem): SourceRequest {
  const said = { kind: "content", url: null, lang: null } as const;
  const content = item.content ?? (item.summary === "" ? null : escaped(item.summary));
  return content === null
    ? { ...said, content: item.title, type: "text/plain" }
    : { ...said, content: pageOf({ ...item, content: `<div>${content}</div>` }), type: "text/html" };
}

/** What passes by is remembered up to a number, the oldest goes first. */
function remember<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of [...map.keys()].slice(0, Math.max(0, map.size - most))) map.delete(oldest);
}

/** Preparing items, and how long they are. */
export function queueUses({ library, prepare, extract, lexicon, pictures, idle }: QueueWorld): QueueUses {
  const passing = new Map<ArticleId, Article>();
  const measured = new Map<string, { readonly whole: number; readonly lead: number }>();

  const measure = (article: Article, taste: Taste): { readonly whole: number; readonly lead: number } => {
    const script: Script = narrate(article, taste, lexicon());
    const lead: Script = { article: article.id, utterances: upTo(script, layersOf(script), "lead") };
    return { whole: secondsLeft(script, 0, 1), lead: secondsLeft(lead, 0, 1) };
  };
  const lengthOf = (id: ItemId, taste: Taste): ItemLength | null => {
    const item = library.items.item(id);
    if (!item) return null;
    const key = `${item.article} ${taste.verbosity} ${taste.lang}`;
    const known = measured.get(key);
    if (known) return { item: id, ...known, measured: true };
    const article = item.article === null ? null : library.article(item.article);
    if (article) {
      const length = measure(article, taste);
      remember(measured, key, length, MOST_LENGTHS);
      return { item: id, ...length, measured: true };
    }
    const words = item.words || USUAL_WORDS;
    return { item: id, whole: secondsOfWords(words), lead: secondsOfWords(Math.min(words, LEAD_WORDS)), measured: false };
  };

  const uses: QueueUses = {
    passing: (id) => passing.get(id) ?? null,
    async *makeReady({ items }, signal) {
      const { makeReady } = await import("./make-ready.ts");
      const one = async (item: ItemId, stop: AbortSignal): Promise<Article> =>
        (await uses.prepareItem({ item, network: true }, stop)).article;
      yield* makeReady({ library, prepare: one, pictures, idle }, items, signal ?? new AbortController().signal);
    },
    async prepareItem({ item: id, network }, signal) {
      const item = library.items.item(id);
      if (!item) throw new Failure("not-found", "This item is not there any more.");
      const kept = item.article === null ? null : library.article(item.article);
      if (kept) return { article: kept, place: library.place(kept.id), left: library.left(kept.id), changes: null };
      if (!network) {
        const article = await extract(givenBy(item), signal);
        remember(passing, article.id, article, MOST_PASSING);
        return { article, place: null, left: null, changes: null };
      }
      const opened = await prepare(item, signal);
      library.items.setArticle(id, opened.article.id, articleWords(opened.article));
      return opened;
    },
    async lengths({ items, taste }, signal) {
      const found: ItemLength[] = [];
      let scripts = 0;
      for (const id of items) {
        const before = measured.size;
        const length = lengthOf(id, taste);
        if (length) found.push(length);
        if (measured.size === before) continue;
        scripts += 1;
        if (scripts % AT_ONCE !== 0) continue;
        await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      }
      return found;
    },
  };
  return uses;
}
