import type { Reader } from "../../contract/index.ts";
import { type Bookmark, type Place, places, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { spokenPlace } from "../reading/outline.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Listening } from "./listening.ts";
import { createRecorder, type Recorder } from "./recorder.ts";
import type { Session } from "./session.ts";

/** Bookmarks, as the window uses them. Those that fail reject with a `Failure`. */
export interface Bookmarks {
  /** Marks the sentence at a place; one that is marked already is shown with its note. */
  mark(place: Place | null): void;
  readonly list: Reader["bookmarks"];
  readonly note: Reader["noteBookmark"];
  readonly remove: Reader["removeBookmark"];
  readonly speak: Reader["speakBookmark"];
  readonly spoken: Reader["spokenNote"];
  readonly recorder: Recorder;
  /** Opens the article at the bookmark's sentence, and plays from there where it is asked. */
  go(bookmark: Bookmark, play: boolean): void;
}

/** What bookmarks need. */
export interface BookmarksWorld {
  readonly reader: Reader;
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly listening: Pick<Listening, "goTo" | "playFrom" | "sounding" | "pause">;
  readonly session: Pick<Session, "recall">;
}

/** Most of a sentence that an answer says, characters. */
const FIRST_WORDS = 80;
/** A sentence as far as it is needed to know it by. */
export const beginningOf = (sentence: string): string => {
  if (sentence.length <= FIRST_WORDS) return sentence;
  const end = sentence.lastIndexOf(" ", FIRST_WORDS);
  return `${sentence.slice(0, end > 0 ? end : FIRST_WORDS)} …`;
};

/** The bookmarks of a window. */
export function createBookmarks({ reader, store, announcer, listening, session }: BookmarksWorld): Bookmarks {
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
      reader.addBookmark({ article, ...sentence }).then(
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
    note: reader.noteBookmark,
    remove: reader.removeBookmark,
    speak: reader.speakBookmark,
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
