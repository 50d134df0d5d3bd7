import {
  type Article,
  type Block,
  type BlockId,
  type BlockKind,
  type Choice,
  Failure,
  type LeftOut,
  type NewSiteRule,
  type SiteRule,
} from "../model/index.ts";

/** Most of a text that its key has, UTF-16 code units: no two texts of a site are the same so far (guess). */
const KEY_LENGTH = 400;

/** By what a block is known again: its letters and digits in lower case, for a picture without words its address; "" for nothing. */
export function keyOf(block: Block): string {
  const words = block.text
    .slice(0, KEY_LENGTH * 2)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .slice(0, KEY_LENGTH);
  if (words !== "") return words;
  return block.kind === "figure" && block.src !== null ? `src:${block.src}` : "";
}

/**
 * The keys by which choices of an article's texts are kept, by block: where texts are the same, the later ones are numbered. `article`: as it
 * was extracted.
 */
function keysIn(article: Article): ReadonlyMap<BlockId, string> {
  const keys = new Map<BlockId, string>();
  const number = (blocks: readonly Block[]): void => {
    const seen = new Map<string, number>();
    for (const block of blocks) {
      const key = keyOf(block);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      if (key !== "") keys.set(block.id, count === 1 ? key : `${key} #${count}`);
    }
  };
  number(article.blocks);
  number(article.audit.left.flatMap(({ blocks }) => blocks));
  return keys;
}

/** The choice that concerns a block: as one of a text that was left out, or as one that stands in the article. */
const choiceKey = (of: Choice["of"], block: BlockId, key: string): string =>
  of === "block" && block.startsWith("l") ? `left: ${key}` : key;

/** The host that rules go by, null where an article is of no site. */
export function siteOf({ address }: Pick<Article, "address">): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/^www\./, "");
}

/** Begins the id of what the listener left out; the block's own id follows. */
const CHOSEN = "x-";
/** Longest text of an entry, UTF-16 code units. */
const ENTRY_LENGTH = 300;
/** Share of its blocks from which a text is the one that was decided about: a page may have changed a word in one of them. */
const MOST = 0.5;

/** The number in a block's id. */
const numberOf = (id: BlockId): number => Number(id.slice(1));

/** The article as it was extracted, before any choice of the listener. */
export function undecided(article: Article): Article {
  const { left } = article.audit;
  if (left.every((entry) => !entry.back && entry.rule === null && !entry.id.startsWith(CHOSEN))) return article;
  const own = (block: Block): boolean => block.id.startsWith("b");
  const taken = left.filter(({ id }) => id.startsWith(CHOSEN)).flatMap(({ blocks }) => blocks);
  const blocks = [...article.blocks, ...taken].filter(own).sort((one, other) => numberOf(one.id) - numberOf(other.id));
  const entries = left.filter(({ id }) => !id.startsWith(CHOSEN)).map((entry) => ({ ...entry, back: false, rule: null }));
  return { ...article, blocks, audit: { ...article.audit, kept: counted(article, blocks), left: entries } };
}

function counted(article: Article, blocks: readonly Block[]): Readonly<Record<BlockKind, number>> {
  const kept: Record<BlockKind, number> = { ...article.audit.kept };
  for (const kind of Object.keys(kept) as BlockKind[]) kept[kind] = 0;
  for (const { kind } of blocks) kept[kind] += 1;
  return kept;
}

/**
 * An article as its listener wants it: what was put back stands at its own place, what was left out is in the audit. A choice of this
 * article goes before the rules of its site. The same article and choices give the same, however often it is done.
 */
