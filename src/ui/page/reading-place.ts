import type { Article, Place } from "../../model/index.ts";
import { placeAt, pointAt } from "./places.ts";

/** Keeps what is read with the eyes where it stands in the window, when the page is laid out anew. */
export interface ReadingPlace {
  /** The text that the voice or the keys came to. Where it is seen it is what keeps its place, else the first line that is seen whole. */
  mark(range: Range): void;
}

/** What is needed of the window. */
export interface ReadingPlaceWorld {
  /** The element of the article. */
  readonly root: () => Element | null;
  /** What it shows: in another article there is nothing to be kept. */
  readonly article: () => Article | null;
  /** Whether the page goes along with the voice. */
  readonly isFollowed: () => boolean;
}

/** From point to point where a line is looked for, CSS pixels: less than the lowest line. */
const STEP = 6;

/** A place of an article. */
interface Spot {
  readonly article: Article;
  readonly place: Place;
}

/** What a long article lays out only when it comes into view is there so long after the scrolling, milliseconds (guess: some frames). */
const COMES = 100;

/** What is kept: a place, and how far below the window's upper edge it stands, CSS pixels. */
interface Anchor extends Spot {
  readonly top: number;
}

/** Where the part of the window ends that one reads in, CSS pixels. */
const floor = (): number => document.querySelector("[data-player]")?.getBoundingClientRect().top ?? innerHeight;

/** The box of the character at a place, null where it is not drawn. */
function boxAt(root: Element, { block, offset }: Place): DOMRect | null {
  const point = pointAt(root, block, offset, "start");
  if (!point) return null;
  const sign = document.createRange();
  sign.setStart(point.node, point.offset);
  sign.setEnd(point.node, Math.min(point.node.data.length, point.offset + 1));
  return sign.getClientRects()[0] ?? null;
}

/** The beginning of the first line that is seen whole, null where none is. */
function firstLine(root: Element): Omit<Anchor, "article"> | null {
  const { left, right } = root.getBoundingClientRect();
  const x = getComputedStyle(root).direction === "rtl" ? right - 2 : left + 2;
  for (let y = 1; y < floor(); y += STEP) {
    const found = document.caretRangeFromPoint(x, y);
    // Between two blocks it is said of their parent.
    const place = found?.startContainer instanceof Text ? placeAt(root, found.startContainer, found.startOffset) : null;
    const top = place && boxAt(root, place)?.top;
    if (place && typeof top === "number" && top >= 0) return { place, top };
  }
  return null;
}

/** How the article lies in the page: what differs when it was laid out anew. */
function layoutOf(root: Element): string {
  const { top, width, height } = root.getBoundingClientRect();
  return [top + scrollY, width, height].map(Math.round).join(" ");
}

/**
 * Keeps it in the page. Chromium's own scroll anchoring keeps a paragraph, not a line of it, and nothing where margins or letters change
 * (seen in 130): what it did is measured, and the rest is added before the page is drawn.
 */
export function createReadingPlace({ root, article, isFollowed }: ReadingPlaceWorld): ReadingPlace {
  let anchor: Anchor | null = null;
  let marked: Spot | null = null;
  /** The layout that the anchor was last right in, and where it was scrolled to then. */
  let layout = "";
  let placed: number | null = null;
  /** When a person scrolled last, milliseconds of the page's clock. */
  let scrolled = 0;

  const shown = (): Element | null => {
    const found = root();
    return found?.checkVisibility() ? found : null;
  };
  const find = (page: Element, here: Article): Omit<Anchor, "article"> | null => {
    const box = marked?.article === here ? boxAt(page, marked.place) : null;
    if (marked && box && box.top >= 0 && box.bottom <= floor()) return { place: marked.place, top: box.top };
    return scrollY > 0 ? firstLine(page) : null;
  };
  const note = (page: Element): void => {
    const here = article();
    const found = here && !isFollowed() ? find(page, here) : null;
    // What is behind a dialog can't be looked for.
    const isKept = !found && !isFollowed() && anchor?.article === here && document.querySelector("dialog:modal") !== null;
    if (!isKept) anchor = here && found ? { article: here, ...found } : null;
    layout = layoutOf(page);
    placed = null;
  };
  const restore = (page: Element, { place, top }: Anchor): void => {
    const box = boxAt(page, place);
    if (!box) return;
    const end = floor();
    // In a lower window it may have stood below the edge: then as high as the voice is followed.
    const aim = top + box.height <= end ? top : Math.max(0, Math.min(end / 3, end - box.height));
    if (Math.abs(box.top - aim) >= 1) scrollBy({ top: box.top - aim, behavior: "instant" });
  };
  /** After the page was laid out: the place stands where it stood. */
  const settle = (): void => {
    const page = shown();
    if (!page || layoutOf(page) === layout) return;
    if (!anchor || anchor.article !== article() || isFollowed()) {
      note(page);
      return;
    }
    restore(page, anchor);
    if (performance.now() - scrolled < COMES) {
      note(page);
      return;
    }
    layout = layoutOf(page);
    placed = scrollY;
  };

  addEventListener(
    "scroll",
    () => {
      const page = shown();
      // What is behind a dialog is not scrolled by who reads.
      if (!page || scrollY === placed || document.querySelector("dialog:modal")) return;
      // A page that got shorter was scrolled by that: `settle` is to come.
      if (layoutOf(page) !== layout && scrollY > 0) return;
      scrolled = performance.now();
      note(page);
    },
    { passive: true },
  );
  // Before what has the focus is brought into view, which comes with the same frame.
  addEventListener("resize", () => requestAnimationFrame(settle));
  new ResizeObserver(settle).observe(document.body);
  return {
    mark({ startContainer, startOffset }) {
      const page = root();
      const here = article();
      const place = page && placeAt(page, startContainer, startOffset);
      const isKnown = marked?.article === here && marked?.place.block === place?.block && marked?.place.offset === place?.offset;
      if (!page || !here || !place || isKnown) return;
      settle();
      marked = { article: here, place };
      if (shown()) note(page);
      else anchor = null;
    },
  };
}
