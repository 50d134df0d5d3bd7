import type { Library } from "../library/index.ts";
import { type Article, type ArticleId, Failure, type KeptPicture, type Place, storeTrouble } from "../model/index.ts";

/** How often what could not be kept is tried again, milliseconds. */
const AGAIN = 10_000;
/** Articles that are held in memory at most: the one that is read, and those before it. */
const MOST = 20;

interface Held {
  readonly article: Article;
  readonly opened: string | null;
  readonly pictures: readonly KeptPicture[] | undefined;
}

/** A library whose disk may be full, read-only or gone for a time. */
export interface Unkept {
  /** The same library: what can't be kept now is held in memory, and kept as soon as it can be. Everything else fails as before. */
  readonly library: Library;
  /** Whether an article is held in memory only. */
  isUnkept(id: ArticleId): boolean;
  /** Tries once more, now. */
  flush(): void;
  end(): void;
}

const isStorage = (thrown: unknown): boolean => storeTrouble(thrown) !== null;

/** Does what can be left out where the disk takes nothing. */
const forgiving =
  <T extends readonly unknown[]>(work: (...given: T) => void) =>
  (...given: T): void => {
    try {
      work(...given);
    } catch (thrown) {
      if (!isStorage(thrown)) throw thrown;
    }
  };

/** Holds articles and places in memory while the library's disk takes nothing, so that reading goes on. */
export function holdUnkept(given: Library): Unkept {
  const articles = new Map<ArticleId, Held>();
  const places = new Map<ArticleId, { readonly place: Place; readonly at: string }>();
  let timer: ReturnType<typeof setInterval> | null = null;
  const rest = (): void => {
    if (articles.size + places.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
  const flush = (): void => {
    try {
      for (const [id, { article, opened, pictures }] of [...articles]) {
        given.keepArticle(article, opened, pictures);
        articles.delete(id);
      }
      for (const [id, { place, at }] of [...places]) {
        given.keepPlace(id, place, at);
        places.delete(id);
      }
    } catch (thrown) {
      if (!isStorage(thrown)) throw thrown;
    }
    rest();
  };
  const hold = (): void => {
    const oldest = articles.size > MOST ? [...articles.keys()][0] : undefined;
    if (oldest !== undefined) articles.delete(oldest);
    timer ??= setInterval(flush, AGAIN);
    timer.unref();
  };
  const library: Library = {
    ...given,
    keepArticle(article, opened, pictures) {
      try {
        given.keepArticle(article, opened, pictures);
        articles.delete(article.id);
      } catch (thrown) {
        // What is made ready for later needs no place in memory.
        if (!isStorage(thrown) || opened === null) throw thrown;
        const known = articles.get(article.id);
        articles.delete(article.id);
        articles.set(article.id, { article, opened, pictures: pictures ?? known?.pictures });
        hold();
      }
    },
    article: (id) => articles.get(id)?.article ?? given.article(id),
    picture: (id, name) => articles.get(id)?.pictures?.find((picture) => picture.name === name) ?? given.picture(id, name),
    keepPlace(id, place, at) {
      places.delete(id);
      try {
        if (articles.has(id)) throw new Failure("storage", "Its article is not kept yet.");
        given.keepPlace(id, place, at);
      } catch (thrown) {
        if (!isStorage(thrown)) throw thrown;
        places.set(id, { place, at });
        hold();
      }
    },
    place: (id) => places.get(id)?.place ?? given.place(id),
    left: (id) => places.get(id)?.at ?? given.left(id),
    // What changed in an article is told where it can be remembered; it is no reason not to open it.
    former: {
      ...given.former,
      keep: forgiving(given.former.keep),
      tell: forgiving(given.former.tell),
      forget: forgiving(given.former.forget),
    },
    close() {
      flush();
      given.close();
    },
  };
  return {
    library,
    isUnkept: (id) => articles.has(id),
    flush,
    end() {
      if (timer !== null) clearInterval(timer);
    },
  };
}
