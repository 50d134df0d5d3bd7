import type { StoreTrouble } from "./failure.ts";
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

/** How it goes with the disk that the library is on. */
export type StoreNews =
  /** It takes nothing any more: what is read goes on, and is held in memory. `folder`: where the library should be. */
  | { readonly kind: "trouble"; readonly trouble: StoreTrouble; readonly folder: string }
  /** It takes everything again. `how`: as before; from the library that is in its place now; or what was deleted was written anew. */
  | { readonly kind: "right"; readonly how: "again" | "replaced" | "made-again"; readonly folder: string }
  /** Something took very long. Told once. */
  | { readonly kind: "slow" };
