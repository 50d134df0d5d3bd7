/** What had the focus, so that it can be found again after the page was drawn anew. */
export type FocusMark =
  | {
      /** A control: the part of the window that it is in, its number there, and what it is called. */
      readonly by: "control";
      readonly region: string;
      readonly index: number;
      readonly name: string;
    }
  | {
      /** What is no control, such as a heading: the block of the article that it shows. */
      readonly by: "block";
      readonly block: string;
    };

/** The parts of the window, none inside of another. */
const REGIONS = [".top", ".crumbs", '[data-view="article"] .sections', "#lists", "#article", "#library", "[data-player]"] as const;

const CONTROLS = "a[href], button, input, select, textarea, summary";

const nameOf = (element: Element): string => (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();

const controlsOf = (region: string): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`${region} :is(${CONTROLS})`)];

/** Remembers what has the focus; null: nothing that could be told from the rest, or a row of a list, which its list knows. */
export function markFocus(): FocusMark | null {
  const { activeElement: active } = document;
  if (!(active instanceof HTMLElement) || active.closest("dialog, [data-index]")) return null;
  const region = REGIONS.find((one) => active.closest(one));
  if (!region) return null;
  if (active.matches(CONTROLS)) return { by: "control", region, index: controlsOf(region).indexOf(active), name: nameOf(active) };
  const part = active.matches("[data-article] *") ? (active.closest("[data-block]") ?? active.querySelector("[data-block]")) : null;
  const block = part?.getAttribute("data-block");
  return block ? { by: "block", block } : null;
}

/** Finds it again: the same number and name, else the same name, else the same number; null: it is gone. */
export function findMarked(mark: FocusMark | null): HTMLElement | null {
  if (!mark) return null;
  if (mark.by === "block") {
    const part = document.querySelector(`#article [data-block="${CSS.escape(mark.block)}"]`);
    return part?.closest<HTMLElement>("h1, h2, h3, h4, h5, h6, figure, blockquote, section.wide") ?? null;
  }
  const controls = controlsOf(mark.region);
  const there = controls[mark.index];
  if (there && nameOf(there) === mark.name) return there;
  return controls.find((one) => nameOf(one) === mark.name) ?? there ?? null;
}
