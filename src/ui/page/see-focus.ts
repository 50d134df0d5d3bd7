/** CSS pixels above and below what has the focus: its ring, and a little more. */
const AROUND = 8;

/** What a part of a dialog or page can be read from, without cutting a line. */
const PARTS = ".dialog-head, .dialog-body > *, h1, h2, h3, legend, label, p, li, blockquote, input, select, textarea, button";

/** What belongs to a control: its label, which a ring may go around. */
function placeOf(control: HTMLElement): { readonly from: Element; readonly to: Element } {
  const own = control.closest("label");
  if (own) return { from: own, to: own };
  const label = "labels" in control ? (control.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : undefined;
  const isAbove = label && label.getBoundingClientRect().bottom <= control.getBoundingClientRect().top + 1;
  return { from: isAbove ? label : control, to: control };
}

/**
 * Scrolls a dialog, or the page for a main part of it, so that what has the focus in it is seen with its label and its ring, and with as
 * much of what stands before it as there is room for: from the title on, else from the beginning of a part. What is taller than the window
 * is seen from its beginning. What is seen with its label already stays where it is, unless the dialog has just opened.
 */
export function seeFocus(frame: HTMLElement, { opening = false } = {}): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === frame || !frame.contains(active)) return;
  const isDialog = frame.matches("dialog");
  const scroller = isDialog ? frame : document.documentElement;
  // The page ends where the player begins.
  const height = isDialog ? frame.clientHeight : (document.querySelector("[data-player]")?.getBoundingClientRect().top ?? innerHeight);
  const { from, to } = placeOf(active);
  const inside = (isDialog ? frame.getBoundingClientRect().top + frame.clientTop : 0) - scroller.scrollTop;
  const topOf = (part: Element): number => Math.max(0, part.getBoundingClientRect().top - inside - AROUND);
  const end = to.getBoundingClientRect().bottom - inside + AROUND;
  const last = topOf(from);
  if (!opening && last >= scroller.scrollTop && end <= scroller.scrollTop + height) return;
  const tops = [...frame.querySelectorAll(PARTS)]
    .filter((part) => !part.parentElement?.closest(".dialog-head") && part.checkVisibility())
    .map(topOf)
    .filter((top) => top <= last);
  const fitting = [0, ...tops.sort((one, other) => one - other), last].find((top) => end - top <= height);
  scroller.scrollTo({ top: fitting ?? last, behavior: "instant" });
}
