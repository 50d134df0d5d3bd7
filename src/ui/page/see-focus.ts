/** CSS pixels above and below what has the focus: its ring, and a little more. */
const AROUND = 8;

/** What a part of a dialog can be read from, without cutting a line. */
const PARTS = ".dialog-head, .dialog-body > *, h3, legend, label, p, li, blockquote, input, select, textarea, button";

/** What belongs to a control: its label, which a ring may go around. */
function placeOf(control: HTMLElement): { readonly from: Element; readonly to: Element } {
  const own = control.closest("label");
  if (own) return { from: own, to: own };
  const label = "labels" in control ? (control.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : undefined;
  const isAbove = label && label.getBoundingClientRect().bottom <= control.getBoundingClientRect().top + 1;
  return { from: isAbove ? label : control, to: control };
}

/**
 * Scrolls a dialog so that what has the focus in it is seen with its label and its ring, and with as much of what
 * stands before it as there is room for: from the title on, else from the beginning of a part. What is taller than the window is seen from
 * its beginning. What is seen with its label already stays where it is, unless the dialog has just opened.
 */
export function seeFocus(dialog: HTMLElement, { opening = false } = {}): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === dialog || !dialog.contains(active)) return;
  const { from, to } = placeOf(active);
  const inside = dialog.getBoundingClientRect().top + dialog.clientTop - dialog.scrollTop;
  const topOf = (part: Element): number => Math.max(0, part.getBoundingClientRect().top - inside - AROUND);
  const end = to.getBoundingClientRect().bottom - inside + AROUND;
  const last = topOf(from);
  const height = dialog.clientHeight;
  if (!opening && last >= dialog.scrollTop && end <= dialog.scrollTop + height) return;
  const tops = [...dialog.querySelectorAll(PARTS)]
    .filter((part) => !part.parentElement?.closest(".dialog-head") && part.checkVisibility())
    .map(topOf)
    .filter((top) => top <= last);
  const fitting = [0, ...tops.sort((one, other) => one - other), last].find((top) => end - top <= height);
  dialog.scrollTo({ top: fitting ?? last, behavior: "instant" });
}
