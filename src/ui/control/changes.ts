import { type Article, type ArticleChange, places } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { markBlocks } from "../page/marks.ts";
import { elementOf } from "../page/places.ts";
import { changeFrom, changesWords } from "../reading/changes.ts";
import { spokenPlace } from "../reading/outline.ts";
import { captionOf } from "../reading/shown.ts";
import type { Reading, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import type { Listening } from "./listening.ts";
import type { Session } from "./session.ts";

/** Walking through what has changed in the article on the page. */
export interface Changes {
  /** Says what has changed. */
  tell(): void;
  /** Goes to the next or previous change. */
  step(direction: 1 | -1): void;
  /** Reads the changes alone, one after the other. */
  hear(): void;
}

/** What walking through changes needs. */
export interface ChangesWorld {
  readonly store: Store<WindowState>;
  readonly session: Pick<Session, "proceed">;
  readonly listening: Pick<Listening, "place" | "goTo" | "load" | "sounding">;
  readonly announcer: Announcer;
  readonly article: () => Element | null;
}

/** Marks the changes on the page. */
function mark(page: Element | null, changes: readonly ArticleChange[]): void {
  const blocks = changes.map(({ block, kind }) => ({
    element: page && elementOf(page, block),
    name: words(kind === "new" ? "changes.new" : "changes.other"),
  }));
  markBlocks(page, "data-change", blocks);
}

/** The changes of a window. */
export function createChanges({ store, session, listening, announcer, article }: ChangesWorld): Changes {
  /** What is read alone, null: all is heard as usual. */
  let part: Reading | null = null;

  const known = (): readonly ArticleChange[] => store.get().changes?.changes ?? [];
  /** The article as a whole again, at its last change. */
  const restore = (reading: Reading): void => {
    part = null;
    if (!reading.whole) return;
    const last = known().at(-1);
    const whole = { article: reading.article, script: reading.whole };
    store.set({ reading: whole });
    listening.load(whole, last ? { block: last.block, offset: 0 } : null);
    announcer.answer(words("changes.heard"));
  };
  let drawn: Article | null = null;
  store.subscribe(() => {
    const { reading, sound } = store.get();
    if ((reading?.article ?? null) !== drawn) {
      drawn = reading?.article ?? null;
      // The page is drawn first.
      setTimeout(() => mark(article(), known()));
    }
    if (part && reading !== part) part = null;
    if (part && sound === "ended") restore(part);
  });

  return {
    tell() {
      const { reading, changes } = store.get();
      announcer.answer(reading && changes ? changesWords(reading.article, changes) : words("changes.none"));
    },
    step(direction) {
      const { reading, changes } = store.get();
      if (!reading || !changes || changes.changes.length === 0) {
        announcer.answer(words("changes.none"));
        return;
      }
      const found = changeFrom(reading.article, changes.changes, listening.place(), direction);
      if (!found) {
        announcer.answer(words(direction === 1 ? "changes.noneAfter" : "changes.noneBefore"));
        return;
      }
      const place = { block: found.change.block, offset: 0 };
      const sounding = listening.sounding();
      listening.goTo(place);
      const page = article();
      if (page) elementOf(page, place.block)?.scrollIntoView({ block: "center", behavior: "instant" });
      if (sounding) return;
      const sentence = captionOf(reading.article, reading.script, spokenPlace(reading.script, place).utterance);
      announcer.answer(words("changes.at", { number: found.number, count: changes.changes.length, kind: found.change.kind, sentence }));
    },
    hear() {
      const { reading } = store.get();
      const blocks = new Set(known().map(({ block }) => block));
      const whole = reading?.whole ?? reading?.script;
      const utterances = whole?.utterances.filter((one) => places(one).some(({ block }) => blocks.has(block))) ?? [];
      if (!reading || !whole || utterances.length === 0) {
        announcer.answer(words("changes.none"));
        return;
      }
      part = { article: reading.article, script: { ...whole, utterances }, whole };
      session.proceed(part, 0);
    },
  };
}
