import type { BlockId } from "./ids.ts";

/** A text of an article that is not as it was. */
export interface ArticleChange {
  /** A block, or the title. */
  readonly block: BlockId;
  readonly kind: "new" | "changed";
}

/** What is different from the article that its listener opened before. */
export interface ArticleChanges {
  /** In reading order. */
  readonly changes: readonly ArticleChange[];
  /** How many texts are gone. */
  readonly removed: number;
}
