import { type BlockId, places, type Script } from "../../model/index.ts";

/** A stretch of a block's text: a sentence that an utterance says, or what stands between sentences (`utterance` null). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly utterance: number | null;
}

/** The sentences of each block, in the order of the page, never overlapping. */
export function sentencesOf(script: Script): ReadonlyMap<BlockId, readonly Stretch[]> {
  const found = new Map<BlockId, Stretch[]>();
  script.utterances.forEach((utterance, index) => {
    for (const { block, start, end } of places(utterance)) {
      const known = found.get(block) ?? [];
      found.set(block, known);
      known.push({ start, end, utterance: index });
    }
  });
  for (const [block, sentences] of found) {
    sentences.sort((one, other) => one.start - other.start || one.end - other.end);
    let at = 0;
    const apart: Stretch[] = [];
    for (const sentence of sentences) {
      const start = Math.max(at, sentence.start);
      if (start >= sentence.end) continue;
      apart.push({ ...sentence, start });
      at = sentence.end;
    }
    found.set(block, apart);
  }
  return found;
}

/** All of a text from `start` to `end`, parted into sentences and what stands between them. */
export function stretches(sentences: readonly Stretch[], start: number, end: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = start;
  for (const sentence of sentences) {
    const from = Math.max(sentence.start, at);
    const to = Math.min(sentence.end, end);
    if (from >= to) continue;
    if (from > at) found.push({ start: at, end: from, utterance: null });
    found.push({ start: from, end: to, utterance: sentence.utterance });
    at = to;
  }
  if (at < end) found.push({ start: at, end, utterance: null });
  return found;
}
