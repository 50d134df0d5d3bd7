import {
  type Article,
  type Audit,
  articleId,
  type Block,
  type BlockKind,
  blockId,
  type Direction,
  Failure,
  type LeaveReason,
  type MergeReason,
  type Source,
} from "../model/index.ts";
import { directionOf, languageOf, languageTag } from "./language.ts";
import { shorten } from "./text.ts";

type Without<T> = T extends unknown ? Omit<T, "id"> : never;
/** A block before it has its number. `lang`: what the source says of it. */
export type DraftBlock = Without<Block>;

/** A text that was left out, in the order of the page. */
export interface Left {
  readonly text: string;
  readonly reason: LeaveReason;
}

/** Texts that are read once. */
export interface Merged {
  readonly texts: readonly string[];
  readonly reason: MergeReason;
}

/** What a format's reader found; null: the source does not say. */
export interface Draft {
  readonly address: string;
  readonly kicker: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly image: string | null;
  readonly lang: string | null;
  readonly dir: Direction | null;
  readonly blocks: readonly DraftBlock[];
  readonly merged: readonly Merged[];
  readonly left: readonly Left[];
}

/** A draft that says nothing yet. */
export const emptyDraft = (address: string): Draft => ({
  address,
  kicker: null,
  title: null,
  byline: null,
  site: null,
  published: null,
  modified: null,
  image: null,
  lang: null,
  dir: null,
  blocks: [],
  merged: [],
  left: [],
});

/** A paragraph without markup. */
export const paragraph = (text: string): DraftBlock => ({ kind: "paragraph", text, lang: null, spans: [] });

/** Longest borrowed title, UTF-16 code units: a line of a list (guess). */
const TITLE_LENGTH = 80;
/** Longest text of the audit: enough to recognise it (a navigation can have thousands of words). */
const AUDIT_LENGTH = 300;
/** Enough text for the language. */
const SAMPLE_BLOCKS = 40;

const NO_BLOCKS: Readonly<Record<BlockKind, number>> = {
  heading: 0,
  paragraph: 0,
  quote: 0,
  footnote: 0,
  item: 0,
  code: 0,
  figure: 0,
  table: 0,
  media: 0,
  embed: 0,
  break: 0,
};

/**
 * Makes the article of a draft: numbers the blocks, settles language and direction, borrows a title where there is none (see
 * `borrowsTitle`), counts.
 * @throws Failure `not-an-article` for a draft without a block to read
 */
export async function finish(draft: Draft, source: Source): Promise<Article> {
  const texts = draft.blocks.map((block) => block.text).filter((text) => text !== "");
  if (texts.length === 0) throw new Failure("not-an-article", "There is no text here to read.");
  const sample = texts.slice(0, SAMPLE_BLOCKS).join("\n");
  const lang = await languageOf(sample, [draft.lang, source.lang]);
  const kept = { ...NO_BLOCKS };
  const blocks = draft.blocks.map((block, n): Block => {
    kept[block.kind]++;
    const own = languageTag(block.lang);
    return { ...block, id: blockId(n), lang: own === null || own === lang ? null : own };
  });
  const audit: Audit = {
    kept,
    merged: draft.merged,
    left: draft.left.map(({ text, reason }, n) => ({ id: `l${n}`, text: shorten(text, AUDIT_LENGTH), reason })),
  };
  return {
    id: articleId(draft.address),
    address: draft.address,
    kicker: draft.kicker,
    title: draft.title ?? shorten(texts[0] ?? draft.address, TITLE_LENGTH),
    byline: draft.byline,
    site: draft.site,
    published: draft.published,
    modified: draft.modified,
    image: draft.image,
    lang,
    dir: draft.dir ?? directionOf(lang),
    blocks,
    audit,
  };
}
