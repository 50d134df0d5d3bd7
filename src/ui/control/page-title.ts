import { words } from "../../words/index.ts";

/** The window's title: the name of what is open. */
export interface PageTitle {
  /** At once while it is silent. While it sounds a screen reader would say the change over the article, so it waits. */
  show(title: string): void;
  /** Something has changed: what waits may be shown now. */
  settle(): void;
}

/** Makes it. `sounding`: whether the article does. */
export function createPageTitle(sounding: () => boolean): PageTitle {
  let waiting: string | null = null;
  const settle = (): void => {
    // In a window that has not the focus nobody hears of it, and who looks for the window finds it by its name.
    if (waiting === null || (sounding() && document.hasFocus())) return;
    document.title = words("window.title", { title: waiting });
    waiting = null;
  };
  return {
    show(title) {
      waiting = title;
      settle();
    },
    settle,
  };
}
