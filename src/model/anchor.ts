import type { Place } from "./moment.ts";

/** A passage of an article with what is needed to find it again when the article has changed. All of it as the page shows it. */
export interface Anchor {
  /** Where it was. */
  readonly place: Place;
  /** Its own words. */
  readonly quote: string;
  /** What stood before it, and after it, in this block and those around it; blocks are parted by line breaks. */
  readonly before: string;
  readonly after: string;
  /** How often the article had these words then, at least 1: of several, what stands around them decides. */
  readonly twins: number;
}

/** Where a passage is now. `exact` false: some of its words have changed. */
export interface Anchored {
  readonly place: Place;
  /** The end of the passage in the place's block; where it was moved or changed, the end of its last word. */
  readonly end: number;
  readonly exact: boolean;
}
