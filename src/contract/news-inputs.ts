import { z } from "zod";
import { FEED_KEEPS, type FeedId, FULL_TEXTS, type ItemId } from "../model/index.ts";
import type { NewsReader } from "./news.ts";
import { call, type Inputs, stream } from "./rpc.ts";

const feed = z
  .number()
  .int()
  .min(1)
  .transform((id) => id as FeedId);
const item = z
  .number()
  .int()
  .min(1)
  .transform((id) => id as ItemId);
/** As many as a list can be long. */
const items = z.array(item).max(100_000);
const folder = z.array(z.string().min(1).max(200)).max(8);
const LONGEST_LIST = 10_000_000;
const nothing = z.strictObject({});

/** What the host believes of a window's message about news: one parser a method. */
export const newsInputs: Inputs<NewsReader> = {
  subscribe: call(z.strictObject({ address: z.string().min(1).max(8192), folder })),
  feeds: call(nothing),
  changeFeed: call(
    z.strictObject({
      feed,
      title: z.string().min(1).max(500).nullable().optional(),
      folder: folder.optional(),
      fullText: z.enum(FULL_TEXTS).optional(),
      breaking: z.boolean().optional(),
      keepRead: z.enum(FEED_KEEPS).optional(),
      ready: z.boolean().optional(),
    }),
  ),
  setTaken: call(z.strictObject({ feed, taken: z.boolean() })),
  importFeeds: call(z.strictObject({ text: z.string().max(LONGEST_LIST) })),
  exportFeeds: call(nothing),
  refresh: stream(z.strictObject({ all: z.boolean() })),
  news: call(
    z.strictObject({
      list: z.enum(["today", "unread", "all", "starred", "queue", "history"]),
      feed: feed.nullable(),
      folder: folder.nullable(),
      after: item.nullable(),
      limit: z.number().int().min(1).max(1000),
    }),
  ),
  items: call(z.strictObject({ items })),
  openItem: call(z.strictObject({ item, anew: z.boolean().optional() })),
  markItems: call(z.strictObject({ items, read: z.boolean(), back: z.boolean().optional() })),
  starItem: call(z.strictObject({ item, starred: z.boolean(), back: z.boolean().optional() })),
  enqueue: call(z.strictObject({ items, where: z.enum(["next", "end"]) })),
  dequeue: call(z.strictObject({ items })),
  moveInQueue: call(z.strictObject({ item, by: z.number().int() })),
  search: call(z.strictObject({ text: z.string().min(1).max(1000), limit: z.number().int().min(1).max(1000) })),
};
