import type { ArticleId, BlockId } from "./ids.ts";
import { withoutTurns } from "./turns.ts";

/** A stretch of one block's text. Offsets are UTF-16 code units, half-open. */
export interface TextRange {
  readonly block: BlockId;
  readonly start: number;
  readonly end: number;
}

/** Writing direction of a text. */
export type Direction = "ltr" | "rtl";

/** Markup that stands off from the text it belongs to. `start` and `end` are offsets in the block's text. */
export type Span = { readonly start: number; readonly end: number } & (
  | { readonly kind: "emphasis" | "strong" | "code" }
  | { readonly kind: "link" /** An absolute http, https or mailto address. */; readonly address: string }
  | { readonly kind: "language" /** BCP 47. */; readonly lang: string }
  | { readonly kind: "abbreviation"; readonly long: string }
);

/** One cell of a table. `start` and `end` are its range in the table block's text. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly header: boolean;
  /** How many columns it covers, at least 1. */
  readonly columns: number;
}

interface BlockBase {
  readonly id: BlockId;
  /**
   * What the page shows of the block, as the source wrote it, white space collapsed; a newline is left where
   * a line ends what is said (verse, addresses, credits). A figure's text is its caption, else its
   * alternative text; a table's is its cells joined by tab and newline; a break has none. Code keeps its lines.
   */
  readonly text: string;
  /** BCP 47, null where it is the article's. */
  readonly lang: string | null;
  /** In order of `start`, the outer before the inner. */
  readonly spans: readonly Span[];
}

/** One piece of an article, in reading order. */
export type Block = BlockBase &
  (
    | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4 | 5 | 6 }
    | { readonly kind: "paragraph" | "quote" | "footnote" }
    | {
        readonly kind: "item";
        /** 0 for the outermost list. */
        readonly depth: number;
        /** The item's number, null in a list without numbers. */
        readonly ordinal: number | null;
      }
    | { readonly kind: "code"; readonly language: string | null }
    | {
        readonly kind: "figure";
        /** An absolute address, null where the source has only the words of the photo. */
        readonly src: string | null;
        /** The alternative text, "" when it says the same as the caption or nothing. */
        readonly alt: string;
        readonly caption: string;
        readonly credit: string | null;
      }
    | { readonly kind: "table"; readonly caption: string | null; readonly rows: readonly (readonly Cell[])[] }
    | { readonly kind: "media" | "embed"; readonly source: string; readonly title: string | null }
    | { readonly kind: "break" }
  );

/** The kinds of blocks. */
export type BlockKind = Block["kind"];

/** A block of one kind. */
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

/** What the extractor kept, merged and left out, and why. */
export interface Audit {
  readonly kept: Readonly<Record<BlockKind, number>>;
  /** Texts that said the same and are read once. */
  readonly merged: readonly { readonly texts: readonly string[]; readonly reason: MergeReason }[];
  /** In the order of the page. What the listener put back stays in the list, so that it can be left out again. */
  readonly left: readonly LeftOut[];
  /** How many pages it was joined from; not said: it is all on one. */
  readonly pages?: number;
  /** Only the beginning was there: the rest is for those who pay or have an account. */
  readonly beginning?: true;
}

/** A text that was left out, and all that it takes to put it back. */
export interface LeftOut {
  /** The same for the same page: `l0`, `l1` …, and `x-` with the block's id for what the listener left out. */
  readonly id: string;
  /** Its beginning: enough to know it by. */
  readonly text: string;
  readonly reason: LeaveReason;
  /** What it is in the article once it is put back; none where it is no text of its own (an icon, the number of a note). */
  readonly blocks: readonly Block[];
  /** The block that it follows, null where it stands before the first. */
  readonly after: BlockId | null;
  /** What it stood in, in the page's own names: what a rule for its site goes by. Null where the source has none. */
  readonly part: string | null;
  /** Whether the listener put it back: then its blocks are among the article's. */
  readonly back: boolean;
  /** The rule for its site that decided, null where none did. */
  readonly rule: number | null;
}

/** Why texts were merged. */
export type MergeReason = "caption-repeats-description" | "caption-resembles-description" | "repeated-text";

/** Why a text was left out. The words for people are in `words/`. */
export type LeaveReason =
  | "skip-link"
  | "size-control"
  | "navigation"
  | "advertisement"
  | "newsletter"
  | "related"
  | "share"
  | "comments"
  | "consent"
  | "author-box"
  | "aside"
  | "hidden"
  | "repeated"
  | "decoration"
  | "metadata"
  | "note-reference"
  /** For the eye: numbers of pages, and lines that repeat on each. */
  | "page-number"
  /** It should be there, and could not be had. */
  | "missing-part"
  | "boilerplate"
  /** By the listener. */
  | "chosen";

/**
 * One news article, freed of markup. Blocks are in reading order; sections and sentences are views computed from them.
 * Title, kicker and byline are not blocks: their places use the reserved block ids `title`, `kicker` and `byline`.
 */
export interface Article {
  readonly id: ArticleId;
  /** Where it was read from: an address, or `lectern:…` for what has none. */
  readonly address: string;
  readonly kicker: string | null;
  /** Never empty: where a source has none, its first words (see `borrowsTitle`) or the address. */
  readonly title: string;
  /** Who wrote it, without "By": several names joined by a comma. */
  readonly byline: string | null;
  readonly site: string | null;
  /** ISO 8601, with the zone where the page says it. */
  readonly published: string | null;
  readonly modified: string | null;
  /** The lead picture's absolute address. */
  readonly image: string | null;
  /** BCP 47. */
  readonly lang: string;
  readonly dir: Direction;
  readonly blocks: readonly Block[];
  readonly audit: Audit;
}

/**
 * Whether the title is only the first words of the text, because the source has no headline. Then the words stay in the first block
 * with text, and the title is shown but not said, else they were said twice. Such a title is the block's first words and "…", or all of its text.
 */
export function borrowsTitle(article: Pick<Article, "title" | "blocks">): boolean {
  const text = withoutTurns(article.blocks.find((block) => block.text !== "")?.text ?? "");
  return text === article.title || (article.title.endsWith("…") && text.startsWith(article.title.slice(0, -1)));
}
