import { z } from "zod";
import { PODCAST_REACHES } from "../model/index.ts";
import type { PodcastReader } from "./podcast.ts";
import { call, type Inputs } from "./rpc.ts";

const nothing = z.strictObject({});

/** What the host believes of a window's message about the podcast: one parser a method. */
export const podcastInputs: Inputs<PodcastReader> = {
  podcast: call(nothing),
  setPodcast: call(z.strictObject({ reach: z.enum(PODCAST_REACHES) })),
  setPodcastFolder: call(z.strictObject({ folder: z.string().min(1).max(4096).nullable() })),
  renewPodcast: call(nothing),
};
