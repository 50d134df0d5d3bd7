import { type BlockId, firstPlace, type Place, places, type Role, type Script } from "../model/index.ts";

/** What a listener can skip by. */
export type SkipUnit = "sentence" | "paragraph" | "section" | "photo" | "heading" | "quote";

/** Units that follow each other without a gap: skipping beyond the last of them is the end of the article. */
const TILES: ReadonlySet<SkipUnit> = new Set(["sentence", "paragraph", "section"]);

/** Whether every utterance belongs to one of these units. Of the others an article may have none. */
export const isTile = (unit: SkipUnit): boolean => TILES.has(unit);

/** The roles whose blocks are the units that an article has only here and there. */
const ROLES_OF: Readonly<Record<"section" | "photo" | "heading" | "quote", readonly Role[]>> = {
  section: ["heading"],
  photo: ["figure"],
  heading: ["title", "heading"],
  quote: ["quote"],
};

/** The block that each utterance belongs to. Words of our own belong to the block that they announce: the next one. */
function blocksOf(script: Script): readonly (string | null)[] {
  const blocks: (string | null)[] = [];
  let following: string | null = null;
  for (const utterance of script.utterances.toReversed()) {
    following = firstPlace(utterance)?.block ?? following;
    blocks.push(following);
  }
  return blocks.reverse();
}

/** What was found of a script: a book has ten thousand sentences, and is asked at each of them. */
const known = new WeakMap<Script, Map<SkipUnit, readonly number[]>>();

/** Where units begin: utterance numbers, rising. */
function starts(script: Script, unit: SkipUnit): readonly number[] {
  const units = known.get(script) ?? new Map<SkipUnit, readonly number[]>();
  known.set(script, units);
  const found = units.get(unit) ?? findStarts(script, unit);
  units.set(unit, found);
  return found;
}

function findStarts(script: Script, unit: SkipUnit): readonly number[] {
  const { utterances } = script;
  if (unit === "sentence") return utterances.map((_, n) => n);
  const blocks = blocksOf(script);
  const paragraphs = utterances.map((_, n) => n).filter((n) => n === 0 || blocks[n] !== blocks[n - 1]);
  if (unit === "paragraph") return paragraphs;
  const roles = ROLES_OF[unit];
  const found = paragraphs.filter((start, at) =>
    utterances.slice(start, paragraphs[at + 1] ?? utterances.length).some((utterance) => roles.includes(utterance.role)),
  );
  return unit === "section" && utterances.length > 0 && found[0] !== 0 ? [0, ...found] : found;
}

/** Whether a unit begins with this utterance. */
export const startsUnit = (script: Script, utterance: number, unit: SkipUnit): boolean => starts(script, unit).includes(utterance);

/**
 * The utterance that a skip goes to: the first one of the next unit, or the last start of a unit before `from`; null when there is
 * none. From within a paragraph the previous one is therefore its own start. `from` may be the number of utterances: the end.
 */
export function skipTarget(script: Script, from: number, unit: SkipUnit, direction: 1 | -1): number | null {
  const all = starts(script, unit);
  return (direction === 1 ? all.find((start) => start > from) : all.findLast((start) => start < from)) ?? null;
}

/** The order of blocks on the page: title, kicker and byline stand before the numbered ones. */
const orderOf = (block: BlockId): number => (/^b\d+$/.test(block) ? Number(block.slice(1)) : -1);

/**
 * The utterance that says this place of the page, else the nearest after it, else the last one. A place in the space behind a
 * sentence belongs to the next sentence.
 */
export function utteranceAt(script: Script, place: Place): number {
  const said = script.utterances.flatMap((utterance, n) => places(utterance).map((range) => ({ n, range })));
  const here = said.filter(({ range }) => range.block === place.block);
  const found =
    here.find(({ range }) => range.start <= place.offset && place.offset < range.end) ??
    here.find(({ range }) => range.start > place.offset) ??
    said.find(({ range }) => orderOf(range.block) > orderOf(place.block));
  return found?.n ?? Math.max(0, script.utterances.length - 1);
}

/** The first place on the page that an utterance stands for, else that of the next one that has one; null: none has. */
export function placeOf(script: Script, utterance: number): Place | null {
  for (const candidate of script.utterances.slice(Math.max(0, utterance))) {
    const range = firstPlace(candidate);
    if (range) return { block: range.block, offset: range.start };
  }
  return null;
}
