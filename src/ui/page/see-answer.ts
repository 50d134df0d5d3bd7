import { isTight } from "./room.ts";
import { AROUND, placeOf } from "./see-focus.ts";

/** So much of what follows an answer tells that there is more, CSS pixels: the first two lines of a row (guess). */
const BEGINNING = 64;

/**
 * Scrolls a dialog or the page so that an answer is seen with the beginning of what follows it, as in a small window it comes below the edge.
 * The focus stays where it is, and is still seen where there is room for both.
 */
export function seeAnswer(answer: HTMLElement): void {
  if (!answer.checkVisibility()) return;
  const dialog = answer.closest("dialog");
  const head = dialog?.querySelector(".dialog-head");
  const scroller = dialog ?? document.documentElement;
  // A dialog begins below its name where that stays; the page ends where the player begins.
  const ceiling = !dialog ? 0 : head && !isTight() ? head.getBoundingClientRect().bottom : dialog.getBoundingClientRect().top;
  const floor = dialog
    ? dialog.getBoundingClientRect().top + dialog.clientTop + dialog.clientHeight
    : (document.querySelector("[data-player]")?.getBoundingClientRect().top ?? innerHeight);
  const { top, bottom } = answer.getBoundingClientRect();
  const next = answer.nextElementSibling?.getBoundingClientRect().bottom ?? bottom;
  const end = Math.min(next, bottom + BEGINNING);
  if (top >= ceiling && end <= floor) return;
  const active = document.activeElement;
  const focus = active instanceof HTMLElement && scroller.contains(active) ? placeOf(active).from.getBoundingClientRect().top : top;
  const fits = focus < top && end - focus + AROUND <= floor - ceiling;
  scroller.scrollBy({ top: (fits ? focus : top) - AROUND - ceiling, behavior: "instant" });
}
