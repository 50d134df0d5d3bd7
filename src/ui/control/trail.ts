import { sentencesOf, words } from "../../words/index.ts";
import type { Caret } from "../page/caret.ts";
import { elementWords } from "../page/element-words.ts";
import { findMarked, markFocus } from "../page/focus-mark.ts";
import { spokenPlace } from "../reading/outline.ts";
import { captionOf } from "../reading/shown.ts";
import { enter, isSamePage, jump, type Listed, leave, NO_TRAIL, type Spot, step } from "../reading/trail.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import type { Library } from "./library.ts";
import type { Search } from "./library-search.ts";
import type { Listening } from "./listening.ts";
import type { Session } from "./session.ts";
import type { Views } from "./views.ts";

/** Back and forward through where a person was: each spot with its sentence and its focus. */
export interface TrailControl {
  /** Before the page becomes another one. */
  leaving(): void;
  /** It is another one, and shown. */
  entered(): void;
  /** An article is about to be shown in place of what is; `opened` follows, however that ends. */
  opening(): void;
  opened(): void;
  /** Goes to another place of the article, from which one comes back. */
  jump(act: () => void): void;
  /** Shows a list, or what was found, from which one comes back. */
  list(act: () => void): void;
  /** Goes to a list, or to what was found. */
  visit(listed: Listed): void;
  go(direction: 1 | -1): void;
}

/** What the trail needs. */
export interface TrailWorld {
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "answer" | "status">;
  readonly caret: Pick<Caret, "moved">;
  readonly listening: Pick<Listening, "place" | "goTo" | "sounding">;
  readonly session: Pick<Session, "recall">;
  readonly views: Pick<Views, "turnTo">;
  readonly lists: Pick<Library, "store" | "target" | "show">;
  readonly search: Pick<Search, "store" | "again" | "leave">;
  readonly drawn: () => Promise<void>;
  /** Moves the focus without a word: what moved it says where it is. */
  readonly focusSilently: (element: HTMLElement) => void;
  /** The same, said. */
  readonly focus: (element: HTMLElement) => void;
  /** Once the focus has arrived. */
  readonly later: (act: () => void) => void;
}

/** What gets the focus where what had it is gone, or is a row. */
const FIRST = ["#library [data-row][tabindex='0']", "#library h1"] as const;

/** The trail of a window. */
export function createTrail(world: TrailWorld): TrailControl {
  const { store, announcer, listening, lists, search } = world;
  let trail = NO_TRAIL;
  /** Where a step is going: arriving there is no new step. */
  let target: Spot | null = null;
  /** An article is on its way to the page, and its place with it. */
  let isOpening = false;

  const listed = (): Listed => {
    const { shown, asked } = search.store.get();
    return { chosen: lists.store.get().chosen, search: shown ? asked : null };
  };
  const now = (): Spot | null => {
    const { view, reading, origin } = store.get();
    if (view === "library") return { kind: "library", listed: listed(), item: lists.target()?.id ?? null, focus: markFocus() };
    if (!reading) return null;
    const { id, title } = reading.article;
    const place = world.caret.moved() ?? listening.place();
    return { kind: "article", article: id, title, place, origin, focus: markFocus() };
  };
  const leaving = (): void => {
    if (!target && !isOpening) trail = leave(trail, now());
  };
  const arrive = (how: typeof enter): void => {
    const spot = now();
    if (isOpening || (target && isSamePage(target, spot))) return;
    // Somewhere else in the meantime: that is where the listener wants to be.
    target = null;
    trail = how(trail, spot);
  };
  const entered = (): void => arrive(enter);

  /** Says where one is again, and gives the focus back. */
  const settle = (spot: Extract<Spot, { kind: "article" }>): void => {
    const { reading } = store.get();
    const element = findMarked(spot.focus);
    if (listening.sounding()) {
      if (spot.place) listening.goTo(spot.place);
      return;
    }
    if (element) world.focusSilently(element);
    if (spot.place) listening.goTo(spot.place);
    if (!reading) return;
    const { article, script } = reading;
    const sentence = spot.place ? captionOf(article, script, spokenPlace(script, spot.place).utterance) : "";
    const what = element?.matches("a, button") ? elementWords(element) : "";
    announcer.status(sentencesOf([article.title, sentence, what]));
  };
  const toArticle = async (spot: Extract<Spot, { kind: "article" }>): Promise<boolean> => {
    const { reading, problem } = store.get();
    if (reading?.article.id === spot.article && !problem) {
      await world.views.turnTo("article", () => {
        const main = document.getElementById("article");
        if (main) world.focusSilently(main);
      });
      await world.drawn();
      store.set({ origin: spot.origin });
      settle(spot);
      return true;
    }
    return world.session.recall(spot.article, spot.title, {
      at: () => spot.place,
      begun: () => {
        store.set({ origin: spot.origin });
        world.later(() => settle(spot));
      },
      silent: true,
    });
  };
  const toList = async (spot: Extract<Spot, { kind: "library" }>): Promise<boolean> => {
    const { chosen, search: text } = spot.listed;
    if (text === null) {
      search.leave();
      await lists.show(chosen, spot.item);
    } else await search.again(text);
    await world.drawn();
    const find = (): HTMLElement | null => {
      const first = FIRST.map((selector) => document.querySelector<HTMLElement>(selector)).find((one) => one?.checkVisibility());
      return findMarked(spot.focus) ?? first ?? null;
    };
    let moved = false;
    const move = (): void => {
      const element = find();
      if (element) world.focus(element);
      element?.scrollIntoView({ block: "nearest" });
      moved = element !== null && document.activeElement === element;
    };
    await world.views.turnTo("library", move);
    if (!moved) move();
    return true;
  };

  return {
    leaving,
    entered,
    opening() {
      leaving();
      isOpening = true;
      if (!target) store.set({ origin: store.get().view === "library" ? listed() : null });
    },
    opened() {
      isOpening = false;
      arrive(jump);
    },
    jump(act) {
      leaving();
      act();
      arrive(jump);
    },
    list(act) {
      leaving();
      act();
      entered();
    },
    visit(to) {
      leaving();
      void toList({ kind: "library", listed: to, item: null, focus: null }).then(entered);
    },
    go(direction) {
      leaving();
      const next = step(trail, direction);
      const spot = next?.spots[next.at];
      if (!next || !spot) {
        announcer.answer(words(direction === 1 ? "trail.noneForward" : "trail.noneBack"));
        return;
      }
      target = spot;
      const before = trail;
      const arrived = (there: boolean): void => {
        if (target !== spot) return;
        target = null;
        // What could not be opened is not where one is.
        if (there && trail === before) trail = next;
      };
      (spot.kind === "article" ? toArticle(spot) : toList(spot)).then(arrived, () => arrived(false));
    },
  };
}
