import type { Ruler as RulerKind } from "../../model/index.ts";

/** A reading ruler over the page: it stands at the line that is read, else at the line under the pointer. */
export interface ReadingRuler {
  /** What kind it is from now on. */
  set(kind: RulerKind): void;
  /** The text that is read now. */
  follow(range: Range): void;
}

/** Lines that stay clear above and below the one that is read. */
const CLEAR = 1;

/** The line boxes of a range, the first one: a word has one, a sentence begins with it. */
const lineOf = (range: Range): DOMRect | null => range.getClientRects()[0] ?? null;

/** From line to line of the article, CSS pixels; at least as high as the line itself. */
function spacingAt(article: Element | null, line: DOMRect): number {
  const said = article ? Number.parseFloat(getComputedStyle(article).lineHeight) : Number.NaN;
  return Number.isFinite(said) ? Math.max(said, line.height) : line.height * 1.5;
}

const bar = (className: string): HTMLElement => {
  const element = document.createElement("div");
  element.className = `ruler ${className}`;
  element.setAttribute("aria-hidden", "true");
  element.hidden = true;
  return element;
};

/** The line of text at a point of the window, null where there is none. */
function lineAt(x: number, y: number): DOMRect | null {
  const found = document.caretRangeFromPoint(x, y);
  const text = found?.startContainer;
  if (!found || !(text instanceof Text) || !text.parentElement?.closest("[data-article]")) return null;
  const sign = document.createRange();
  const at = Math.min(found.startOffset, Math.max(0, text.data.length - 1));
  sign.setStart(text, at);
  sign.setEnd(text, Math.min(text.data.length, at + 1));
  const box = lineOf(sign);
  return box && y >= box.top - box.height && y <= box.bottom + box.height ? box : null;
}

/** Draws over the article that `root` finds. Takes no pointer and no focus, and says nothing. */
export function createReadingRuler(root: () => Element | null): ReadingRuler {
  let kind: RulerKind = "off";
  let read: Range | null = null;
  let pointed: DOMRect | null = null;
  let waiting = false;
  const line = bar("line");
  const above = bar("shade");
  const below = bar("shade");

  const draw = (): void => {
    waiting = false;
    const box = pointed ?? (read && root()?.contains(read.startContainer) ? lineOf(read) : null);
    line.hidden = kind !== "line" || !box;
    above.hidden = kind !== "focus" || !box;
    below.hidden = above.hidden;
    const page = root()?.closest("main")?.getBoundingClientRect();
    if (!box || !page) return;
    const spacing = spacingAt(root(), box);
    for (const element of [line, above, below]) {
      element.style.left = `${page.left}px`;
      element.style.width = `${page.width}px`;
    }
    const middle = (box.top + box.bottom) / 2;
    const half = (CLEAR + 0.5) * spacing;
    const top = Math.max(0, page.top);
    line.style.insetBlockStart = `${box.bottom + 1}px`;
    above.style.insetBlockStart = `${top}px`;
    above.style.blockSize = `${Math.max(0, middle - half - top)}px`;
    below.style.insetBlockStart = `${Math.max(top, middle + half)}px`;
    below.style.insetBlockEnd = "0";
  };
  const soon = (): void => {
    if (waiting || kind === "off") return;
    waiting = true;
    requestAnimationFrame(draw);
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  addEventListener(
    "pointermove",
    ({ clientX, clientY }) => {
      if (kind === "off") return;
      pointed = lineAt(clientX, clientY) ?? pointed;
      soon();
    },
    { passive: true },
  );
  return {
    set(wanted) {
      kind = wanted;
      if (kind !== "off" && !line.isConnected) document.body.append(above, below, line);
      if (kind === "off") for (const element of [line, above, below]) element.hidden = true;
      else soon();
    },
    follow(range) {
      read = range;
      // The voice goes on: where the pointer rested does not matter any more.
      pointed = null;
      soon();
    },
  };
}
