import { z } from "zod";
import { type FeedId, type ItemId, NEWS_LISTS, NEWS_ORDERS } from "../model/index.ts";
import type { ListReader } from "./news-lists.ts";
import { call, type Inputs } from "./rpc.ts";

const id = z.number().int().min(1);
const selection = {
  list: z.enum(NEWS_LISTS),
  feed: id.transform((feed) => feed as FeedId).nullable(),
  folder: z.array(z.string().min(1).max(200)).max(8).nullable(),
  order: z.enum(NEWS_ORDERS),
};
/** More than anybody types to find a title. */
const LONGEST_BEGINNING = 100;

/** What the host believes of a window's message about lists: one parser a method. */
export const listInputs: Inputs<ListReader> = {
  listNews: call(z.strictObject(selection)),
  newsBeginning: call(z.strictObject({ ...selection, text: z.string().min(1).max(LONGEST_BEGINNING) })),
  sameStory: call(z.strictObject({ item: id.transform((item) => item as ItemId) })),
  countNews: call(z.strictObject({})),
  lookForFeeds: call(z.strictObject({ address: z.string().min(1).max(8192) })),
};
