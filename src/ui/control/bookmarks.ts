import type { Reader } from "../../contract/index.ts";
import { type Article, type Bookmark, type Place, places, type SpokenNote, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { markBlocks } from "../page/marks.ts";
import { elementOf, rangeOf } from "../page/places.ts";
import { beginning } from "../reading/first-words.ts";
import { spokenPlace } from "../reading/outline.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Listening } from "./listening.ts";
import { createRecorder, type Recorder } from "./recorder.ts";
import type { Session } from "./session.ts";
import type { Undo } from "./undo.ts";

/** Bookmarks, as the window uses them. Those that fail reject with a `Failure`. */
export interface Bookmarks {
  /** Marks the sentence at a place; one that is marked already is shown with its note. */
  mark(place: Place | null): void;
  readonly list: Reader["bookmarks"];
  /** Writes its note; what stood there can be brought back by undo. */
  readonly note: (bookmark: Bookmark, note: string) => Promise<Bookmark>;
  /** Deletes it, which can be undone, or brings it back. */
  readonly remove: (bookmark: Bookmark, removed: boolean) => Promise<void>;
  /** Keeps a spoken note, or deletes it (null). The one before can be brought back by undo, unless `forget` is called. */
  readonly speak: (bookmark: Bookmark, note: SpokenNote | null) => Promise<{ readonly bookmark: Bookmark; readonly forget: () => void }>;
  /** The reading pauses: something else sounds. */
  quiet(): void;
  readonly spoken: Reader["spokenNote"];
  readonly recorder: Recorder;
  /** Opens the article at the bookmark's sentence, and plays from there where it is asked. */
  go(bookmark: Pick<Bookmark, "article" | "title" | "place">, play: boolean): void;
}

/** What bookmarks need. */
export interface BookmarksWorld {
  readonly reader: Reader;
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly listening: Pick<Listening, "goTo" | "playFrom" | "sounding" | "pause">;
  readonly session: Pick<Session, "recall">;
  readonly article: () => Element | null;
  /** Remembers how something is taken back. */
  readonly undo: Pick<Undo, "remember" | "coming">;
}

/** The name of the highlight, as the style sheets know it. */
const MARKED = "bookmark";

/** Most of a sentence that an answer says, characters. */
const FIRST_WORDS = 80;
/** A sentence as far as it is needed to know it by. */
export const beginningOf = (sentence: string): string => beginning(sentence, FIRST_WORDS);

/** The bookmarks of a window. */
export function createBookmarks({ reader, store, announcer, listening, session, article: page, undo }: BookmarksWorld): Bookmarks {
  /** Marks the bookmarks of the article on the page: their sentences by a line, their blocks by a word. */
  const draw = async (): Promise<void> => {
    const id = store.get().reading?.article.id;
    const found = id ? await reader.bookmarks({ article: id }).catch(() => []) : [];
    if (store.get().reading?.article.id !== id) return;
    const root = page();
    markBlocks(
      root,
      "data-bookmark",
      found.map(({ place, note, spoken }) => ({
        element: root && place && elementOf(root, place.block),
        name: words(note === "" && spoken === null ? "bookmark.mark" : "bookmark.noted"),
      })),
    );
    const ranges = found.flatMap(({ place, sentence }) => {
      const range = root && place && rangeOf(root, { block: place.block, start: place.offset, end: place.offset + sentence.length });
      return range ? [range] : [];
    });
    if (ranges.length > 0) CSS.highlights.set(MARKED, new Highlight(...ranges));
    else CSS.highlights.delete(MARKED);
  };
  /** What changes bookmarks shows it on the page. */
  const redrawn = <T>(work: Promise<T>): Promise<T> =>
    work.finally(() => {
      void draw();
    });
  /** What is deleted and was not brought back. */
  const deletions = new Map<Bookmark["id"], () => void>();
  const noteChanged = (bookmark: Bookmark, back: () => Promise<unknown>): (() => void) =>
    undo.remember({
      what: words("bookmark.noteChanged", { sentence: beginningOf(bookmark.sentence) }),
      undo: async () => void (await redrawn(back())),
    });
  const note: Bookmarks["note"] = async (bookmark, note) => {
    const changed = await redrawn(reader.noteBookmark({ bookmark: bookmark.id, note }));
    if (bookmark.note !== "" && changed.note !== bookmark.note)
      noteChanged(bookmark, () => reader.noteBookmark({ bookmark: bookmark.id, note: bookmark.note }));
    return changed;
  };
  const remove: Bookmarks["remove"] = async (bookmark, removed) => {
    const set = (gone: boolean): Promise<void> => redrawn(reader.removeBookmark({ bookmark: bookmark.id, removed: gone }));
    await set(removed);
    // Also when the dialog is closed.
    if (removed)
      deletions.set(
        bookmark.id,
        undo.remember({ what: words("bookmark.deleted", { sentence: beginningOf(bookmark.sentence) }), undo: () => set(false) }),
      );
    else deletions.get(bookmark.id)?.();
  };
  const speak: Bookmarks["speak"] = async (bookmark, note) => {
    const { id } = bookmark;
    const before = bookmark.spoken === null ? null : await reader.spokenNote({ bookmark: id });
    const changed = await redrawn(reader.speakBookmark({ bookmark: id, note }));
    const forget = before ? noteChanged(bookmark, () => reader.speakBookmark({ bookmark: id, note: before })) : () => {};
    return { bookmark: changed, forget };
  };
  let drawn: Article | null = null;
  store.subscribe(() => {
    const article = store.get().reading?.article ?? null;
    if (article === drawn) return;
    drawn = article;
    // The page is drawn first.
    setTimeout(() => void draw());
  });
  /** The stretch of the page that the sentence at a place is. */
  const sentenceAt = (place: Place): { readonly place: Place; readonly end: number } | null => {
    const { reading } = store.get();
    const script = reading?.whole ?? reading?.script;
    const said = script?.utterances[script ? spokenPlace(script, place).utterance : 0];
    const ranges = said ? places(said) : [];
    const [first] = ranges;
    if (!first) return null;
    const last = ranges.findLast(({ block }) => block === first.block) ?? first;
    return { place: { block: first.block, offset: first.start }, end: last.end };
  };
  return {
    mark(place) {
      const article = store.get().reading?.article.id;
      const sentence = place && sentenceAt(place);
      if (!article || !sentence) {
        announcer.answer(words("bookmark.nothing"));
        return;
      }
      redrawn(reader.addBookmark({ article, ...sentence })).then(
        ({ bookmark, isNew }) => {
          if (isNew) announcer.answer(words("bookmark.made", { sentence: beginningOf(bookmark.sentence) }));
          else {
            announcer.answer(words("bookmark.again"));
            store.set({ dialog: { kind: "bookmarks", bookmark: bookmark.id } });
          }
        },
        (thrown: unknown) => announcer.answer(failureWords(toFailure(thrown).code)),
      );
    },
    list: reader.bookmarks,
    note: (...given) => undo.coming(note(...given)),
    remove: (...given) => undo.coming(remove(...given)),
    speak: (...given) => undo.coming(speak(...given)),
    quiet: listening.pause,
    spoken: reader.spokenNote,
    recorder: createRecorder(listening.pause),
    go({ article, title, place }, play) {
      store.set({ dialog: null });
      const begun = (): void => {
        if (!place) return;
        if (play) listening.playFrom(place);
        else listening.goTo(place);
      };
      void session.recall(article, title, { at: () => place, begun, silent: play });
    },
  };
}
