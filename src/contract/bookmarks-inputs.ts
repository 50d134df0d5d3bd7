import { z } from "zod";
import { type ArticleId, type BlockId, type BookmarkId, LONGEST_NOTE, LONGEST_SPOKEN_NOTE } from "../model/index.ts";
import type { BookmarkReader } from "./bookmarks.ts";
import { call, type Inputs } from "./rpc.ts";

const article = z
  .string()
  .regex(/^a[0-9a-f]{16}$/)
  .transform((id) => id as ArticleId);
const block = z
  .string()
  .regex(/^(b\d{1,7}|l\d{1,4}-\d{1,6}|title|kicker|byline)$/)
  .transform((id) => id as BlockId);
const bookmark = z
  .number()
  .int()
  .min(1)
  .transform((id) => id as BookmarkId);
/** Five minutes of the best sound that windows record: far less (guess). */
const LARGEST_SOUND = 20_000_000;
const sound = z.strictObject({
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= LARGEST_SOUND),
  mediaType: z.string().regex(/^audio\/[a-z0-9.+-]{1,40}(;\s?codecs=[a-z0-9.,"]{1,40})?$/i),
  seconds: z
    .number()
    .min(0)
    .max(LONGEST_SPOKEN_NOTE + 5),
});

/** What the host believes of a window's message about bookmarks: one parser a method. */
export const bookmarkInputs: Inputs<BookmarkReader> = {
  bookmarks: call(z.strictObject({ article: article.nullable() })),
  addBookmark: call(
    z.strictObject({ article, place: z.strictObject({ block, offset: z.number().int().min(0) }), end: z.number().int().min(0) }),
  ),
  noteBookmark: call(z.strictObject({ bookmark, note: z.string().max(LONGEST_NOTE) })),
  speakBookmark: call(z.strictObject({ bookmark, note: sound.nullable() })),
  spokenNote: call(z.strictObject({ bookmark })),
  removeBookmark: call(z.strictObject({ bookmark, removed: z.boolean() })),
};
