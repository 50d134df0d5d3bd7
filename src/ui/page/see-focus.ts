/** CSS pixels above and below what has the focus: its ring, and a little more. */
export const AROUND = 8;

/** What a part of a dialog or page can be read from, without cutting a line. */
const PARTS = ".dialog-head, .dialog-body > *, h1, h2, h3, legend, label, p, li, blockquote, input, select, textarea, button";

/** What belongs to a control: its label, which a ring may go around. */
export function placeOf(control: HTMLElement): { readonly from: Element; readonly to: Element } {
  const own = control.closest("label");
  if (own) return { from: own, to: own };
  const label = "labels" in control ? (control.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : undefined;
  const isAbove = label && label.getBoundingClientRect().bottom <= control.getBoundingClientRect().top + 1;
  return { from: isAbove ? label : control, to: control };
}

/** Where a part can be cut, CSS pixels of the window: above it, and between the lines of a text. */
function cutsOf(part: Element): readonly number[] {
  const { top, bottom } = part.getBoundingClientRect();
  if (!part.matches("h1, h2, h3, p, li") || part.querySelector("button, input, select")) return [top - AROUND];
  const { lineHeight, paddingBlockStart } = getComputedStyle(part);
  const line = Number.parseFloat(lineHeight);
  const first = top + Number.parseFloat(paddingBlockStart);
  const count = line > 0 ? Math.max(1, Math.floor((bottom - first) / line)) : 1;
  return [top - AROUND, ...Array.from({ length: count - 1 }, (_, index) => first + (index + 1) * line)];
}

/**
 * Scrolls a dialog, or the page for a main part of it, so that what has the focus in it is seen with its label and its ring, and with as
 * much of what stands before it as there is room for: from the title on, else from the beginning of a part or line. What is taller than the window
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
  const within = (cut: number): number => Math.max(0, cut - inside);
  const end = to.getBoundingClientRect().bottom - inside + AROUND;
  const last = within(from.getBoundingClientRect().top - AROUND);
  if (!opening && last >= scroller.scrollTop && end <= scroller.scrollTop + height) return;
  const tops = [...frame.querySelectorAll(PARTS)]
    .filter((part) => !part.parentElement?.closest(".dialog-head") && part.checkVisibility())
    .flatMap(cutsOf)
    .map(within)
    .filter((top) => top <= last);
  const fitting = [0, ...tops.sort((one, other) => one - other), last].find((top) => end - top <= height);
  scroller.scrollTo({ top: fitting ?? last, behavior: "instant" });
}
