import type { DraftBlock } from "./draft.ts";
import { languageTag, otherScript } from "./language.ts";
import { endsSentence } from "./text.ts";

/** Fewest letters and words of a text whose language is told from its words (measured: of 200 letters one of 20 is wrong; see `SURE`). */
const FEWEST_LETTERS = 120;
const FEWEST_WORDS = 15;
/** Share of words that are written small: names and titles of works have none. */
const SMALL_WORDS = 0.6;
/** Share of a text's words that stand elsewhere in the article, from which it is in the article's language: others have some names. */
const SHARED = 0.3;
/** How much likelier the other language must be than the article's, in the detector's own measure (measured on 76 news pages: no false one). */
const SURE = 1.35;

/** Languages that the detector takes for each other, and that each other's voices read well enough. */
const NEIGHBOURS: readonly (readonly string[])[] = [
  ["nb", "nn", "no", "da", "sv"],
  ["hr", "sr", "bs", "sl"],
  ["id", "ms"],
  ["cs", "sk"],
  ["es", "gl", "ca"],
  ["hi", "mr", "ne"],
  ["ar", "fa", "ur", "ckb"],
];

const baseOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? tag;
const areNeighbours = (a: string, b: string): boolean => NEIGHBOURS.some((group) => group.includes(a) && group.includes(b));

const KINDS = new Set<DraftBlock["kind"]>(["paragraph", "quote", "item", "footnote"]);
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/**
 * Says the language of texts that are clearly not in the article's, where the page does not say it: another script, or whole sentences in
 * words that the article does not use elsewhere. In doubt it is the article's: a false voice is worse than an accent.
 * @param lang the article's language, BCP 47
 */
export async function markLanguages(blocks: readonly DraftBlock[], lang: string): Promise<readonly DraftBlock[]> {
  const counts = new Map<string, number>();
  const words = blocks.map(({ kind, text }) => (KINDS.has(kind) ? wordsIn(text.toLowerCase()) : []));
  for (const own of words) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  const marked: DraftBlock[] = [];
  for (const [n, block] of blocks.entries()) {
    const mayBe = KINDS.has(block.kind) && block.lang === null && !block.spans.some(({ kind }) => kind === "language");
    const found = mayBe ? await otherLanguage(block.text, words[n] ?? [], counts, lang) : null;
    marked.push(found === null ? block : { ...block, lang: found });
  }
  return marked;
}

async function otherLanguage(
  text: string,
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
  lang: string,
): Promise<string | null> {
  const script = otherScript(text, lang);
  if (script !== null) return script;
  if (words.length < FEWEST_WORDS || !endsSentence(text) || words.join("").length < FEWEST_LETTERS) return null;
  const small = wordsIn(text).filter((word) => word === word.toLowerCase());
  if (small.length < words.length * SMALL_WORDS) return null;
  const own = new Map<string, number>();
  for (const word of words) own.set(word, (own.get(word) ?? 0) + 1);
  const shared = words.filter((word) => (counts.get(word) ?? 0) > (own.get(word) ?? 0));
  if (shared.length > words.length * SHARED) return null;
  const { eld } = await import("eld/extrasmall");
  const result = eld.detect(text);
  const found = languageTag(result.language);
  const base = baseOf(lang);
  if (found === null || !result.isReliable() || baseOf(found) === base || areNeighbours(baseOf(found), base)) return null;
  const scores = result.getScores() as Readonly<Record<string, number>>;
  const here = scores[base === "nb" ? "no" : base] ?? 0;
  return (scores[result.language] ?? 0) >= here * SURE ? found : null;
}
