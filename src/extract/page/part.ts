import type { LeaveReason } from "../../model/index.ts";
import type { DraftBlock } from "../draft.ts";
import type { Inline } from "../inline.ts";
import { endsSentence } from "../text.ts";
import type { PageElement } from "./tree.ts";
import { PROSE } from "./weigh.ts";

/** A piece of a page in its order: a block that may become one of the article's. */
export interface Part {
  block: DraftBlock;
  /** The block as it was read, and the same with the ends of its lines; null where it is one line. Lines are looked at without them. */
  readonly lined: { readonly read: DraftBlock; readonly lines: DraftBlock } | null;
  /**
   * `caption`: words of a picture that stand apart from it; `picture`: a picture without words of its own; `decoration`: one that its page
   * gives an empty description.
   */
  readonly role: "text" | "caption" | "picture" | "decoration" | "figure";
  /** The element that the text stands in: the nearest that is not inline. */
  readonly place: PageElement;
  /** Where on the page it is: the `index` of the last element that begins before it. */
  readonly at: number;
  /** Its position among the parts. */
  readonly index: number;
  readonly weight: number;
  /** How much of the weight is in links, 0 to 1. */
  readonly linked: number;
  /** Why it is left out, null while it is kept. */
  reason: LeaveReason | null;
  /** The element that was judged, where the reason comes from one. */
  readonly judged: PageElement | null;
  /** How much of its text the page's own data has as the article's, 0 to 1; null where the data says nothing. */
  agreed: number | null;
}

/** A block that shows a picture or has its words. */
export type Figure = Extract<DraftBlock, { kind: "figure" }>;

/** Whether a part is running text. */
export const isProse = (part: Part): boolean => part.role === "text" && (part.block.kind === "paragraph" || part.block.kind === "quote");
/** Whether a part is of a picture. */
export const isFigure = (part: Part): boolean => part.role !== "text";

/** Whether a part is a whole sentence, or several. */
export const isSentence = (part: Part): boolean => part.weight >= PROSE * 0.7 && endsSentence(part.block.text) && part.linked < 0.5;
/** Whether a part has words of the text. */
export const isText = (part: Part): boolean => part.role === "text";

/** Leaves a part out; the first reason holds. */
export const leave = (part: Part, reason: LeaveReason): void => {
  part.reason ??= reason;
};

/** What a figure is made of. */
export interface FigureWords {
  readonly src: string | null;
  readonly alt: string;
  readonly caption: Inline;
  readonly credit: string | null;
  readonly lang: string | null;
}

/** A figure block of its words: its text is its caption, else the alternative. */
export const figureBlock = ({ src, alt, caption, credit, lang }: FigureWords): Figure => ({
  kind: "figure",
  text: caption.text === "" ? alt : caption.text,
  lang,
  spans: caption.spans,
  src,
  alt,
  caption: caption.text,
  credit,
});

/** No words. */
export const NO_WORDS: Inline = { text: "", spans: [] };
