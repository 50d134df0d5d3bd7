import {
  type Article,
  type Audit,
  articleId,
  type Block,
  type BlockId,
  type BlockKind,
  blockId,
  type Direction,
  Failure,
  type KeptPicture,
  type LeaveReason,
  leftBlockId,
  type MergeReason,
  type Source,
  withoutCampaigns,
  withoutTurns,
} from "../model/index.ts";
import { directionOf, languageOf, languageTag, tellsLanguage } from "./language.ts";
import { markLanguages } from "./language-parts.ts";
import { shorten } from "./text.ts";

type Without<T> = T extends unknown ? Omit<T, "id"> : never;
/** A block before it has its number. `lang`: what the source says of it. */
export type DraftBlock = Without<Block>;

/** A text that was left out, in the order of the page. */
export interface Left {
  readonly text: string;
  readonly reason: LeaveReason;
  /** What it is in the article when the listener puts it back. */
  readonly blocks?: readonly DraftBlock[];
  /** How many of the draft's blocks stand before it. */
  readonly after?: number;
  /** See `LeftOut.part`. */
  readonly part?: string | null;
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
  /** The pictures that came inside of the source. */
  readonly pictures: readonly KeptPicture[];
  /** The rest is for those who pay or have an account. */
  readonly isBeginning: boolean;
  /** The page on which the article goes on. */
  readonly next: NextPart | null;
}

/** A later page of an article. */
export interface NextPart {
  readonly address: string;
  /** Else it can be another article: what tells is its headline. */
  readonly isSure: boolean;
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
  pictures: [],
  isBeginning: false,
  next: null,
});

/** A paragraph without markup. */
export const paragraph = (text: string): DraftBlock => ({ kind: "paragraph", text, lang: null, spans: [] });

/** Longest borrowed title, UTF-16 code units: a line of a list (guess). */
const TITLE_LENGTH = 80;
/** Longest text of the audit: enough to recognise it (a navigation can have thousands of words). */
const AUDIT_LENGTH = 300;
/** Most that is kept of what was left out, UTF-16 code units: as much as a long book's chapter; nobody puts more back (guess). */
const LEFT_ROOM = 1_000_000;
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
 * The text that the article's language is told from. Where it begins without saying its language, what says its own tells of itself alone:
 * it is a quotation, or a list of other people's words.
 */
function sampleOf(blocks: readonly DraftBlock[]): string {
  const texts = blocks.filter(({ text }) => text !== "");
  const sample = (from: readonly DraftBlock[]): string =>
    from
      .slice(0, SAMPLE_BLOCKS)
      .map(({ text }) => text)
      .join("\n");
  const unmarked = texts[0]?.lang === null ? sample(texts.filter(({ lang }) => lang === null)) : "";
  return tellsLanguage(unmarked) ? unmarked : sample(texts);
}

/**
 * Makes the article of a draft: numbers the blocks, settles language and direction, borrows a title where there is none (see
 * `borrowsTitle`), counts.
 * @throws Failure `not-an-article` for a draft without a block to read
 */
export async function finish(draft: Draft, source: Source): Promise<Article> {
  const texts = draft.blocks.map((block) => block.text).filter((text) => text !== "");
  if (texts.length === 0) throw new Failure("not-an-article", "There is no text here to read.");
  const lang = await languageOf(sampleOf(draft.blocks), [draft.lang, source.lang]);
  const told = await markLanguages(draft.blocks, lang);
  const kept = { ...NO_BLOCKS };
  const number = (block: DraftBlock, id: BlockId): Block => {
    const own = languageTag(block.lang);
    // "en" in "en-US" says less than the article does.
    return { ...block, id, lang: own === null || own === lang || lang.startsWith(`${own}-`) ? null : own };
  };
  const blocks = told.map((block, n): Block => {
    kept[block.kind]++;
    return number(block, blockId(n));
  });
  let room = LEFT_ROOM;
  const leftBlocks = (left: Left, n: number): readonly Block[] => {
    const own = left.blocks ?? [];
    room -= own.reduce((sum, { text }) => sum + text.length, 0);
    return room < 0 ? [] : own.map((block, k) => number(block, leftBlockId(n, k)));
  };
  const audit: Audit = {
    kept,
    merged: draft.merged,
    left: draft.left.map((left, n) => ({
      id: `l${n}`,
      text: shorten(left.text, AUDIT_LENGTH),
      reason: left.reason,
      blocks: leftBlocks(left, n),
      after: left.after === undefined || left.after === 0 ? null : blockId(left.after - 1),
      part: left.part ?? null,
      back: false,
      rule: null,
    })),
    ...(draft.isBeginning ? { beginning: true as const } : {}),
  };
  const plain = (line: string | null): string | null => (line === null ? null : withoutTurns(line).trim() || null);
  // The same page by another way is the same article: with its place, its bookmarks and what was heard of it.
  const address = withoutCampaigns(draft.address);
  return {
    id: articleId(address),
    address,
    kicker: plain(draft.kicker),
    title: plain(draft.title) ?? shorten(withoutTurns(texts[0] ?? "").trim() || draft.address, TITLE_LENGTH),
    byline: plain(draft.byline),
    site: plain(draft.site),
    published: draft.published,
    modified: draft.modified,
    image: draft.image,
    lang,
    dir: draft.dir ?? directionOf(lang),
    blocks,
    audit,
  };
}
