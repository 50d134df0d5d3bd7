import { frameShape } from "../../export/index.ts";
import {
  type BlockId,
  type Chapter,
  type Edition,
  type EditionPlace,
  firstPlace,
  type SaidUtterance,
  spokenText,
  withoutTurns,
} from "../../model/index.ts";
import type { Plan } from "./plan.ts";
import type { Spoken } from "./speak-piece.ts";

/**
 * When every utterance is heard, seconds from the beginning of the edition. A sound whose pieces begin with their encoder's delay is behind
 * by that everywhere; the file says so, and players leave it out.
 */
export function saidOf(plan: Plan, pieces: readonly Spoken[]): readonly SaidUtterance[] {
  const said: SaidUtterance[] = [];
  let before = 0;
  plan.pieces.forEach(({ article }, number) => {
    const spoken = pieces[number];
    if (!spoken) return;
    for (const { utterance, start, end, marks } of spoken.heard)
      said.push({ article, utterance, start: (before + start) / plan.sampleRate, end: (before + end) / plan.sampleRate, marks });
    before += spoken.samples;
  });
  return said;
}

/** The chapters of an edition: one an article, and one within for each section. */
export function chaptersOf({ articles }: Edition, said: readonly SaidUtterance[], duration: number): readonly Chapter[] {
  const begun: Omit<Chapter, "end">[] = [];
  articles.forEach(({ article, script }, number) => {
    const own = said.filter((one) => one.article === number && spokenText(script.utterances[one.utterance] ?? NOTHING).trim() !== "");
    const first = own[0];
    if (!first) return;
    begun.push({ title: article.title, depth: 0, article: number, start: first.start });
    const blocks = new Map(article.blocks.map((block) => [block.id, block]));
    /** When the first of each block is heard. */
    const firstHeard = new Map<BlockId, number>();
    for (const { utterance, start } of own) {
      const { role, pieces } = script.utterances[utterance] ?? NOTHING;
      const from = pieces.flatMap(({ source }) => (source ? [source.block] : []));
      for (const one of from) if (!firstHeard.has(one)) firstHeard.set(one, start);
      const [id] = from;
      const block = id === undefined ? undefined : blocks.get(id);
      // A heading of several sentences begins one section.
      if (role === "heading" && block?.kind === "heading" && firstHeard.get(block.id) === start)
        begun.push({ title: withoutTurns(block.text), depth: 1, article: number, start });
    }
  });
  return begun.map((chapter, at) => ({ ...chapter, end: begun[at + 1]?.start ?? duration }));
}

/** Where each sentence of an edition is heard, in order: what finds the place of a time again (`placeAt`). */
export const placesOf = ({ articles }: Edition, said: readonly SaidUtterance[]): readonly EditionPlace[] =>
  said.flatMap(({ article, utterance, start }) => {
    const found = articles[article];
    const place = found && firstPlace(found.script.utterances[utterance] ?? NOTHING);
    return found && place ? [{ start, article: found.article.id, block: place.block, offset: place.start }] : [];
  });

const NOTHING = { role: "announcement", pieces: [], lang: "", pause: 0 } as const;

/** The length of an edition's sound, seconds. */
export const durationOf = ({ sampleRate }: Plan, pieces: readonly Spoken[]): number =>
  pieces.reduce((sum, { samples }) => sum + samples, 0) / sampleRate;

/** The shape of the frames of a plan's sound. */
export const shapeOf = ({ sound, sampleRate }: Plan): ReturnType<typeof frameShape> => frameShape(sound ?? "wav", sampleRate);
