import type { RE2JS } from "re2js";
import { type Article, Failure, type LexiconEntry, type VoiceId } from "../model/index.ts";
import { compileExpression, LEXICON_LIMITS } from "./lexicon-check.ts";
import type { Stretch } from "./sentences.ts";
import { STARTER_PACK } from "./starter-pack.ts";

/** A stretch of text that the lexicon has words for; "": nothing is said. */
export interface Entered extends Stretch {
  readonly spoken: string;
}

/** A lexicon made ready for an article, a voice and a language: finds what it has words for in a text, in order, without overlap. */
export type Lookup = (text: string) => readonly Entered[];

/** A lexicon made ready for an article and a voice; gives the look-up for a language. */
export type ReadyLexicon = (lang: string) => Lookup;

const NOTHING: Lookup = () => [];
/** No lexicon at all. */
export const EMPTY: ReadyLexicon = () => NOTHING;

/** One entry in the tree of written words; `order` is its place in the lexicon. */
interface Leaf {
  readonly entry: LexiconEntry;
  readonly order: number;
}
interface Node {
  readonly next: Map<string, Node>;
  readonly leaves: Leaf[];
}
interface Expression {
  readonly pattern: RE2JS;
  readonly entry: LexiconEntry;
  readonly order: number;
}
interface Hit extends Entered {
  readonly order: number;
}

const node = (): Node => ({ next: new Map(), leaves: [] });
const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Scripts without spaces have no word ends to look for. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const POSSESSIVE = /^['’]s(?![\p{L}\p{N}])/u;

/** One character for all that are written alike: small letters, straight apostrophes, plain spaces. Never longer than one. */
function folded(unit: string): string {
  if (unit === "’") return "'";
  if (/\s/.test(unit)) return " ";
  const small = unit.toLowerCase();
  return small.length === 1 ? small : unit;
}
const plain = (text: string): string => text.replaceAll("’", "'").replace(/\s/g, " ");

function tree(leaves: readonly Leaf[]): Node {
  const root = node();
  for (const leaf of leaves) {
    let at = root;
    for (let index = 0; index < leaf.entry.written.length; index += 1) {
      const unit = folded(leaf.entry.written.charAt(index));
      const known = at.next.get(unit) ?? node();
      at.next.set(unit, known);
      at = known;
    }
    at.leaves.push(leaf);
  }
  return root;
}

function fits({ entry }: Leaf, text: string, start: number, end: number): boolean {
  if (!entry.ignoreCase && plain(text.slice(start, end)) !== plain(entry.written)) return false;
  if (entry.match !== "word") return true;
  const [before, first, last, after] = [text.charAt(start - 1), text.charAt(start), text.charAt(end - 1), text.charAt(end)];
  const open = (outside: string, inside: string): boolean => WORD.test(outside) && WORD.test(inside) && !UNSPACED.test(inside);
  return !open(before, first) && !open(after, last);
}

const spokenOf = (entry: LexiconEntry): string => (entry.match === "skip" ? "" : entry.spoken);

/** The longest entry that begins at a place, the first of equals. At most `LEXICON_LIMITS.length` steps. */
function longestAt(root: Node, text: string, start: number): Hit | null {
  let at: Node | undefined = root;
  let best: Hit | null = null;
  for (let end = start; at && end < text.length; ) {
    at = at.next.get(folded(text.charAt(end)));
    end += 1;
    const leaf = at?.leaves.find((one) => fits(one, text, start, end));
    if (leaf) best = { start, end, spoken: spokenOf(leaf.entry), order: leaf.order };
  }
  if (best === null || best.spoken === "" || !POSSESSIVE.test(text.slice(best.end, best.end + 3))) return best;
  return { ...best, end: best.end + 2, spoken: `${best.spoken}'s` };
}

function hitsOf({ pattern, entry, order }: Expression, text: string): readonly Hit[] {
  const found: Hit[] = [];
  const matcher = pattern.matcher(text);
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start) found.push({ start, end, spoken: spokenOf(entry), order });
  }
  return found;
}

