/** Speaks to a screen reader. */
export interface Region {
  /** One message, politely. */
  tell(message: string): void;
}

/**
 * Time between emptying the region and filling it, milliseconds: the same words twice are news only when they came anew, and a region
 * that was just moved into a dialog must be known first (guess, heard with Orca 43).
 */
const PAUSE = 60;
/** Long enough for every screen reader to take the message, milliseconds; then it goes, or a dialog that opens would have it said again. */
const STAY = 1500;

/** The page's one live region. An open dialog makes all else inert, so the region goes where the dialog is. */
export function createRegion(): Region {
  const element = document.createElement("div");
  // No role: an empty status bar would be met by whoever walks through the page.
  element.setAttribute("aria-live", "polite");
  element.className = "for-screen-readers";
  document.body.append(element);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    const dialogs = document.querySelectorAll<HTMLDialogElement>("dialog[open]");
    const home = dialogs[dialogs.length - 1] ?? document.body;
    if (element.parentElement !== home) home.append(element);
  };
  const fillSoon = (message: string): void => {
    timer = setTimeout(() => {
      if (!element.isConnected) {
        // It went with a dialog that was closed by the same key.
        settle();
        fillSoon(message);
        return;
      }
      element.textContent = message;
      timer = setTimeout(() => {
        element.textContent = "";
      }, STAY);
    }, PAUSE);
  };
  return {
    tell(message) {
      if ("ariaNotify" in document && typeof document.ariaNotify === "function") {
        document.ariaNotify(message);
        return;
      }
      settle();
      element.textContent = "";
      clearTimeout(timer);
      fillSoon(message);
    },
  };
}
