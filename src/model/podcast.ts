/** Who may ask for the podcast of the editions: this computer alone, or whoever is in the same network. Both need its secret address. */
export const PODCAST_REACHES = ["off", "computer", "network"] as const;
export type PodcastReach = (typeof PODCAST_REACHES)[number];

/** The podcast of the editions, as a person is told of it. */
export interface Podcast {
  readonly reach: PodcastReach;
  /** Where it is, with its secret; the first is the one to type. None while it is off, or can't be offered. */
  readonly addresses: readonly string[];
  /** Only the editions in this folder are in it; null: all are. */
  readonly folder: string | null;
  /** The folders that editions with sound lie in, and the one that was chosen. */
  readonly folders: readonly string[];
  /** How many editions it has. */
  readonly episodes: number;
  /** Whether it should be there and is not. */
  readonly failed: boolean;
}