function lookupOf(entries: readonly LexiconEntry[], steps: { taken: number }): Lookup {
  const leaves: Leaf[] = [];
  const expressions: Expression[] = [];
  entries.slice(0, LEXICON_LIMITS.entries).forEach((entry, order) => {
    if (entry.written === "" || entry.written.length > LEXICON_LIMITS.length) return;
    if (entry.match !== "expression") leaves.push({ entry, order });
    else if (expressions.length < LEXICON_LIMITS.expressions) {
      try {
        expressions.push({ pattern: compileExpression(entry.written, entry.ignoreCase), entry, order });
      } catch (error) {
        // An entry that no longer compiles says nothing; `checkEntry` told whoever wrote it.
        if (!(error instanceof Failure)) throw error;
      }
    }
  });
  if (leaves.length + expressions.length === 0) return NOTHING;
  const root = tree(leaves);
  return (text) => {
    const hits: Hit[] = [];
    for (const expression of expressions) {
      steps.taken += expression.pattern.programSize() * text.length;
      if (steps.taken > LEXICON_LIMITS.steps) break;
      for (const hit of hitsOf(expression, text)) hits.push(hit);
    }
    for (let start = 0; start < text.length; ) {
      const hit = longestAt(root, text, start);
      if (hit) hits.push(hit);
      start = hit?.end ?? start + 1;
    }
    hits.sort((a, b) => a.start - b.start || a.order - b.order || b.end - a.end);
    const kept: Entered[] = [];
    for (const { start, end, spoken } of hits) if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end, spoken });
    return kept;
  };
}

const small = (text: string): string => text.toLowerCase();
const tag = (lang: string): string => small(lang).replaceAll("_", "-");
const base = (lang: string): string => tag(lang).split("-")[0] ?? "";
const PACK: ReadonlySet<LexiconEntry> = new Set(STARTER_PACK);

/**
 * How well an entry fits a text's language, lower is better; null: not at all. A listener's word for one English holds for all of
 * them, until there is one for this English: 0 its very region, 1 its language or any, 2 another region, 3 what comes with Lectern.
 */
function distanceTo(lang: string, entry: LexiconEntry): number | null {
  if (entry.lang !== null && base(entry.lang) !== base(lang)) return null;
  if (PACK.has(entry)) return 3;
  if (entry.lang === null) return 1;
  const [text, wanted] = [tag(lang), tag(entry.lang)];
  if (text === wanted) return wanted.includes("-") ? 0 : 1;
  return text.startsWith(`${wanted}-`) || wanted.startsWith(`${text}-`) ? 1 : 2;
}

/** The entries for a language, those that fit better first, else in their order. */
const spokenIn = (lang: string, entries: readonly LexiconEntry[]): readonly LexiconEntry[] =>
  entries
    .flatMap((entry) => {
      const distance = distanceTo(lang, entry);
      return distance === null ? [] : [{ entry, distance }];
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ entry }) => entry);

function isOn(article: Pick<Article, "address" | "site">, site: string | null): boolean {
  if (site === null) return true;
  const wanted = small(site);
  const host = small(/^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(article.address)?.[1] ?? "");
  return host === wanted || host.endsWith(`.${wanted}`) || small(article.site ?? "") === wanted;
}

/**
 * Makes a lexicon ready. Entries for other sites and voices are left out. The first place in the text wins, there the earlier entry
 * (among literal ones the longest). Linear in the text for any lexicon within `LEXICON_LIMITS`: words are found in a tree of letters,
 * expressions run on RE2.
 * @param voice the voice that will read, null: unknown
 */
export function readyLexicon(
  entries: readonly LexiconEntry[],
  article: Pick<Article, "address" | "site">,
  voice: VoiceId | null,
): ReadyLexicon {
  if (entries.length === 0) return EMPTY;
  const here = entries.filter((entry) => isOn(article, entry.site) && (entry.voice === null || entry.voice === voice));
  const known = new Map<string, Lookup>();
  const steps = { taken: 0 };
  return (lang) => {
    const lookup = known.get(lang) ?? lookupOf(spokenIn(lang, here), steps);
    known.set(lang, lookup);
    return lookup;
  };
}
