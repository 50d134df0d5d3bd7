import type { ArticleId } from "./ids.ts";

/** What a list shows of an article. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly address: string;
  readonly title: string;
  readonly site: string | null;
  /** ISO 8601, when it was last opened. */
  readonly opened: string;
}
