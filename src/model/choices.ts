import type { LeaveReason } from "./article.ts";

/** What a listener decided of one text of one article. It is found again by its words, however the page has changed. */
export interface Choice {
  /** `left`: a text that was left out; `block`: one that the article has. */
  readonly of: "left" | "block";
  /** The text's key: see `app/choices.ts`. */
  readonly key: string;
  /** Whether it stands in the article. */
  readonly stands: boolean;
}

/** What holds on every page of a site. */
export type SiteRule = {
  readonly id: number;
  /** The site's host, without `www.`. */
  readonly site: string;
  /** The text that it was made for, shortened: how a listener knows it. */
  readonly sample: string;
} & (
  | {
      /** Puts back what is left out for this reason from this part of a page. */
      readonly kind: "put-back";
      readonly reason: LeaveReason;
      readonly part: string;
    }
  | {
      /** Leaves out what says the same. */
      readonly kind: "leave-out";
      readonly key: string;
    }
);

type Without<T> = T extends unknown ? Omit<T, "id"> : never;
/** A rule before it is kept. */
export type NewSiteRule = Without<SiteRule>;