export function decide(shown: Article, choices: readonly Choice[], rules: readonly SiteRule[]): Article {
  const article = undecided(shown);
  if (choices.length === 0 && rules.length === 0) return article;
  const chosen = new Map(choices.map((choice) => [`${choice.of}:${choice.key}`, choice.stands]));
  const known = keysIn(article);
  const choiceOf = (of: Choice["of"], { id }: Block): boolean | undefined => {
    const key = known.get(id);
    return key === undefined ? undefined : chosen.get(`${of}:${choiceKey(of, id, key)}`);
  };

  const left = article.audit.left.map((entry): LeftOut => {
    const rule = rules.find((one) => one.kind === "put-back" && one.reason === entry.reason && one.part === entry.part);
    const count = entry.blocks.filter(({ id }) => known.has(id)).length;
    const said = entry.blocks.map((block) => choiceOf("left", block)).filter((stands) => stands !== undefined);
    const own = said.length > 0 && said.length >= count * MOST ? (said[0] ?? null) : null;
    return { ...entry, back: count > 0 && (own ?? rule !== undefined), rule: count > 0 ? (rule?.id ?? null) : null };
  });
  const after = new Map<BlockId | null, Block[]>();
  for (const entry of left) if (entry.back) after.set(entry.after, [...(after.get(entry.after) ?? []), ...entry.blocks]);
  const whole = [...(after.get(null) ?? []), ...article.blocks.flatMap((block) => [block, ...(after.get(block.id) ?? [])])];

  const out = new Map<BlockId, LeftOut>();
  let last: BlockId | null = null;
  for (const block of whole) {
    const before = last;
    last = block.id;
    const key = keyOf(block);
    if (key === "") continue;
    const rule = rules.find((one) => one.kind === "leave-out" && one.key === key);
    if (choiceOf("block", block) ?? rule === undefined) continue;
    const text = block.text.slice(0, ENTRY_LENGTH);
    const from = { blocks: [block], after: before, part: null, back: false, rule: rule?.id ?? null } as const;
    out.set(block.id, { id: CHOSEN + block.id, text, reason: "chosen", ...from });
  }
  const blocks = whole.filter(({ id }) => !out.has(id));
  // An article without a word is none: then nothing of it is left out.
  if (!blocks.some(({ text }) => text !== "")) return { ...article, audit: { ...article.audit, left } };
  return { ...article, blocks, audit: { ...article.audit, kept: counted(article, blocks), left: [...left, ...out.values()] } };
}

/** What a person can decide about: a text that was left out, by its entry, or a block of the article. */
export interface Subject {
  readonly of: Choice["of"];
  readonly blocks: readonly Block[];
  readonly entry: LeftOut | null;
  /** The keys of its choices. */
  readonly keys: readonly string[];
}

/** What an id of the audit or of a block stands for in an article; null where it has nothing like it that words can tell. */
function subjectOf(article: Article, id: string): Subject | null {
  const entry = article.audit.left.find((one) => one.id === id) ?? null;
  const blocks = entry?.blocks ?? article.blocks.filter((one) => one.id === id);
  const of = entry && entry.reason !== "chosen" ? "left" : "block";
  const known = keysIn(undecided(article));
  const keys = blocks.flatMap((block) => {
    const key = known.get(block.id);
    return key === undefined ? [] : [choiceKey(of, block.id, key)];
  });
  return keys.length === 0 ? null : { of, blocks, entry, keys };
}

/** The choices by which a subject stands in its article, or does not. */
export const choicesFor = ({ of, keys }: Subject, stands: boolean): readonly Choice[] => keys.map((key) => ({ of, key, stands }));

/** What an id stands for in an article. @throws Failure `not-found` */
export function subjectNamed(article: Article, id: string): Subject {
  const found = subjectOf(article, id);
  if (!found) throw new Failure("not-found", `The article has no text ${id} that can be put back or left out.`);
  return found;
}

/** An article with some of its texts put back and left out, by the ids of its audit and blocks; nothing is kept. @throws Failure `not-found` */
export function withChosen(
  article: Article,
  { putBack = [], leaveOut = [] }: { readonly putBack?: readonly string[]; readonly leaveOut?: readonly string[] },
): Article {
  const choices = [
    ...putBack.flatMap((id) => choicesFor(subjectNamed(article, id), true)),
    ...leaveOut.flatMap((id) => choicesFor(subjectNamed(article, id), false)),
  ];
  return choices.length === 0 ? article : decide(article, choices, []);
}

/** Whether a subject stands in its article where nobody has decided anything. */
export const standsAnyway = ({ of }: Subject): boolean => of === "block";

/** Longest sample of a rule, UTF-16 code units. */
const SAMPLE_LENGTH = 120;

/** The rule by which what holds for a subject holds on all of a site; null where the source says too little of it. */
export function ruleFor({ of, blocks, entry }: Subject, site: string): NewSiteRule | null {
  const [first] = blocks;
  if (!first) return null;
  const sample = (entry?.text ?? first.text).slice(0, SAMPLE_LENGTH);
  if (of === "block") return { kind: "leave-out", site, sample, key: keyOf(first) };
  return entry?.part ? { kind: "put-back", site, sample, reason: entry.reason, part: entry.part } : null;
}
