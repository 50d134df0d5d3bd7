import type { TextRange } from "./article.ts";
import type { Failure } from "./failure.ts";

/** What sounds now: the player's whole output. Captions, highlight and progress are read from it. */
export type Moment =
  | { readonly state: "idle" }
  | { readonly state: "loading"; readonly utterance: number }
  | {
      readonly state: "playing" | "paused";
      readonly utterance: number;
      /** Seconds into the utterance's speech. */
      readonly time: number;
      /** The word that sounds, null while words of our own are said. */
      readonly at: TextRange | null;
    }
  | { readonly state: "ended" }
  | { readonly state: "failed"; readonly failure: Failure };

/** Where a listener is in an article. */
export interface Place {
  readonly block: TextRange["block"];
  /** UTF-16 offset in the block's text. */
  readonly offset: number;
}
