import type { Podcast, PodcastReach } from "../model/index.ts";

/** What a window can ask of the podcast that offers the editions to players. Off at first. */
export interface PodcastReader {
  podcast(input: Record<never, never>, signal?: AbortSignal): Promise<Podcast>;
  /** @throws Failure `in-use` where it can't be offered, `storage` */
  setPodcast(input: { readonly reach: PodcastReach }, signal?: AbortSignal): Promise<Podcast>;
  /** Lets it have the editions in one folder alone; null: all. @throws Failure as `setPodcast` */
  setPodcastFolder(input: { readonly folder: string | null }, signal?: AbortSignal): Promise<Podcast>;
  /** Gives it another secret: whoever knew the one before finds nothing any more. @throws Failure as `setPodcast` */
  renewPodcast(input: Record<never, never>, signal?: AbortSignal): Promise<Podcast>;
}
