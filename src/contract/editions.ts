import type { EditionJobId, EditionOrder, EditionSentence, Editions, EditionTarget } from "../model/index.ts";

/** What a window can ask of the editions that are taken along: each is made in the background. `watchNews` tells that one has changed. */
export interface EditionReader {
  /** Asks for one; it is made when those before it are. @throws Failure `bad-input` for a place that is none, `storage` */
  startEdition(input: EditionOrder, signal?: AbortSignal): Promise<{ readonly job: EditionJobId }>;
  editions(input: Record<never, never>, signal?: AbortSignal): Promise<Editions>;
  /** Stops it where it is; nothing of it is lost. */
  pauseEdition(input: { readonly job: EditionJobId }, signal?: AbortSignal): Promise<void>;
  /** Goes on with one that was paused or failed. `target`: it goes to another place. @throws Failure as `startEdition`, `not-found` */
  resumeEdition(input: { readonly job: EditionJobId; readonly target: EditionTarget | null }, signal?: AbortSignal): Promise<void>;
  /** Gives up one that is not made, with all that there is of it; forgets one that is made: its file stays. */
  dropEdition(input: { readonly job: EditionJobId }, signal?: AbortSignal): Promise<void>;
  /** The sentence that is heard at a time of one that is made; null: there is none so early. @throws Failure `not-found` */
  placeInEdition(input: { readonly job: EditionJobId; readonly seconds: number }, signal?: AbortSignal): Promise<EditionSentence | null>;
}
