import type { BookmarkReader } from "../contract/index.ts";
import { findAnchor, type KeptBookmark, type Library } from "../library/index.ts";
import { type Article, type ArticleId, type Bookmark, type BookmarkId, BYLINE, Failure, KICKER, TITLE } from "../model/index.ts";

/** A deleted bookmark can be brought back for so long, seconds. */
const UNDO = 7 * 86_400;

/** Bookmarks and notes at sentences. They are found again by their words when an article has changed. */
export function bookmarkUses(library: Library, now: () => string): BookmarkReader {
  const shown = (kept: KeptBookmark, article: Article): Bookmark => {
    const found = findAnchor(article, kept.anchor);
    const block = article.blocks.find(({ id }) => id === kept.anchor.place.block);
    return {
      id: kept.id,
      article: article.id,
      title: article.title,
      site: article.site,
      lang: block?.lang ?? article.lang,
      sentence: kept.anchor.quote.trim(),
      note: kept.note,
      spoken: kept.spoken,
      made: kept.made,
      place: found?.place ?? null,
    };
  };
  const one = (id: BookmarkId): Bookmark => {
    const kept = library.bookmarks.one(id);
    const article = kept && library.article(kept.article);
    if (!kept || !article) throw new Failure("not-found", "This bookmark is not there any more.");
    return shown(kept, article);
  };
  const lengthOf = (article: Article, block: string): number => {
    const own = { [TITLE]: article.title, [KICKER]: article.kicker ?? "", [BYLINE]: article.byline ?? "" }[block];
    return (own ?? article.blocks.find(({ id }) => id === block)?.text ?? "").length;
  };
  return {
    async bookmarks({ article }) {
      const articles = new Map<ArticleId, Article | null>();
      return library.bookmarks.all(article).flatMap((kept) => {
        if (!articles.has(kept.article)) articles.set(kept.article, library.article(kept.article));
        const found = articles.get(kept.article);
        return found ? [shown(kept, found)] : [];
      });
    },
    async addBookmark({ article: id, place, end }) {
      const article = library.article(id);
      const length = article ? lengthOf(article, place.block) : 0;
      if (!article || place.offset >= length) throw new Failure("not-found", "There is no sentence here that could be marked.");
      const same = library.bookmarks
        .all(id)
        .map((kept) => shown(kept, article))
        .find((known) => known.place?.block === place.block && known.place.offset === place.offset);
      if (same) return { bookmark: same, isNew: false };
      library.bookmarks.purge(new Date(Date.parse(now()) - UNDO * 1000).toISOString());
      return { bookmark: one(library.bookmarks.add(article, place, Math.min(end, length), now())), isNew: true };
    },
    async noteBookmark({ bookmark, note }) {
      one(bookmark);
      library.bookmarks.setNote(bookmark, note.trim());
      return one(bookmark);
    },
    async speakBookmark({ bookmark, note }) {
      one(bookmark);
      library.bookmarks.setSpoken(bookmark, note);
      return one(bookmark);
    },
    async spokenNote({ bookmark }) {
      const note = library.bookmarks.spoken(bookmark);
      if (!note) throw new Failure("not-found", "This bookmark has no spoken note.");
      return note;
    },
    async removeBookmark({ bookmark, removed }) {
      library.bookmarks.setRemoved(bookmark, removed ? now() : null);
    },
  };
}
