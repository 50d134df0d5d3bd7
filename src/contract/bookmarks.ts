import type { ArticleId, Bookmark, BookmarkId, Place, SpokenNote } from "../model/index.ts";

/** What a window can ask of bookmarks: sentences of articles, with notes. */
export interface BookmarkReader {
  /** The newest first; of one article, or of all (null). */
  bookmarks(input: { readonly article: ArticleId | null }, signal?: AbortSignal): Promise<readonly Bookmark[]>;
  /** Marks the sentence of a kept article that begins at a place. One that is marked already stays as it is. @throws Failure `not-found` */
  addBookmark(
    input: { readonly article: ArticleId; readonly place: Place; readonly end: number },
    signal?: AbortSignal,
  ): Promise<{ readonly bookmark: Bookmark; readonly isNew: boolean }>;
  /** Writes a note in place of the one there; "" for none. @throws Failure `not-found` */
  noteBookmark(input: { readonly bookmark: BookmarkId; readonly note: string }, signal?: AbortSignal): Promise<Bookmark>;
  /** Keeps a spoken note in place of the one there; null: none. @throws Failure `not-found` */
  speakBookmark(input: { readonly bookmark: BookmarkId; readonly note: SpokenNote | null }, signal?: AbortSignal): Promise<Bookmark>;
  /** @throws Failure `not-found` */
  spokenNote(input: { readonly bookmark: BookmarkId }, signal?: AbortSignal): Promise<SpokenNote>;
  /** Deletes a bookmark with its notes, or brings it back: for undo, for a week. */
  removeBookmark(input: { readonly bookmark: BookmarkId; readonly removed: boolean }, signal?: AbortSignal): Promise<void>;
}
