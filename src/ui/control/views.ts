import { words } from "../../words/index.ts";
import { focusOn, isShown, LEAVES, LEAVING } from "../page/focus.ts";
import { isTight } from "../page/room.ts";
import { seeFocus } from "../page/see-focus.ts";
import type { View, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { TrailControl } from "./trail.ts";

/** The two views of the window. The one that is not shown stays as it is: its scroll, its focus, and the voice that reads in it. */
export interface Views {
  /** Shows a view, with the focus where it was there. */
  show(view: View): void;
  /** Shows a view; `move` moves the focus, else who asks for it does. Resolves when it is drawn. */
  turnTo(view: View, move?: () => void): Promise<void>;
  /** What the title of the window says. */
  windowName(): string;
  /** The title of the window says it now. */
  nameWindow(): void;
}

/** What views need. */
export interface ViewsWorld {
  readonly store: Store<WindowState>;
  readonly drawn: () => Promise<void>;
  /** The article is shown again: what is marked in it is drawn where it is by now. */
  readonly articleShown: () => void;
  /** The library is shown for the first time, or again. */
  readonly libraryShown: () => Promise<void>;
  /** What the title says of the library: the list that is open. */
  readonly listName: () => string;
  /** Hears before and after another view is shown. */
  readonly trail: Pick<TrailControl, "leaving" | "entered">;
}

/** How long the focus waits for a list that is loaded for the first time, milliseconds (guess). */
const PATIENCE = 700;

const CONTROLS = "button, input, summary, a";

/** In a small window what has the focus may stand below what is seen first. */
function showFocus(root: Element | null): void {
  const active = document.activeElement;
  if (!active?.matches(CONTROLS) || !root?.contains(active)) return;
  const { top, bottom } = active.getBoundingClientRect();
  const floor = document.querySelector("[data-player]")?.getBoundingClientRect().top ?? innerHeight;
  const main = active.closest("main");
  if (main && isTight()) seeFocus(main);
  else if (top < 0 || bottom > floor) active.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** What gets the focus in a view that never had it. */
const FIRST: Readonly<Record<View, readonly string[]>> = {
  article: ["#article"],
  library: ["#library [data-row][tabindex='0']", "#library [data-first]", "#library h1", "#library"],
};

/** The element of a view. */
const rootOf = (view: View): HTMLElement | null => document.querySelector<HTMLElement>(`[data-view="${view}"]`);

/** Makes them; the article is shown first. */
export function createViews({ store, drawn, articleShown, libraryShown, listName, trail }: ViewsWorld): Views {
  const scrolls: Record<View, number> = { article: 0, library: 0 };
  const focus: Record<View, Element | null> = { article: null, library: null };
  const windowName = (): string => {
    const { view, reading } = store.get();
    const title = view === "library" ? words("library.window", { list: listName() }) : reading?.article.title;
    return title ? words("window.title", { title }) : words("window.name");
  };
  const nameWindow = (): void => {
    document.title = windowName();
  };
  let ending: ReturnType<typeof setTimeout> | undefined;
  /**
   * Lets a view go for the eyes at once, and for a screen reader later: Orca 43 looks at where it was when it hears of the focus, some hundred
   * milliseconds after it moved, and says nothing of a move from what is gone by then (heard, and read in its log).
   */
  const leave = (from: HTMLElement | null): void => {
    clearTimeout(ending);
    for (const one of document.querySelectorAll(`.${LEAVING}:not(dialog)`)) one.classList.remove(LEAVING);
    if (!from || !store.get().assisted) return;
    from.classList.add(LEAVING);
    ending = setTimeout(() => from.classList.remove(LEAVING), LEAVES);
  };
  const turnTo = async (view: View, move: () => void = () => {}): Promise<void> => {
    // The focus waits for the rows, but not for ever.
    if (view === "library") await Promise.race([libraryShown().then(drawn), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    const before = store.get().view;
    if (before === view) return;
    trail.leaving();
    scrolls[before] = scrollY;
    focus[before] = rootOf(before)?.contains(document.activeElement) ? document.activeElement : null;
    const root = rootOf(view);
    if (root) root.hidden = false;
    leave(rootOf(before));
    move();
    store.set({ view });
    trail.entered();
    nameWindow();
    await drawn();
    scrollTo({ top: scrolls[view], behavior: "instant" });
    showFocus(root);
    if (view === "article") articleShown();
  };
  return {
    windowName,
    nameWindow,
    turnTo,
    show(view) {
      void turnTo(view, () => {
        const had = focus[view];
        const first = FIRST[view].map((selector) => document.querySelector<HTMLElement>(selector)).find((one) => one && isShown(one));
        // What is no control had the focus for want of one.
        const isThere = had instanceof HTMLElement && had.isConnected && isShown(had) && had.matches(CONTROLS);
        const target = isThere ? had : first;
        if (target) focusOn(target);
      });
    },
  };
}
