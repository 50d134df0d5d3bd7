import { seeFocus } from "./see-focus.ts";

/** Narrower than this, in the page's own letters' height (rem), there is no room for two columns: 66 characters and a list. */
const NARROW = 52;
/** Narrower than this, in rem, the player's buttons take two rows, and its captions make room for the second. */
const SNUG = 67;
/** Lower or narrower than this, in rem, the player shows only what is needed most. */
const TIGHT = { width: 46, height: 30 };
/** Narrower than this, in rem, a row holds two buttons with their words: the page shows one thing at a time. */
const SMALL = 30;
/** Lower than this, in CSS pixels, a quarter of the window holds one row of buttons of 44 pixels only. */
const SHORT = 380;

/** Whether there is so little room that the title of a dialog or list scrolls away with the rest of it. */
export const isTight = (): boolean => document.documentElement.hasAttribute("data-tight");

/** What one uses, and what one reads the rest by: a main part that has the focus is more than a window, and is scrolled by who reads it. */
const USED = "a[href], button, input, select, textarea, summary, [data-row], [data-hit]";

/** Whether any of what has the focus is in the window. */
function isFocusSeen(): boolean {
  const box = document.activeElement?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}

/** A window of another size has other lines: what has the focus is still seen in it. */
function keepFocusSeen(): void {
  const active = document.activeElement;
  // What is read in the article is found again by its voice.
  const frame = active?.closest<HTMLElement>("dialog, #library");
  if (frame && isTight()) seeFocus(frame);
  else if (active?.matches(USED)) active.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/**
 * Keeps on the document how much room there is, measured in the size of its own letters: larger text is a smaller window. Style
 * sheets can't ask for that: `rem` in a media query is never the size that was chosen.
 */
export function watchRoom(): void {
  const { documentElement } = document;
  const measure = (): void => {
    const active = document.activeElement;
    const rem = Number.parseFloat(getComputedStyle(documentElement).fontSize) || 16;
    documentElement.toggleAttribute("data-narrow", innerWidth < NARROW * rem);
    documentElement.toggleAttribute("data-snug", innerWidth < SNUG * rem);
    documentElement.toggleAttribute("data-tight", innerWidth < TIGHT.width * rem || innerHeight < TIGHT.height * rem);
    documentElement.toggleAttribute("data-small", innerWidth < SMALL * rem);
    documentElement.toggleAttribute("data-short", innerHeight < SHORT);
    // What was folded away with the focus in it is behind its button now.
    if (active instanceof HTMLElement && !active.checkVisibility())
      active.closest(".sections, .top, .player")?.querySelector<HTMLElement>(".unfold, .menu, .more")?.focus();
  };
  // What moves the focus by itself, such as a button that opens a form, shows it with its label; Tab, arrows and the pointer go one by one.
  let byHand = false;
  addEventListener(
    "keydown",
    ({ key }) => {
      byHand = key !== "Enter" && key !== " ";
    },
    true,
  );
  addEventListener(
    "pointerdown",
    () => {
      byHand = true;
    },
    true,
  );
  addEventListener("focusin", ({ target }) => {
    const dialog = byHand || !isTight() || !(target instanceof Element) ? null : target.closest("dialog");
    if (dialog) seeFocus(dialog);
  });
  // Who scrolled away from it reads elsewhere.
  let seen = true;
  const look = (): void => {
    seen = isFocusSeen();
  };
  addEventListener("scroll", look, { capture: true, passive: true });
  addEventListener("focusin", look);
  addEventListener("resize", () => {
    measure();
    // What draws itself by how much room there is has done so by then.
    if (seen) requestAnimationFrame(keepFocusSeen);
  });
  new MutationObserver(measure).observe(documentElement, { attributeFilter: ["style"] });
  measure();
}
