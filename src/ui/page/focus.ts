const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Makes any element ready for the focus. What is no control stays so for as long as it has the focus, no longer: screen readers
 * call focusable text clickable (heard with Orca 43), and a caret inside it is not believed while something else has the focus.
 */
export function prepareFocus(element: HTMLElement): void {
  if (element.matches(CONTROLS)) return;
  element.setAttribute("tabindex", "-1");
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}

/** Of a view or dialog that was left, and is there for screen readers alone for a moment. */
export const LEAVING = "leaving";

/** How long that moment is, milliseconds: Orca is some 150 behind, more on a busy machine (guess). */
export const LEAVES = 1_500;

/** Whether an element is there for the listener: drawn, and in no view that was left. */
export const isShown = (element: Element): boolean => element.checkVisibility() && element.closest(`.${LEAVING}`) === null;

/** The main part of the view that is shown. */
export const shownMain = (): HTMLElement | null => [...document.querySelectorAll("main")].find(isShown) ?? null;

/** Where the focus goes when what had it is gone: the first that is shown. */
const FALLBACKS = ["#library [data-row][tabindex='0']", "[data-player] [data-play]"] as const;

/** What takes the focus when what had it is gone; null: nothing is there. */
export const focusHome = (): HTMLElement | null =>
  FALLBACKS.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one && isShown(one)) ?? shownMain();

/** Gives the focus to any element. */
export function focusOn(element: HTMLElement): void {
  prepareFocus(element);
  element.focus({ preventScroll: true });
}
