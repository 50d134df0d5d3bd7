import { type Article, type ArticleChange, type ArticleChanges, type Block, fold, TITLE } from "../model/index.ts";

/** Share of their words that two texts have in common when one is the other, changed (guess: half of a paragraph is rewritten at most). */
const ALIKE = 0.5;
/** So many texts around its place are looked at for what a changed one was (guess). */
const NEAR = 30;

/** A text's words, without case, accents and signs: what is only set differently has not changed. */
const wordsOf = (text: string): readonly string[] => fold(text).plain.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a block is known by; "" for one that says nothing. */
function keyOf(block: Block): string {
  const words = wordsOf(block.text).join(" ");
  return words === "" && block.kind === "figure" && block.src !== null ? `src:${block.src}` : words;
}

/** How much of their words two texts share, 0 to 1 (Sørensen–Dice, each word as often as it stands). */
function likeness(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(word, left - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (one.length + other.length);
}

interface Said {
  readonly words: readonly string[];
  readonly at: number;
}

/**
 * Which texts were only parted: by the index of the whole, those of its parts, which follow one another and say all of it in order. The same
 * the other way round are those that were joined.
 */
function partedOf(wholes: readonly Said[], parts: readonly Said[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  const used = new Set<number>();
  for (const [index, { words }] of wholes.entries())
    for (let first = 0; first < parts.length && !found.has(index); first += 1) {
      const run: number[] = [];
      let said = 0;
      for (let next = first; next < parts.length && said < words.length && !used.has(next); next += 1) {
        const part = parts[next];
        if (!part || part.words.length === 0 || (run.length > 0 && part.at !== (parts[next - 1]?.at ?? 0) + 1)) break;
        if (!part.words.every((word, n) => word === words[said + n])) break;
        said += part.words.length;
        run.push(next);
      }
      if (run.length < 2 || said !== words.length) continue;
      found.set(index, run);
      for (const one of run) used.add(one);
    }
  return found;
}

/**
 * What is new and what has changed in an article since a former one of the same page. What has only moved is neither; a text that says most
 * of what one near its place said is that one, changed. Null: nothing that a listener would notice.
 */
export function changesBetween(former: Article, article: Article): ArticleChanges | null {
  const known = new Map<string, number>();
  for (const block of former.blocks) {
    const key = keyOf(block);
    if (key !== "") known.set(key, (known.get(key) ?? 0) + 1);
  }
  const fresh: { readonly block: Block; readonly at: number }[] = [];
  for (const [at, block] of article.blocks.entries()) {
    const key = keyOf(block);
    if (key === "") continue;
    const left = known.get(key) ?? 0;
    if (left > 0) known.set(key, left - 1);
    else fresh.push({ block, at });
  }
  // What is left of the former one: gone, or what a changed text was.
  const gone: { readonly words: readonly string[]; readonly at: number }[] = [];
  for (const [at, block] of former.blocks.entries()) {
    const key = keyOf(block);
    const left = known.get(key) ?? 0;
    if (key === "" || left === 0) continue;
    known.set(key, left - 1);
    gone.push({ words: wordsOf(block.text), at });
  }
  const scale = former.blocks.length / Math.max(1, article.blocks.length);
  const now = fresh.map(({ block, at }) => ({ block, at, words: wordsOf(block.text) }));
  const parted = partedOf(gone, now);
  const joined = partedOf(now, gone);
  const taken = new Set<number>([...parted.keys(), ...[...joined.values()].flat()]);
  const same = new Set<number>([...joined.keys(), ...[...parted.values()].flat()]);
  const changes = now.flatMap(({ block, at, words }, place): readonly ArticleChange[] => {
    if (same.has(place)) return [];
    const near = gone
      .map((one, index) => ({ ...one, index, distance: Math.abs(one.at - at * scale) }))
      .filter(({ index }) => !taken.has(index))
      .sort((one, other) => one.distance - other.distance)
      .slice(0, NEAR);
    let best: { readonly index: number; readonly share: number } | null = null;
    for (const { index, words: were } of near) {
      const share = likeness(were, words);
      if (share >= ALIKE && share > (best?.share ?? 0)) best = { index, share };
    }
    if (!best) return [{ block: block.id, kind: "new" }];
    taken.add(best.index);
    return [{ block: block.id, kind: "changed" }];
  });
  const title = wordsOf(former.title).join(" ") === wordsOf(article.title).join(" ");
  const all: ArticleChange[] = [...(title ? [] : [{ block: TITLE, kind: "changed" } as const]), ...changes];
  const removed = gone.length - taken.size;
  return all.length === 0 && removed === 0 ? null : { changes: all, removed };
}
