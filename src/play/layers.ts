import { firstPlace, type Script, spokenText, type Utterance } from "../model/index.ts";

/** How much of an article is heard, each with all that comes before it. */
export const DEPTHS = ["headline", "sentence", "lead", "whole"] as const;
export type Depth = (typeof DEPTHS)[number];

/** A script cut by depth. */
export interface Layers {
  /** Every utterance of the script once, by its number, in the order in which they are said from depth to depth. */
  readonly order: readonly number[];
  /** How many of `order` a depth has. They never fall from one to the next; the last has all. */
  readonly ends: Readonly<Record<Depth, number>>;
}

/** So many words are a lead: where the first paragraph has fewer, the next belongs to it. News has leads of one sentence (guess). */
const LEAD_WORDS = 40;
/** What ends a sentence, with what can stand behind it. A sentence that is too long for one breath is several utterances. */
const SENTENCE_END = /[.!?…。！？।؟]["'”’»)\]]*\s*$/u;

const wordsOf = (utterance: Utterance): number => spokenText(utterance).split(/\s+/).filter(Boolean).length;
const blockOf = (utterance: Utterance | undefined): string | null => (utterance ? (firstPlace(utterance)?.block ?? null) : null);

/**
 * Cuts a script: the headline with what stands above it, the first sentence of the text, the lead, and the rest in its order. Where there
 * is no headline to be said, the first sentence is one.
 */
export function layersOf({ utterances }: Script): Layers {
  const body = utterances.flatMap((utterance, n) => (utterance.role === "paragraph" ? [n] : []));
  const first = body[0];
  const sentence: number[] = [];
  for (const n of body) {
    if (blockOf(utterances[n]) !== blockOf(utterances[first ?? 0])) break;
    sentence.push(n);
    const said = utterances[n];
    if (said && SENTENCE_END.test(spokenText(said))) break;
  }
  const lead: number[] = [];
  let words = 0;
  let block: string | null = null;
  for (const n of body) {
    const said = utterances[n];
    if (!said) break;
    if (blockOf(said) !== block && words >= LEAD_WORDS) break;
    block = blockOf(said);
    words += wordsOf(said);
    lead.push(n);
  }
  const titled = utterances.flatMap(({ role }, n) => (role === "kicker" || role === "title" ? [n] : []));
  const layers = [titled.length > 0 ? titled : sentence, sentence, lead, utterances.map((_, n) => n)];
  const order: number[] = [];
  const known = new Set<number>();
  const ends = layers.map((layer) => {
    for (const n of layer) {
      if (known.has(n)) continue;
      known.add(n);
      order.push(n);
    }
    return order.length;
  });
  return { order, ends: { headline: ends[0] ?? 0, sentence: ends[1] ?? 0, lead: ends[2] ?? 0, whole: ends[3] ?? 0 } };
}

/** The next depth that has something that a depth has not; null: all is said. */
export const deeper = ({ ends }: Layers, depth: Depth): Depth | null =>
  DEPTHS.slice(DEPTHS.indexOf(depth) + 1).find((candidate) => ends[candidate] > ends[depth]) ?? null;

/** The utterances of a depth, in order. */
export const upTo = (script: Script, { order, ends }: Layers, depth: Depth): readonly Utterance[] =>
  order.slice(0, ends[depth]).flatMap((n) => script.utterances[n] ?? []);
