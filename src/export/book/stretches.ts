import { type BlockId, type EditionArticle, places, type SaidUtterance } from "../../model/index.ts";

/** A sentence on the page, and when it is heard. */
export interface Stretch {
  /** Names it in its article. */
  readonly id: string;
  readonly block: BlockId;
  readonly start: number;
  readonly end: number;
}

/** When a stretch is heard, seconds from the beginning of the article's sound. */
export interface Clip {
  readonly stretch: Stretch;
  readonly start: number;
  readonly end: number;
}

/** The stretches of each block in order, and the clips in the order in which they are heard. */
export interface Overlay {
  readonly stretches: ReadonlyMap<BlockId, readonly Stretch[]>;
  readonly clips: readonly Clip[];
}

/**
 * Joins what is shown and what is heard of an article. What is only said, an announcement, goes with the sentence that it announces. A
 * stretch that is said again, as the head of a column is for each cell, is shown once and goes with what follows it.
 * @param said the utterances of this article
 * @param from where the article's own sound begins, seconds
 */
export function overlayOf({ script }: EditionArticle, said: readonly SaidUtterance[], from: number): Overlay {
  const stretches = new Map<BlockId, Stretch[]>();
  const clips: { stretch: Stretch; start: number; end: number }[] = [];
  let waiting: number | null = null;
  for (const { utterance: index, start, end } of said) {
    const utterance = script.utterances[index];
    // Silence alone is no clip.
    if (!utterance || end <= start) continue;
    const begins: number = waiting ?? start;
    const found = places(utterance);
    const range = found.reduce<(typeof found)[number] | undefined>((last, one) => (last && last.start > one.start ? last : one), undefined);
    if (!range || range.end <= range.start) {
      waiting = begins;
      continue;
    }
    const known = stretches.get(range.block) ?? [];
    const overlapping = known.find((one) => one.start < range.end && range.start < one.end);
    const stretch = overlapping ?? { id: `s${index}`, block: range.block, start: range.start, end: range.end };
    if (!overlapping)
      stretches.set(
        range.block,
        [...known, stretch].sort((a, b) => a.start - b.start),
      );
    const last = clips.at(-1);
    if (last && last.stretch === stretch) last.end = end - from;
    else clips.push({ stretch, start: begins - from, end: end - from });
    waiting = null;
  }
  const last = clips.at(-1);
  const end = said.at(-1)?.end;
  if (last && waiting !== null && end !== undefined) last.end = end - from;
  // The silence after a sentence is heard as well: who jumps from clip to clip would leave it out.
  return { stretches, clips: clips.map((clip, at) => ({ ...clip, end: clips[at + 1]?.start ?? clip.end })) };
}
