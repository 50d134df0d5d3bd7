import type { Place } from "../../model/index.ts";
import { placeAt, pointAt } from "./places.ts";
import { selectedRange } from "./selection.ts";

/**
 * The caret that the voice and other readers share. We put it where the voice was; where a person moved it since, the voice goes on
 * from there.
 */
export interface Caret {
  /** Puts a collapsed caret, with no change of focus. Synchronous: screen readers ignore a caret that comes later than its key. */
  put(place: Place): void;
  /** Where a person moved the caret or selected since we last looked or put it, null where it was not moved or is elsewhere. */
  moved(): Place | null;
  /** Takes the caret for known, wherever it is. */
  forget(): void;
  /** The caret's place now, null outside the article. */
  place(): Place | null;
}

interface Known {
  readonly node: Node | null;
  readonly offset: number;
  readonly end: Node | null;
  readonly endOffset: number;
}

/** The caret in the article that `root` finds. */
export function createCaret(root: () => Element | null): Caret {
  let known: Known = { node: null, offset: 0, end: null, endOffset: 0 };
  const now = (): Known => {
    const range = selectedRange();
    if (!range) return { node: null, offset: 0, end: null, endOffset: 0 };
    const { startContainer, startOffset, endContainer, endOffset } = range;
    return { node: startContainer, offset: startOffset, end: endContainer, endOffset };
  };
  const isKnown = (at: Known): boolean =>
    at.node === known.node && at.offset === known.offset && at.end === known.end && at.endOffset === known.endOffset;
  const placeOf = ({ node, offset }: Known): Place | null => {
    const article = root();
    return article && node ? placeAt(article, node, offset) : null;
  };
  return {
    put(place) {
      const article = root();
      const point = article && pointAt(article, place.block, place.offset, "start");
      if (!point) return;
      getSelection()?.collapse(point.node, point.offset);
      known = now();
    },
    moved() {
      const at = now();
      return isKnown(at) ? null : placeOf(at);
    },
    forget() {
      known = now();
    },
    place: () => placeOf(now()),
  };
}
