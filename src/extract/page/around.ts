import type { LeaveReason } from "../../model/index.ts";
import type { DraftBlock } from "../draft.ts";
import type { InlineBuilder } from "../inline.ts";
import type { Part } from "./part.ts";
import type { FigureReading } from "./read-figures.ts";
import type { PageElement } from "./tree.ts";

/** What surrounds the text that is being read. */
export interface Around {
  readonly reason: LeaveReason | null;
  readonly judged: PageElement | null;
  readonly kind: "paragraph" | "quote" | "footnote";
  readonly lang: string | null;
  /** How many lists are around. */
  readonly depth: number;
  /** Whether a link is around all of it. */
  readonly linked: boolean;
  /** The list item whose first text this will be. */
  readonly item: { readonly depth: number; readonly ordinal: number | null; used: boolean } | null;
}

/** Where the parts of a page are put as they are read. */
export interface PartSink {
  readonly reading: FigureReading;
  readonly parts: readonly Part[];
  /** The text of the paragraph that is being read. */
  readonly inline: InlineBuilder;
  push(block: DraftBlock, place: PageElement, around: Around, role?: Part["role"], linked?: number): void;
  /** Ends the paragraph that is being read. */
  flush(place: PageElement, around: Around): void;
  /** Reads all that is in a block. */
  inside(element: PageElement, around: Around): void;
  /** Does something when the paragraph has ended. */
  later(add: () => void): void;
  addIcon(name: string): void;
}
