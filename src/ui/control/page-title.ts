/** The window's title: what is open in it. */
export interface PageTitle {
  /** At once while it is silent. While it sounds a screen reader would say the change over the article, so it waits. */
  show(): void;
  /** Something has changed: what waits may be shown now. */
  settle(): void;
}

/** Makes it. `sounding`: whether the article does. `name`: what the title says now. */
export function createPageTitle(sounding: () => boolean, name: () => string): PageTitle {
  let isWaiting = false;
  const settle = (): void => {
    // In a window that has not the focus nobody hears of it, and who looks for the window finds it by its name.
    if (!isWaiting || (sounding() && document.hasFocus())) return;
    document.title = name();
    isWaiting = false;
  };
  return {
    show() {
      isWaiting = true;
      settle();
    },
    settle,
  };
}
